#!/usr/bin/env bash
# Installs guidec's Debian package into a bare Debian by the steps of ci/Containerfile; checks and builds sources/
# with it, as the container's user and as another, without network; removes it again, and looks for what it left.
# Needs root, debootstrap and Debian's archive: package.sh PACKAGE [TREE.tar]
# TREE.tar keeps the bare Debian from one run to the next. GUIDEC_DEBIAN_MIRROR names another archive.
set -euo pipefail

project=$(realpath "$(dirname "$0")/../..")
readonly project package=${1:?usage: package.sh PACKAGE [TREE.tar]} bare=${2-}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
readonly tree=$scratch/tree path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

fail() {
  printf 'package.sh: %s\n' "$*" >&2
  exit 1
}

# enter NETWORK USER FOLDER COMMAND...: in the tree, with an environment and processes of its own. NETWORK is
# `online` or `offline`; `environment` holds more variables.
environment=()
enter() {
  local network=$1 user=$2 folder=$3 isolation=()
  [[ $network == online ]] || isolation=(--net)
  # shellcheck disable=SC2016  # the shell within expands them
  env --ignore-environment "PATH=$path" "${environment[@]}" \
    unshare --mount --pid --fork --kill-child "${isolation[@]}" bash -c '
      mount --types proc proc "$0/proc" && exec chroot --userspec="$1" --groups= "$0" env --chdir="$2" "${@:3}"' \
    "$tree" "$user" "$folder" "${@:4}"
}

# quietly COMMAND...: its output is shown only when it fails.
quietly() {
  "$@" >"$scratch/log" 2>&1 || {
    tail -n 30 "$scratch/log" >&2
    fail "this failed: $*"
  }
}

make_bare_debian() {
  local suite=$1
  mkdir "$tree"
  if [[ -n $bare && -e $bare ]]; then
    tar --extract --file "$bare" --directory "$tree" --numeric-owner
  else
    quietly debootstrap --variant=minbase "$suite" "$tree" \
      "${GUIDEC_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
    if [[ -n $bare ]]; then tar --create --file "$bare" --directory "$tree" --numeric-owner .; fi
  fi
  cp /etc/resolv.conf "$tree/etc/resolv.conf"
}

# Does what a container engine would do with ci/Containerfile, whose context is the folder of the package.
user=root
folder=/
entrypoint=()
follow_containerfile() {
  local line instruction arguments words context
  context=$(dirname "$(realpath "$package")")
  while read -r line; do
    instruction=${line%% *}
    arguments=${line#* }
    case $instruction in
      FROM)
        [[ $arguments == debian:12 ]] || fail "no bare tree for the image $arguments"
        make_bare_debian bookworm
        ;;
      ENV) environment+=("$arguments") ;;
      COPY)
        read -ra words <<<"$arguments"
        # The package under test, not another version next to it.
        # shellcheck disable=SC2053  # the pattern is to match
        [[ ${#words[@]} == 2 && $(basename "$package") == ${words[0]} ]] || fail "$package is not what COPY takes"
        cp "$context/$(basename "$package")" "$tree/${words[1]}"
        ;;
      RUN) quietly enter online "$user" "$folder" /bin/sh -c "$arguments" ;;
      USER) user=$arguments ;;
      WORKDIR)
        folder=$arguments
        mkdir -p "$tree/$folder"
        ;;
      ENTRYPOINT)
        mapfile -t entrypoint < <(python3 -c 'import json, sys; print(*json.loads(sys.argv[1]), sep="\n")' "$arguments")
        ;;
      *) fail "what does $instruction in ci/Containerfile do?" ;;
    esac
  done < <(sed -e '/^#/d' "$project/ci/Containerfile" | sed -e ':join' -e '/\\$/{N;s/\\\n */ /;b join}')
}

# starts_with BYTES FILE: such a file was made.
starts_with() {
  [[ $(head --bytes "${#1}" "$2" | tr '\0' ' ') == "$1" ]] || fail "$2 is not what its name says"
}

