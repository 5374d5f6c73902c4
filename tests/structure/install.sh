#!/usr/bin/env bash
# Installs into an empty prefix and builds the guide with what was installed, from another folder
# and without the build tree's data: install.sh BUILD SOURCES
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch/prefix" >/dev/null
cp -r "$2" "$scratch/sources"
cd "$scratch/sources/exercises"
env -u GUIDEC_DATA_DIR "$scratch/prefix/bin/guidec" lint .
env -u GUIDEC_DATA_DIR "$scratch/prefix/bin/guidec" build --out "$scratch/outputs"
for file in man/man1/guidec.1 bash-completion/completions/guidec zsh/site-functions/_guidec \
  fish/vendor_completions.d/guidec.fish; do
  test -s "$scratch/prefix/share/$file" || { echo "share/$file is not installed"; exit 1; }
done
# Moved as a whole, it still finds its data.
mv "$scratch/prefix" "$scratch/elsewhere"
env -u GUIDEC_DATA_DIR "$scratch/elsewhere/bin/guidec" build --to pdf --out "$scratch/again"
