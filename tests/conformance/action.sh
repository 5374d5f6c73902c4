#!/usr/bin/env bash
# Judges a GitHub action by its schema: action.sh ACTION.yml
# The validator is silent over a sound action, so that it is asked about a broken one first.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
# shellcheck source=tests/conformance/tool.sh
source "$here/tool.sh"

(($# == 1)) || give_up 'usage: action.sh ACTION.yml'
validator=$here/../../build/conformance-tools/node_modules/@action-validator/cli/cli.mjs
planted=$(mktemp -d)
trap 'rm -r "$planted"' EXIT
echo 'nmae: planted' >"$planted/action.yml"
run_tool node "$validator" "$planted/action.yml"
shows nmae 'the validator'
run_tool node "$validator" "$1"
((status == 0)) && exit
printf '%s\n' "${output:-$1: the validator ends with status $status}"
exit 1
