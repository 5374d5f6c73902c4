#!/usr/bin/python3
"""Fails when a document does not say what each picture of the guide shows, once for every picture."""

import argparse
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pikepdf


def pictures_of(value):
    """The alternative texts of a bundle's pictures: those of exercises, and images in prose."""
    if isinstance(value, list):
        for child in value:
            yield from pictures_of(child)
    elif isinstance(value, dict):
        if value.get("type") == "image" and not re.match(r"[a-z][a-z0-9+.-]*:", value["url"]):
            yield value["alt"]
        yield from (picture["alt"] for picture in value.get("pictures", []))
        for child in value.values():
            yield from pictures_of(child)


class Images(HTMLParser):
    def __init__(self):
        super().__init__()
        self.alternatives = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "img" and attributes.get("role") != "doc-cover":
            self.alternatives.append(attributes.get("alt"))


def html_alternatives(text):
    images = Images()
    images.feed(text)
    return images.alternatives


def local(name):
    return name.rsplit("}", 1)[-1]


def docx_alternatives(archive):
    document = ElementTree.fromstring(archive.read("word/document.xml"))
    return [e.get("descr") for e in document.iter() if local(e.tag) == "docPr"]


def odt_alternatives(archive):
    document = ElementTree.fromstring(archive.read("content.xml"))
    for frame in document.iter():
        if local(frame.tag) == "frame" and any(local(child.tag) == "image" for child in frame):
            words = [child.text for child in frame if local(child.tag) == "desc"]
            yield words[0] if words else None


def pdf_alternatives(path):
    with pikepdf.open(path) as pdf:
        for value in pdf.objects:
            if isinstance(value, pikepdf.Dictionary) and value.get("/S") == "/Figure":
                yield str(value.get("/Alt")) if "/Alt" in value else None


def alternatives_of(path):
    if path.suffix == ".html":
        return html_alternatives(path.read_text(encoding="utf-8"))
    if path.suffix == ".pdf":
        return list(pdf_alternatives(path))
    with zipfile.ZipFile(path) as archive:
        if path.suffix == ".docx":
            return docx_alternatives(archive)
        if path.suffix == ".odt":
            return list(odt_alternatives(archive))
        pages = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return [words for name in pages for words in html_alternatives(archive.read(name).decode())]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, required=True, help="the guide's JSON bundle")
    parser.add_argument("--left-out", action="append", default=[], help="of a picture that may not be shown")
    parser.add_argument("files", type=Path, nargs="+")
    arguments = parser.parse_args()
    expected = Counter(pictures_of(json.loads(arguments.bundle.read_text(encoding="utf-8"))))
    expected -= Counter(arguments.left_out)
    if not expected:
        sys.exit(f"{arguments.bundle}: no pictures")
    faults = []
    for file in arguments.files:
        found = Counter(alternatives_of(file))
        for words in (expected - found).elements():
            faults.append(f"{file}: no picture says: {words}")
        for words in (found - expected).elements():
            faults.append(f"{file}: a picture that the guide lacks says: {words}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
