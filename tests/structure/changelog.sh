#!/usr/bin/env bash
# The changelog has an entry for the version, in a form that Debian can read: changelog.sh PROJECT
set -euo pipefail

project=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

version=$(sed -n 's/^project(guidec VERSION \([0-9.]*\).*/\1/p' "$project/CMakeLists.txt")
first=$(sed -n 's/^## \[\(.*\)\] - .*/\1/p' "$project/CHANGELOG.md" | head -n 1)
if [[ $first != "$version" ]]; then
  echo "CHANGELOG.md begins with version $first, CMakeLists.txt says $version"
  exit 1
fi
long=$(SOURCE_DATE_EPOCH=0 "$project/ci/debian/changelog" "$project/CHANGELOG.md" maintainers | sed -n '/.\{81\}/p')
if [[ -n $long ]]; then
  echo "longer than the 80 columns that Debian allows: $long"
  exit 1
fi

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
diff --unified - "$scratch/changelog" <<'TEXT'
guidec (0.2.0) UNRELEASED; urgency=medium

  [ Added ]
  * one thing, in
    two lines

 -- Someone <someone@example.org>  Fri, 02 Jan 1970 00:00:00 +0000

guidec (0.1.0) unstable; urgency=medium

  The first.

 -- Someone <someone@example.org>  Sat, 28 Feb 2026 00:00:00 +0000

TEXT

# Without an entry for the version, nothing is released.
mkdir "$scratch/ci"
cp "$project/ci/release" "$scratch/ci"
echo 'project(guidec VERSION 0.3.0 LANGUAGES CXX)' >"$scratch/CMakeLists.txt"
status=0
"$scratch/ci/release" 2>"$scratch/said" || status=$?
if ((status != 1)) || ! grep --quiet 'no entry for version 0.3.0' "$scratch/said"; then
  echo "ci/release takes a version without an entry (exit status $status)"
  cat "$scratch/said"
  exit 1
fi
