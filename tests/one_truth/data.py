"""What the formats for programs have to say: the bundle, its stream of records, free-exercise-db.

Both sides are lines `path: value`: what is expected, by the guide's YAML, and what a file holds. A rich text is
its `text`; that its syntax tree says the same is tested as it is read.
"""

import json

from guide import count, paragraphs, plain, planned, seconds
from pages import Line, Sheet, QuizSheet, routine_bounds, routine_time, unit
from readers import letter

# What a reader of words makes of a frequency or an intensity, where they say a figure.
FREQUENCIES = {"once a day": ("times", 1, 1, "P1D"), "on three days a week": ("days", 3, 3, "P1W")}
INTENSITIES = {"effort 3 of 10": ("effort-0-10", 3, 3), "effort 5-6 of 10": ("effort-0-10", 5, 6)}


def iso(total):
    hours, minutes, rest = total // 3600, total // 60 % 60, total % 60
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "") + (f"{rest}S" if rest or not total else "")


class Bundle:
    def __init__(self, guide, edition, told):
        """`told`: the alternative texts of drawn figures, which guidec words by itself."""
        self.guide, self.words, self.edition, self.told = guide, guide.words, edition, told
        self.lines = []
        self.add("format", "guide", "format", "guidec-bundle")
        self.add("edition", "guide", "edition", edition)
        self.front()
        for number, exercise in enumerate(guide.exercises):
            self.exercise(f"exercises.{number}", exercise)
        if guide.routine:
            self.routine()
        if guide.quiz:
            self.quiz()
        for number, (id, term) in enumerate(guide.terms):
            path = f"glossary.{number}"
            self.add("term", id, f"{path}.id", id)
            self.add("term", id, f"{path}.term", term["term"])
            self.add("term", id, f"{path}.meaning", self.say(term["meaning"]))
            self.list("term source", id, f"{path}.cites", term.get("cites", []))
        self.references()

    def add(self, kind, place, path, value):
        if value in (None, ""):
            return
        if isinstance(value, bool):
            value = str(value).lower()
        self.lines.append(Line(kind, place, f"{path}: {value}"))

    def list(self, kind, place, path, values):
        for at, value in enumerate(values):
            self.add(kind, place, f"{path}.{at}", value)

    def say(self, text, exercise=None):
        return plain(text, exercise, self.guide)

    def prose(self, text):
        """Pieces of a text, each on a line; a list within one too."""
        return " ".join(self.say(piece) for _, piece in paragraphs(text))

    def span(self, kind, place, path, bounds):
        for name, end in zip(("min", "max"), bounds):
            self.add(kind, place, f"{path}.{name}Seconds", end)
            self.add(kind, place, f"{path}.{name}Duration", iso(end))

    def counts(self, kind, place, path, bounds):
        self.add(kind, place, f"{path}.min", bounds[0])
        self.add(kind, place, f"{path}.max", bounds[1])

    def single(self, kind, place, path, length):
        self.add(kind, place, f"{path}Seconds", length)
        self.add(kind, place, f"{path}Duration", iso(length))

    def front(self):
        data, place = self.guide.data, "guide"
        for kind, key, name in (("title", "title", "title"), ("subtitle", "subtitle", "subtitle"), ("version", "version", "version"),
                                ("licence", "licence", "licence"), ("reviewed", "reviewed", "reviewed"),
                                ("next review", "review-every", "reviewEvery")):
            self.add(kind, place, f"guide.{name}", data.get(key))
        self.add("id", place, "guide.id", data["id"])
        self.add("language", place, "guide.language", self.guide.language)
        for kind, key, name in (("audience", "audience", "audience"), ("main message", "main-message", "mainMessage"),
                                ("disclaimer", "disclaimer", "disclaimer")):
            if key in data:
                self.add(kind, place, f"guide.{name}", self.say(data[key]))
        if self.guide.review_due:
            self.add("next review", place, "guide.reviewDue", self.guide.review_due.isoformat())
        self.list("authors", place, "guide.authors", data["authors"])
        self.list("red flag", place, "guide.seekHelpIf", map(self.say, data.get("seek-help-if", [])))
        self.blocks("guide.introduction", "introduction", data.get("introduction", []))
        for number, section in enumerate(self.guide.sections):
            path = f"guide.sections.{number}"
            self.add("id", section["title"], f"{path}.id", section["id"])
            self.add("section title", section["title"], f"{path}.number", number + 1)
            self.add("section title", section["title"], f"{path}.title", section["title"])
            self.blocks(f"{path}.blocks", section["id"], section["body"])

    def blocks(self, base, home, blocks):
        made = {}
        for number, block in enumerate(blocks):
            path, place = f"{base}.{number}", home
            kind = next(key for key in ("list", "protocol", "exercises", "claim", "advice", "callout", "text") if key in block)
            self.add("block", place, f"{path}.type", kind)
            if kind in ("text", "exercises", "callout"):
                made[kind] = made.get(kind, 0) + 1
                self.add("id", place, f"{path}.id", f"{home}.{kind}-{made[kind]}")
            else:
                self.add("id", place, f"{path}.id", block[kind])
            self.list("citation", place, f"{path}.cites", block.get("cites", []))
            if kind == "text":
                self.add("text", place, f"{path}.text", self.prose(block["text"]))
            elif kind == "exercises":
                self.list("exercise name", place, f"{path}.ids", block["exercises"])
            elif kind == "claim":
                truth = block.get("truth", "true")
                name = "claim" if truth == "true" else "myth"
                self.add(name, place, f"{path}.text", self.say(block["text"]))
                self.add(name, place, f"{path}.truth", truth)
            elif kind == "callout":
                self.add("callout title", place, f"{path}.kind", block["callout"])
                self.add("callout title", place, f"{path}.title", block.get("title"))
                self.add("callout", place, f"{path}.text", self.prose(block["text"]))
            else:
                self.add(f"{kind} title", place, f"{path}.title", block.get("title"))
                if kind == "list":
                    for at, (id, item) in enumerate(block["items"].items()):
                        item = item if isinstance(item, dict) else {"text": item}
                        self.add("list item", place, f"{path}.items.{at}.id", id)
                        self.add("list item", place, f"{path}.items.{at}.text", self.say(item["text"]))
                        self.list("tag", place, f"{path}.items.{at}.tags", item.get("tags", []))
                elif kind == "protocol":
                    for at, (id, step) in enumerate(block["steps"].items()):
                        step = step if isinstance(step, dict) else {"text": step}
                        self.add("protocol step", place, f"{path}.steps.{at}.id", id)
                        self.add("protocol step", place, f"{path}.steps.{at}.title", step.get("title"))
                        self.add("protocol step", place, f"{path}.steps.{at}.text", self.say(step["text"]))
                else:
                    if "why" in block:
                        self.add("advice why", place, f"{path}.why", self.say(block["why"]))
                    how = block.get("how", [])
                    self.list("advice how", place, f"{path}.how", map(self.say, [how] if isinstance(how, str) else how))

    def exercise(self, path, exercise):
        place = exercise.name
        data = exercise.data
        self.add("id", place, f"{path}.id", exercise.id)
        self.add("exercise name", place, f"{path}.name", exercise.name)
        self.add("exercise kind", place, f"{path}.kind", exercise.kind)
        # The key is always there.
        self.lines.append(Line("purpose", place, f"{path}.purpose: {self.say(exercise.purpose, exercise)}"))
        self.list("targets", place, f"{path}.targets", data.get("targets", []))
        self.list("equipment", place, f"{path}.equipment", data.get("equipment", []))
        self.add("start position", place, f"{path}.startPosition", exercise.start_position)
        self.add("dose side", place, f"{path}.sides", exercise.sides)
        self.list("citation", place, f"{path}.cites", data.get("cites", []))
        self.dose(f"{path}.dose", exercise)
        fields = {"dose side": "sides", "dose start": "hold", "dose growth": "progression"}
        for at, (kind, label, value) in enumerate(exercise.dose_rows()):
            field = fields.get(kind, kind.removeprefix("dose "))
            if label == self.words["then-add"]:
                field = "hold"
            for name, text in (("field", field), ("label", label), ("value", value)):
                self.add(kind, place, f"{path}.doseLabel.{at}.{name}", text)
        for kind, key, texts in (("step", "steps", data["steps"]), ("stop rule", "stopIf", exercise.stops),
                                 ("caution", "cautions", data.get("cautions", []))):
            self.list(kind, place, f"{path}.{key}", [self.say(text, exercise) for text in texts])
        for at, picture in enumerate(exercise.pictures):
            self.add("picture", place, f"{path}.pictures.{at}.alt", picture.get("alt") or self.told.get((exercise.id, at)))
            if "caption" in picture:
                self.add("caption", place, f"{path}.pictures.{at}.caption", self.say(picture["caption"]))
        if self.guide.timing:
            least, most = exercise.length(self.guide.timing)
            self.add("timeline", place, f"{path}.timeline.minSeconds", least)
            self.add("timeline", place, f"{path}.timeline.maxSeconds", most)
        self.plan(f"{path}.plan", exercise)

    def dose(self, path, exercise):
        dose, place = exercise.dose, exercise.name
        hold = dose.get("hold")
        if exercise.is_open():
            self.add("dose hold", place, f"{path}.hold.until", self.say(hold["until"]))
            if "start" in hold:
                self.single("dose start", place, f"{path}.hold.start", seconds(hold["start"])[0])
            if "add" in hold:
                self.single("dose growth", place, f"{path}.hold.add", seconds(hold["add"])[0])
                self.add("dose growth", place, f"{path}.hold.each", hold["each"])
        elif hold:
            self.span("dose hold", place, f"{path}.hold", seconds(hold))
        for field in ("reps", "sets"):
            if field in dose:
                self.counts(f"dose {field}", place, f"{path}.{field}", count(dose[field]))
        if "rest" in dose:
            self.single("dose rest", place, f"{path}.rest", seconds(dose["rest"])[0])
        if "tempo" in dose:
            for name, part in zip(("lower", "pause", "lift", "top"), dose["tempo"].split("-")):
                self.add("dose tempo", place, f"{path}.tempo.{name}Seconds", part)
        for field in ("frequency", "intensity"):
            if field in dose:
                self.add(f"dose {field}", place, f"{path}.{field}", self.say(dose[field]))
        if dose.get("frequency") in FREQUENCIES:
            for name, value in zip(("unit", "min", "max", "period"), FREQUENCIES[dose["frequency"]]):
                self.add("dose frequency", place, f"{path}.frequencyFigures.{name}", value)
        if dose.get("intensity") in INTENSITIES:
            for name, value in zip(("scale", "min", "max"), INTENSITIES[dose["intensity"]]):
                self.add("dose intensity", place, f"{path}.intensityFigures.{name}", value)
        if isinstance(dose.get("progression"), str):
            self.add("dose growth", place, f"{path}.progression", self.say(dose["progression"]))

    def plan(self, path, exercise):
        plan = exercise.plan()
        if not plan:
            return
        of, weeks, is_open = plan
        place = exercise.name
        self.add("plan", place, f"{path}.field", of)
        self.add("plan", place, f"{path}.openEnded", is_open)
        for at, amount in enumerate(weeks):
            week = f"{path}.weeks.{at}"
            self.add("plan", place, f"{week}.week", at + 1)
            self.add("plan", place, f"{week}.label", exercise.amount_words(of, amount))
            if of == "hold":
                self.single("plan", place, f"{week}.target", amount)
            else:
                self.add("plan", place, f"{week}.targetCount", amount)

    def routine(self):
        routine = self.guide.routine
        place = "routine"
        self.add("routine title", place, "routine.title", routine.get("title"))
        if "text" in routine:
            self.add("routine text", place, "routine.text", self.say(routine["text"]))
        self.list("routine exercise", place, "routine.exercises", routine["exercises"])
        if "total" in routine:
            self.single("routine time", place, "routine.stated", seconds(routine["total"])[0])
        bounds = routine_bounds(self.guide)
        self.span("routine time", place, "routine.computed", bounds)
        self.add("routine time", place, "routine.label", routine_time(self.guide))
        self.add("timeline", place, "routine.timeline.minSeconds", bounds[0])
        self.add("timeline", place, "routine.timeline.maxSeconds", bounds[1])

    # ---- quiz ----

    def quiz(self):
        quiz = self.guide.quiz
        self.add("id", "quiz", "quiz.id", quiz["id"])
        self.add("quiz title", "quiz", "quiz.title", quiz["title"])
        if "text" in quiz:
            self.add("quiz text", "quiz", "quiz.text", self.say(quiz["text"]))
        for number, question in enumerate(self.guide.questions):
            self.question(f"quiz.questions.{number}", question)

    def question(self, path, question):
        place, data = f"question {question.number}", question.data
        self.add("id", place, f"{path}.id", data["id"])
        self.add("question", place, f"{path}.kind", question.kind)
        self.add("question", place, f"{path}.ask", self.say(data["stem"]))
        if question.kind == "number":
            self.add("how to answer", place, f"{path}.unit", unit(question, self.words))
        choices = question.choices
        if question.kind == "true-or-false":
            choices = {"true": self.words["true"], "false": self.words["false"]}
        right = [question.answer] if isinstance(question.answer, str) else list(question.answer)
        for at, (id, text) in enumerate(choices.items()):
            label = None if question.kind == "true-or-false" else str(at + 1) if question.kind == "matching" else letter(at + 1)
            self.add("choice", place, f"{path}.choices.{at}.id", id)
            self.add("choice", place, f"{path}.choices.{at}.label", label)
            self.add("choice", place, f"{path}.choices.{at}.text", self.say(text))
            if question.kind in ("single-choice", "multiple-choice", "true-or-false"):
                self.add("answer", place, f"{path}.choices.{at}.correct", id in right)
        for at, (id, text) in enumerate(question.matches.items()):
            self.add("match", place, f"{path}.matches.{at}.id", id)
            self.add("match", place, f"{path}.matches.{at}.label", letter(at + 1))
            self.add("match", place, f"{path}.matches.{at}.text", self.say(text))
        self.scoring(path, place, question)
        self.answer(path, place, question)
        if "why" in data:
            self.add("why", place, f"{path}.why", self.say(data["why"]))
        self.proven_at(path, place, question)

    def scoring(self, path, place, question):
        method = QuizSheet.POINTS.get(question.kind, "all-or-nothing")
        self.add("points", place, f"{path}.scoring.points", 1)
        self.add("points", place, f"{path}.scoring.method", method)
        self.add("points", place, f"{path}.scoring.parts", 1 if method == "all-or-nothing" else len(question.choices))

    def answer(self, path, place, question):
        sheet, answer = QuizSheet.__new__(QuizSheet), question.answer
        Sheet.__init__(sheet, self.guide)
        if question.kind == "number":
            if answer.split()[-1] in ("s", "min"):
                self.span("answer", place, f"{path}.answer", seconds(answer))
            else:
                self.counts("answer", place, f"{path}.answer", count(answer.split()[0]))
            self.add("answer", place, f"{path}.answer.text", sheet.amount(answer))
        elif isinstance(answer, dict):
            for choice, match in answer.items():
                self.add("answer", place, f"{path}.answer.{choice}", match)
        elif isinstance(answer, list):
            self.list("answer", place, f"{path}.answer", answer)
        else:
            self.add("answer", place, f"{path}.answer", answer)
        printed = sheet.key(question)
        self.list("answer", place, f"{path}.printedAnswer", [printed] if question.kind == "number" else printed.split(", "))

    def proven_at(self, path, place, question):
        sheet = Sheet(self.guide)
        named = sheet.place_of(question)
        found = self.guide.find(named) if named else None
        if not found or not found[0]:
            return
        section, block = found
        at = f"{path}.provenAt"
        kind = "exercise" if named in self.guide.all_exercises else next(key for key in ("list", "protocol", "claim") if key in block)
        title = self.guide.all_exercises[named].name if kind == "exercise" else block.get("title")
        for name, value in (("section", section["id"]), ("sectionNumber", self.guide.sections.index(section) + 1),
                            ("sectionTitle", section["title"]), ("block", named), ("blockKind", kind), ("blockTitle", title)):
            self.add("proof place", place, f"{at}.{name}", value)

    def references(self):
        sheet = Sheet(self.guide)
        for number, reference in enumerate(self.guide.references):
            path, place = f"references.{number}", reference["id"]
            self.add("id", place, f"{path}.id", reference["id"])
            self.add("source", place, f"{path}.number", number + 1)
            for key, value in reference.items():
                at = f"{path}.csl.{key}"
                if key in ("issued", "accessed"):
                    self.list("source", place, f"{at}.date-parts.0", [int(part) for part in value.split("-")])
                elif key in ("author", "editor"):
                    for person, names in enumerate(value):
                        for part, name in names.items():
                            self.add("source author", place, f"{at}.{person}.{part}", name)
                else:
                    self.add("source title" if key == "title" else "source", place, f"{at}", value)
            language = reference.get("language", self.guide.language)
            if language != self.guide.language:
                self.add("language", place, f"{path}.language", language)
                self.add("language", place, f"{path}.direction", "rtl" if language == "ar" else "ltr")
            self.lines.append(Line("source", place, f"{path}.text: ", tuple(sheet.reference(reference))))


