#!/usr/bin/env python3
"""Types command lines at a shell and compares what it offers: completion.py SHELL GUIDEC

bash and zsh run on a terminal of their own and are sent one line after another, each with a tab; fish can be
asked.
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

# The line; words that are offered (or one that the line is completed to); words that are not.
CASES = [
    ("guidec ", ["lint", "build", "explain", "rules", "completion", "man"], ["notes.yaml"]),
    ("guidec bu", ["build"], ["lint"]),
    ("guidec --ver", ["--version"], []),
    ("guidec lint --", ["--format", "--fix", "--select", "--color", "--help"], ["--paper"]),
    ("guidec build --", ["--paper", "--out", "--keep-going"], ["--fix"]),
    ("guidec lint --format ", ["text", "concise", "json", "sarif"], ["notes.yaml", "never"]),
    ("guidec lint --format=conc", ["concise"], []),
    ("guidec lint --color ", ["auto", "always", "never"], ["sarif"]),
    ("guidec build --paper le", ["letter"], []),
    ("guidec build --to epub,j", ["json"], []),
    ("guidec verify --ed", ["--edition"], ["--paper"]),
    ("guidec verify f", ["folder"], ["file"]),
    ("guidec lint --select duplicate-k", ["duplicate-key"], []),
    ("guidec lint --ignore LG003,duplicate-k", ["duplicate-key"], []),
    ("guidec lint --select Q", ["QZ", "QZ001"], []),
    ("guidec explain duplicate-c", ["duplicate-choice"], []),
    ("guidec lint no", ["notes.yaml"], []),
    ("guidec lint --baseline no", ["notes.yaml"], []),
    ("guidec lint --format sarif=no", ["notes.yaml"], []),
    ("guidec build --out f", ["folder"], ["file"]),
    ("guidec completion ", ["bash", "zsh", "fish"], ["notes.yaml"]),
    ("guidec dump --stage p", ["pandoc", "plan"], ["model"]),
]

PROMPT = "ready> "
# Printed when a completion is over. It is typed in two parts, so that its echo is none.
END = "com-pleted"
PATIENCE = 120


class Terminal:
    """A shell on a terminal of its own, which is asked one line after another."""

    def __init__(self, argv, environment, folder, setup):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(argv[0], argv, environment)
        # What is typed while a shell starts may be echoed twice.
        self.type(f"{setup}\necho com-''pleted\n")
        self.read_to_end()

    def type(self, text):
        data = text.encode()
        while data:
            data = data[os.write(self.terminal, data):]

    def read_to_end(self):
        """What is shown until END."""
        shown = ""
        end = time.monotonic() + PATIENCE
        while END not in shown:
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                raise RuntimeError(f"no answer within {PATIENCE} s: {shown}")
            try:
                shown += os.read(self.terminal, 65536).decode(errors="replace")
            except OSError as error:
                raise RuntimeError(f"the shell ended: {shown}") from error
        return shown[: shown.index(END)]

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def plain(shown):
    """Without the terminal's control sequences, which may stand between two words."""
    shown = re.sub(r"\x1b\[[0-9;]*[ABHJ]|\r", "\n", shown)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x07", "", shown)


def ask_bash(script, environment, folder, lines):
    setup = f"PS1='{PROMPT}'; bind 'set bell-style none' 'set page-completions off' \
'set completion-query-items 0' 'set show-all-if-ambiguous on' 'set enable-bracketed-paste off'; source {script}; \
tell() {{ echo \"$READLINE_LINE\"; echo com-''pleted; READLINE_LINE=; }}; bind -x '\"\\C-x\\C-p\": tell'"
    shell = Terminal(["bash", "--norc", "--noprofile", "-i"], environment, folder, setup)
    try:
        for line in lines:
            # readline may leave a line unshown while more keys come: Ctrl-X Ctrl-P tells it, and discards it.
            shell.type(f"{line}\t\x18\x10")
            yield plain(shell.read_to_end())
    finally:
        shell.close()


def ask_zsh(script, environment, folder, lines):
    # zsh shows nothing while keys are waiting: its tab shows what there is, and then END.
    setup = f"""PS1='{PROMPT}'; unsetopt beep prompt_cr list_ambiguous; LISTMAX=9999; zstyle ':completion:*' menu no
autoload -Uz compinit; compinit -u -D; source {script}
ask() {{ zle expand-or-complete; zle -R; print -n -- com-''pleted >$TTY; zle kill-whole-line; zle -I; zle -R }}
zle -N ask; bindkey '^I' ask"""
    shell = Terminal(["zsh", "-f", "-i"], environment, folder, setup)
    try:
        for line in lines:
            shell.type(f"{line}\t")
            yield plain(shell.read_to_end())
    finally:
        shell.close()


def ask_fish(script, environment, folder, lines):
    ask = f"source {script}; for line in $argv; complete -C $line; echo {END}; end"
    done = subprocess.run(["fish", "--no-config", "-c", ask, *lines], cwd=folder, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE)
    answers = done.stdout.split(f"{END}\n")
    if done.returncode != 0 or len(answers) != len(lines) + 1:
        raise RuntimeError(f"fish ends with status {done.returncode}: {done.stdout}")
    return answers[:-1]


ASK = {"bash": ask_bash, "zsh": ask_zsh, "fish": ask_fish}


def answers(shell, guidec, home, folder):
    script = home / "guidec"
    script.write_bytes(subprocess.run([guidec, "completion", shell], check=True, capture_output=True).stdout)
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm",
                   "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "LINES": "999", "COLUMNS": "120"}
    return ASK[shell](script, environment, folder, [line for line, _, _ in CASES])


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: completion.py SHELL GUIDEC")
    shell, guidec = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    if not shutil.which(shell):
        sys.exit(f"{shell} is not installed: run ci/setup test")
    home = pathlib.Path(tempfile.mkdtemp(prefix="guidec-completion-"))
    folder = home / "work"
    (folder / "folder").mkdir(parents=True)
    for name in ("notes.yaml", "file"):
        (folder / name).write_text("")
    failures = asked = 0
    try:
        for (line, wanted, unwanted), shown in zip(CASES, answers(shell, guidec, home, folder)):
            asked += 1
            # The words of the line itself are no offer, save for the one that was completed.
            words = re.split(r"[\s=,/]+", shown)
            wrong = ([f"no `{word}`" for word in wanted if word not in words]
                     + [f"`{word}`" for word in unwanted if word in words])
            if wrong:
                failures += 1
                print(f"{line!r} offers {', '.join(wrong)}:\n{shown}\n")
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"{asked - failures} of {len(CASES)} lines completed")
    return 1 if failures or asked < len(CASES) else 0


sys.exit(main())
