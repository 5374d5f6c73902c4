#!/usr/bin/env bash
# The changelog has an entry for the version, in a form that Debian can read: changelog.sh PROJECT
set -euo pipefail

project=$(realpath "${1:?usage: changelog.sh PROJECT}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  printf '%s\n' "$*"
  exit 1
}

# Texts are read and compared by no tool: `sed`, `grep` and `diff` may find nothing because they did not look.
pattern=$'\n''project\(guidec VERSION ([0-9.]+)'
[[ $'\n'$(<"$project/CMakeLists.txt") =~ $pattern ]] || fail 'CMakeLists.txt names no version'
version=${BASH_REMATCH[1]}
pattern=$'\n''## \[([^]]*)\] - '
[[ $'\n'$(<"$project/CHANGELOG.md") =~ $pattern ]] || fail 'CHANGELOG.md has no entry'
first=${BASH_REMATCH[1]}
[[ $first == "$version" ]] || fail "CHANGELOG.md begins with version $first, CMakeLists.txt says $version"
written=$(SOURCE_DATE_EPOCH=0 "$project/ci/debian/changelog" "$project/CHANGELOG.md" maintainers) ||
  fail 'ci/debian/changelog cannot read CHANGELOG.md'
while IFS= read -r line; do
  ((${#line} <= 80)) || fail "longer than the 80 columns that Debian allows: $line"
done <<<"$written"

# Of two versions, one released; links and what stands before the first entry are left out.
cat >"$scratch/CHANGELOG.md" <<'TEXT'
# Changelog

## [0.2.0] - unreleased

### Added

- one thing, in
  two lines

## [0.1.0] - 2026-02-28

The first.

[0.1.0]: https://example.org/
TEXT
SOURCE_DATE_EPOCH=86400 "$project/ci/debian/changelog" "$scratch/CHANGELOG.md" 'Someone <someone@example.org>' \
  >"$scratch/changelog"
cat >"$scratch/expected" <<'TEXT'
guidec (0.2.0) UNRELEASED; urgency=medium

  [ Added ]
  * one thing, in
    two lines

 -- Someone <someone@example.org>  Fri, 02 Jan 1970 00:00:00 +0000

guidec (0.1.0) unstable; urgency=medium

  The first.

 -- Someone <someone@example.org>  Sat, 28 Feb 2026 00:00:00 +0000

TEXT
if [[ $(<"$scratch/changelog") != "$(<"$scratch/expected")" ]]; then
  diff --unified "$scratch/expected" "$scratch/changelog" || true
  fail 'ci/debian/changelog writes something else'
fi

# release VERSION: what ci/release says in a project of that version, and its exit status, up to the packaging.
release() {
  echo "project(guidec VERSION $1 LANGUAGES CXX)" >"$scratch/CMakeLists.txt"
  "$scratch/ci/release" 2>&1 || echo "status $?"
}

mkdir "$scratch/ci"
cp "$project/ci/release" "$scratch/ci"
printf '#!/bin/sh\necho packs\nexit 3\n' >"$scratch/ci/package"
chmod +x "$scratch/ci/package"
git -C "$scratch" init --quiet || fail 'git init fails'
# Without an entry for the version, nothing is released; with one, it is packed, and what it lacks is said.
said=$(release 0.3.0)
[[ $said == *'no entry for version 0.3.0'*'status 1' ]] || fail "ci/release takes a version without an entry: $said"
said=$(release 0.2.0)
[[ $said == *'0.2.0 has no day'*'not committed'*'packs'*'status 3' ]] ||
  fail "ci/release does not take a version with an entry: $said"
