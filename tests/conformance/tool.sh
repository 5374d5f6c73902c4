# Sourced by the judges that are shell scripts. A judge that could not look ends with status 2 and says
# why: status 0 and 1 are verdicts.
# shellcheck shell=bash disable=SC2034  # whoever sources it reads $status

give_up() {
  printf '%s\n' "$*" >&2
  exit 2
}

# run_tool TOOL ARGUMENT...: leaves what the tool prints in $output and its exit status in $status.
run_tool() {
  [[ -x $(type -P "$1") ]] || give_up "$1 is not installed"
  status=0
  output=$("$@" 2>&1) || status=$?
  ((status < 126)) || give_up "$1 ends with status $status: $output"
}

# shows WORDS: ends the judge when the output lacks the words by which the tool shows that it looked.
shows() {
  [[ $output == *"$1"* ]] || give_up "${2-the tool} did not say \`$1\` (exit status $status): $output"
}

# lines_without WORDS [TEXT]: the lines of the output, or of the text, that lack the words. By no tool: `grep`
# says by the same status that it found nothing and that something is wrong.
lines_without() {
  local line
  while IFS= read -r line; do
    if [[ -n $line && $line != *"$1"* ]]; then printf '%s\n' "$line"; fi
  done <<<"${2-$output}"
}
