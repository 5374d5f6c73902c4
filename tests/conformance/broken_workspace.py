#!/usr/bin/env python3
"""Makes a workspace with findings of every kind that a report can hold: broken_workspace.py SOURCES DIR

It is a copy of the flagship guide with an error that has labels in two files, one with a fix, one over
several lines, and files whose names and texts hold what reports trip over: line ends, quotes, markup,
control characters, bytes that are not UTF-8, emoji, byte order marks and CR LF.
"""
import os
import pathlib
import re
import shutil
import sys

HOSTILE_NAMES = [
    b"line\nend.yaml",
    b"return\r.yaml",
    b"escape\x1b[31m.yaml",
    b"quotes\"'`.yaml",
    b"markup<&amp;>]]>.yaml",
    b"not-utf8-\xff\xc3.yaml",
    "läufer-\U0001f3c3-\u2028-\ufffe.yaml".encode(),
    b"command::error file=x,line=1%0A.yaml",
    b"brackets[a](b){0}.yaml",
    b"c:back\\slash#?query.yaml",
]

HOSTILE_TEXT = (
    b"\xef\xbb\xbfname: \"bell \x07 escape \x1b[31m\"\r\n"
    + b"\xff\xc3 : not utf-8 ]]> <b> & %0A ::error::\r\n"
    + "läufer-\U0001f3c3: [a](b) {0} {hold}\r\n".encode()
    + b"\tindented: with a tab\r\n"
)


def replaced(path, pattern, replacement):
    text = path.read_text()
    changed, count = re.subn(pattern, replacement, text, count=1, flags=re.M)
    if count != 1:
        sys.exit(f"broken_workspace.py: {path} holds no {pattern}")
    path.write_text(changed)


def main():
    sources, folder = map(pathlib.Path, sys.argv[1:])
    shutil.copytree(sources, folder)
    exercises = folder / "exercises"
    quiz = next((folder / "guides").glob("*/quiz.yaml"))
    replaced(quiz, r"answer: knee$", "answer: groin")
    replaced(exercises / "plank.yaml", r"^equipment:", "equipmnet:")
    replaced(exercises / "hip-bridge.yaml", r"^steps:$", "steps:\n  - ''")
    for name in HOSTILE_NAMES:
        with open(os.path.join(os.fsencode(exercises), name), "wb") as file:
            file.write(HOSTILE_TEXT)


if __name__ == "__main__":
    main()
