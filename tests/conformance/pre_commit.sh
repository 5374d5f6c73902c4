#!/usr/bin/env bash
# Judges a workspace by the hook of PROJECT, a Git repository, as pre-commit runs it before a commit. With
# DELETED, files of the workspace, that commit does nothing but delete them:
# pre_commit.sh GUIDEC PROJECT WORKSPACE [DELETED...]
set -euo pipefail
guidec=$(realpath "$1")
project=$(realpath "$2")
workspace=$(realpath "$3")
shift 3

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -r "$workspace" "$scratch/repository"
cd "$scratch/repository"
git init --quiet && git add . || { echo 'git makes no repository' >&2; exit 2; }
which=(--all-files)
if (($#)); then
  git -c user.name=test -c user.email=test@example.org commit --quiet --message 'before'
  git rm --quiet -- "$@"
  which=() # what is staged
fi
export PATH=${guidec%/*}:$PATH PRE_COMMIT_HOME=$scratch/cache
if ! output=$(pre-commit validate-manifest "$project/.pre-commit-hooks.yaml" 2>&1 &&
  pre-commit try-repo "$project" guidec "${which[@]}" 2>&1); then
  printf '%s\n' "$output" 'pre-commit fails'
  exit 1
fi
# An unknown hook and one that is skipped are no failure of pre-commit's.
if [[ $output != *"check the guides"*Passed* ]]; then
  printf 'the hook did not run:\n%s\n' "$output"
  exit 1
fi
