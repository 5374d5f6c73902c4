#compdef guidec
# zsh's completion of guidec, written by `guidec completion zsh`.

_guidec_groups() {
  local -a groups=(
    'YM:YAML'
    'SC:Shape'
    'RF:References'
    'ST:Steps'
    'HT:Holds and dose'
    'QZ:Quiz and answer key'
    'SF:Safety'
    'LG:Language'
    'FG:Figures'
    'AX:Accessibility'
    'CF:Settings'
  )
  _describe group groups
}

_guidec_rules() {
  local -a rules=(
RULES
  )
  _describe rule rules
}

_guidec_lint_format() {
  if compset -P '*='; then _files; return; fi
  local -a values=(
    'text:code frames, for people'
    'concise:a line each: path, place, code and message'
    'json:an array of objects'
    'jsonl:the objects of json, a line each'
    'sarif:SARIF 2.1.0, with rules and fixes'
    'github:annotations of GitHub Actions'
    'gitlab:GitLab'\''s code quality report'
    'junit:JUnit'\''s XML, a suite a file'
    'checkstyle:Checkstyle'\''s XML'
    'rdjson:reviewdog'\''s format, with suggestions'
  )
  _describe value values
}

_guidec_lint_select() {
  compset -P '*,'
  compset -S ',*'
  _guidec_groups
  _guidec_rules
}

_guidec_lint_ignore() {
  compset -P '*,'
  compset -S ',*'
  _guidec_groups
  _guidec_rules
}

_guidec_lint_fail_on() {
  local -a values=(
    'error'
    'warning'
    'info'
    'never'
  )
  _describe value values
}

_guidec_lint_baseline() {
  _files
}

_guidec_lint_add_suppressions() {
  _message 'nothing to complete'
}

_guidec_lint_max_findings() {
  _message 'nothing to complete'
}

_guidec_lint_category() {
  _message 'nothing to complete'
}

_guidec_lint_stdin_filename() {
  _files
}

_guidec_lint_shard() {
  _message 'nothing to complete'
}

_guidec_lint_jobs() {
  _message 'nothing to complete'
}

_guidec_lint_color() {
  local -a values=(
    'auto'
    'always'
    'never'
  )
  _describe value values
}

_guidec_lint_limit() {
  _message 'nothing to complete'
}

_guidec_lint_arguments() {
  _files
}

_guidec_build_to() {
  compset -P '*,'
  compset -S ',*'
  local -a values=(
    'epub'
    'pdf'
    'html'
    'docx'
    'odt'
    'md'
    'json'
    'ndjson'
    'zip'
    'free-exercise-db'
  )
  _describe value values
}

_guidec_build_edition() {
  compset -P '*,'
  compset -S ',*'
  local -a values=(
    'learner'
    'instructor'
  )
  _describe value values
}

_guidec_build_versions() {
  _message 'nothing to complete'
}

_guidec_build_seed() {
  _message 'nothing to complete'
}

_guidec_build_out() {
  _files -/
}

_guidec_build_workspace() {
  _files -/
}

_guidec_build_paper() {
  local -a values=(
    'a4'
    'letter'
  )
  _describe value values
}

_guidec_build_tool_timeout() {
  _message 'nothing to complete'
}

_guidec_build_sign() {
  _files
}

_guidec_build_shard() {
  _message 'nothing to complete'
}

_guidec_build_data_dir() {
  _files -/
}

_guidec_build_jobs() {
  _message 'nothing to complete'
}

_guidec_build_color() {
  local -a values=(
    'auto'
    'always'
    'never'
  )
  _describe value values
}

_guidec_build_limit() {
  _message 'nothing to complete'
}

_guidec_build_arguments() {
  _message 'nothing to complete'
}

_guidec_merge_out() {
  _files
}

_guidec_merge_fail_on() {
  local -a values=(
    'error'
    'warning'
    'info'
    'never'
  )
  _describe value values
}

_guidec_merge_limit() {
  _message 'nothing to complete'
}

_guidec_merge_arguments() {
  _files
}

_guidec_verify_key() {
  _files
}

_guidec_verify_edition() {
  local -a values=(
    'learner'
    'instructor'
  )
  _describe value values
}

_guidec_verify_sources() {
  _files -/
}

_guidec_verify_format() {
  local -a values=(
    'text:a line for each file that differs'
    'json:for programs'
  )
  _describe value values
}

