#!/usr/bin/env bash
# Judges JUnit files by the XML Schema of Jenkins' xUnit plugin: junit.sh SCHEMA FILE...
set -euo pipefail
schema=$1
shift
if ! output=$(xmllint --noout --schema "$schema" "$@" 2>&1); then
  printf '%s\n' "$output"
  exit 1
fi