check_container() {
  local out=$tree$folder/outputs/psoas-pain-in-runners name
  [[ $user != root ]] || fail 'the container runs as root'
  [[ $(enter offline "$user" "$folder" "${entrypoint[@]}" --version) == "guidec $(dpkg-deb --field "$package" Version)" ]] ||
    fail 'the version of the program is not that of the package'
  cp -r "$project/sources/." "$tree$folder"
  enter online root / chown --recursive "$user" "$folder"
  quietly enter offline "$user" "$folder" "${entrypoint[@]}" lint
  quietly enter offline "$user" "$folder" "${entrypoint[@]}" build
  starts_with 'PK' "$out/psoas-pain-in-runners.epub"
  starts_with '{' "$out/psoas-pain-in-runners.json"
  for name in psoas-pain-in-runners quiz handouts/plank instructor/answer-key; do
    starts_with '%PDF-' "$out/$name.pdf"
  done
  # A container engine may run it as somebody that the system does not know, who has no home.
  enter online root / chown --recursive 4242 "$folder"
  quietly enter offline 4242:4242 "$folder" env HOME=/ "${entrypoint[@]}" build --to pdf --out again
}

check_ordinary_user() {
  local home=/home/editor guides='/home/editor/Übungen für Läufer' format status=0
  quietly enter online root / useradd --create-home editor
  mkdir -p "$tree$guides"
  cp -r "$project/sources/." "$tree$guides"
  enter online root / chown --recursive editor: "$home"
  environment=("HOME=$home")
  quietly enter offline editor "$guides/exercises" guidec lint .
  quietly enter offline editor "$home" guidec build --workspace "$guides" --out "$home/out" \
    --to epub,pdf,json,html,docx,odt,md,ndjson,zip,free-exercise-db
  quietly enter offline editor "$home" guidec verify out/psoas-pain-in-runners
  for format in epub html docx odt md zip; do
    [[ -s $tree$home/out/psoas-pain-in-runners/psoas-pain-in-runners.$format ]] || fail "no guide as $format"
  done
  quietly enter offline editor "$guides" guidec figure --sheet --out "$home/sheet"
  quietly enter offline editor "$home" bash -c 'source /usr/share/bash-completion/completions/guidec && complete -p guidec'
  sed -i 's/hold: 30 s$/hold: 30/' "$tree$guides/exercises/standing-quad-stretch.yaml"
  enter offline editor "$guides" guidec lint >"$scratch/log" 2>&1 || status=$?
  if ((status != 1)) || ! grep --quiet HT001 "$scratch/log"; then
    fail "a fault is not found (exit status $status)"
  fi
}

check_documents() {
  local doc=$tree/usr/share/doc/guidec file
  zcat "$tree/usr/share/man/man1/guidec.1.gz" | grep --quiet '^\.TH GUIDEC 1' || fail 'no man page'
  zcat "$doc/changelog.gz" | grep --quiet "^guidec ($(dpkg-deb --field "$package" Version))" || fail 'no changelog'
  grep --quiet Apache-2.0 "$doc/copyright" || fail 'the licence of Typst is missing'
  for file in zsh/vendor-completions/_guidec fish/vendor_completions.d/guidec.fish \
    guidec/schema/guide.schema.json guidec/templates/handout.typ; do
    [[ -s $tree/usr/share/$file ]] || fail "/usr/share/$file is missing"
  done
}

check_removal() {
  local file left=()
  mapfile -t files < <(enter offline root / dpkg --listfiles guidec)
  ((${#files[@]} > 20)) || fail 'the package has hardly a file'
  quietly enter offline root / env DEBIAN_FRONTEND=noninteractive apt-get remove --yes guidec
  for file in "${files[@]}"; do
    # Directories that others have too stay.
    if [[ -L $tree$file || -f $tree$file || $file == *guidec* && -e $tree$file ]]; then left+=("$file"); fi
  done
  mapfile -t -O "${#left[@]}" left < <(cd "$tree" && find etc opt srv usr var -name '*guidec*')
  ((${#left[@]} == 0)) || fail "apt-get remove left ${left[*]}"
}

# Before anything is fetched.
[[ -f $package ]] || fail "no package at $package"
[[ $(dpkg-deb --field "$package" Package) == guidec ]] || fail "$package is no package of guidec"
((EUID == 0)) || fail 'a bare Debian can be made by root only'
command -v debootstrap >/dev/null || fail 'no debootstrap: run ci/setup package'
follow_containerfile
check_documents
check_container
check_ordinary_user
check_removal
echo "$package: installed, used and removed in a bare Debian"
