#!/usr/bin/python3
"""Judges the first page of handouts: pdf_front.py GUIDE_FOLDER...

It says when to stop, in every word that the guide's bundle has for it. A guide without a single stop rule
has nothing to judge. Needs pdftotext.
"""
import json
import pathlib
import sys

from tool import give_up, output_of


def letters(text):
    """What two lines and one have in common."""
    return "".join(text.split())


def faults(guide):
    bundle = json.loads((guide / f"{guide.name}.json").read_text())
    if not any(exercise["stopIf"] for exercise in bundle["exercises"]):
        yield f"{guide}: no exercise says when to stop"
    for exercise in bundle["exercises"]:
        file = guide / "handouts" / f"{exercise['id']}.pdf"
        front = output_of(["pdftotext", "-raw", "-l", "1", file, "-"], file).decode()
        for rule in exercise["stopIf"]:
            if letters(rule["text"]) not in letters(front):
                yield f"{file}: `{rule['text']}` is not on the first page"


def main():
    if len(sys.argv) < 2:
        give_up("usage: pdf_front.py GUIDE_FOLDER...")
    found = [fault for guide in map(pathlib.Path, sys.argv[1:]) for fault in faults(guide)]
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


sys.exit(main())
