#!/usr/bin/env bash
# Judges HTML files by the Nu Html Checker: html.sh FILE...
# Prints every message, warnings included, and fails on any; silent otherwise.
set -euo pipefail

(($# > 0)) || { echo 'usage: html.sh FILE...' >&2; exit 2; }
tools=$(dirname "$(realpath "$0")")/../../build/conformance-tools/node_modules
exec java -jar "$tools/vnu-jar/build/dist/vnu.jar" --Werror --stdout "$@"
