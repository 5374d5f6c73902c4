#!/usr/bin/python3
"""Holds every format against the author's YAML: run.py SOURCES OUTPUTS FORMATS [--table]

For each guide of the workspace SOURCES that was built, each file of FORMATS (epub,pdf,…) below OUTPUTS/<guide> is read by a reader of its own
(readers.py, pdf.py, data.py) and compared with what the YAML has to say there (pages.py, data.py over guide.py),
line by line: a fact that is missing, in another place, at another number, under another label or told twice fails.
What a format leaves out is in table.tsv, a row a kind of fact and a column a format:

    yes               it is there
    no: why           it is left out on purpose, and must not be there
    missing: why      it should be there and is not yet; the test fails once it is, so that the cell is corrected
    instructor        it is in the instructor's edition alone
    -                 the format has no place for it, and must not have it

--table prints what was found: facts found of facts expected, by kind and format.
"""

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import data
import pages
import readers
from guide import Guide
from pdf import read_pdf
from readers import tidy

HERE = Path(__file__).parent


class Table:
    """What each format has to hold, by table.tsv."""

    def __init__(self, path=HERE / "table.tsv"):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.cells = {(row["kind"], name): cell for row in rows for name, cell in row.items() if name != "kind"}
        self.kinds = [row["kind"] for row in rows]
        self.formats = [name for name in rows[0] if name != "kind"]

    def cell(self, kind, form):
        if (kind, form) not in self.cells:
            sys.exit(f"table.tsv has no row `{kind}` or no column `{form}`")
        return self.cells[kind, form]

    def holds(self, kind, form, edition):
        cell = self.cell(kind, form)
        return cell == "yes" or cell == "instructor" and edition == "instructor"


class Report:
    def __init__(self):
        self.faults = 0
        self.found, self.expected = Counter(), Counter()
        self.files = 0

    def fault(self, guide, kind, place, form, path, text):
        self.faults += 1
        where = f"{kind} of {place}" if place else kind
        print(f"{guide}: {form}: {where}: {text}\n    in {path}")


def squeezed(text):
    """PDFs tell lines apart by their place on the page, not by blanks."""
    return re.sub(r"[\s/·]+", "", text)


def spaced(text):
    return " ".join(text.replace(" / ", " ").split())


def source_faults(line, text, table, form, edition):
    """(kind, what is wrong) of a source's entry, whose parts stand in it in any order."""
    rest = text
    for kind, part in line.parts:
        at = rest.find(tidy(part))
        if at >= 0:
            rest = rest[:at] + rest[at + len(tidy(part)):]
        if (at >= 0) != table.holds(kind, form, edition):
            yield kind, f"`{part}` is {'there' if at >= 0 else 'not there'}: `{text}`"
    left = re.sub(r"\b(pp?|Eds?)\b\.?|[\s.,;:()]", "", rest.removeprefix(line.text.rstrip()), flags=re.I)
    if left:
        yield "source", f"has `{left}` more: `{text}`"


