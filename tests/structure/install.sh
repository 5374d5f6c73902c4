#!/usr/bin/env bash
# Installs into an empty prefix and builds the guide with what was installed, from another folder
# and without the build tree's data: install.sh BUILD SOURCES
set -euo pipefail

(($# == 2)) || { echo 'usage: install.sh BUILD SOURCES' >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch/prefix" >/dev/null || { echo 'cmake does not install'; exit 1; }
cp -r "$2" "$scratch/sources"
cd "$scratch/sources/exercises"
env -u GUIDEC_DATA_DIR "$scratch/prefix/bin/guidec" lint .
env -u GUIDEC_DATA_DIR "$scratch/prefix/bin/guidec" build --out "$scratch/outputs"
# built FOLDER: a delivery came out, with a printed guide.
built() { test -n "$(find "$scratch/$1" -name '*.pdf' -size +0)" || { echo 'guidec built no PDF'; exit 1; }; }
built outputs
for file in man/man1/guidec.1 bash-completion/completions/guidec zsh/site-functions/_guidec \
  fish/vendor_completions.d/guidec.fish; do
  test -s "$scratch/prefix/share/$file" || { echo "share/$file is not installed"; exit 1; }
done
# What is for one machine only stays out of share/, and nothing names the folder that it was made in.
binaries=$(find "$scratch/prefix/share" -name '*.node')
if [[ -n $binaries ]]; then
  echo "$binaries: share/ is for files that any machine can read"
  exit 1
fi
link=$(readlink "$scratch/prefix/share/guidec/node_modules")
if [[ $link != ../../lib/guidec/node_modules ]]; then
  echo "share/guidec/node_modules points at $link"
  exit 1
fi
if grep --recursive --text --files-with-matches --fixed-strings "$(realpath "$1")" "$scratch/prefix"; then
  echo 'these name the folder that they were made in'
  exit 1
fi
# Moved as a whole, it still finds its data.
mv "$scratch/prefix" "$scratch/elsewhere"
env -u GUIDEC_DATA_DIR "$scratch/elsewhere/bin/guidec" build --to pdf --out "$scratch/again"
built again
