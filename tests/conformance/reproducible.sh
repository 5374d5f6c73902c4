#!/usr/bin/env bash
# Builds copies of the sources as strangers would, and compares what comes out byte for byte:
# reproducible.sh GUIDEC SOURCES FORMATS
# The second stranger has another folder, home, user, date, time zone, language, umask, one processor and
# a disk that lists files in another order; the third is the second with a date of his own choice, which
# must be told from the first and from nothing else. FORMATS is what --to takes. Errors in the sources do
# not matter.
set -euo pipefail

(($# == 3)) || { echo 'usage: reproducible.sh GUIDEC SOURCES FORMATS' >&2; exit 2; }
here=$(dirname "$(realpath "$0")")
guidec=$(realpath "$1")
sources=$(realpath "$2")
formats=$3

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Turkish has its own decimal sign and its own small letter for I. Compiled once, kept in build/.
locales=$(realpath "$here/../../build")/locales
if [[ ! -d $locales ]]; then
  fresh=$(mktemp -d "$locales.XXXXXX")
  localedef --no-archive -i tr_TR -f UTF-8 "$fresh/tr_TR.UTF-8"
  chmod 755 "$fresh"
  mv -T "$fresh" "$locales" 2>/dev/null || rm -r "$fresh"
fi

# A copy whose files were made in the opposite order.
copy_backwards() {
  local file
  while IFS= read -r file; do
    mkdir -p "$2/$(dirname "$file")"
    cp "$1/$file" "$2/$file"
  done < <(cd "$1" && find . -type f | LC_ALL=C sort --reverse)
}

# build FOLDER [WORD...]: builds what lies in FOLDER/sources, by `WORD... guidec build`.
build() {
  local folder=$scratch/$1
  shift
  local status=0
  (cd "$folder" && env HOME="$folder/home" XDG_CACHE_HOME="$folder/home/cache" LOCPATH="$locales" "$@" \
    "$guidec" build --keep-going --to "$formats" --out outputs >log 2>&1) || status=$?
  ((status < 2)) || { cat "$folder/log" >&2; exit 1; }
}

# Somebody else, where we may choose and he may see guidec, with one processor.
nobody=65534
stranger=(setpriv --reuid=$nobody --regid=$nobody --clear-groups)
if ((EUID != 0)) || ! "${stranger[@]}" test -x "$guidec"; then stranger=(); fi
stranger+=(taskset --cpu-list "$(taskset --cpu-list --pid $$ | grep -o '[0-9]*$')")
away=(TZ=XST-13:45 LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 USER=stranger)

mkdir -p "$scratch/one/home"
cp -r "$sources" "$scratch/one/sources"
(umask 022 && build one TZ=UTC0 LC_ALL=C)

mkdir -p "$scratch/another/and-deeper/home"
copy_backwards "$sources" "$scratch/another/and-deeper/sources"
cp -r "$scratch/another" "$scratch/dated"
chmod 755 "$scratch"
if ((EUID == 0)); then chown -R $nobody:$nobody "$scratch/another" "$scratch/dated"; fi
(umask 077 && build another/and-deeper "${away[@]}" "${stranger[@]}" faketime --exclude-monotonic -f +30h)
(umask 077 && build dated/and-deeper "${away[@]}" SOURCE_DATE_EPOCH=1000000000 "${stranger[@]}" \
  faketime --exclude-monotonic -f +30h)

one=$scratch/one/outputs
other=$scratch/another/and-deeper/outputs
dated=$scratch/dated/and-deeper/outputs
[[ -n $(find "$one" -type f -print -quit) ]] || { echo 'guidec built nothing' >&2; exit 1; }
for extension in ${formats//,/ }; do
  case $extension in free-exercise-db) extension=json ;; esac
  [[ -n $(find "$one" -name "*.$extension" -print -quit) ]] || { echo "no .$extension was built" >&2; exit 1; }
done
difference=$(cd "$scratch" && LC_ALL=C diff --recursive --brief "$one" "$other" | head -n 1) || true
[[ -z $difference ]] || { printf '%s\n' "${difference//"$scratch/"/}" >&2; exit 1; }

# What carries a date carries the one that was chosen, and the manifest its hash; nothing else knows of it.
differing=$({ LC_ALL=C diff --recursive --brief "$one" "$dated" || true; } |
  sed -n '/manifest.json differ$/d; s/.*\.\([a-z]*\) differ$/\1/p' | sort -u)
dateless=$(grep -vxE 'epub|pdf|docx|odt' <<<"$differing") || true
[[ -z $dateless ]] || { echo "SOURCE_DATE_EPOCH changed: $dateless" >&2; exit 1; }
if [[ ,$formats, == *,epub,* || ,$formats, == *,pdf,* ]]; then
  grep -qxE 'epub|pdf' <<<"$differing" || { echo 'SOURCE_DATE_EPOCH changed nothing' >&2; exit 1; }
fi
