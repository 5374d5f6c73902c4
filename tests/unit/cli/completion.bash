# Bash's completion of guidec, written by `guidec completion bash`.

_guidec_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

# The last of several words with commas between them.
_guidec_list() {
  local before=
  [[ $current != *,* ]] || before=${current%,*},
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${current##*,}")
}

_guidec_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}

_guidec() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  # Bash takes each `=` for a word of its own.
  if [[ $current == = ]]; then
    current=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  elif ((COMP_CWORD > 2)) && [[ $option != --* ]]; then
    option=
  fi
  local groups='YM SC RF ST HT QZ SF LG FG AX CF'
  local rules='RULES
'
  if ((COMP_CWORD == 1)); then
    _guidec_words 'lint build merge verify timeline figure proofs theme config explain rules cache dump completion man --help --version'
    return
  fi
  case "$command $option" in
    'lint --format') _guidec_words 'text concise json jsonl sarif github gitlab junit checkstyle rdjson'; return ;;
    'lint text') _guidec_paths -f; return ;;
    'lint concise') _guidec_paths -f; return ;;
    'lint json') _guidec_paths -f; return ;;
    'lint jsonl') _guidec_paths -f; return ;;
    'lint sarif') _guidec_paths -f; return ;;
    'lint github') _guidec_paths -f; return ;;
    'lint gitlab') _guidec_paths -f; return ;;
    'lint junit') _guidec_paths -f; return ;;
    'lint checkstyle') _guidec_paths -f; return ;;
    'lint rdjson') _guidec_paths -f; return ;;
    'lint --select') _guidec_list "$groups $rules"; return ;;
    'lint --ignore') _guidec_list "$groups $rules"; return ;;
    'lint --fail-on') _guidec_words 'error warning info never'; return ;;
    'lint --baseline') _guidec_paths -f; return ;;
    'lint --add-suppressions') :; return ;;
    'lint --max-findings') :; return ;;
    'lint --category') :; return ;;
    'lint --stdin-filename') _guidec_paths -f; return ;;
    'lint --shard') :; return ;;
    'lint --jobs') :; return ;;
    'lint --color') _guidec_words 'auto always never'; return ;;
    'lint --limit') :; return ;;
    'build --to') _guidec_list 'epub pdf html docx odt md json ndjson zip free-exercise-db'; return ;;
    'build --edition') _guidec_list 'learner instructor'; return ;;
    'build --versions') :; return ;;
    'build --seed') :; return ;;
    'build --out') _guidec_paths -d; return ;;
    'build --workspace') _guidec_paths -d; return ;;
    'build --paper') _guidec_words 'a4 letter'; return ;;
    'build --tool-timeout') :; return ;;
    'build --sign') _guidec_paths -f; return ;;
    'build --shard') :; return ;;
    'build --data-dir') _guidec_paths -d; return ;;
    'build --jobs') :; return ;;
    'build --color') _guidec_words 'auto always never'; return ;;
    'build --limit') :; return ;;
    'merge --out') _guidec_paths -f; return ;;
    'merge --fail-on') _guidec_words 'error warning info never'; return ;;
    'merge --limit') :; return ;;
    'verify --key') _guidec_paths -f; return ;;
    'verify --edition') _guidec_words 'learner instructor'; return ;;
    'verify --sources') _guidec_paths -d; return ;;
    'verify --format') _guidec_words 'text json'; return ;;
    'verify --limit') :; return ;;
    'timeline --format') _guidec_words 'text json'; return ;;
    'timeline --week') :; return ;;
    'timeline --workspace') _guidec_paths -d; return ;;
    'timeline --color') _guidec_words 'auto always never'; return ;;
    'timeline --limit') :; return ;;
    'figure --out') _guidec_paths -d; return ;;
    'figure --workspace') _guidec_paths -d; return ;;
    'figure --limit') :; return ;;
    'proofs --workspace') _guidec_paths -d; return ;;
    'proofs --format') _guidec_words 'text json markdown'; return ;;
    'proofs --limit') :; return ;;
    'theme --workspace') _guidec_paths -d; return ;;
    'theme --data-dir') _guidec_paths -d; return ;;
    'theme --limit') :; return ;;
    'config --format') _guidec_words 'text json'; return ;;
    'config --limit') :; return ;;
    'explain --color') _guidec_words 'auto always never'; return ;;
    'explain --limit') :; return ;;
    'rules --format') _guidec_words 'text json markdown'; return ;;
    'rules --color') _guidec_words 'auto always never'; return ;;
    'rules --limit') :; return ;;
    'cache --limit') :; return ;;
    'dump --stage') _guidec_words 'tree values model facts pandoc plan'; return ;;
    'dump --limit') :; return ;;
    'completion --limit') :; return ;;
    'man --limit') :; return ;;
  esac
  case $command in
    lint) if [[ $current == -* ]]; then _guidec_words '--format --fix --unsafe-fixes --diff --select --ignore --fail-on --baseline --update-baseline --add-suppressions --max-findings --statistics --category --stdin-filename --quiet --shard --no-cache --jobs --color --limit --help'; else _guidec_paths -f; fi ;;
    build) if [[ $current == -* ]]; then _guidec_words '--to --edition --versions --seed --out --workspace --paper --large-print --keep-going --tool-timeout --sign --shard --data-dir --no-cache --jobs --color --limit --help'; else :; fi ;;
    merge) if [[ $current == -* ]]; then _guidec_words '--out --fail-on --limit --help'; else _guidec_paths -f; fi ;;
    verify) if [[ $current == -* ]]; then _guidec_words '--key --edition --sources --format --limit --help'; else _guidec_paths -d; fi ;;
    timeline) if [[ $current == -* ]]; then _guidec_words '--format --week --workspace --color --limit --help'; else :; fi ;;
    figure) if [[ $current == -* ]]; then _guidec_words '--out --sheet --poses --workspace --limit --help'; else :; fi ;;
    proofs) if [[ $current == -* ]]; then _guidec_words '--workspace --format --limit --help'; else :; fi ;;
    theme) if [[ $current == -* ]]; then _guidec_words '--workspace --data-dir --limit --help'; else _guidec_words 'init'; fi ;;
    config) if [[ $current == -* ]]; then _guidec_words '--changed --format --limit --help'; else _guidec_paths -f; fi ;;
    explain) if [[ $current == -* ]]; then _guidec_words '--color --limit --help'; else _guidec_words "$rules"; fi ;;
    rules) if [[ $current == -* ]]; then _guidec_words '--format --color --limit --help'; else :; fi ;;
    cache) if [[ $current == -* ]]; then _guidec_words '--limit --help'; else _guidec_words 'info clear'; fi ;;
    dump) if [[ $current == -* ]]; then _guidec_words '--stage --limit --help'; else _guidec_paths -f; fi ;;
    completion) if [[ $current == -* ]]; then _guidec_words '--limit --help'; else _guidec_words 'bash zsh fish'; fi ;;
    man) if [[ $current == -* ]]; then _guidec_words '--limit --help'; else :; fi ;;
  esac
}

complete -F _guidec guidec
