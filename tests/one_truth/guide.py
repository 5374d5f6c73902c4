"""A guide as its author wrote it, read from the YAML alone: what every format has to say.

Nothing here comes from guidec or from its output. What a key means is in schema/*.json; how it is worded is in
words.tsv. YAML's own scalars are read as they are written, so that `false` and `2.1.0` stay texts.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from words import Words


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) or {}


def seconds(text):
    """`1 min 30 s` → (90, 90); `20-40 s` → (20, 40); `2-3 min` → (120, 180)."""
    if span := re.fullmatch(r"(\d+)-(\d+) (s|min)", text):
        factor = 60 if span[3] == "min" else 1
        return int(span[1]) * factor, int(span[2]) * factor
    minutes = re.search(r"(\d+) min", text)
    rest = re.search(r"(\d+) s", text)
    total = 60 * int(minutes[1]) if minutes else 0
    total += int(rest[1]) if rest else 0
    return total, total


def count(text):
    """`12` → (12, 12); `10-15` → (10, 15)."""
    least, _, most = text.partition("-")
    return int(least), int(most or least)


def planned(bounds):
    """The middle of a range, rounded down: what a timer runs."""
    return bounds[0] + (bounds[1] - bounds[0]) // 2


def several(value):
    """A text or a list of texts, as a list."""
    return [value] if isinstance(value, str) else list(value or [])


def months_after(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last))


@dataclass
class Exercise:
    id: str
    data: dict
    words: Words

    def __getattr__(self, key):
        """Keys as in the YAML, with `_` for `-`; empty where the author gave none."""
        return self.data.get(key.replace("_", "-"), "")

    @property
    def dose(self):
        return self.data.get("dose", {})

    @property
    def turns(self):
        return 2 if self.sides == "each" else 1

    @property
    def stops(self):
        return several(self.data.get("stop-if"))

    @property
    def pictures(self):
        """Picture files first, then drawn figures."""
        return list(self.data.get("pictures", [])) + list(self.data.get("figures", []))

    def is_open(self):
        return isinstance(self.dose.get("hold"), dict)

    def placeholder(self, name):
        """What `{hold}` prints, and `{exercise.hold}` elsewhere."""
        dose = self.dose
        if name == "name":
            return self.name
        if name == "start-position":
            return self.start_position
        if name == "hold" and self.is_open():
            return self.words.until(dose["hold"]["until"])
        if name in ("hold", "rest") and name in dose:
            return self.words.duration(seconds(dose[name]))
        if name in ("reps", "sets") and name in dose:
            return self.words.count(count(dose[name]))
        return dose.get(name, "")

    def dose_rows(self):
        """(kind, label, value) of each part of the dose, in the order of print."""
        dose, words = self.dose, self.words
        each = f", {words['each-side']}" if self.sides == "each" else ""
        if self.is_open():
            hold = dose["hold"]
            yield "dose hold", words["hold"], words.until(hold["until"])
            if each:
                yield "dose side", words["sides"], words["each-side"]
            if "start" in hold:
                yield "dose start", words["start-with"], words.duration(seconds(hold["start"]))
            if "add" in hold:
                grown = words.duration(seconds(hold["add"]))
                yield "dose growth", words["then-add"], f"{grown} {words.each(1, hold['each'])}"
        elif "hold" in dose:
            yield "dose hold", words["hold"], words.duration(seconds(dose["hold"])) + each
        if "reps" in dose:
            yield "dose reps", words["reps"], words.count(count(dose["reps"])) + each
        if "tempo" in dose:
            yield "dose tempo", words["tempo"], words.tempo([int(part) for part in dose["tempo"].split("-")])
        if "sets" in dose:
            yield "dose sets", words["sets"], words.count(count(dose["sets"]))
        if "rest" in dose:
            rest = words.duration(seconds(dose["rest"]))
            yield "dose rest", words["rest"], words["between-sets"].format(rest)
        for kind in ("frequency", "intensity"):
            if kind in dose:
                yield f"dose {kind}", words[kind], plain(dose[kind], self)
        growth = dose.get("progression")
        if isinstance(growth, str):
            yield "dose growth", words["progression"], plain(growth, self)
        elif growth:
            yield "dose growth", words["progression"], self.growth_words(growth)

    def grows(self, growth):
        """What a progression in figures is about."""
        if "of" in growth:
            return growth["of"]
        if re.search(r"[a-z]", growth["by"]) or set(self.dose) <= {"hold", "progression"}:
            return "hold"
        return "reps" if "reps" in self.dose else "sets"

    def amount(self, of, text):
        return seconds(text)[0] if of == "hold" else count(text)[0]

    def amount_words(self, of, amount):
        return self.words.duration((amount, amount)) if of == "hold" else str(amount)

    def growth_words(self, growth):
        of = self.grows(growth)
        by = self.amount(of, growth["by"])
        more = self.amount_words(of, by)
        if of != "hold":
            more += " " + self.words[f"{of}-noun"].split("|")[by != 1]
        start = f"{self.words['from']} {self.amount_words(of, self.amount(of, growth['from']))}, " if "from" in growth else ""
        return self.words["growth"].format(
            start=start, more=more, every=self.words.every(growth["every"]),
            to=self.amount_words(of, self.amount(of, growth["to"])))

    def plan(self):
        """(field, [amount of week 1, of week 2, …], whether nothing but the body ends it), or nothing."""
        growth, dose = self.dose.get("progression"), self.dose
        if isinstance(growth, dict):
            of = self.grows(growth)
            base = growth.get("from") or (dose["hold"]["start"] if of == "hold" and self.is_open() else dose[of])
            first, by, to = (self.amount(of, text) for text in (base, growth["by"], growth["to"]))
            number, _, unit = growth["every"].rpartition(" ")
            number = int(number or 1)
        elif self.is_open() and {"start", "add"} <= set(dose["hold"]):
            hold = dose["hold"]
            of, first, by, to, number, unit = "hold", seconds(hold["start"])[0], seconds(hold["add"])[0], None, 1, hold["each"]
        else:
            return None
        if unit.startswith("session"):
            return None
        weeks = []
        while len(weeks) < (8 if to is None else 52) and (to is None or to not in weeks):
            taken = len(weeks) * (7 if unit.startswith("day") else 1) // number
            amount = first + taken * by
            weeks.append(amount if to is None else min(amount, to))
        return of, weeks, to is None

    def length(self, timing):
        """The least and the most seconds of the exercise as a timer runs it: getting ready, then each set with
        its rest and its changes of sides."""
        dose = self.dose
        single = seconds(timing["open-hold"])
        if self.is_open():
            if "start" in dose["hold"]:
                start = seconds(dose["hold"]["start"])[0]
                single = (start, max(start, single[1]))
        elif "hold" in dose:
            single = seconds(dose["hold"])
        if "reps" in dose:
            tempo = sum(map(int, dose["tempo"].split("-"))) if "tempo" in dose else None
            once = single if "hold" in dose else (0, 0)
            beat = tempo if tempo is not None else 0 if "hold" in dose else seconds(timing["repetition"])[0]
            reps = count(dose["reps"])
            single = tuple(number * (beat + held) for number, held in zip(reps, once))
        change = seconds(timing["change-sides"])[0]
        sets = count(dose.get("sets", "1"))
        if "rest" in dose:
            pause = seconds(dose["rest"])[0]
        else:
            pause = change if self.turns == 2 else 0
        ready = seconds(timing["get-ready"])[0]
        return tuple(
            ready + number * (self.turns * work + (self.turns - 1) * change) + (number - 1) * pause
            for number, work in zip(sets, single))


@dataclass
class Question:
    kind: str
    data: dict
    number: int

    @property
    def choices(self):
        return self.data.get("choices", {})

    @property
    def matches(self):
        return self.data.get("with", {})

    @property
    def answer(self):
        return self.data["answer"]


STEMS = {"ask": "single-choice", "choose-all": "multiple-choice", "true-or-false": "true-or-false",
         "put-in-order": "ordering", "match": "matching", "how-much": "number"}


class Guide:
    """One guide of a workspace with all that it draws on."""

    def __init__(self, sources, name):
        sources = Path(sources)
        folder = sources / "guides" / name
        self.sources = sources
        self.workspace = load(sources / "guidec.yaml")
        self.data = load(folder / "guide.yaml")
        self.id = self.data["id"]
        self.language = self.data.get("language", self.workspace.get("language", "en"))
        self.words = Words(self.language)
        # Many guides may show an exercise, so that its dose is worded in the workspace's language.
        words = Words(self.workspace.get("language", self.language))
        self.all_exercises = {}
        for path in sorted((sources / "exercises").glob("*.yaml")):
            data = load(path)
            self.all_exercises[data["id"]] = Exercise(data["id"], data, words)
        glossary = sources / "glossary.yaml"
        self.all_terms = load(glossary)["terms"] if glossary.exists() else {}
        references = folder / "references.yaml"
        self.references = load(references)["references"] if references.exists() else []
        quiz = folder / "quiz.yaml"
        self.quiz = load(quiz) if quiz.exists() else None
        self.questions = []
        for number, question in enumerate(self.quiz["questions"] if self.quiz else [], start=1):
            stem = next(key for key in question if key in STEMS)
            self.questions.append(Question(STEMS[stem], question | {"stem": question[stem]}, number))
        self.sections = self.data.get("sections", [])
        self.routine = self.data.get("routine")
        self.timing = self.workspace.get("timing")
        self.fill_titles([self.data, self.quiz])

    def fill_titles(self, value):
        """Prints the placeholders of all titles, in place."""
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
            self.fill_titles(part)
        for key in ("title", "subtitle"):
            if isinstance(value, dict) and isinstance(value.get(key), str):
                value[key] = plain(value[key], guide=self)

    def blocks(self):
        """(section or None, block) in reading order."""
        for block in self.data.get("introduction", []):
            yield None, block
        for section in self.sections:
            for block in section["body"]:
                yield section, block

    @property
    def exercises(self):
        """Those that the guide prints, by first appearance."""
        names = [name for _, block in self.blocks() for name in block.get("exercises", [])]
        names += self.routine["exercises"] if self.routine else []
        return [self.all_exercises[name] for name in dict.fromkeys(names)]

    @property
    def review_due(self):
        if "reviewed" not in self.data or "review-every" not in self.data:
            return None
        number, unit = self.data["review-every"].split()
        months = int(number) * (12 if unit.startswith("year") else 1)
        return months_after(datetime.date.fromisoformat(self.data["reviewed"]), months)

    @property
    def reviewed(self):
        return datetime.date.fromisoformat(self.data["reviewed"]) if "reviewed" in self.data else None

    def reference_number(self, key):
        """A source's number is its place in references.yaml; nothing for a key that is not there."""
        keys = [reference["id"] for reference in self.references]
        return keys.index(key) + 1 if key in keys else None

    def has(self, address):
        """Whether a picture in the guide's prose is one of the workspace's files."""
        sources = self.sources.resolve()
        path = (sources / "guides" / self.id / address).resolve()
        return ":" not in address and path.is_relative_to(sources) and path.is_file()

    def find(self, id):
        """(section or None, block) that bears the id, or shows the exercise of that id."""
        for section, block in self.blocks():
            own = next((block[key] for key in ("list", "protocol", "claim", "advice") if key in block), None)
            if own == id or id in block.get("exercises", []):
                return section, block
        return None

    def placeholder(self, whole):
        """What `{subject.what}` prints."""
        subject, what = whole.split(".", 1)
        if subject in self.all_exercises:
            return plain(self.all_exercises[subject].placeholder(what), self.all_exercises[subject], self)
        if whole == "questions.count":
            return str(len(self.quiz["questions"]))
        if whole == "exercises.count":
            return str(len(self.exercises))
        if subject == "routine":
            parts = [self.all_exercises[name].name for name in self.routine["exercises"]]
            if what == "total":
                return self.words.duration(seconds(self.routine["total"]))
        else:
            _, block = self.find(subject)
            if what == "text":
                return plain(block["text"], None, self)
            members = block.get("items") or block.get("steps")
            parts = [member if isinstance(member, str) else member.get("title") or member["text"]
                     for member in members.values()]
            if what in members:
                return plain(parts[list(members).index(what)], None, self)
            if what == "title":
                return block["title"]
        parts = [plain(part, None, self) for part in parts]
        return {"count": str(len(parts)), "first": parts[0], "last": parts[-1], "all": ", ".join(parts)}[what]

    @property
    def terms(self):
        """(id, term) of the glossary that the guide uses: named in its prose, or worked on by an exercise;
        by the alphabet."""
        targets = {target for exercise in self.exercises for target in exercise.data.get("targets", [])}
        text = "\n".join(plain(text, None, self) for text in self.prose()).lower()
        used = [(id, term) for id, term in self.all_terms.items()
                if id in targets or re.search(rf"\b{re.escape(term['term'].lower())}(s|es)?\b", text)]
        return sorted(used, key=lambda pair: pair[1]["term"].lower())

    def prose(self):
        """Every text of the guide, its exercises and its quiz, to look for terms in."""
        def texts(value, key=""):
            if isinstance(value, str):
                if key not in KEYS_WITHOUT_PROSE:
                    yield value
            elif isinstance(value, dict):
                for name, child in value.items():
                    if name not in KEYS_WITHOUT_PROSE:
                        yield from texts(child, name)
            else:
                for child in value:
                    yield from texts(child, key)
        yield from texts(self.data)
        for exercise in self.exercises:
            yield from texts(exercise.data)
        if self.quiz:
            yield from texts(self.quiz)


