#!/usr/bin/env bash
# The page of rules says what guidec says: catalogue.sh GUIDEC PAGE
set -euo pipefail

(($# == 2)) || { echo 'usage: catalogue.sh GUIDEC PAGE' >&2; exit 2; }
[[ -s $2 ]] || { echo "$2 is empty" >&2; exit 1; }
# Compared by the shell: `diff` is only asked to show where. The `x` keeps the line ends at the end.
printed=$("$1" rules --format markdown && printf x) || { echo "$1 does not print its rules"; exit 1; }
if [[ $printed == "$(cat "$2" && printf x)" ]]; then exit; fi
diff --unified=1 "$2" - <<<"${printed%$'\n'x}" || true
echo "$2 is out of date; write it anew with:"
echo "  $1 rules --format markdown > $2"
exit 1