def flat(value, path=""):
    if isinstance(value, dict):
        for key, child in value.items():
            yield from flat(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for at, child in enumerate(value):
            yield from flat(child, f"{path}.{at}")
    elif value is not None:
        text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
        yield f"{path}: {text}"


def tree_text(node):
    """The words of a syntax tree, as `text` has them."""
    kind = node["type"]
    if kind in ("text", "inlineCode", "code"):
        return node["value"]
    if kind == "image":
        return node["alt"]
    if kind == "break":
        return " "
    separator = " " if kind in ("root", "list", "listItem", "blockquote") else ""
    return separator.join(map(tree_text, node.get("children", [])))


class Held:
    """A bundle as a file holds it: lines, and what contradicts itself within it."""

    # Read by others: tests/readers runs the timers, conformance.bundle judges the shape.
    IGNORED = ("generator", "bundleVersion", "$schema", "assets", "quiz.versions")

    def __init__(self, bundle):
        self.faults = []
        self.bundle = bundle
        simple = self.simple(bundle, "")
        for name in self.IGNORED:
            *path, last = name.split(".")
            holder = simple
            for key in path:
                holder = holder.get(key, {})
            holder.pop(last, None)
        for exercise in simple["exercises"]:
            self.timeline(exercise)
            plan = exercise.get("plan", {})
            for key in [key for key in plan if key.startswith(("from", "to", "by", "every"))]:
                del plan[key]
            for picture in exercise["pictures"]:
                picture.pop("figure", None)
                picture.pop("file", None)
            for week in plan.get("weeks", []):
                del week["timeline"]
        if "routine" in simple:
            self.timeline(simple["routine"])
        for question in simple.get("quiz", {}).get("questions", []):
            question.pop("proof", None)
        self.lines = list(flat(simple))

    def timeline(self, owner):
        """Its cues follow on one another and add up to its length."""
        timeline = owner.pop("timeline")
        cues, where = timeline["cues"], owner.get("id", "routine")
        starts = {"seconds": "startSeconds", "plannedSeconds": "plannedStartSeconds", "maxSeconds": "maxStartSeconds"}
        for length, total in (("seconds", "minSeconds"), ("plannedSeconds", "plannedSeconds"), ("maxSeconds", "maxSeconds")):
            at = 0
            for cue in cues:
                if cue.get(starts[length], cue["startSeconds"]) != at:
                    self.faults.append(f"timeline of {where}: {cue['id']} does not begin at {at} by {length}")
                at += cue.get(length, cue["seconds"])
            if at != timeline[total]:
                self.faults.append(f"timeline of {where}: its cues take {at} by {length}, not {timeline[total]}")
        owner["timeline"] = {key: timeline[key] for key in ("minSeconds", "maxSeconds")}

    def simple(self, value, path):
        if isinstance(value, dict):
            if set(value) == {"text", "mdast"}:
                if "".join(tree_text(value["mdast"]).split()) != "".join(value["text"].split()):
                    self.faults.append(f"{path}: `text` and `mdast` say different things: {value['text']}")
                return value["text"]
            return {key: self.simple(child, f"{path}.{key}") for key, child in value.items()}
        if isinstance(value, list):
            return [self.simple(child, f"{path}.{at}") for at, child in enumerate(value)]
        return value


def read_bundle(path):
    return json.loads(path.read_text(encoding="utf-8"))


def read_stream(path):
    """The records put together again."""
    bundle, lists = {}, {"section": "sections", "question": "questions", "exercise": "exercises", "term": "glossary",
                         "reference": "references", "asset": "assets"}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name, data = record["record"], record["data"]
        if name == "header":
            bundle |= data | {"exercises": [], "glossary": [], "references": [], "assets": []}
        elif name in ("guide", "routine", "quiz"):
            bundle[name] = data
        elif name != "end":
            owner = bundle["guide"] if name == "section" else bundle["quiz"] if name == "question" else bundle
            owner.setdefault(lists[name], []).append(data)
    return bundle


class FreeExerciseDb:
    def __init__(self, guide):
        self.lines = []
        for number, exercise in enumerate(guide.exercises):
            stated = exercise.data.get("free-exercise-db", {})
            names = [guide.all_terms.get(id, {}).get("free-exercise-db") for id in exercise.data.get("targets", [])]
            things = exercise.data.get("equipment", [])
            equipment = stated.get("equipment") or ("body only" if not things else None)
            category = {"stretch": "stretching"}.get(exercise.kind, exercise.kind)
            values = [("id", "id", exercise.id), ("exercise name", "name", exercise.name), ("database", "force", stated.get("force")),
                      ("database", "level", stated.get("level")), ("database", "mechanic", stated.get("mechanic")),
                      ("equipment", "equipment", equipment), ("exercise kind", "category", stated.get("category", category))]
            values += [("targets", f"primaryMuscles.{at}", name) for at, name in enumerate(dict.fromkeys(filter(None, names)))]
            values += [("step", f"instructions.{at}", plain(step, exercise, guide)) for at, step in enumerate(exercise.data["steps"])]
            for kind, key, value in values:
                if value:
                    self.lines.append(Line(kind, exercise.name, f"{number}.{key}: {value}"))


def read_free_exercise_db(path):
    exercises = json.loads(path.read_text(encoding="utf-8"))
    for exercise in exercises:
        exercise.pop("images")
        exercise.pop("secondaryMuscles")
    return [line for number, exercise in enumerate(exercises) for line in flat(exercise, str(number))]