KEYS_WITHOUT_PROSE = {
    "id", "list", "protocol", "claim", "advice", "callout", "exercises", "cites", "proof", "tags", "answer", "truth", "kind",
    "targets", "equipment", "sides", "free-exercise-db", "view", "pose", "changes", "contacts", "adjust", "props",
    "arrows", "stretch", "step", "file", "language", "version", "licence", "authors", "reviewed", "review-every", "total"}


# ---- Prose: the part of CommonMark that these guides use ----

CITATION = re.compile(r"\s*\[(@[^\]]*)\]")


def plain(text, exercise=None, guide=None, cite=lambda keys: "", picture="{}"):
    """One paragraph without its markup; `cite` says what stands for a citation, `picture` for a picture of the
    guide's own."""
    text = " ".join(text.split())

    def value(match):
        name = match[1]
        if "." in name and guide is not None:
            return guide.placeholder(name)
        return exercise.placeholder(name) if exercise is not None else match[0]

    text = CITATION.sub(lambda match: cite([key.strip(" @") for key in match[1].split(";")]), text)
    text = re.sub(r"!\[([^\]]*)\]\(([^)]*)\)", lambda match: picture.format(match[1]) if guide and guide.has(match[2]) else match[1], text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"</?[a-z][^>]*>", "", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", text)
    text = re.sub(r"(?<![\w*])\*(?=\S)(.+?)\*", r"\1", text)
    text = re.sub(r"`([^`]+)`", r"\1", text)
    text = re.sub(r"\\ ", " ", text)
    return " ".join(re.sub(r"\{([a-z][a-z0-9.-]*)\}", value, text).split())


def paragraphs(text):
    """(role, text still with its inline markup) of each piece of a text of several: `p`, `• `, `1. `, `> `, `# `, `code`."""
    pieces, fenced = [], False
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("```"):
            fenced = not fenced
            if fenced:
                pieces.append(("code", []))
            else:
                pieces.append(None)
        elif fenced:
            pieces[-1][1].append(stripped)
        elif not stripped:
            pieces.append(None)
        elif re.fullmatch(r"-{3,}", stripped):
            pieces.append(None)
        elif stripped.startswith("<div"):
            pieces.append(("html", [stripped]))
        elif heading := re.match(r"(#+) (.*)", stripped):
            pieces += [("# ", [heading[2]]), None]
        elif item := re.match(r"(\d+)[.)] (.*)", stripped):
            pieces.append((f"{item[1]}. ", [item[2]]))
        elif item := re.match(r"[-*] (.*)", stripped):
            pieces.append(("• ", [item[1]]))
        elif quoted := re.match(r"> ?(.*)", stripped):
            pieces.append(("> ", [quoted[1]]))
        elif pieces and pieces[-1] is not None:
            pieces[-1][1].append(stripped)
        else:
            pieces.append(("", [stripped]))
    return [(role, " ".join(lines)) for role, lines in filter(None, pieces) if role != "html"]
