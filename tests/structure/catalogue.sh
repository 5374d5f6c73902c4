#!/usr/bin/env bash
# The page of rules says what guidec says: catalogue.sh GUIDEC PAGE
set -euo pipefail

"$1" rules --format markdown | diff --unified=1 "$2" - && exit
echo "$2 is out of date; write it anew with:"
echo "  $1 rules --format markdown > $2"
exit 1
