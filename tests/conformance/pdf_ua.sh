#!/usr/bin/env bash
# Judges PDFs by veraPDF's PDF/UA-1 profile, all in one Java process: pdf_ua.sh FILE...
set -euo pipefail
here=$(dirname "$(realpath "$0")")
# shellcheck source=tests/conformance/tool.sh
source "$here/tool.sh"

(($# > 0)) || give_up 'usage: pdf_ua.sh FILE...'
verapdf=$here/../../build/npm/node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar
run_tool java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$verapdf:/usr/share/java/jaxb-runtime.jar" \
  "$here/PdfUa.java" "$@"
# Its last line, without which it did not get to the end.
shows "judged $# files" java
faults=$(lines_without "judged $# files")
[[ -n $faults ]] || exit "$status"
printf '%s\n' "$faults"
exit 1
