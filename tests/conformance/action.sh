#!/usr/bin/env bash
# Judges a GitHub action by its schema: action.sh ACTION.yml
set -euo pipefail
validator=$(dirname "$(realpath "$0")")/../../build/conformance-tools/node_modules/@action-validator/cli/cli.mjs
if ! output=$(node "$validator" "$1" 2>&1); then
  printf '%s\n' "$output"
  exit 1
fi
