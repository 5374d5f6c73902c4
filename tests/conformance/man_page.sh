#!/usr/bin/env bash
# Judges man pages by mandoc's rules: man_page.sh FILE...
# A page has no date: it would differ from build to build. That mandoc misses the date shows that it looked.
set -euo pipefail
# shellcheck source=tests/conformance/tool.sh
source "$(dirname "$(realpath "$0")")/tool.sh"

(($#)) || give_up 'usage: man_page.sh FILE...'
for page in "$@"; do
  [[ -s $page ]] || give_up "$page: no page"
  run_tool mandoc -T lint -W warning "$page"
  # From 5 on, mandoc could not do its work.
  ((status < 5)) || give_up "$page: mandoc ends with status $status: $output"
  shows 'missing date, using' mandoc
  faults=$(lines_without 'missing date, using')
  if [[ -n $faults ]]; then
    printf '%s\n' "$faults"
    verdict=1
  fi
done
exit "${verdict-0}"
