#!/usr/bin/python3
"""Fails when a learner's artefact tells what only the answer key may: a sentence of a `why`.

The answer key must hold every one of these sentences, which shows that the search finds them.
"""

import argparse
import html
import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path


def folded(text):
    """Letters and digits alone: line breaks, hyphens, ligatures and quotes do not matter."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from strings(child)


def epub_text(path):
    """The text of all parts, and their attributes, which readers may speak or show."""
    with zipfile.ZipFile(path) as archive:
        parts = [
            archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".ncx", ".svg"))
        ]
    source = "\n".join(parts)
    attributes = re.findall(r'="([^"]*)"', source)
    return html.unescape("\n".join([re.sub(r"<[^>]*>", "", source), *attributes]))


def text_of(path):
    if path.suffix == ".pdf":
        command = ["pdftotext", "-enc", "UTF-8", path, "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    elif path.suffix == ".epub":
        text = epub_text(path)
    elif path.suffix == ".json":
        text = "\n".join(strings(json.loads(path.read_text(encoding="utf-8"))))
    else:
        sys.exit(f"{path}: neither PDF, EPUB nor JSON")
    if not folded(text):
        sys.exit(f"{path}: holds no text")
    return folded(text)


def telling_sentences(why):
    """Three words or fewer may occur anywhere."""
    sentences = re.split(r"(?<=[.!?])\s+", why.strip())
    return [sentence for sentence in sentences if len(sentence.split()) > 3] or [why]


def why_sentences(bundle):
    questions = json.loads(bundle.read_text(encoding="utf-8")).get("quiz", {}).get("questions", [])
    whys = [question["why"]["text"] for question in questions if "why" in question]
    if not whys:
        sys.exit(f"{bundle}: no question has a `why`")
    return [sentence for why in whys for sentence in telling_sentences(why)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, required=True, help="the instructor's JSON bundle")
    parser.add_argument("--key", type=Path, required=True, help="the answer key")
    parser.add_argument("files", type=Path, nargs="+", help="learners' artefacts")
    arguments = parser.parse_args()
    sentences = why_sentences(arguments.bundle)
    key = text_of(arguments.key)
    faults = [
        f"{arguments.key}: lacks: {sentence}" for sentence in sentences if folded(sentence) not in key
    ]
    for file in arguments.files:
        text = text_of(file)
        faults += [f"{file}: tells: {line}" for line in sentences if folded(line) in text]
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
