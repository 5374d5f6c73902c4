# Sourced by the scripts that judge the judges: $here is the folder of the judges. The work is done in
# an empty folder, which is removed at the end.
# shellcheck shell=bash disable=SC2154,SC2164  # whoever sources it sets $here and `set -e`

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

passed=0
failed=0

# accepts WHAT JUDGE ARGUMENT...: exit status 0, and silence.
accepts() {
  local what=$1 output status=0
  output=$("$here/$2" "${@:3}" 2>&1) || status=$?
  if ((status == 0)) && [[ -z $output ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s rejects %s (exit status %d):\n%s\n' "$2" "$what" "$status" "$output"
  fi
}

# rejects WHAT MESSAGE JUDGE ARGUMENT...: exit status 1, and a message that holds these words.
rejects() {
  local what=$1 message=$2 output status=0
  output=$("$here/$3" "${@:4}" 2>&1) || status=$?
  if ((status == 1)) && [[ $output == *"$message"* ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s does not reject %s with "%s" (exit status %d):\n%s\n' \
      "$3" "$what" "$message" "$status" "$output"
  fi
}

# Says how many judgements were right; fails when one was not, or none was made.
verdict() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
}
