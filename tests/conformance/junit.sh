#!/usr/bin/env bash
# Judges JUnit files by the XML Schema of Jenkins' xUnit plugin: junit.sh SCHEMA FILE...
set -euo pipefail
# shellcheck source=tests/conformance/tool.sh
source "$(dirname "$(realpath "$0")")/tool.sh"

(($# > 1)) || give_up 'usage: junit.sh SCHEMA FILE...'
schema=$1
shift
run_tool xmllint --noout --schema "$schema" "$@"
if ((status != 0)); then
  [[ -n $output ]] || give_up "xmllint ends with status $status and says nothing"
  printf '%s\n' "$output"
  exit 1
fi
for file in "$@"; do shows "$file validates" xmllint; done