_guidec_verify_limit() {
  _message 'nothing to complete'
}

_guidec_verify_arguments() {
  _files -/
}

_guidec_timeline_format() {
  local -a values=(
    'text:a table with a bar for each cue'\''s length'
    'json:for programs, with the place of the step that says each'
  )
  _describe value values
}

_guidec_timeline_week() {
  _message 'nothing to complete'
}

_guidec_timeline_workspace() {
  _files -/
}

_guidec_timeline_color() {
  local -a values=(
    'auto'
    'always'
    'never'
  )
  _describe value values
}

_guidec_timeline_limit() {
  _message 'nothing to complete'
}

_guidec_timeline_arguments() {
  _message 'nothing to complete'
}

_guidec_figure_out() {
  _files -/
}

_guidec_figure_workspace() {
  _files -/
}

_guidec_figure_limit() {
  _message 'nothing to complete'
}

_guidec_figure_arguments() {
  _message 'nothing to complete'
}

_guidec_proofs_workspace() {
  _files -/
}

_guidec_proofs_format() {
  local -a values=(
    'text:a block for each question'
    'json:for programs'
    'markdown:a page'
  )
  _describe value values
}

_guidec_proofs_limit() {
  _message 'nothing to complete'
}

_guidec_proofs_arguments() {
  _message 'nothing to complete'
}

_guidec_theme_workspace() {
  _files -/
}

_guidec_theme_data_dir() {
  _files -/
}

_guidec_theme_limit() {
  _message 'nothing to complete'
}

_guidec_theme_arguments() {
  local -a values=(
    'init'
  )
  _describe value values
}

_guidec_config_format() {
  local -a values=(
    'text'
    'json'
  )
  _describe value values
}

_guidec_config_limit() {
  _message 'nothing to complete'
}

_guidec_config_arguments() {
  _files
}

_guidec_explain_color() {
  local -a values=(
    'auto'
    'always'
    'never'
  )
  _describe value values
}

_guidec_explain_limit() {
  _message 'nothing to complete'
}

_guidec_explain_arguments() {
  _guidec_rules
}

_guidec_rules_format() {
  local -a values=(
    'text:columns, by group'
    'json:for programs'
    'markdown:a page with all that `guidec explain` says'
  )
  _describe value values
}

_guidec_rules_color() {
  local -a values=(
    'auto'
    'always'
    'never'
  )
  _describe value values
}

_guidec_rules_limit() {
  _message 'nothing to complete'
}

_guidec_cache_limit() {
  _message 'nothing to complete'
}

_guidec_cache_arguments() {
  local -a values=(
    'info:where the cache lies and what it holds'
    'clear:removes what guidec has put there'
  )
  _describe value values
}

_guidec_dump_stage() {
  local -a values=(
    'tree:the syntax tree of a file, with places'
    'values:the values of a file, with places'
    'model:what the guides of a workspace mean, as the JSON bundle'
    'facts:what proofs are judged by, with places'
    'pandoc:the same as Pandoc'\''s syntax tree'
    'plan:the files that a build makes, and with what'
  )
  _describe value values
}

_guidec_dump_limit() {
  _message 'nothing to complete'
}

_guidec_dump_arguments() {
  _files
}

_guidec_completion_limit() {
  _message 'nothing to complete'
}

_guidec_completion_arguments() {
  local -a values=(
    'bash:source it, or put it into ~/.local/share/bash-completion/completions/guidec'
    'zsh:put it into a folder of $fpath, as _guidec'
    'fish:put it into ~/.config/fish/completions/guidec.fish'
  )
  _describe value values
}

_guidec_man_limit() {
  _message 'nothing to complete'
}

