#!/usr/bin/env bash
# Judges HTML files by the Nu Html Checker: html.sh FILE...
# Prints every message, warnings included, and fails on any; silent otherwise. The checker is silent over a
# sound page, so that a broken one comes along, which it must reject.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
# shellcheck source=tests/conformance/tool.sh
source "$here/tool.sh"

(($# > 0)) || give_up 'usage: html.sh FILE...'
for file in "$@"; do [[ -s $file ]] || give_up "$file: no page"; done
planted=$(mktemp --suffix=.html)
trap 'rm -f "$planted"' EXIT
echo '<!DOCTYPE html><title>Planted</title><nonsense>' >"$planted"
run_tool java -jar "$here/../../build/conformance-tools/node_modules/vnu-jar/build/dist/vnu.jar" --Werror \
  --stdout "$planted" "$@"
shows "$planted" 'the checker'
faults=$(lines_without "$planted")
[[ -n $faults ]] || exit 0
printf '%s\n' "$faults"
exit 1
