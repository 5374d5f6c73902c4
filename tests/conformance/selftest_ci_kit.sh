#!/usr/bin/env bash
# Shows that the CI kit works and, without the argument `sound`, that its judge sees when it does not:
# selftest_ci_kit.sh GUIDEC SOURCES PROJECT [sound]
# shellcheck disable=SC2016  # what sed looks for is not for this shell
set -euo pipefail
here=$(dirname "$(realpath "$0")")
guidec=$(realpath "$1")
sources=$(realpath "$2")
project=$(realpath "$3")

# shellcheck source=tests/conformance/verdicts.sh
source "$here/verdicts.sh"

# broken_kit FILE SED: a kit with one file changed.
broken_kit() {
  rm -rf kit
  mkdir kit
  cp -r "$project/ci" "$project/.pre-commit-hooks.yaml" kit
  sed -i "$2" "kit/$1"
  if cmp --silent "kit/$1" "$project/$1"; then
    printf '%s changes nothing in %s\n' "$2" "$1"
    failed=$((failed + 1))
  fi
}

judge=(ci_kit.py "$guidec" "$sources")
accepts 'the kit' "${judge[@]}" "$project"
if [[ ${4-} == sound ]]; then
  verdict
  exit
fi
broken_kit ci/github/action.yml 's/exit "$status"/exit 0/'
rejects 'an action that never fails' 'GitHub, broken: failed' "${judge[@]}" kit
broken_kit ci/github/action.yml 's/ || status=$?//'
rejects 'an action that stops before it says its status' 'GitHub, broken: status' "${judge[@]}" kit
broken_kit ci/github/action.yml 's/always() && //'
rejects 'an action that uploads only a clean report' 'GitHub, broken: uploads' "${judge[@]}" kit
broken_kit ci/github/action.yml 's/--format github/--format text/'
rejects 'an action without annotations' 'GitHub, broken: annotations' "${judge[@]}" kit
broken_kit ci/github/action.yml 's/ --category "$CATEGORY"//'
rejects 'an action whose reports replace one another' 'GitHub, sound: the category' "${judge[@]}" kit
broken_kit ci/github/action.yml 's/"${paths\[@\]}"/"${paths[0]}"/'
rejects 'an action that checks the first path alone' ': workspaces' "${judge[@]}" kit
broken_kit ci/gitlab/guidec.yml 's/"$@"$/sound/'
rejects 'a template that checks another path' 'GitLab, broken: status' "${judge[@]}" kit
broken_kit ci/gitlab/guidec.yml '/ci\/compile/d'
rejects 'a template that compiles nothing' 'GitLab, compiled' "${judge[@]}" kit
broken_kit .pre-commit-hooks.yaml 's/guidec lint/guidec rules/'
rejects 'a hook that checks nothing' 'pre-commit, broken' "${judge[@]}" kit
broken_kit .pre-commit-hooks.yaml '/always_run/d'
rejects 'a hook that no deletion runs' 'pre-commit runs always' "${judge[@]}" kit
broken_kit ci/gitlab/guidec.yml 's/^  script:/  rules: [{changes: ["**\/*.yaml"]}]\n  script:/'
rejects 'a template that only some files run' 'GitLab, filters' "${judge[@]}" kit

verdict
