#!/usr/bin/env bash
# Builds a copy of the sources twice, as two strangers would, and compares what comes out byte for
# byte: reproducible.sh GUIDEC SOURCES
# The second stranger has another folder, home, date, time zone, language and umask.
set -euo pipefail

(($# == 2)) || { echo 'usage: reproducible.sh GUIDEC SOURCES' >&2; exit 2; }
here=$(dirname "$(realpath "$0")")
guidec=$(realpath "$1")
sources=$(realpath "$2")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Turkish has its own decimal sign and its own small letter for I. Compiled once, kept in build/.
locales=$(realpath "$here/../../build")/locales
if [[ ! -d $locales ]]; then
  fresh=$(mktemp -d "$locales.XXXXXX")
  localedef --no-archive -i tr_TR -f UTF-8 "$fresh/tr_TR.UTF-8"
  mv -T "$fresh" "$locales" 2>/dev/null || rm -r "$fresh"
fi

# build FOLDER [VARIABLE=VALUE...]: prints what guidec said when it fails.
build() {
  local folder=$scratch/$1
  shift
  mkdir -p "$folder/home"
  cp -r "$sources" "$folder/sources"
  (cd "$folder" && env HOME="$folder/home" XDG_CACHE_HOME="$folder/home/cache" \
    LOCPATH="$locales" "$@" "$guidec" build --out outputs >log 2>&1) || {
    cat "$folder/log" >&2
    exit 1
  }
}

(umask 022 && build one TZ=UTC0 LC_ALL=C)
(umask 077 && build another/and-deeper TZ=XST-13:45 LC_ALL=tr_TR.UTF-8 \
  faketime --exclude-monotonic -f +30h)

one=$scratch/one/outputs
other=$scratch/another/and-deeper/outputs
[[ -n $(find "$one" -type f -print -quit) ]] || { echo 'guidec built nothing' >&2; exit 1; }
difference=$(cd "$scratch" && LC_ALL=C diff --recursive --brief "$one" "$other" | head -n 1) || true
[[ -z $difference ]] || { printf '%s\n' "${difference//"$scratch/"/}" >&2; exit 1; }
