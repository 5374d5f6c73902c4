#!/usr/bin/env bash
# Runs a judge once over all files of a kind: over.sh PATTERN FOLDER... -- JUDGE ARGUMENT...
# PATTERN is one of `find -name`; the files come behind the arguments, in order. A folder that is not there
# or has no such file would go unjudged, so that it fails.
set -euo pipefail
# shellcheck source=tests/conformance/tool.sh
source "$(dirname "$(realpath "$0")")/tool.sh"

(($# > 3)) || give_up 'usage: over.sh PATTERN FOLDER... -- JUDGE ARGUMENT...'
pattern=$1
shift
files=()
while (($#)) && [[ $1 != -- ]]; do
  [[ -d $1 ]] || give_up "$1 is no folder"
  run_tool find "$1" -name "$pattern" -type f
  ((status == 0)) || give_up "find ends with status $status: $output"
  [[ -n $output ]] || give_up "$1 has no file $pattern"
  mapfile -t found < <(sort <<<"$output")
  files+=("${found[@]}")
  shift
done
(($# > 1)) || give_up 'usage: over.sh PATTERN FOLDER... -- JUDGE ARGUMENT...'
shift
exec "$@" "${files[@]}"
