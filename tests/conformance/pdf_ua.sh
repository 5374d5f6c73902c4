#!/usr/bin/env bash
# Judges PDFs by veraPDF's PDF/UA-1 profile, all in one Java process: pdf_ua.sh FILE...
set -euo pipefail
here=$(dirname "$(realpath "$0")")

(($# > 0)) || { echo 'usage: pdf_ua.sh FILE...' >&2; exit 2; }
verapdf=$here/../../build/npm/node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar
exec java -cp "$verapdf:/usr/share/java/jaxb-runtime.jar" "$here/PdfUa.java" "$@"
