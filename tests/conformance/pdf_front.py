#!/usr/bin/python3
"""Judges the first page of handouts: pdf_front.py GUIDE_FOLDER...

It says when to stop, in every word that the guide's bundle has for it. Needs pdftotext.
"""
import json
import pathlib
import subprocess
import sys


def letters(text):
    """What two lines and one have in common."""
    return "".join(text.split())


def faults(guide):
    bundle = json.loads((guide / f"{guide.name}.json").read_text())
    for exercise in bundle["exercises"]:
        file = guide / "handouts" / f"{exercise['id']}.pdf"
        front = subprocess.run(["pdftotext", "-raw", "-l", "1", file, "-"], check=True, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL).stdout.decode()
        for rule in exercise["stopIf"]:
            if letters(rule["text"]) not in letters(front):
                yield f"{file}: `{rule['text']}` is not on the first page"


def main():
    found = [fault for guide in map(pathlib.Path, sys.argv[1:]) for fault in faults(guide)]
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found or len(sys.argv) < 2 else 0


sys.exit(main())
