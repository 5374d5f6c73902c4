# fish's completion of guidec, written by `guidec completion fish`.

function __guidec_groups
  printf '%s\t%s\n' 'YM' 'YAML'
  printf '%s\t%s\n' 'SC' 'Shape'
  printf '%s\t%s\n' 'RF' 'References'
  printf '%s\t%s\n' 'ST' 'Steps'
  printf '%s\t%s\n' 'HT' 'Holds and dose'
  printf '%s\t%s\n' 'QZ' 'Quiz and answer key'
  printf '%s\t%s\n' 'SF' 'Safety'
  printf '%s\t%s\n' 'LG' 'Language'
  printf '%s\t%s\n' 'FG' 'Figures'
  printf '%s\t%s\n' 'AX' 'Accessibility'
  printf '%s\t%s\n' 'CF' 'Settings'
end

function __guidec_rules
RULES
end

function __guidec_lint_format
  set -l parts (commandline -ct | string replace -r -- '^--[^=]*=' '' | string split -m 1 =)
  if test (count $parts) = 2
    printf '%s\n' $parts[1]=(__fish_complete_path $parts[2])
    return
  end
  printf '%s\t%s\n' 'text' 'code frames, for people'
  printf '%s\t%s\n' 'concise' 'a line each: path, place, code and message'
  printf '%s\t%s\n' 'json' 'an array of objects'
  printf '%s\t%s\n' 'jsonl' 'the objects of json, a line each'
  printf '%s\t%s\n' 'sarif' 'SARIF 2.1.0, with rules and fixes'
  printf '%s\t%s\n' 'github' 'annotations of GitHub Actions'
  printf '%s\t%s\n' 'gitlab' 'GitLab\'s code quality report'
  printf '%s\t%s\n' 'junit' 'JUnit\'s XML, a suite a file'
  printf '%s\t%s\n' 'checkstyle' 'Checkstyle\'s XML'
  printf '%s\t%s\n' 'rdjson' 'reviewdog\'s format, with suggestions'
end

function __guidec_lint_fail_on
  printf '%s\t%s\n' 'error' ''
  printf '%s\t%s\n' 'warning' ''
  printf '%s\t%s\n' 'info' ''
  printf '%s\t%s\n' 'never' ''
end

function __guidec_lint_color
  printf '%s\t%s\n' 'auto' ''
  printf '%s\t%s\n' 'always' ''
  printf '%s\t%s\n' 'never' ''
end

function __guidec_build_to
  printf '%s\t%s\n' 'epub' ''
  printf '%s\t%s\n' 'pdf' ''
  printf '%s\t%s\n' 'html' ''
  printf '%s\t%s\n' 'docx' ''
  printf '%s\t%s\n' 'odt' ''
  printf '%s\t%s\n' 'md' ''
  printf '%s\t%s\n' 'json' ''
  printf '%s\t%s\n' 'ndjson' ''
  printf '%s\t%s\n' 'zip' ''
  printf '%s\t%s\n' 'free-exercise-db' ''
end

function __guidec_build_edition
  printf '%s\t%s\n' 'learner' ''
  printf '%s\t%s\n' 'instructor' ''
end

function __guidec_build_paper
  printf '%s\t%s\n' 'a4' ''
  printf '%s\t%s\n' 'letter' ''
end

function __guidec_build_color
  printf '%s\t%s\n' 'auto' ''
  printf '%s\t%s\n' 'always' ''
  printf '%s\t%s\n' 'never' ''
end

function __guidec_merge_fail_on
  printf '%s\t%s\n' 'error' ''
  printf '%s\t%s\n' 'warning' ''
  printf '%s\t%s\n' 'info' ''
  printf '%s\t%s\n' 'never' ''
end

function __guidec_verify_edition
  printf '%s\t%s\n' 'learner' ''
  printf '%s\t%s\n' 'instructor' ''
end

function __guidec_verify_format
  printf '%s\t%s\n' 'text' 'a line for each file that differs'
  printf '%s\t%s\n' 'json' 'for programs'
end

function __guidec_timeline_format
  printf '%s\t%s\n' 'text' 'a table with a bar for each cue\'s length'
  printf '%s\t%s\n' 'json' 'for programs, with the place of the step that says each'
end

function __guidec_timeline_color
  printf '%s\t%s\n' 'auto' ''
  printf '%s\t%s\n' 'always' ''
  printf '%s\t%s\n' 'never' ''
end

function __guidec_proofs_format
  printf '%s\t%s\n' 'text' 'a block for each question'
  printf '%s\t%s\n' 'json' 'for programs'
  printf '%s\t%s\n' 'markdown' 'a page'
