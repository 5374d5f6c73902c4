#!/usr/bin/python3
"""Holds the pages of PDFs against those on record: run.py GUIDEC [--update]

The guides of tests/one_truth/sources and of sources/ are printed on A4, and in large print on letter paper with a
theme; sheet.py says what each page looks like, which is compared with a4.txt and large.txt, line by line. fits.txt
says what size a sheet gets by how much is on it, and how one looks that is read from the right. --update writes these
files: read the difference."""
import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import fits
from sheet import sheet

HERE = pathlib.Path(__file__).resolve().parent
# A day on which the reviews of the guides hold.
TODAY = "1796083200"
# What of each print is told of; the rest is like it.
IN_A4 = ("stairs/stairs", "stairs/handouts/heel-raise", "stairs/handouts/balance", "stairs/handouts/session",
         "stairs/quiz-a", "stairs/instructor/answer-key-a", "leaflet/leaflet", "leaflet/handouts/grow",
         "leaflet/handouts/lie-down", "leaflet/quiz", "leaflet/instructor/answer-key")
IN_LARGE = ("stairs/stairs", "stairs/handouts/heel-raise", "stairs/handouts/march", "stairs/handouts/session",
            "stairs/quiz", "stairs/instructor/answer-key", "leaflet/leaflet", "leaflet/handouts/grow")
# Its request is kept: fits.py makes more of it.
NODE = """#!/bin/sh
case $1 in --*) exec {node} "$@" ;; esac
tee request.json | {node} "$@"
"""


def build(guidec, folder, out, *options):
    environment = os.environ | {"SOURCE_DATE_EPOCH": TODAY, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
    run = subprocess.run([guidec, "build", "--keep-going", "--no-cache", "--to", "pdf,json", "--workspace", "sources",
                          "--out", out, *options], cwd=folder, env=environment, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True)
    if run.returncode > 1 or not list((folder / out).glob("*/*.pdf")):
        sys.exit(f"guidec ended with {run.returncode}: {run.stdout}")


def sheets(folder, names):
    lines = []
    for name in names:
        lines += ["", f"== {name}", *sheet(folder / f"{name}.pdf")]
    return lines[1:]


def prints(guidec, folder):
    """The lines of each record, by its name."""
    sources = folder / "sources"
    shutil.copytree(HERE.parent / "one_truth/sources", sources)
    shutil.copytree(HERE / "sources", sources, dirs_exist_ok=True)
    (folder / "bin").mkdir()
    (folder / "bin/node").write_text(NODE.format(node=shutil.which("node")))
    (folder / "bin/node").chmod(0o755)
    build(guidec, folder, "a4")
    yield "a4.txt", sheets(folder / "a4", IN_A4)
    templates = guidec.parent / "share/guidec/templates"
    yield "fits.txt", list(fits.lines(templates, folder / "request.json", folder / "a4", folder / "fits"))
    shutil.copy(HERE.parent / "torture/logo.svg", sources)
    settings = (sources / "guidec.yaml").read_text().replace("quiz-versions: 2", "quiz-versions: 1")
    (sources / "guidec.yaml").write_text(settings + (HERE / "theme.yaml").read_text())
    build(guidec, folder, "large", "--large-print", "--paper", "letter")
    yield "large.txt", sheets(folder / "large", IN_LARGE)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("guidec", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    sound = True
    with tempfile.TemporaryDirectory(prefix="guidec-print-") as folder:
        for name, lines in prints(options.guidec.resolve(), pathlib.Path(folder)):
            record = HERE / name
            if options.update:
                record.write_text("".join(f"{line}\n" for line in lines))
                continue
            difference = list(difflib.unified_diff(record.read_text().splitlines(), lines, name, "found", lineterm=""))
            print("\n".join(difference) or f"{name}: {len(lines)} lines")
            sound = sound and not difference
    return 0 if sound else 1


sys.exit(main())