_guidec() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands=(
    'lint:check sources and show every finding at its line'
    'build:compile guides to EPUB, PDF, JSON and other documents'
    'merge:make one report of the reports of several runs, or one manifest of several'
    'verify:show which files of a delivery were touched, are missing or were added'
    'timeline:show how an exercise or a guide'\''s routine runs, cue by cue'
    'figure:draw the pictures of exercises as SVG and PNG'
    'proofs:show how quiz answers are proven, and what no question asks about'
    'theme:copy the templates of the PDFs, for a designer to edit'
    'config:show which settings apply, and which file and line say so'
    'explain:say what a rule is for, where it comes from and how to fix a finding'
    'rules:list every rule with its code, severity and meaning'
    'cache:show or empty what guidec keeps between runs'
    'dump:show what a stage of the compiler makes'
    'completion:write the script by which a shell completes guidec'\''s command line'
    'man:write the man page, for `guidec man | man -l -`'
  )
  _arguments -C '(- *)--help[this text]' '(- *)--version[the version]' '1:command:->command' '*::argument:->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $words[1] in
        lint)
          _arguments -s \
            '*--format=[how findings are shown, and in which file]:FORMAT:_guidec_lint_format' \
            '--fix[fix in the files what can be fixed without guessing]' \
            '--unsafe-fixes[also fix what needs to be read over afterwards]' \
            '--diff[show what --fix would change, and change nothing]' \
            '*--select=[report only these rules or groups, such as QZ,spelling]:RULES:_guidec_lint_select' \
            '*--ignore=[do not report these rules or groups]:RULES:_guidec_lint_ignore' \
            '--fail-on=[the least severe finding that makes the exit status 1]:LEVEL:_guidec_lint_fail_on' \
            '--baseline=[do not report what this file holds]:FILE:_guidec_lint_baseline' \
            '--update-baseline[write all present findings into the file of --baseline]' \
            '--add-suppressions=[allow every present finding by a comment in its file, with this reason]:REASON:_guidec_lint_add_suppressions' \
            '--max-findings=[how many findings the format `text` shows in full; 0 is all]:N:_guidec_lint_max_findings' \
            '--statistics[count the findings of each rule instead of showing them]' \
            '--category=[what SARIF calls this run among others on the same commit; `guidec` when left out]:NAME:_guidec_lint_category' \
            '--stdin-filename=[check standard input as if it were saved at PATH]:PATH:_guidec_lint_stdin_filename' \
            '--quiet[only findings: no count, no notes]' \
            '--shard=[do the K-th of N parts of the work; `ci` takes both from GitLab'\''s CI_NODE_INDEX and CI_NODE_TOTAL, or from the JOB_COMPLETION_INDEX of a Kubernetes job and JOB_COMPLETIONS, which the job'\''s template has to set]:K/N:_guidec_lint_shard' \
            '--no-cache[neither use nor keep results of other runs]' \
            '--jobs=[how many things are done at once, other programs included; as many as there are cores]:N:_guidec_lint_jobs' \
            '--color=[colour (auto heeds NO_COLOR)]:MODE:_guidec_lint_color' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_lint_limit' \
            '--help[this text]' \
            '*:argument:_guidec_lint_arguments'
          ;;
        build)
          _arguments -s \
            '*--to=[what to make, instead of the workspace'\''s choice (whatever Pandoc writes, and)]:FORMAT:_guidec_build_to' \
            '*--edition=[for whom, instead of the workspace'\''s choice]:EDITION:_guidec_build_edition' \
            '--versions=[how many versions A, B, … of the printed quiz, instead of the workspace'\''s choice]:COUNT:_guidec_build_versions' \
            '--seed=[decides the orders in the versions, instead of the workspace'\''s choice]:SEED:_guidec_build_seed' \
            '--out=[where each guide gets its folder]:DIR:_guidec_build_out' \
            '--workspace=[the folder of guidec.yaml]:DIR:_guidec_build_workspace' \
            '--paper=[the pages'\'' size, instead of the workspace'\''s choice]:PAPER:_guidec_build_paper' \
            '--large-print[PDFs in large print, whatever the workspace'\''s choice]' \
            '--keep-going[build in spite of errors in the sources]' \
            '--tool-timeout=[how long Pandoc or Typst may take for one file]:SECONDS:_guidec_build_tool_timeout' \
            '--sign=[sign each manifest with this private Ed25519 key, a file in PEM; or set GUIDEC_SIGNING_KEY to what such a file holds]:KEY:_guidec_build_sign' \
            '--shard=[do the K-th of N parts of the work; `ci` takes both from GitLab'\''s CI_NODE_INDEX and CI_NODE_TOTAL, or from the JOB_COMPLETION_INDEX of a Kubernetes job and JOB_COMPLETIONS, which the job'\''s template has to set]:K/N:_guidec_build_shard' \
            '--data-dir=[where guidec'\''s templates lie; found beside the binary when left out]:DIR:_guidec_build_data_dir' \
            '--no-cache[neither use nor keep results of other runs]' \
            '--jobs=[how many things are done at once, other programs included; as many as there are cores]:N:_guidec_build_jobs' \
            '--color=[colour (auto heeds NO_COLOR)]:MODE:_guidec_build_color' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_build_limit' \
            '--help[this text]' \
            '*:argument:_guidec_build_arguments'
          ;;
        merge)
          _arguments -s \
            '--out=[where the result goes, instead of standard output]:FILE:_guidec_merge_out' \
            '--fail-on=[the least severe finding that makes the exit status 1]:LEVEL:_guidec_merge_fail_on' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_merge_limit' \
            '--help[this text]' \
            '*:argument:_guidec_merge_arguments'
          ;;
        verify)
          _arguments -s \
            '--key=[the manifest must be signed with the private key of this public one, in PEM]:PUB:_guidec_verify_key' \
            '--edition=[check only what is for these, where the others'\'' files were not handed on]:EDITION:_guidec_verify_edition' \
            '--sources=[also compare the sources in this workspace with those that the guide was made of]:DIR:_guidec_verify_sources' \
            '--format=[how the result is shown]:FORMAT:_guidec_verify_format' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_verify_limit' \
            '--help[this text]' \
            '*:argument:_guidec_verify_arguments'
          ;;
        timeline)
          _arguments -s \
            '--format=[how timelines are shown]:FORMAT:_guidec_timeline_format' \
            '--week=[as it is in week N of what grows by the week]:N:_guidec_timeline_week' \
            '--workspace=[the folder of guidec.yaml]:DIR:_guidec_timeline_workspace' \
            '--color=[colour (auto heeds NO_COLOR)]:MODE:_guidec_timeline_color' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_timeline_limit' \
            '--help[this text]' \
            '*:argument:_guidec_timeline_arguments'
          ;;
        figure)
          _arguments -s \
            '--out=[where the pictures go]:DIR:_guidec_figure_out' \
            '--sheet[draw all figures on one contact sheet, for review]' \
            '--poses[draw the base poses on one contact sheet]' \
            '--workspace=[the folder of guidec.yaml]:DIR:_guidec_figure_workspace' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_figure_limit' \
            '--help[this text]' \
            '*:argument:_guidec_figure_arguments'
          ;;
        proofs)
          _arguments -s \
            '--workspace=[the folder of guidec.yaml]:DIR:_guidec_proofs_workspace' \
            '--format=[how the proofs are shown]:FORMAT:_guidec_proofs_format' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_proofs_limit' \
            '--help[this text]' \
            '*:argument:_guidec_proofs_arguments'
          ;;
        theme)
          _arguments -s \
            '--workspace=[the folder of guidec.yaml]:DIR:_guidec_theme_workspace' \
            '--data-dir=[where guidec'\''s templates lie; found beside the binary when left out]:DIR:_guidec_theme_data_dir' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_theme_limit' \
            '--help[this text]' \
            '*:argument:_guidec_theme_arguments'
          ;;
        config)
          _arguments -s \
            '--changed[only what a file sets, without the defaults]' \
            '--format=[how it is shown]:FORMAT:_guidec_config_format' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_config_limit' \
            '--help[this text]' \
            '*:argument:_guidec_config_arguments'
          ;;
        explain)
          _arguments -s \
            '--color=[colour (auto heeds NO_COLOR)]:MODE:_guidec_explain_color' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_explain_limit' \
            '--help[this text]' \
            '*:argument:_guidec_explain_arguments'
          ;;
        rules)
          _arguments -s \
            '--format=[how the rules are shown]:FORMAT:_guidec_rules_format' \
            '--color=[colour (auto heeds NO_COLOR)]:MODE:_guidec_rules_color' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_rules_limit' \
            '--help[this text]'
          ;;
        cache)
          _arguments -s \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_cache_limit' \
            '--help[this text]' \
            '*:argument:_guidec_cache_arguments'
          ;;
        dump)
          _arguments -s \
            '--stage=[which one]:STAGE:_guidec_dump_stage' \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_dump_limit' \
            '--help[this text]' \
            '*:argument:_guidec_dump_arguments'
          ;;
        completion)
          _arguments -s \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_completion_limit' \
            '--help[this text]' \
            '*:argument:_guidec_completion_arguments'
          ;;
        man)
          _arguments -s \
            '*--limit=[a limit on what is read; `guidec --help` lists them]:NAME=N:_guidec_man_limit' \
            '--help[this text]'
          ;;
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _guidec ]]; then
  _guidec "$@"
else
  compdef _guidec guidec
fi
