#!/usr/bin/env bash
# Builds copies of the sources as strangers would, and compares what comes out byte for byte:
# reproducible.sh GUIDEC SOURCES FORMATS [BUILT]
# The second stranger has another folder, home, user, date, time zone, language, umask, one processor and
# a disk that lists files in another order; the third is the second with a date of his own choice, which
# must be told from the first and from nothing else; he builds the instructor's edition alone. FORMATS is what --to takes. BUILT is what this guidec
# has made of the sources, in these formats, today; without it, that is built too. Errors in the sources do
# not matter.
set -euo pipefail

here=$(dirname "$(realpath "$0")")
# shellcheck source=tests/conformance/tool.sh
source "$here/tool.sh"

(($# == 3 || $# == 4)) || give_up 'usage: reproducible.sh GUIDEC SOURCES FORMATS [BUILT]'
guidec=$(realpath "$1")
[[ -x $guidec ]] || give_up "$1 is no program"
sources=$(realpath "$2")
formats=$3
built=${4:+$(realpath "$4")}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Turkish has its own decimal sign and its own small letter for I. Compiled once, kept in build/.
locales=$(realpath "$here/../../build")/locales
if [[ ! -d $locales ]]; then
  fresh=$(mktemp -d "$locales.XXXXXX")
  localedef --no-archive -i tr_TR -f UTF-8 "$fresh/tr_TR.UTF-8" || give_up 'localedef makes no Turkish'
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

# build FOLDER [WORD...]: builds what lies in FOLDER/sources, by `WORD... guidec build`, with the words of `options`.
options=()
build() {
  local name=$1
  local folder=$scratch/$1
  shift
  local status=0
  (cd "$folder" && env HOME="$folder/home" XDG_CACHE_HOME="$folder/home/cache" LOCPATH="$locales" "$@" \
    "$guidec" build --keep-going --to "$formats" --out outputs "${options[@]}" >log 2>&1) || status=$?
  ((status < 2)) || { echo "guidec ends with status $status in $name: $(cat "$folder/log")" >&2; exit 1; }
  is_complete "$folder/outputs" "$name" "$folder/log"
}

# is_complete OUTPUTS NAME LOG: ends the judge where a format is missing.
is_complete() {
  local extension
  [[ -d $1 && -n $(find "$1" -type f -print -quit) ]] ||
    { echo "guidec built nothing in $2: $(cat "$3")" >&2; exit 1; }
  for extension in ${formats//,/ }; do
    case $extension in free-exercise-db) extension=json ;; esac
    [[ -n $(find "$1" -name "*.$extension" -print -quit) ]] ||
      { echo "no .$extension was built in $2" >&2; exit 1; }
  done
}

# difference FOLDER FOLDER: what `diff` says of them, which is nothing where they are the same.
difference() {
  local status=0
  LC_ALL=C diff --recursive --brief "$1" "$2" || status=$?
  ((status < 2)) || give_up "diff ends with status $status"
}

# expect WHAT FOUND EXPECTED: ends the judge when a stranger is no stranger after all.
expect() { [[ $2 == "$3" ]] || give_up "the stranger has no other $1: $2"; }

# Somebody else, where we may choose and he may see guidec, with one processor.
nobody=65534
stranger=(setpriv --reuid=$nobody --regid=$nobody --clear-groups)
if ((EUID == 0)); then expect user "$("${stranger[@]}" id -u)" $nobody; fi
if ((EUID != 0)) || ! "${stranger[@]}" bash -c '[[ -x $0 ]]' "$guidec"; then stranger=(); fi
allowed=$(taskset --cpu-list --pid $$) || give_up 'taskset does not say which processors there are'
stranger+=(taskset --cpu-list "${allowed##*[!0-9]}")
away=(TZ=XST-13:45 LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 USER=stranger)
later=(faketime --exclude-monotonic -f +30h)
# Without these, the second build would be the first again.
expect 'number of processors' "$("${stranger[@]}" nproc)" 1
expect language "$(env LOCPATH="$locales" "${away[@]}" bash -c 'printf %.1f 1,0')" 1,0
hours=$((($("${stranger[@]}" "${later[@]}" date +%s) - $(date +%s)) / 3600))
((hours >= 29 && hours <= 31)) || give_up "the stranger has no other date: $hours hours later"

one=$scratch/one/outputs
if [[ -n $built ]]; then
  one=$built
  is_complete "$one" "$one" /dev/null
else
  mkdir -p "$scratch/one/home"
  cp -r "$sources" "$scratch/one/sources"
  (umask 022 && build one TZ=UTC0 LC_ALL=C)
fi

mkdir -p "$scratch/another/and-deeper/home"
copy_backwards "$sources" "$scratch/another/and-deeper/sources"
cp -r "$scratch/another" "$scratch/dated"
chmod 755 "$scratch"
if ((EUID == 0)); then chown -R $nobody:$nobody "$scratch/another" "$scratch/dated"; fi
(umask 077 && build another/and-deeper "${away[@]}" "${stranger[@]}" "${later[@]}")
options=(--edition instructor)
(umask 077 && build dated/and-deeper "${away[@]}" SOURCE_DATE_EPOCH=1000000000 "${stranger[@]}" "${later[@]}")

other=$scratch/another/and-deeper/outputs
dated=$scratch/dated/and-deeper/outputs
[[ -n $(difference "$one" "$sources") ]] || give_up 'diff sees no difference'
found=$(difference "$one" "$other")
if [[ -n $found ]]; then
  printf '%s\n' "${found//"$scratch/"/}" | head -n 1 >&2
  exit 1
fi

# What carries a date carries the one that was chosen; nothing else knows of it.
found=
for folder in "$one"/*/instructor; do
  found+=$(difference "$folder" "$dated/$(realpath --relative-to="$one" "$folder")")$'\n'
done
[[ -n $(find "$one" -path '*/instructor/*' -type f -print -quit) ]] || give_up 'nothing is built for instructors'
dated_files=0
while IFS= read -r line; do
  case $line in
    '') ;;
    *.epub' differ' | *.pdf' differ' | *.docx' differ' | *.odt' differ') dated_files=$((dated_files + 1)) ;;
    *' differ') line=${line% differ} && echo "SOURCE_DATE_EPOCH changed: ${line##*.}" >&2 && exit 1 ;;
    *) echo "SOURCE_DATE_EPOCH changed which files there are: $line" >&2 && exit 1 ;;
  esac
done <<<"$found"
if [[ ,$formats, == *,epub,* || ,$formats, == *,pdf,* ]] && ((dated_files == 0)); then
  echo 'SOURCE_DATE_EPOCH changed nothing' >&2
  exit 1
fi
