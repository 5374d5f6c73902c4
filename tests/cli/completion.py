#!/usr/bin/env python3
"""Types command lines at a shell and compares what it offers: completion.py SHELL GUIDEC

bash and zsh run on a terminal of their own and are sent the line and a tab; fish can be asked. A shell that
is not installed skips the test.
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


class Terminal:
    """A shell that waits at PROMPT."""

    def __init__(self, argv, environment, folder, setup):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(argv[0], argv, environment)
        self.type(setup + "\n")
        self.type("echo begin''ning\n")
        if not self.read(until="beginning\r\n"):
            raise RuntimeError(f"{argv[0]} does not start")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def read(self, until=None, patience=20.0, quiet=0.5):
        """What is shown until `until`, or else until nothing comes for `quiet` seconds; at first, and up to
        `until`, it may take as long as `patience`."""
        shown = ""
        end = time.monotonic() + 20.0
        while time.monotonic() < end:
            wait = patience if until or not shown else quiet
            if not select.select([self.terminal], [], [], wait)[0]:
                break
            try:
                shown += os.read(self.terminal, 65536).decode(errors="replace")
            except OSError:
                break
            if until and until in shown:
                return shown
        return "" if until else shown

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def plain(shown):
    """Without the terminal's control sequences, which may stand between two words."""
    shown = re.sub(r"\x1b\[[0-9;]*[ABHJ]|\r", "\n", shown)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x07", "", shown)


def ask_terminal(argv, setup, environment, folder):
    def ask(line):
        terminal = Terminal(argv, environment, folder, setup)
        try:
            terminal.read(patience=0.3)
            terminal.type(line)
            terminal.read(until=line.rstrip()[-3:])
            terminal.type("\t")
            return plain(line + terminal.read())
        finally:
            terminal.close()
    return ask


def ask_fish(script, environment, folder):
    def ask(line):
        return subprocess.run(
            ["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"], cwd=folder,
            env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60).stdout
    return ask


def asker(shell, guidec, home, folder):
    script = home / "guidec"
    script.write_bytes(subprocess.run([guidec, "completion", shell], check=True, capture_output=True).stdout)
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "xterm",
                   "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "LINES": "999", "COLUMNS": "120"}
    if shell == "fish":
        return ask_fish(script, environment, folder)
    if shell == "bash":
        setup = f"PS1='{PROMPT}'; bind 'set bell-style none' 'set page-completions off' \
'set completion-query-items 0' 'set show-all-if-ambiguous on' 'set enable-bracketed-paste off'; source {script}"
        return ask_terminal(["bash", "--norc", "--noprofile", "-i"], setup, environment, folder)
    setup = f"PS1='{PROMPT}'; unsetopt beep prompt_cr list_ambiguous; LISTMAX=9999; zstyle ':completion:*' menu no; \
autoload -Uz compinit; compinit -u -D; source {script}"
    return ask_terminal(["zsh", "-f", "-i"], setup, environment, folder)


def main():
    shell, guidec = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    if not shutil.which(shell):
        print(f"SKIPPED: {shell} is not installed, so that nobody has tried its completion")
        return 77
    home = pathlib.Path(tempfile.mkdtemp(prefix="guidec-completion-"))
    folder = home / "work"
    (folder / "folder").mkdir(parents=True)
    for name in ("notes.yaml", "file"):
        (folder / name).write_text("")
    failures = 0
    try:
        ask = asker(shell, guidec, home, folder)
        for line, wanted, unwanted in CASES:
            shown = ask(line)
            # The words of the line itself are no offer, save for the one that was completed.
            words = re.split(r"[\s=,/]+", shown)
            wrong = ([f"no `{word}`" for word in wanted if word not in words]
                     + [f"`{word}`" for word in unwanted if word in words])
            if wrong:
                failures += 1
                print(f"{line!r} offers {', '.join(wrong)}:\n{shown}\n")
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"{len(CASES) - failures} of {len(CASES)} lines completed")
    return 1 if failures else 0


sys.exit(main())
