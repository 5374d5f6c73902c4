#!/usr/bin/env bash
# Reads a delivery as apps would: run.sh GUIDE FOLDER
# What they print is compared with GUIDE.txt beside this file; GUIDEC_UPDATE=1 writes it anew.
# GUIDE.answers.json is what a learner answered.
set -euo pipefail

(($# == 2)) || { echo 'usage: run.sh GUIDE FOLDER' >&2; exit 2; }
here=$(dirname "$(realpath "$0")")
guide=$1
folder=$2
answers=$here/$guide.answers.json

# Says which reader reads what, what it prints, and its exit status where that is not 0.
says() {
  local status=0
  printf '$ %s\n' "${*//"$here/"/}"
  "$here/$1" "${@:2}" 2>&1 || status=$?
  ((status == 0)) || printf '? %d\n' "$status"
}

read_all() {
  says session.mjs "$guide.zip"
  says score.mjs "instructor/$guide.zip" "$answers"
  says score.mjs "$guide.zip" "$answers"
  local edition
  for edition in '' instructor/; do
    says stream.mjs "$edition$guide.ndjson" "$edition$guide.json"
    says prose.mjs "$edition$guide.json"
    says links.mjs "$edition$guide.json"
  done
}

golden=$here/$guide.txt
[[ -d $folder ]] || { echo "$folder is no folder" >&2; exit 2; }
if [[ ${GUIDEC_UPDATE-} == 1 ]]; then
  (cd "$folder" && read_all) >"$golden"
else
  [[ -s $golden ]] || { echo "$golden expects nothing" >&2; exit 2; }
  # Compared by the shell: `diff` is only asked to show where. The `x` keeps the line ends at the end.
  found=$(cd "$folder" && read_all && printf x)
  if [[ $found == "$(cat "$golden" && printf x)" ]]; then exit; fi
  diff "$golden" - <<<"${found%$'\n'x}" || true
  echo "the readers print something else than $golden"
  exit 1
fi
