#!/usr/bin/python3
"""Fails when a learner's artefact tells what only the instructor's may: an answer, a sentence of a `why`,
or where the guide proves it. Looks into text, attributes, comments and metadata.

The instructor's artefacts must tell every answer and every such sentence, which shows that the search
finds them.
"""

import argparse
import html
import io
import json
import re
import sys
import unicodedata
import zipfile
from pathlib import Path, PurePath

import pikepdf

from tool import output_of

MARKUP = {".xhtml", ".html", ".xml", ".opf", ".ncx", ".svg", ".rels", ".rdf"}
# Drawn from the SVG beside it, whose words are read.
PIXELS = {".png", ".jpg"}
ARCHIVES = {".epub", ".docx", ".odt", ".zip"}
RECORDS = {".json", ".ndjson"}
# Words that the formats put before what they tell, as they stand in the instructor's artefacts.
ANSWER, PROVEN_AT = "Answer", "Where the guide says so"
KEYS_OF_A_QUESTION = {"answer", "why"}
KEYS_ANYWHERE = {"correct", "proof", "provenAt", "printedAnswer"}


def folded(text):
    """Letters and digits alone: line breaks, hyphens, ligatures and quotes do not matter."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def strings(value):
    """All strings of JSON; a key that a learner may not see comes as the answer that it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        secret = KEYS_ANYWHERE | (KEYS_OF_A_QUESTION if "ask" in value else set())
        for key, child in value.items():
            if key in secret:
                yield f"\0{key}\0"
            yield from strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from strings(child)


def markup_text(source):
    comments = re.findall(r"<!--(.*?)-->", source, re.S)
    attributes = re.findall(r"""=\s*(?:"([^"]*)"|'([^']*)')""", source)
    words = re.sub(r"<[^>]*>", "", re.sub(r"<!--.*?-->", "", source, flags=re.S))
    return html.unescape("\n".join([words, *("".join(pair) for pair in attributes), *comments]))


def pdf_strings(value):
    """Strings of one object: titles, alternative texts, notes; and the metadata."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Stream):
        if value.get("/Type") == "/Metadata":
            yield markup_text(value.read_bytes().decode())
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Array)):
        children = [child for _, child in value.items()] if isinstance(value, pikepdf.Dictionary) else value
        for child in children:
            # An object that is referred to is one of the file's own.
            if isinstance(child, pikepdf.Object) and not child.is_indirect:
                yield from pdf_strings(child)


def pdf_text(name, content):
    text = output_of(["pdftotext", "-enc", "UTF-8", "-", "-"], name, input=content).decode()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        hidden = [string for value in pdf.objects for string in pdf_strings(value)]
        hidden += [str(value) for _, value in pdf.docinfo.items()]
    return "\n".join([text, *hidden])


def text_of(name, content):
    suffix = PurePath(name).suffix
    if suffix in PIXELS:
        return ""
    if suffix == ".pdf":
        return pdf_text(name, content)
    if suffix in ARCHIVES:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [text_of(entry.filename, archive.read(entry)) for entry in archive.infolist()]
            comments = [archive.comment, *(entry.comment for entry in archive.infolist())]
        return "\n".join([*parts, *(comment.decode(errors="ignore") for comment in comments)])
    text = content.decode(errors="ignore")
    if suffix == ".ndjson":
        return "\n".join(s for line in text.splitlines() if line.strip() for s in strings(json.loads(line)))
    if suffix in RECORDS:
        return "\n".join(strings(json.loads(text)))
    return markup_text(text) if suffix in MARKUP else text


def read(path):
    text = text_of(path.name, path.read_bytes())
    if not folded(text):
        sys.exit(f"{path}: holds no text")
    return text


def telling_sentences(why):
    """Three words or fewer may occur anywhere."""
    sentences = re.split(r"(?<=[.!?])\s+", why.strip())
    return [sentence for sentence in sentences if len(sentence.split()) > 3] or [why]


def answers(question):
    """How an instructor's document tells the answer, whatever letters or numbers its parts bear there."""
    answer = question["answer"]
    texts = {part["id"]: part["text"]["text"] for key in ("choices", "matches") for part in question.get(key, [])}
    if isinstance(answer, dict) and "text" in answer:
        parts = [answer["text"]]
    elif isinstance(answer, dict):
        parts = [part for pair in answer.items() for part in pair]
    else:
        parts = answer if isinstance(answer, list) else [answer]
    words = (re.escape(folded(texts.get(part, part))) for part in map(str, parts))
    return re.compile(folded(ANSWER) + "".join(f"[a-z0-9]?{word}" for word in words))


def secrets(bundle):
    questions = json.loads(bundle.read_text(encoding="utf-8")).get("quiz", {}).get("questions", [])
    whys = [question["why"]["text"] for question in questions if "why" in question]
    if not whys:
        sys.exit(f"{bundle}: no question has a `why`")
    sentences = [sentence for why in whys for sentence in telling_sentences(why)]
    patterns = [answers(question) for question in questions if "answer" in question]
    if not patterns:
        sys.exit(f"{bundle}: no question has an `answer`")
    return sentences, patterns


def told(text, sentences, patterns):
    """What the text tells, each in words for a report."""
    plain = folded(text)
    yield from (sentence for sentence in sentences if folded(sentence) in plain)
    yield from (f"the answer {match[0]}" for pattern in patterns if (match := pattern.search(plain)))
    if folded(PROVEN_AT) in plain:
        yield PROVEN_AT
    yield from (f"the key `{key}`" for key in sorted(set(re.findall(r"\0(\w+)\0", text))))


def below(path, is_left_out):
    """The file, or all files below the folder."""
    if path.is_file():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.is_file() and not is_left_out(file.relative_to(path)))
    if not files:
        sys.exit(f"{path}: no files")
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, required=True, help="the instructor's JSON bundle")
    parser.add_argument(
        "--key", type=Path, action="append", required=True,
        help="an instructor's artefact with the answers, or a folder whose files, JSON and drawings apart, have them"
    )
    parser.add_argument("--seen", action="store_true", help="fail where a file tells nothing, instead")
    parser.add_argument("files", type=Path, nargs="+", help="learners' artefacts, or a delivery's folder, the instructor's own apart")
    arguments = parser.parse_args()
    sentences, patterns = secrets(arguments.bundle)
    faults = []
    is_bare = lambda key: key.suffix in (".json", ".svg")
    for key in (key for path in arguments.key for key in below(path, is_bare)):
        plain = folded(read(key))
        faults += [f"{key}: lacks: {sentence}" for sentence in sentences if folded(sentence) not in plain]
    is_others = lambda file: file.parts[0] == "instructor" or file.name == "manifest.json"
    for file in (file for path in arguments.files for file in below(path, is_others)):
        leaks = list(told(read(file), sentences, patterns))
        if not arguments.seen:
            faults += [f"{file}: tells: {what}" for what in leaks]
        elif not leaks:
            faults.append(f"{file}: tells nothing")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