end

function __guidec_theme_arguments
  printf '%s\t%s\n' 'init' ''
end

function __guidec_config_format
  printf '%s\t%s\n' 'text' ''
  printf '%s\t%s\n' 'json' ''
end

function __guidec_explain_color
  printf '%s\t%s\n' 'auto' ''
  printf '%s\t%s\n' 'always' ''
  printf '%s\t%s\n' 'never' ''
end

function __guidec_rules_format
  printf '%s\t%s\n' 'text' 'columns, by group'
  printf '%s\t%s\n' 'json' 'for programs'
  printf '%s\t%s\n' 'markdown' 'a page with all that `guidec explain` says'
end

function __guidec_rules_color
  printf '%s\t%s\n' 'auto' ''
  printf '%s\t%s\n' 'always' ''
  printf '%s\t%s\n' 'never' ''
end

function __guidec_cache_arguments
  printf '%s\t%s\n' 'info' 'where the cache lies and what it holds'
  printf '%s\t%s\n' 'clear' 'removes what guidec has put there'
end

function __guidec_dump_stage
  printf '%s\t%s\n' 'tree' 'the syntax tree of a file, with places'
  printf '%s\t%s\n' 'values' 'the values of a file, with places'
  printf '%s\t%s\n' 'model' 'what the guides of a workspace mean, as the JSON bundle'
  printf '%s\t%s\n' 'facts' 'what proofs are judged by, with places'
  printf '%s\t%s\n' 'pandoc' 'the same as Pandoc\'s syntax tree'
  printf '%s\t%s\n' 'plan' 'the files that a build makes, and with what'
end

function __guidec_completion_arguments
  printf '%s\t%s\n' 'bash' 'source it, or put it into ~/.local/share/bash-completion/completions/guidec'
  printf '%s\t%s\n' 'zsh' 'put it into a folder of $fpath, as _guidec'
  printf '%s\t%s\n' 'fish' 'put it into ~/.config/fish/completions/guidec.fish'
end