class Comparison:
    """The lines of one file against those that it has to hold."""

    def __init__(self, guide, form, edition, path, table, report, key):
        self.guide, self.form, self.edition, self.path = guide, form, edition, path
        self.table, self.report, self.key = table, report, key

    def fault(self, kind, place, text):
        self.report.fault(self.guide.id, kind, place, self.form, self.path, text)

    def run(self, expected, found):
        wanted = [line for line in expected if self.table.holds(line.kind, self.form, self.edition)]
        others = [line for line in expected if not self.table.holds(line.kind, self.form, self.edition)]
        for line in expected:
            self.report.expected[line.kind, self.form] += 1
            for kind, _ in line.parts:
                self.report.expected[kind, self.form] += 1
        wanted_keys = [self.line_key(line) for line in wanted]
        found_keys = [self.found_key(text, wanted) for text in found]
        missing, unexpected = [], []
        matcher = SequenceMatcher(None, wanted_keys, found_keys, autojunk=False)
        for tag, w1, w2, f1, f2 in matcher.get_opcodes():
            if tag == "equal":
                for line, text in zip(wanted[w1:w2], found[f1:f2]):
                    self.hit(line, text)
            else:
                self.pieces(wanted[w1:w2], found[f1:f2], missing, unexpected)
        self.tell(missing, unexpected, others)

    def line_key(self, line):
        return self.key(line.text)

    def found_key(self, text, wanted):
        """An entry of the list of sources is known by its number."""
        for line in wanted:
            if line.parts and text.removeprefix("• ").startswith(line.text):
                return self.key(line.text)
        return self.key(text)

    def hit(self, line, text):
        self.report.found[line.kind, self.form] += 1
        if not line.parts:
            return
        wrong = list(source_faults(line, text.removeprefix("• "), self.table, self.form, self.edition))
        for kind, _ in line.parts:
            if self.table.holds(kind, self.form, self.edition):
                self.report.found[kind, self.form] += 1
        for kind, what in wrong:
            self.fault(kind, line.text, what)

    def pieces(self, wanted, found, missing, unexpected):
        """Several facts may share a line; what is left of the line is in no fact."""
        at = 0
        for text in found:
            rest, place, left = self.key(text), 0, []
            while at < len(wanted):
                piece = self.key(wanted[at].text)
                ahead = next((n for n in range(at, len(wanted)) if self.key(wanted[n].text) and
                              rest.find(self.key(wanted[n].text), place) >= 0), None)
                if ahead is None:
                    break
                missing += wanted[at:ahead]
                piece = self.key(wanted[ahead].text)
                start = rest.find(piece, place)
                left.append(rest[place:start])
                place = start + len(piece)
                self.hit(wanted[ahead], text)
                at = ahead + 1
            left.append(rest[place:])
            remnant = " ".join(filter(None, (part.strip(" ·/") for part in left)))
            if remnant:
                unexpected.append((text, remnant))
        missing += wanted[at:]

    def tell(self, missing, unexpected, others):
        known = defaultdict(list)
        for line in others:
            known[self.key(line.text)].append(line)
        spare = []
        for text, remnant in unexpected:
            told = known.get(remnant) or known.get(self.key(text))
            if told:
                line = told.pop(0) if len(told) > 1 else told[0]
                self.report.found[line.kind, self.form] += 1
                self.fault(line.kind, line.place, f"is there, and table.tsv says `{self.table.cell(line.kind, self.form)}`: `{text}`")
            else:
                spare.append((text, remnant))
        for line in missing:
            near = max(spare, key=lambda pair: SequenceMatcher(None, pair[0], line.text).ratio(), default=None)
            instead = f", but `{near[0]}`" if near and SequenceMatcher(None, near[0], line.text).ratio() > 0.5 else ""
            self.fault(line.kind, line.place, f"no `{line.text}` there{instead}")
        for text, remnant in spare:
            self.fault("unknown", "", f"`{text}` is no fact that belongs there" + (f": `{remnant}`" if remnant != self.key(text) else ""))


def absent(guide, form, edition, path, table, report, found, wanted, facts):
    """A fact that the format leaves out is nowhere in it, under whatever label."""
    text = squeezed("".join(found))
    allowed = squeezed("".join(line.text for line in wanted))
    told = set()
    for line in facts:
        words = squeezed(re.sub(r"^(# |• |\d+\. |[A-Z]\. )|\[[\d, ]*\]", "", line.text))
        if (line.kind, form) not in table.cells or table.holds(line.kind, form, edition) or len(words) < 16 or words in told:
            continue
        told.add(words)
        if words in text and words not in allowed:
            report.fault(guide.id, line.kind, line.place, form, path, f"is there, and table.tsv says `{table.cell(line.kind, form)}`: `{line.text}`")


# Where the answers stand in the instructor's edition, unless the workspace asks for a chapter.
ANSWERS = {"epub": "details", "html": "details", "docx": "open", "odt": "open", "md": "open"}
READERS = {"epub": readers.read_epub, "html": readers.read_html, "docx": readers.read_docx, "odt": readers.read_odt,
           "md": readers.read_markdown}
COMPARED = {"json", "ndjson", "epub", "pdf", "free-exercise-db", *READERS}
# A pack holds the bundle; reStructuredText has no reader here.
NOT_COMPARED = {"rst", "zip"}


def front(guide, form):
    """What opens a document, in each format's own way."""
    page, data = pages.Page(guide, "flow"), guide.data
    reviewed = f"{guide.words['reviewed']} {guide.words.date(guide.reviewed)}" if guide.reviewed else None
    office = form in ("docx", "odt")
    page.add("title", f"title: {data['title']}" if office else f"# {data['title']}")
    if "subtitle" in data:
        page.add("subtitle", f"subtitle: {data['subtitle']}" if office else data["subtitle"])
    for author in data["authors"]:
        page.add("author in front", f"author: {author}" if office else author)
    if reviewed:
        page.add("reviewed in front", f"date: {reviewed}" if office else reviewed)
    if "licence" in data:
        page.add("licence in front", data["licence"])
    return page.lines


