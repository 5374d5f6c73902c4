#!/usr/bin/python3
"""text.py GUIDEC [TEST...] [FOLDER...]: hostile text. Whatever stands in a free-text field stays text: every output is well-formed, holds
the text, and no id twice, no link that hides where it leads, no picture that acts."""
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

MODELINE = "# yaml-language-server: $schema=x/{}.schema.json\n"
HOSTILE = '0;url=https://evil.example" http-equiv="refresh\'><i onclick=x>&amp;&lt; ]]> -- $title$ ${x} \\ #{x} end'
# What of it is left when blanks are joined and signs of Markdown are read: in titles and in prose.
MARKS = ('http-equiv="refresh', "]]>", "$title$", "end")
failures = []
BUILT = [word for word in sys.argv[2:] if "/" in word]


def check(holds, what):
    if not holds:
        failures.append(what)


def run(guidec, *words):
    done = subprocess.run([guidec, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    text = done.stdout.decode(errors="replace")
    check(done.returncode != 3, f"{words[0]} ends with a bug: {text[-600:]}")
    return done.returncode, text


def quoted(text):
    """A double-quoted scalar of YAML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def prose(text):
    """The same as CommonMark that reads as that text."""
    return quoted(re.sub(r"([^\w\s])", r"\\\1", text))


def files(title="Plain", text='"Plain."', guide="", body="", exercise="", references="", svg=None):
    """A workspace with every free-text field: `title` in plain ones, `text` in prose."""
    line = quoted(title)
    made = {
        "guidec.yaml": MODELINE.format("workspace") + f"name: {line}\ntheme: {{clinic: {line}, footer: {line}}}\n",
        "glossary.yaml": MODELINE.format("glossary") + f"terms:\n  trunk:\n    term: {line}\n    meaning: {text}\n",
        "exercises/plank.yaml": MODELINE.format("exercise") + f"""id: plank
name: {line}
kind: strength
purpose: {text}
targets: [trunk]
equipment: [mat]
start-position: {line}
sides: together
dose:
  hold: 30 s
  frequency: {text}
  intensity: {text}
steps:
  - {text}
stop-if:
  - {text}
cautions:
  - {text}
pictures:
  - file: plank.svg
    alt: {line}
    caption: {text}
cites: [smith]
{exercise}""",
        "exercises/plank.svg": svg or '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>x</title></svg>',
        "guides/hips/guide.yaml": MODELINE.format("guide") + f"""id: hips
title: {line}
subtitle: {line}
language: en-US
version: 1.0.0
audience: {text}
authors: [{line}]
licence: {line}
reviewed: 2026-11-22
review-every: 24 months
main-message: {text}
seek-help-if: [{text}]
disclaimer: {text}
{guide}
sections:
  - id: signs
    title: {line}
    body:
      - text: {text}
      - list: lists
        title: {line}
        items: {{one: {text}}}
      - protocol: steps
        title: {line}
        steps: {{one: {{title: {line}, text: {text}}}}}
      - {{claim: claims, text: {text}, truth: false}}
      - {{advice: advices, title: {line}, why: {text}, how: [{text}]}}
      - {{callout: note, title: {line}, text: {text}}}
      - exercises: [plank]
{body}
routine: {{title: {line}, text: {text}, exercises: [plank]}}
""",
        "guides/hips/quiz.yaml": MODELINE.format("quiz") + f"""id: quiz
title: {line}
text: {text}
questions:
  - id: first
    ask: {text}
    choices: {{a: {text}, b: {text}}}
    answer: a
    why: {text}
""",
        "guides/hips/references.yaml": MODELINE.format("references") + f"""references:
  - id: smith
    type: article-journal
    title: {line}
    author: [{{family: {line}, given: {line}}}, {{literal: {line}}}]
    container-title: {line}
    publisher: {line}
    issued: 2019
{references}""",
    }
    return made


def write(folder, made):
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def build(guidec, folder, made, formats, statuses=(0, 1)):
    """Builds the workspace; returns what was said and the files that came out."""
    source = write(folder / "ws", made)
    shutil.rmtree(folder / "out", ignore_errors=True)
    status, said = run(guidec, "build", "--workspace", source, "--out", folder / "out", "--keep-going", "--to", formats)
    check(status in statuses, f"build ends with {status}: {said[-900:]}")
    return said, sorted(path for path in (folder / "out").rglob("*") if path.is_file())


class Page(HTMLParser):
    """The elements of an HTML page, with their attributes, and its text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def members(path):
    """The file, or what an archive holds: name and bytes."""
    if not zipfile.is_zipfile(path):
        yield path.name, path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            # An OpenDocument may hold settings of an editor's windows, which are empty.
            if not name.startswith("Configurations2/"):
                yield f"{path.name}: {name}", archive.read(name)


def is_xml(name):
    return name.endswith((".xhtml", ".xml", ".opf", ".ncx", ".svg", ".rels"))


def pages(paths):
    """HTML and chapters: name, elements and text of each."""
    for path in paths:
        for name, data in members(path):
            if name.endswith((".html", ".xhtml")):
                yield name, Page(data.decode())


def all_is_well_formed(paths):
    for path in paths:
        for name, data in members(path):
            try:
                if is_xml(name):
                    ElementTree.fromstring(data)
                elif name.endswith(".json"):
                    json.loads(data)
                elif name.endswith(".ndjson"):
                    for line in data.splitlines():
                        json.loads(line)
            except (ElementTree.ParseError, ValueError) as error:
                failures.append(f"{name} is not well-formed: {error}")
    for name, page in pages(paths):
        for tag, attributes in page.elements:
            check("http-equiv" not in attributes, f"{name}: `{tag}` has an http-equiv: {attributes}")
            check(not any(key.startswith("on") for key in attributes), f"{name}: `{tag}` has a handler: {attributes}")


def text_of(path):
    text = ""
    for name, data in members(path):
        if name.endswith(".html"):
            text += Page(data.decode()).text
        elif name.endswith(".json") and "manifest" not in name:
            text += json.dumps(json.loads(data), ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\")
        elif is_xml(name):
            try:
                text += "".join(ElementTree.fromstring(data).itertext())
            except ElementTree.ParseError:
                pass  # told by all_is_well_formed
    return re.sub(r"\s+", " ", text)


def text_stays_text(guidec, folder):
    everywhere = "epub,html,docx,odt,json,ndjson,zip,md"
    for text in (HOSTILE, HOSTILE.replace(" ", "\n", 1), 'Say "stop" when it hurts.'):
        _, paths = build(guidec, folder, files(text, prose(text)), everywhere)
        all_is_well_formed(paths)
        check(len(paths) > 9, f"only {len(paths)} files came out")
        for path in paths:
            if path.suffix in (".epub", ".html", ".docx", ".odt", ".json") and path.name != "manifest.json":
                found = text_of(path)
                for mark in MARKS if "end" in text else ('"stop"',):
                    # Quotes between words may be set as the typeface has them.
                    plain = found.replace("\u201c", '"').replace("\u201d", '"')
                    check(mark in plain, f"{path.name} lacks {mark}")
    status, said = run(guidec, "build", "--workspace", folder / "ws", "--out", folder / "out", "--keep-going", "--to",
                       "pdf")
    check(status in (0, 1), f"PDFs of hostile text: {said[-900:]}")
    # A tag that is none is the workspace's, or English.
    for bad in ("en\\\" onload=\\\"x", "<x>", "en us"):
        made = files()
        made["guides/hips/guide.yaml"] = made["guides/hips/guide.yaml"].replace("language: en-US", f'language: "{bad}"')
        _, paths = build(guidec, folder, made, "epub,html,docx,odt")
        all_is_well_formed(paths)
        check(len(paths) > 4, f"a language `{bad}`: only {len(paths)} files came out")


def reports_stay_whole(guidec, folder):
    made = files(HOSTILE.replace(" ", "\n", 2), '"[x](a\\e]]>--\\"<i>%0A::error::x)"')
    source = write(folder / "ws", made)
    for form in ("junit", "checkstyle", "json", "jsonl", "sarif", "rdjson", "gitlab", "github", "concise", "text"):
        status, said = run(guidec, "lint", source, "--format", form)
        check(status == 1, f"{form}: status {status}")
        check("\x1b" not in said, f"{form} holds an escape character")
        try:
            if form in ("junit", "checkstyle"):
                ElementTree.fromstring(said[:said.rindex(">") + 1])
            elif form in ("json", "sarif", "rdjson", "gitlab"):
                json.loads(said)
        except (ElementTree.ParseError, ValueError) as error:
            failures.append(f"the report {form} is not well-formed: {error}")
        if form == "github":
            check(all(line.startswith("::") for line in said.splitlines() if line), f"github: {said}")


# Of each kind that a terminal acts on or nobody sees: ESC, CSI in one character, a bell, those that turn the writing,
# zero-width characters, a mark of the order of bytes, tags, a separator of lines.
UNSEEN = "\x1b[31m\x9b2J\x07\x7f\u202e\u2066\u200b\u200f\ufeff\u2060\U000e0041\u2028"
UNSEEN_IN_YAML = "\u202e\u2066\u200b\u200f\u2060\U000e0041"  # as they are


def acts(text):
    return re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
                     "\U000e0000-\U000e0fff]", text)


def terminals_are_safe(guidec, folder):
    """No command shows a character that nobody sees as it is, whatever the sources and their names hold."""
    escaped = "".join(f"\\U{ord(c):08x}" for c in UNSEEN)
    line = f'a{escaped}{UNSEEN_IN_YAML}z'
    made = {path: text.replace("HERE", line) for path, text in files("HERE", '"HERE"').items()}
    made["guidec.yaml"] = MODELINE.format("workspace") + f'name: "a{UNSEEN_IN_YAML}z"\ntheme: {{footer: "{UNSEEN_IN_YAML}z"}}\n'
    made["guides/hips/guide.yaml"] = (made["guides/hips/guide.yaml"].replace("id: signs", f'id: "si{escaped}gns"')
                                      .replace("routine:", f'od{UNSEEN_IN_YAML}d: x\nroutine:'))
    made["guides/hips/quiz.yaml"] = made["guides/hips/quiz.yaml"].replace(
        "questions:", f'questions:\n  - {{id: "q{UNSEEN_IN_YAML}", ask: "{line}", choices: {{a: "{line}", b: c}}, answer: a, '
        f'proof: {{in: "n{escaped}"}}}}')
    made[f"exercises/pl{UNSEEN}ank.yaml"] = made["exercises/plank.yaml"].replace("id: plank", f'id: "pl{escaped}ank"')
    made["exercises/straight.yaml"] = made["exercises/plank.yaml"].replace("id: plank", "id: straight").replace(
        "pictures:", 'figures: [{id: start, pose: standing}]\npictures:')
    source = write(folder / "ws", made)
    odd = f"no{UNSEEN}ne"
    reports = []
    commands = [("lint", source), ("explain", odd), ("config", source), ("config", "--format", "json", source), (odd,),
                ("lint", f"--{odd}"), ("lint", source, "--select", odd), ("lint", folder / odd), ("cache", "info"),
                ("theme", "init", folder / odd),
                ("figure", "--workspace", source, "--out", folder / odd / "figures", "straight"), ("merge", folder / odd)]
    for form in ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"):
        commands.append(("lint", source, "--format", form))
    for form in ("text", "json"):
        commands += [("timeline", "--workspace", source, "--format", form), ("timeline", "--workspace", source, odd),
                     ("timeline", "--workspace", source, "--format", form, f"pl{UNSEEN}ank")]
    commands += [("proofs", "--workspace", source, "--format", form) for form in ("text", "json", "markdown")]
    commands += [("dump", f"--stage={stage}", source) for stage in ("model", "facts", "pandoc", "plan")]
    commands += [("dump", f"--stage={stage}", source / f"exercises/pl{UNSEEN}ank.yaml") for stage in ("tree", "values")]
    commands += [("build", "--workspace", source, "--out", folder / odd, "--keep-going", "--to", "json,html"),
                 ("verify", "--sources", source, folder / odd / "hips"), ("verify", folder / odd)]
    shown = 0
    for command in commands:
        status, said = run(guidec, *command)
        found = acts(said)
        name = " ".join(str(word) for word in command)
        check(not found, f"{name!r} shows {found and found.group()!r}: {said[max(0, found.start() - 90):found.end() + 40]!r}"
              if found else "")
        shown += "202e" in said
        if command[0] == "lint" and command[-1] in ("json", "junit"):
            report = folder / f"report.{command[-1]}"
            report.write_text(said[said.index("[" if command[-1] == "json" else "<"):], encoding="utf-8")
            reports.append(report)
    check(shown > 20, f"only {shown} of {len(commands)} commands show what the sources hold")
    for report in reports:
        status, said = run(guidec, "merge", report)
        check("202e" in said or "8238" in said, f"{report.name}: {said[-300:]}")
        check(not acts(said), f"merging {report.name} shows what nobody sees")
    # A diff is exact for programs, and printable on a terminal.
    made["guides/hips/guide.yaml"] = made["guides/hips/guide.yaml"].replace("version: 1.0.0", f"version: 1.0.0 # {UNSEEN_IN_YAML}  ")
    command = [guidec, "lint", write(folder / "ws", made), "--diff", "--select", "YM"]
    exact = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout.decode()
    check(UNSEEN_IN_YAML in exact, f"the diff is not exact: {exact!r}")
    ours, theirs = pty.openpty()
    child = subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    on_terminal = b""
    try:
        while piece := os.read(ours, 65536):
            on_terminal += piece
    except OSError:
        pass  # as Linux tells the end
    child.wait()
    os.close(ours)
    text = on_terminal.decode().replace("\r\n", "\n")
    check("202e" in text and not acts(text), f"a diff on a terminal: {text!r}")


# How it is written, and the character.
ESCAPES = {"\\x01": 1, "\\e": 0x1B, "\\0": 0, "\\x00": 0, "\\a": 7, "\\x7f": 0x7F, "\\x80": 0x80, "\\N": 0x85, "\\x9f": 0x9F,
           "\\ufffe": 0xFFFE, "\\uffff": 0xFFFF, "\\ufdd0": 0xFDD0, "\\U0001fffe": 0x1FFFE, "\\ud800": None,
           "\\udfff": None, "\\U0000d800": None, "\\U00110000": None}
REFERENCES = {"&#1;": 1, "&#x1B;": 0x1B, "&#0;": 0, "&#xFFFE;": 0xFFFE, "&#xffff;": 0xFFFF, "&#xD800;": 0xD800, "&#128;": 0x80,
              "&#x110000;": None, "&#9999999;": None}


def findings(guidec, source, rule):
    _, said = run(guidec, "lint", source, "--format", "json")
    return [finding for finding in json.loads(said) if finding["code"] == rule]


def no_forbidden_character(paths, what, but=None):
    """`but`: what the manifest may hold, which names files as they are, in escapes of JSON."""
    forbidden = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
    for path in paths:
        if path.suffix == ".pdf":
            continue
        for name, data in members(path):
            if name.endswith((".png", ".jpg")):
                continue
            try:
                text = data.decode()
            except UnicodeDecodeError as error:
                failures.append(f"{what}: {name} is not UTF-8: {error}")
                continue
            if but and name == "manifest.json":
                check(but in text, f"{what}: {name} lacks {but}")
                text = text.replace(but, "")
            found = forbidden.search(text) or re.search(r"\\u(00[01][0-8b-cBCe-fE-F]|007[fF]|00[89]|[dD][89a-fA-F]|[fF]{3}[eEfF])", text)
            check(not found, f"{what}: {name} holds {found and found.group()!r}")


def characters_are_found(guidec, folder):
    for escapes, where in ((ESCAPES, "title"), (REFERENCES, "text")):
        for escape in escapes:
            made = files()
            guide = made["guides/hips/guide.yaml"]
            made["guides/hips/guide.yaml"] = (
                guide.replace('title: "Plain"', f'title: "Pla{escape}in"', 1) if where == "title"
                else guide.replace('main-message: "Plain."', f'main-message: Pla{escape}in.'))
            found = findings(guidec, write(folder / "ws", made), "YM017")
            check(len(found) == 1, f"{escape}: {len(found)} findings")
            if len(found) != 1:
                continue
            text = made["guides/hips/guide.yaml"]
            begin = text.index(escape)
            line = text.count("\n", 0, begin) + 1
            column = begin - text.rfind("\n", 0, begin)
            place = tuple(found[0][key] for key in ("line", "column", "endColumn"))
            check(place == (line, column, column + len(escape)), f"{escape}: found at {place}, stands at {line}:{column}")


def characters_stay_out(guidec, folder):
    # In every field at once, keys and ids included; and written as they are, where YAML lets them be.
    # Those that name no character, over which a parser stops, are in one field: a file may have a hundred of them.
    escapes = "".join(escape for escape, character in ESCAPES.items() if character is not None)
    line, text = f"A{escapes}z", '"A' + escapes + "".join(REFERENCES) + 'z"'
    made = {path: data.replace("HERE", line) for path, data in files("HERE", text).items()}
    made["guides/hips/guide.yaml"] = (made["guides/hips/guide.yaml"].replace("subtitle: \"", "subtitle: \"" + "".join(ESCAPES))
                                      .replace("id: signs", 'id: "si\\x01gns"')
                                      .replace("{one:", '{"on\\x02e":').replace("list: lists", 'list: "li\\ests"'))
    made["exercises/plank.yaml"] = made["exercises/plank.yaml"].replace("[mat]", '["m\\x01at"]')
    made["guides/hips/references.yaml"] = made["guides/hips/references.yaml"].replace("id: smith", 'id: "smi\\x01th"')
    made["guides/hips/quiz.yaml"] = made["guides/hips/quiz.yaml"].replace("{a:", '{"\\x01a":')
    raw = files("A\x85\ufdd0z", '"A\x85\ufdd0z"')
    raw["exercises/plank.svg"] = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>a&#1;\x01&#xFFFE;b</title></svg>'
    for what, some in (("escapes", made), ("raw", raw)):
        _, paths = build(guidec, folder, some, "epub,html,docx,odt,json,ndjson,zip,md,rst,pdf")
        check(len(paths) > 10, f"{what}: only {len(paths)} files came out")
        all_is_well_formed(paths)
        no_forbidden_character(paths, what)
    # A name of a file stands in for an id that is missing.
    some = files()
    some["exercises/pl\x01ank.yaml"] = some["exercises/plank.yaml"].replace("id: plank\n", "").replace("name: ", "#")
    some["guides/hips/guide.yaml"] = some["guides/hips/guide.yaml"].replace(
        "exercises: [plank]}", 'exercises: [plank, "pl\ufffdank"]}')
    _, paths = build(guidec, folder, some, "epub,html,docx,md")
    all_is_well_formed(paths)
    no_forbidden_character(paths, "a file's name", but='"exercises/pl\\u0001ank.yaml"')
    status, said = run(guidec, "verify", "--sources", folder / "ws", folder / "out/hips")
    check(status == 0, f"a file's name: verify ends with {status}: {said}")


RESERVED = ("toc", "toc-title", "toc-signs", "toc-li-1", "landmarks", "refs", "ref-smith", "fn1", "fnref1", "cb1", "cb1-1",
            "cover", "cover-title", "title", "part", "heading", "term", "question", "answer", "start", "main", "quiz",
            "answers", "glossary", "sources", "about", "nav", "reference-smith", "question-1",
            # Not of the form of an id, with --keep-going.
            "start_here", "main_message", "seek_help", "your_session", "quiz_", "answers_", "glossary_", "sources_",
            "about_", "part_1", "part_2", "heading_1", "term_trunk", "question_first", "answer_first", "plank_steps",
            "refs_", "toc_", "Toc", "1st", "a b", "a<b", 'a"b', "a__5Fb", "a_b")


def ids_are_unique(paths, what):
    for name, page in pages(paths):
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        check(not twice, f"{what}: {name} has ids twice: {twice}")
        odd = [one for one in ids if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", one)]
        check(not odd, f"{what}: {name} has ids that are no names of XML: {odd}")
        if name.endswith(".html"):
            lost = [a["href"] for _, a in page.elements if a.get("href", "").startswith("#") and a["href"][1:] not in ids]
            check(not lost, f"{what}: {name} has links to nowhere: {lost}")


def ids_are_ours(guidec, folder):
    body = "".join(f"      - {{list: {json.dumps(one)}, title: T, items: {{one: x}}}}\n" for one in RESERVED)
    body += '      - text: "# A\\n\\n# B\\n\\n[here](#toc) [there](#refs) [x](#toc-title)"\n      - {callout: tip, text: x}\n'
    sections = "".join(f"  - {{id: {json.dumps(one)}, title: T, body: [{{text: x}}]}}\n" for one in RESERVED)
    twice = "".join(f"  - {{id: {one}, title: T, body: [{{text: x}}]}}\n" for one in ("heading", "part", "term", "plank"))
    quiz = "".join(f"  - {{id: {json.dumps(one)}, true-or-false: x, answer: true}}\n" for one in (*RESERVED, "toc", "first"))
    for what, more, answers in (("lists", body, "details"), ("sections", sections, "chapter"),
                                ("twice", twice + twice, "chapter")):
        made = files(body=more)
        made["guides/hips/quiz.yaml"] += quiz
        made["guidec.yaml"] += f"outputs: {{answers: {answers}}}\n"
        _, paths = build(guidec, folder, made, "epub,html,docx,odt" if what == "twice" else "epub,html")
        check(len(paths) > 3, f"{what}: only {len(paths)} files came out")
        all_is_well_formed(paths)
        ids_are_unique(paths, f"{what}, {answers}")
    # Those of real guides, where they have been built.
    for built in map(Path, BUILT):
        paths = [path for path in built.rglob("*") if path.suffix in (".epub", ".html")]
        check(paths, f"{built} has no document")
        ids_are_unique(paths, built)


def addresses(paths):
    """Every link that leads out: the file it stands in, and its address."""
    for name, page in pages(paths):
        for tag, attributes in page.elements:
            if tag == "a" and not attributes.get("href", "#").startswith("#"):
                yield name, attributes["href"]
    for path in paths:
        for name, data in members(path):
            if name.endswith(".rels"):
                for one in ElementTree.fromstring(data):
                    if one.get("TargetMode") == "External":
                        yield name, one.get("Target")
            elif name.endswith("content.xml"):
                for one in ElementTree.fromstring(data).iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"):
                    if not one.get("{http://www.w3.org/1999/xlink}href").startswith("#"):
                        yield name, one.get("{http://www.w3.org/1999/xlink}href")
            elif name.endswith(".json") and "manifest" not in name:
                yield from ((name, url) for url in urls_in(json.loads(data)) if not url.startswith("#"))
            elif name.endswith(".pdf"):
                yield from ((name, uri) for uri in annotations_of(path))


def urls_in(value):
    if isinstance(value, dict):
        if value.get("type") == "link":
            yield value["url"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from urls_in(one)


def annotations_of(path):
    import pikepdf  # not on every machine
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                if "/A" in annotation and "/URI" in annotation.A:
                    yield str(annotation.A.URI)


SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
DOIS = {SICI: "10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
        "10.1000/a#b?c": "10.1000/a%23b%3Fc", "10.1000/100%": "10.1000/100%25", "10.1000/a%3Cb": "10.1000/a%3Cb",
        '10.1000/"[x]{y}|z\\': "10.1000/%22%5Bx%5D%7By%7D%7Cz%5C"}


def dois_are_encoded(guidec, folder):
    """Each in every format as often as in the bundle, and no address beside them."""
    more = "".join(f"  - id: doi-{number}\n    type: webpage\n    title: A page\n    DOI: {quoted(doi)}\n"
                   for number, doi in enumerate(DOIS))
    made = files(references='    URL: "https://example.org/a|b{c}^d"\n')
    made["guides/hips/references.yaml"] += more
    _, paths = build(guidec, folder, made, "epub,html,docx,odt,json,pdf")
    wanted = {f"https://doi.org/{encoded}" for encoded in DOIS.values()}
    wanted.add("https://example.org/a%7Cb%7Bc%7D%5Ed")
    found = {}
    for name, url in addresses(paths):
        # Not the ways from chapter to chapter.
        if urlsplit(url).scheme or "doi.org" in url or "example.org" in url:
            found.setdefault(name, set()).add(url)
    for name, urls in found.items():
        check(urls <= wanted, f"{name} links to {urls - wanted}")
    for part in ("hips.html", ".xhtml", ".rels", "content.xml", "hips.json", "hips.pdf"):
        urls = set().union(*(urls for name, urls in found.items() if part in name))
        check(urls == wanted, f"{part} lacks links to {wanted - urls}")


BAD_LINKS = ("https://user:password@example.org/", "https://user@example.org/x", "https://example.org:80@evil.example/",
             "mailto:x%0d%0aBcc:y@example.org", "mailto:x@example.org?subject=a%0ABcc:y", "https://a b/", "https://",
             "https:///x", "https://example.org/&#1;", "https://example.org/&#x202E;gpj", "https://example.org/&#x2066;",
             "https://example.org/&#x200B;", "https://example.org/&#x80;", "https://example.org/&nbsp;x",
             "https://example.org/&#x2028;", "java&#10;script:x", " javascript:x", "&#106;avascript:x", "#signs&#1;",
             "#si gns")
BAD_TEXTS = ("ex&#x202E;ample", "a\u202eb", "a\u2066b\u2069", "a **b\u202d**")


def links_say_where_they_lead(guidec, folder):
    links = [f"[word](<{url}>)" for url in BAD_LINKS] + [f"[{text}](https://evil.example/)" for text in BAD_TEXTS]
    links.append("![a&#x202E;b](https://evil.example/x.png)")
    made = files()
    for number, link in enumerate(links):
        made[f"guides/hips-{number}/guide.yaml"] = made["guides/hips/guide.yaml"].replace(
            "id: hips", f"id: hips-{number}").replace('main-message: "Plain."', f"main-message: {quoted('See ' + link + '.')}")
    found = {finding["path"] for finding in findings(guidec, write(folder / "ws", made), "RF009")}
    for number, link in enumerate(links):
        check(any(f"hips-{number}/" in path for path in found), f"{link!r}: no finding")
    made = files()
    made["guides/hips/guide.yaml"] = made["guides/hips/guide.yaml"].replace(
        "      - exercises: [plank]\n", "".join(f"      - text: {quoted(link)}\n" for link in links), 1)
    references = '    URL: "https://user:password@example.org/"\n'
    for more in (references, references.replace("https://user:password@example.org/", "javascript:x")):
        made["guides/hips/references.yaml"] = files(references=more)["guides/hips/references.yaml"]
        _, paths = build(guidec, folder, made, "epub,html,docx,odt,json,pdf")
        check(len(paths) > 5, f"only {len(paths)} files came out")
        for name, url in addresses(paths):
            check(url.startswith(("exercises", "guide", "../", "text/", "ch0", "styles", "nav", "cover", "title")),
                  f"{name} links to {url!r}")


IMG = "<img src=x onerror=BAD()>"
SVGS = (
    f"<desc><style><![CDATA[</style>{IMG}]]></style></desc>",
    f"<title><![CDATA[</title>{IMG}]]></title>",
    f"<style><![CDATA[</style>{IMG}]]></style>",
    f"<text><![CDATA[{IMG}]]></text>",
    f"<text>&lt;img src=x onerror=BAD()&gt;</text>",
    f"<!-- --!>{IMG} --><text>x</text>",
    f"<?php {IMG} ?><text>x</text>",
    f"<desc><g><style>&lt;/style>&lt;img src=x onerror=BAD()></style></g></desc>",
    f"<title><a><style>&lt;/title>&lt;img src=x onerror=BAD()></style></a></title>",
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">BAD()</h:script>',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">BAD()</s:script>',
    '<g xmlns="http://www.w3.org/1999/xhtml"><script>BAD()</script></g>',
    '<g xmlns="http://www.w3.org/2000/svg" xmlns="http://www.w3.org/1999/xhtml"><rect/></g>',
    '<use xlink:href="&#106;avascript:BAD()"/>',
    '<use href=" javascript:BAD()"/>', '<use href="\tjavascript:BAD()"/>', '<use href="java&#10;script:BAD()"/>',
    '<use x:href="javascript:BAD()" xmlns:x="http://www.w3.org/1999/xlink"/>',
    '<a href="#x" xlink:href="javascript:BAD()"><rect/></a>',
    '<use xlink:href="#a" xmlns:xlink="http://evil.example/BAD"/>', '<use xlink:href="#a"/>',
    '<rect oNcLiCk="BAD()" onclick="BAD()" ev:onclick="BAD()" xmlns:ev="http://www.w3.org/2001/xml-events"/>',
    "<style>@import 'https://evil.example/BAD'</style>", "<style>@\\69mport 'BAD'</style>", "<style>@IMPORT 'BAD'</style>",
    "<style>@imp<!-- -->ort 'BAD'</style>", "<style>@imp<?x ?>ort 'BAD'</style>", "<style>@imp&#1;ort 'BAD'</style>",
    "<style>@im<![CDATA[port 'BAD']]></style>", "<style><desc>@import 'BAD'</desc></style>",
    "<style>a{fill:u\\72l(BAD)}</style>", "<style>a{fill:url(\\68ttp:BAD)}</style>", "<style>a{fill:url(/**/BAD)}</style>",
    '<rect fill="url( &#39;BAD&#39; )"/>', '<rect style="fill:url(&quot;//BAD&quot;)"/>', '<rect style="fill:u&#x5c;72l(BAD)"/>',
    '<rect id="a" id="b" fill="url(#a)" fill="url(BAD)"/>',
    "<text>&#1;&#xFFFE;\x01</text>", '<rect class="&#2;"/>', "<text>\ufdd0</text>",
)
NAMESPACES = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")


def pictures_are_closed(guidec, folder):
    came_out = 0
    for svg in SVGS:
        made = files(svg=f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{svg}<rect id="z"/></svg>')
        said, _ = build(guidec, folder, made, "json,zip", statuses=(0, 1, 2))
        picture = folder / "out/hips/pictures/exercises/plank.svg"
        if not picture.exists():
            check("plank.svg" in said, f"{svg!r} is neither there nor refused: {said[-600:]}")
            continue
        came_out += 1
        data = picture.read_bytes()
        try:
            root = ElementTree.fromstring(data)
        except ElementTree.ParseError as error:
            failures.append(f"{svg!r} comes out as what is not well-formed: {error}: {data!r}")
            continue
        for element in root.iter():
            names = [element.tag, *element.attrib]
            odd = [name for name in names if "}" in name and name[1:].split("}")[0] not in NAMESPACES]
            check(not odd, f"{svg!r}: {odd}")
        page = Page(data.decode())
        for tag, attributes in page.elements:
            check(tag not in ("img", "script", "iframe"), f"{svg!r} holds `{tag}` to HTML: {data!r}")
            for key, value in attributes.items():
                is_bad = key.startswith("on") or "BAD" in (value or "") or "javascript" in (value or "")
                check(not is_bad, f"{svg!r} has {key}={value!r}")
        style = "".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}style"))
        check("import" not in style and "url" not in style, f"{svg!r} has the style {style!r}")
        check(b"<![CDATA[" not in data, f"{svg!r}: a section of CDATA is left")
        check(b'id="z"' in data, f"{svg!r}: the rest is lost: {data!r}")
    check(came_out > 0, "no picture came out")


def main():
    guidec = Path(sys.argv[1]).resolve()
    tests = (text_stays_text, reports_stay_whole, terminals_are_safe, characters_are_found, characters_stay_out, ids_are_ours,
             dois_are_encoded, links_say_where_they_lead, pictures_are_closed)
    names = set(sys.argv[2:]) - set(BUILT)
    if unknown := names - {test.__name__ for test in tests}:
        sys.exit(f"no such test: {', '.join(sorted(unknown))}")
    for test in tests:
        if names and test.__name__ not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.environ["GUIDEC_CACHE_DIR"] = os.path.join(folder, "cache")
            try:
                test(guidec, Path(folder))
            except (ElementTree.ParseError, OSError, ValueError, StopIteration) as error:
                failures.append(f"{test.__name__} ends early: {error!r}")
    for failure in failures:
        print(f"FAILED: {failure}\n")
    sys.exit(1 if failures else 0)


main()
