#!/usr/bin/env bash
# Judges man pages by mandoc's rules: man_page.sh FILE...
# A page has no date: it would differ from build to build.
set -euo pipefail

(($#)) || { echo "usage: man_page.sh FILE..." >&2; exit 2; }
command -v mandoc >/dev/null || { echo "mandoc is not installed: run ci/setup test" >&2; exit 2; }
faults=$(mandoc -T lint -W warning "$@" | grep -v 'missing date, using' || true)
[[ -z $faults ]] || { echo "$faults"; exit 1; }