def package(guide):
    """What an EPUB says of itself: `name: value`. It is enough to read its text if every picture has words."""
    data, page = guide.data, pages.Page(guide, "flow")
    page.add("title", f"title: {data['title']}")
    page.add("language", f"language: {guide.language}")
    for author in data["authors"]:
        page.add("authors", f"creator: {author}")
    if "main-message" in data or "subtitle" in data:
        page.add("main message", f"description: {page.say(data.get('main-message', data.get('subtitle')))}")
    if "licence" in data:
        page.add("licence", f"rights: {data['licence']}")
    if guide.reviewed:
        page.add("reviewed", f"date: {guide.reviewed}")
    alternatives = re.findall(r"!\[([^\]]*)\]\((?![a-z]+:)", "\n".join(guide.prose()))
    alternatives += [picture["alt"] for exercise in guide.exercises for picture in exercise.pictures]
    page.add("access", "schema:accessMode: textual")
    if alternatives:
        page.add("access", "schema:accessMode: visual")
        page.add("access", "schema:accessModeSufficient: textual,visual")
    if all(alternatives):
        page.add("access", "schema:accessModeSufficient: textual")
        page.add("access", "schema:accessibilityFeature: alternativeText")
        page.add("access", "dcterms:conformsTo: EPUB Accessibility 1.1 - WCAG 2.1 Level AA")
    return page.lines


def read_package(path):
    told = ("title", "language", "creator", "description", "rights", "date", "schema:accessMode", "schema:accessModeSufficient",
            "dcterms:conformsTo")
    lines = [f"{name}: {value}" for name, value in readers.epub_metadata(path)]
    return [line for line in lines if line.startswith(told) or line.endswith("alternativeText")]


class Run:
    def __init__(self, sources, outputs, formats, table, report):
        self.sources, self.outputs, self.formats, self.table, self.report = sources, outputs, formats, table, report

    def guide(self, name):
        guide = Guide(self.sources, name)
        folder = self.outputs / name
        bundles = {edition: folder / ("instructor" if edition == "instructor" else "") / f"{name}.json"
                   for edition in ("learner", "instructor")}
        # A draft may have no bundle.
        held = {edition: data.Held(data.read_bundle(path)) for edition, path in bundles.items() if "json" in self.formats}
        exercises = held["instructor"].bundle["exercises"] if held else []
        told = {(exercise["id"], at): picture["alt"] for exercise in exercises for at, picture in enumerate(exercise["pictures"])}
        for exercise in guide.exercises:
            for at, picture in enumerate(exercise.pictures):
                picture.setdefault("alt", told.get((exercise.id, at), ""))
        asked = "chapter" if guide.workspace.get("outputs", {}).get("answers") == "chapter" else None
        facts = [line for page in (pages.Flow(guide, "instructor", "chapter"),) for line in page.lines]
        if guide.routine:
            facts += pages.Session(guide).lines
        for edition, path in bundles.items():
            if "json" in self.formats:
                self.data(guide, "json", edition, path, held[edition])
            stream = path.with_suffix(".ndjson")
            if "ndjson" in self.formats:
                self.data(guide, "ndjson", edition, stream, data.Held(data.read_stream(stream)))
            if "epub" in self.formats:
                self.file(guide, "epub", edition, path.with_suffix(".epub"), package(guide), read_package(path.with_suffix(".epub")), spaced, [])
            for form, read in READERS.items():
                document = path.with_suffix(f".{form}")
                if form in self.formats:
                    expected = front(guide, form) + pages.Flow(guide, edition, asked or ANSWERS[form]).lines
                    self.file(guide, form, edition, document, expected, read(document), spaced, facts)
        database = folder / "free-exercise-db.json"
        if "free-exercise-db" in self.formats:
            self.file(guide, "free-exercise-db", "learner", database, sorted(data.FreeExerciseDb(guide).lines, key=lambda line: line.text),
                      sorted(data.read_free_exercise_db(database)), spaced, facts)
        if "pdf" in self.formats:
            self.pdfs(guide, folder, held["instructor"].bundle, facts)

    def data(self, guide, form, edition, path, held):
        for fault in held.faults:
            self.report.fault(guide.id, "data", "", form, path, fault)
        expected = data.Bundle(guide, edition, {}).lines
        self.file(guide, form, edition, path, sorted(expected, key=lambda line: line.text), sorted(held.lines), lambda text: text, [])

    def pdfs(self, guide, folder, bundle, facts):
        sheets = [("pdf", "learner", folder / f"{guide.id}.pdf", pages.Booklet(guide))]
        sheets += [("handout", "learner", folder / f"handouts/{exercise.id}.pdf", pages.Handout(guide, exercise)) for exercise in guide.exercises]
        if guide.routine:
            sheets.append(("session", "learner", folder / "handouts/session.pdf", pages.Session(guide)))
        if guide.quiz:
            versions = [(None, None)] + [(one["version"], one["questions"]) for one in bundle["quiz"].get("versions", [])]
            asked = int(guide.workspace.get("outputs", {}).get("quiz-versions", 0))
            if len(versions) - 1 != asked:
                self.report.fault(guide.id, "quiz version", "", "json", folder, f"{len(versions) - 1} versions, {asked} asked for")
            for at, (version, order) in enumerate(versions):
                if version is not None:
                    self.version(guide, folder, readers.letter(at), version, order)
                tail = f"-{version.lower()}" if version else ""
                sheets.append(("quiz", "learner", folder / f"quiz{tail}.pdf", pages.QuizSheet(guide, False, version, order)))
                sheets.append(("key", "instructor", folder / f"instructor/answer-key{tail}.pdf", pages.QuizSheet(guide, True, version, order)))
        for form, edition, path, page in sheets:
            self.file(guide, form, edition, path, page.lines, read_pdf(path), squeezed, facts)

    def version(self, guide, folder, letter, version, order):
        """A version asks each question once, offers each choice once, has its labels in order and the key that follows."""
        def fault(text):
            self.report.fault(guide.id, "quiz version", version, "json", folder / f"instructor/{guide.id}.json", text)
        if version != letter:
            fault(f"is called `{version}`, not `{letter}`")
        sheet = pages.QuizSheet(guide, True, version, order)
        if sorted(place["id"] for place in order) != sorted(question.data["id"] for question in guide.questions):
            fault("does not ask each question once")
        by_id = {question.data["id"]: question for question in guide.questions}
        for place, question in zip(order, sheet.printed()):
            source = by_id[place["id"]]
            for key, offered, numbers in (("choices", source.choices, source.kind == "matching"), ("matches", source.matches, False)):
                labels = [one["label"] for one in place.get(key, [])]
                if labels != [str(at) if numbers else readers.letter(at) for at in range(1, len(offered) + 1)]:
                    fault(f"labels of `{place['id']}`: {labels}")
                if sorted(one["id"] for one in place.get(key, [])) != sorted(offered):
                    fault(f"`{place['id']}` does not offer each of its {key} once")
            wanted = sheet.key(question)
            if place["printedAnswer"] != ([wanted] if question.kind == "number" else wanted.split(", ")):
                fault(f"key of `{place['id']}` is {place['printedAnswer']}, not `{wanted}`")

    def file(self, guide, form, edition, path, expected, found, key, facts):
        self.report.files += 1
        comparison = Comparison(guide, form, edition, path.relative_to(self.outputs), self.table, self.report, key)
        comparison.run(expected, found)
        wanted = [line for line in expected if self.table.holds(line.kind, form, edition)]
        absent(guide, form, edition, path.relative_to(self.outputs), self.table, self.report, found, wanted, facts)