complete -c guidec -f
complete -c guidec -n __fish_use_subcommand -l help -d 'this text'
complete -c guidec -n __fish_use_subcommand -l version -d 'the version'
complete -c guidec -n __fish_use_subcommand -a lint -d 'check sources and show every finding at its line'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l format -d 'how findings are shown, and in which file' -x -a '(__guidec_lint_format)'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l fix -d 'fix in the files what can be fixed without guessing'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l unsafe-fixes -d 'also fix what needs to be read over afterwards'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l diff -d 'show what --fix would change, and change nothing'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l select -d 'report only these rules or groups, such as QZ,spelling' -x -a '(__fish_append , (__guidec_groups; __guidec_rules))'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l ignore -d 'do not report these rules or groups' -x -a '(__fish_append , (__guidec_groups; __guidec_rules))'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l fail-on -d 'the least severe finding that makes the exit status 1' -x -a '(__guidec_lint_fail_on)'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l baseline -d 'do not report what this file holds' -r -F
complete -c guidec -n '__fish_seen_subcommand_from lint' -l update-baseline -d 'write all present findings into the file of --baseline'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l add-suppressions -d 'allow every present finding by a comment in its file, with this reason' -x
complete -c guidec -n '__fish_seen_subcommand_from lint' -l max-findings -d 'how many findings the format `text` shows in full; 0 is all' -x
complete -c guidec -n '__fish_seen_subcommand_from lint' -l statistics -d 'count the findings of each rule instead of showing them'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l category -d 'what SARIF calls this run among others on the same commit; `guidec` when left out' -x
complete -c guidec -n '__fish_seen_subcommand_from lint' -l stdin-filename -d 'check standard input as if it were saved at PATH' -r -F
complete -c guidec -n '__fish_seen_subcommand_from lint' -l quiet -d 'only findings: no count, no notes'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l shard -d 'do the K-th of N parts of the work; `ci` takes both from GitLab\'s CI_NODE_INDEX and CI_NODE_TOTAL, or from the JOB_COMPLETION_INDEX of a Kubernetes job and JOB_COMPLETIONS, which the job\'s template has to set' -x
complete -c guidec -n '__fish_seen_subcommand_from lint' -l no-cache -d 'neither use nor keep results of other runs'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l jobs -d 'how many things are done at once, other programs included; as many as there are cores' -x
complete -c guidec -n '__fish_seen_subcommand_from lint' -l color -d 'colour (auto heeds NO_COLOR)' -x -a '(__guidec_lint_color)'
complete -c guidec -n '__fish_seen_subcommand_from lint' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from lint' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from lint' -F
complete -c guidec -n __fish_use_subcommand -a build -d 'compile guides to EPUB, PDF, JSON and other documents'
complete -c guidec -n '__fish_seen_subcommand_from build' -l to -d 'what to make, instead of the workspace\'s choice (whatever Pandoc writes, and)' -x -a '(__fish_append , (__guidec_build_to))'
complete -c guidec -n '__fish_seen_subcommand_from build' -l edition -d 'for whom, instead of the workspace\'s choice' -x -a '(__fish_append , (__guidec_build_edition))'
complete -c guidec -n '__fish_seen_subcommand_from build' -l versions -d 'how many versions A, B, … of the printed quiz, instead of the workspace\'s choice' -x
complete -c guidec -n '__fish_seen_subcommand_from build' -l seed -d 'decides the orders in the versions, instead of the workspace\'s choice' -x
complete -c guidec -n '__fish_seen_subcommand_from build' -l out -d 'where each guide gets its folder' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from build' -l workspace -d 'the folder of guidec.yaml' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from build' -l paper -d 'the pages\' size, instead of the workspace\'s choice' -x -a '(__guidec_build_paper)'
complete -c guidec -n '__fish_seen_subcommand_from build' -l large-print -d 'PDFs in large print, whatever the workspace\'s choice'
complete -c guidec -n '__fish_seen_subcommand_from build' -l keep-going -d 'build in spite of errors in the sources'
complete -c guidec -n '__fish_seen_subcommand_from build' -l tool-timeout -d 'how long Pandoc or Typst may take for one file' -x
complete -c guidec -n '__fish_seen_subcommand_from build' -l sign -d 'sign each manifest with this private Ed25519 key, a file in PEM; or set GUIDEC_SIGNING_KEY to what such a file holds' -r -F
complete -c guidec -n '__fish_seen_subcommand_from build' -l shard -d 'do the K-th of N parts of the work; `ci` takes both from GitLab\'s CI_NODE_INDEX and CI_NODE_TOTAL, or from the JOB_COMPLETION_INDEX of a Kubernetes job and JOB_COMPLETIONS, which the job\'s template has to set' -x
complete -c guidec -n '__fish_seen_subcommand_from build' -l data-dir -d 'where guidec\'s templates lie; found beside the binary when left out' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from build' -l no-cache -d 'neither use nor keep results of other runs'
complete -c guidec -n '__fish_seen_subcommand_from build' -l jobs -d 'how many things are done at once, other programs included; as many as there are cores' -x
complete -c guidec -n '__fish_seen_subcommand_from build' -l color -d 'colour (auto heeds NO_COLOR)' -x -a '(__guidec_build_color)'
complete -c guidec -n '__fish_seen_subcommand_from build' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from build' -l help -d 'this text'
complete -c guidec -n __fish_use_subcommand -a merge -d 'make one report of the reports of several runs, or one manifest of several'
complete -c guidec -n '__fish_seen_subcommand_from merge' -l out -d 'where the result goes, instead of standard output' -r -F
complete -c guidec -n '__fish_seen_subcommand_from merge' -l fail-on -d 'the least severe finding that makes the exit status 1' -x -a '(__guidec_merge_fail_on)'
complete -c guidec -n '__fish_seen_subcommand_from merge' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from merge' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from merge' -F
complete -c guidec -n __fish_use_subcommand -a verify -d 'show which files of a delivery were touched, are missing or were added'
complete -c guidec -n '__fish_seen_subcommand_from verify' -l key -d 'the manifest must be signed with the private key of this public one, in PEM' -r -F
complete -c guidec -n '__fish_seen_subcommand_from verify' -l edition -d 'check only what is for these, where the others\' files were not handed on' -x -a '(__guidec_verify_edition)'
complete -c guidec -n '__fish_seen_subcommand_from verify' -l sources -d 'also compare the sources in this workspace with those that the guide was made of' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from verify' -l format -d 'how the result is shown' -x -a '(__guidec_verify_format)'
complete -c guidec -n '__fish_seen_subcommand_from verify' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from verify' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from verify' -a '(__fish_complete_directories)'
complete -c guidec -n __fish_use_subcommand -a timeline -d 'show how an exercise or a guide\'s routine runs, cue by cue'
complete -c guidec -n '__fish_seen_subcommand_from timeline' -l format -d 'how timelines are shown' -x -a '(__guidec_timeline_format)'
complete -c guidec -n '__fish_seen_subcommand_from timeline' -l week -d 'as it is in week N of what grows by the week' -x
complete -c guidec -n '__fish_seen_subcommand_from timeline' -l workspace -d 'the folder of guidec.yaml' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from timeline' -l color -d 'colour (auto heeds NO_COLOR)' -x -a '(__guidec_timeline_color)'
complete -c guidec -n '__fish_seen_subcommand_from timeline' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from timeline' -l help -d 'this text'
complete -c guidec -n __fish_use_subcommand -a figure -d 'draw the pictures of exercises as SVG and PNG'
complete -c guidec -n '__fish_seen_subcommand_from figure' -l out -d 'where the pictures go' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from figure' -l sheet -d 'draw all figures on one contact sheet, for review'
complete -c guidec -n '__fish_seen_subcommand_from figure' -l poses -d 'draw the base poses on one contact sheet'
complete -c guidec -n '__fish_seen_subcommand_from figure' -l workspace -d 'the folder of guidec.yaml' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from figure' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from figure' -l help -d 'this text'
complete -c guidec -n __fish_use_subcommand -a proofs -d 'show how quiz answers are proven, and what no question asks about'
complete -c guidec -n '__fish_seen_subcommand_from proofs' -l workspace -d 'the folder of guidec.yaml' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from proofs' -l format -d 'how the proofs are shown' -x -a '(__guidec_proofs_format)'
complete -c guidec -n '__fish_seen_subcommand_from proofs' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from proofs' -l help -d 'this text'
complete -c guidec -n __fish_use_subcommand -a theme -d 'copy the templates of the PDFs, for a designer to edit'
complete -c guidec -n '__fish_seen_subcommand_from theme' -l workspace -d 'the folder of guidec.yaml' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from theme' -l data-dir -d 'where guidec\'s templates lie; found beside the binary when left out' -x -a '(__fish_complete_directories)'
complete -c guidec -n '__fish_seen_subcommand_from theme' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from theme' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from theme' -a '(__guidec_theme_arguments)'
complete -c guidec -n __fish_use_subcommand -a config -d 'show which settings apply, and which file and line say so'
complete -c guidec -n '__fish_seen_subcommand_from config' -l changed -d 'only what a file sets, without the defaults'
complete -c guidec -n '__fish_seen_subcommand_from config' -l format -d 'how it is shown' -x -a '(__guidec_config_format)'
complete -c guidec -n '__fish_seen_subcommand_from config' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from config' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from config' -F
complete -c guidec -n __fish_use_subcommand -a explain -d 'say what a rule is for, where it comes from and how to fix a finding'
complete -c guidec -n '__fish_seen_subcommand_from explain' -l color -d 'colour (auto heeds NO_COLOR)' -x -a '(__guidec_explain_color)'
complete -c guidec -n '__fish_seen_subcommand_from explain' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from explain' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from explain' -a '(__guidec_rules)'
complete -c guidec -n __fish_use_subcommand -a rules -d 'list every rule with its code, severity and meaning'
complete -c guidec -n '__fish_seen_subcommand_from rules' -l format -d 'how the rules are shown' -x -a '(__guidec_rules_format)'
complete -c guidec -n '__fish_seen_subcommand_from rules' -l color -d 'colour (auto heeds NO_COLOR)' -x -a '(__guidec_rules_color)'
complete -c guidec -n '__fish_seen_subcommand_from rules' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from rules' -l help -d 'this text'
complete -c guidec -n __fish_use_subcommand -a cache -d 'show or empty what guidec keeps between runs'
complete -c guidec -n '__fish_seen_subcommand_from cache' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from cache' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from cache' -a '(__guidec_cache_arguments)'
complete -c guidec -n __fish_use_subcommand -a dump -d 'show what a stage of the compiler makes'
complete -c guidec -n '__fish_seen_subcommand_from dump' -l stage -d 'which one' -x -a '(__guidec_dump_stage)'
complete -c guidec -n '__fish_seen_subcommand_from dump' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from dump' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from dump' -F
complete -c guidec -n __fish_use_subcommand -a completion -d 'write the script by which a shell completes guidec\'s command line'
complete -c guidec -n '__fish_seen_subcommand_from completion' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from completion' -l help -d 'this text'
complete -c guidec -n '__fish_seen_subcommand_from completion' -a '(__guidec_completion_arguments)'
complete -c guidec -n __fish_use_subcommand -a man -d 'write the man page, for `guidec man | man -l -`'
complete -c guidec -n '__fish_seen_subcommand_from man' -l limit -d 'a limit on what is read; `guidec --help` lists them' -x
complete -c guidec -n '__fish_seen_subcommand_from man' -l help -d 'this text'
