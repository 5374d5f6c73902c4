#!/usr/bin/python3
"""Judges what a reader of PDFs sees: pdf_page.py FILE...

Every page has words, every word lies on its page, and no word on another. Needs pdftotext.
"""
import io
import re
import sys

import pikepdf

from tool import give_up, output_of

WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
PAGE = re.compile(r'<page width="(.*?)" height="(.*?)">(.*?)</page>', re.S)
# pdftotext drops what is off the page: the pages get margins of this many points for it.
MARGIN = 5000
# A line's box is higher than its letters: what lies on the line above shares less than this of it.
SHARED = 0.5


def overlap(one, other):
    """The share of the smaller of two boxes that the other covers."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0
    return width * height / min((box[2] - box[0]) * (box[3] - box[1]) or 1 for box in (one, other))


def faults(width, height, words):
    if not words:
        yield "no words"
    for box, text in words:
        if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height:
            yield f"`{text}` is not on the page"
    words = sorted(words, key=lambda word: word[0][1])
    for index, (box, text) in enumerate(words):
        for other, other_text in words[index + 1:]:
            if other[1] >= box[3]:
                break
            if overlap(box, other) > SHARED:
                yield f"`{other_text}` lies on `{text}`"


def with_margins(file):
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = map(float, page.MediaBox)
            page.MediaBox = [left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN]
            if "/CropBox" in page:
                del page.CropBox
        wide = io.BytesIO()
        pdf.save(wide)
        return wide.getvalue(), len(pdf.pages)


def main():
    if len(sys.argv) < 2:
        give_up("usage: pdf_page.py FILE...")
    sound = True
    for file in sys.argv[1:]:
        content, count = with_margins(file)
        html = output_of(["pdftotext", "-bbox", "-", "-"], file, input=content).decode()
        pages = PAGE.findall(html)
        if len(pages) != count or count == 0:
            give_up(f"{file}: pdftotext tells of {len(pages)} pages of {count}")
        for number, (width, height, body) in enumerate(pages, start=1):
            words = [(tuple(float(edge) - MARGIN for edge in found[:4]), found[4])
                     for found in WORD.findall(body)]
            for fault in faults(float(width) - 2 * MARGIN, float(height) - 2 * MARGIN, words):
                print(f"{file}: page {number}: {fault}")
                sound = False
    return 0 if sound else 1


sys.exit(main())