def print_table(table, report):
    used = [form for form in table.formats if any(report.expected[kind, form] for kind in table.kinds)]
    width = max(map(len, table.kinds))
    print(" " * width, *(f"{form[:9]:>9}" for form in used))
    for kind in table.kinds:
        cells = []
        for form in used:
            expected, found = report.expected[kind, form], report.found[kind, form]
            cells.append(f"{f'{found}/{expected}' if expected else '':>9}")
        print(f"{kind:{width}}", *cells)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path)
    parser.add_argument("outputs", type=Path)
    parser.add_argument("formats", type=lambda text: text.split(","))
    parser.add_argument("--table", action="store_true")
    arguments = parser.parse_args()
    formats = set(arguments.formats)
    if unknown := formats - COMPARED - NOT_COMPARED:
        parser.error(f"no such format: {', '.join(map(repr, sorted(unknown)))}")
    if not formats & COMPARED:
        parser.error("nothing to compare in these formats")
    table, report = Table(), Report()
    if not (arguments.sources / "guides").is_dir():
        sys.exit(f"{arguments.sources}: no guides")
    guides = sorted(path.name for path in (arguments.sources / "guides").iterdir() if (arguments.outputs / path.name).exists())
    if not guides:
        sys.exit(f"{arguments.outputs}: no guide of {arguments.sources}")
    for name in guides:
        Run(arguments.sources, arguments.outputs, arguments.formats, table, report).guide(name)
    if arguments.table:
        print_table(table, report)
    facts = sum(report.expected.values())
    print(f"{len(guides)} guides, {report.files} files, {sum(report.found.values())} facts found of {facts}, {report.faults} faults")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
