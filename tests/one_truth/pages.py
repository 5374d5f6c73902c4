"""What each printed file has to say, line by line in reading order, from the guide's YAML.

A line is a fact of a kind (a row of table.tsv) at a place: the exercise, section or question that it stands
under. The forms of lines are those of readers.py.
"""

from dataclasses import dataclass
from datetime import date

from guide import paragraphs, plain, seconds
from readers import letter, tidy


@dataclass
class Line:
    kind: str
    place: str
    text: str
    # Parts that have to stand in it, each of a kind of its own; the text is then how it begins.
    parts: tuple = ()


class Page:
    """Lines of one file; `family` is `paged` for PDF, `flow` for what Pandoc writes."""

    def __init__(self, guide, family):
        self.guide, self.words, self.family = guide, guide.words, family
        self.lines = []
        self.place = "front"

    def add(self, kind, text, place=None):
        self.lines.append(Line(kind, place or self.place, tidy(text)))

    def heading(self, kind, text):
        self.add(kind, f"# {text}")

    # ---- prose ----

    def cite(self, keys):
        numbers = sorted({number for number in map(self.guide.reference_number, keys) if number})
        if not numbers:
            return ""
        return ("" if self.family == "paged" else " ") + "[" + ", ".join(map(str, numbers)) + "]"

    def say(self, text, exercise=None):
        return plain(text, exercise, self.guide, self.cite, "[{}]")

    def prose(self, kind, text, cites=(), exercise=None):
        pieces = paragraphs(text)
        for at, (role, piece) in enumerate(pieces):
            end = self.cite(cites) if at == len(pieces) - 1 else ""
            quoted = "" if role in ("> ", "code") else role
            self.add(kind, quoted + self.say(piece, exercise) + end)

    def items(self, kind, texts, cites=(), marker=lambda at: "• ", exercise=None):
        for at, text in enumerate(texts):
            end = self.cite(cites) if at == len(texts) - 1 else ""
            self.add(kind, marker(at) + self.say(text, exercise) + end)

    # ---- blocks of a section ----

    def block(self, block):
        words, cites, flow = self.words, block.get("cites", ()), self.family == "flow"
        place = self.place
        if "text" in block and len(set(block) & {"claim", "callout"}) == 0:
            self.prose("text", block["text"], cites)
        elif "list" in block:
            if "title" in block:
                self.heading("list title", block["title"])
                self.place = f"{place} > {block['title']}"
            self.items("list item", [item if isinstance(item, str) else item["text"] for item in block["items"].values()], cites)
        elif "protocol" in block:
            self.protocol(block, cites)
        elif "exercises" in block:
            for id in block["exercises"]:
                exercise = self.guide.all_exercises[id]
                if flow and exercise.id in self.shown:
                    self.add("exercise again", exercise.name)
                else:
                    self.card(exercise)
        elif "claim" in block:
            if block.get("truth") == "false":
                (self.heading if flow else self.add)("myth", words["myth"])
                said = words["open-quote"] + self.say(block["text"]) + words["close-quote"]
                verdict = words["myth-verdict"] + self.cite(cites)
                if flow:
                    self.add("myth", said)
                    self.add("myth", verdict)
                else:
                    self.add("myth", said + verdict)
            else:
                if not flow:
                    self.add("claim", words["fact"])
                self.add("claim", self.say(block["text"]) + self.cite(cites))
        elif "advice" in block:
            how = block.get("how", [])
            self.heading("advice title", block["title"])
            self.place = f"{place} > {block['title']}"
            if "why" in block:
                self.add("advice why", self.say(block["why"]) + ("" if how else self.cite(cites)))
            if isinstance(how, str) and flow:
                self.add("advice how", self.say(how) + self.cite(cites))
            elif how:
                self.items("advice how", [how] if isinstance(how, str) else how, cites)
        elif "callout" in block:
            self.heading("callout title", block.get("title", words[block["callout"]]))
            self.place = f"{place} > {block.get('title', words[block['callout']])}"
            self.prose("callout", block["text"], cites)
        self.place = place

    def protocol(self, block, cites):
        steps = [step if isinstance(step, dict) else {"text": step} for step in block["steps"].values()]
        if "title" in block:
            self.heading("protocol title", block["title"])
            self.place += f" > {block['title']}"
        if self.family == "paged":
            names = ", ".join(step["title"] for step in steps if "title" in step)
            self.figures += 1
            caption = ": ".join(filter(None, [block.get("title"), names]))
            self.add("protocol caption", f"{self.words['figure']} {self.figures}. {caption}")
        for number, step in enumerate(steps, start=1):
            said = [self.say(step[part]) for part in ("title", "text") if part in step]
            end = self.cite(cites) if number == len(steps) else ""
            self.add("protocol step", f"{self.mark(number)} {' / '.join(said)}{end}")

    def mark(self, number):
        """A step's number as it is printed: on a disc in a PDF, else with a full stop."""
        return str(number) if self.family == "paged" else f"{number}."

    # ---- exercises ----

    shown = ()
    figures = 0

    def facts(self, exercise):
        targets = [self.guide.all_terms.get(id, {"term": id})["term"] for id in exercise.data.get("targets", [])]
        for kind, label, values in (("equipment", "equipment", exercise.data.get("equipment", [])),
                                    ("start position", "start-position", [exercise.start_position]),
                                    ("targets", "targets", targets)):
            if any(values):
                yield kind, f"{self.words[label]}: {', '.join(values)}"

    def picture(self, exercise, picture):
        """What it shows, and its caption. A drawn figure without words of its own is told by guidec."""
        return f"[{picture['alt']}]" if "alt" in picture else "[*]"

    def dose(self, exercise):
        for kind, label, value in exercise.dose_rows():
            self.add(kind, f"{label}: {tidy(value)}")

    def card(self, exercise):
        self.shown = {*self.shown, exercise.id}
        before, self.place = self.place, exercise.name
        words = self.words
        self.heading("exercise name", exercise.name)
        if exercise.purpose:
            self.add("purpose", self.say(exercise.purpose, exercise) + self.cite(exercise.data.get("cites", ())))
        elif exercise.cites:
            self.add("purpose", self.cite(exercise.cites).strip())
        for kind, text in self.facts(exercise):
            self.add(kind, text)
        for picture in exercise.pictures:
            self.add("picture", self.picture(exercise, picture))
            if "caption" in picture:
                self.add("caption", picture["caption"])
        self.heading("steps label", words["steps"])
        self.items("step", exercise.data["steps"], marker=lambda at: f"{at + 1}. ", exercise=exercise)
        if exercise.dose:
            self.heading("dose label", words["dose"])
            self.dose(exercise)
        self.stop_and_care(exercise)
        self.place = before

    def stop_and_care(self, exercise):
        if exercise.stops:
            self.heading("stop label", self.words["stop-if"])
            self.items("stop rule", exercise.stops, exercise=exercise)
        cautions = exercise.data.get("cautions", [])
        if cautions:
            self.heading("caution label", self.words["take-care"])
            self.items("caution", cautions, marker=lambda at: "• " if len(cautions) > 1 else "", exercise=exercise)

    # ---- the end ----

    def glossary(self):
        if self.guide.terms:
            self.place = "glossary"
            self.heading("glossary label", self.words["glossary"])
            for _, term in self.guide.terms:
                between = " " if self.family == "paged" else ": "
                self.add("term", f"{term['term']}{between}{self.say(term['meaning'])}")

    def references(self):
        if not self.guide.references:
            return
        self.place = "sources"
        self.heading("sources label", self.words["references"])
        for number, reference in enumerate(self.guide.references, start=1):
            self.lines.append(Line("source", self.place, f"{number}. ", tuple(self.reference(reference))))

    def reference(self, reference):
        """(kind, what has to stand in the entry)."""
        people = reference.get("author", reference.get("editor", []))
        for person in people:
            if "literal" in person:
                yield "source author", person["literal"]
            else:
                yield "source author", f"{person['family']} {person['given'][0]}"
        yield "source title", reference["title"]
        for key, kind in (("container-title", "source journal"), ("volume", "source volume"), ("issue", "source issue"),
                          ("page", "source pages"), ("edition", "source edition"), ("publisher", "source publisher"),
                          ("publisher-place", "source place"), ("note", "source note")):
            if key in reference:
                value = reference[key]
                if key == "issue":
                    value = f"({value})"
                elif key == "edition":
                    value = {"1": "1st", "2": "2nd", "3": "3rd"}.get(value, f"{value}th") + " ed"
                elif key == "page":
                    value = value.replace("-", "–")
                yield kind, value
        if "issued" in reference:
            yield "source year", reference["issued"][:4]
        if "DOI" in reference:
            yield "source address", f"https://doi.org/{reference['DOI']}"
        elif "URL" in reference:
            yield "source address", reference["URL"]
        if "accessed" in reference:
            year, month, day = map(int, reference["accessed"].split("-"))
            yield "source accessed", f"Accessed {self.words.date(date(year, month, day))}"

    def colophon(self):
        self.place = "colophon"
        self.heading("colophon label", self.words["colophon"])
        for kind, text in self.about():
            self.add(kind, text)

    def about(self):
        data, words = self.guide.data, self.words
        yield "authors", f"{words['authors']}: {', '.join(data['authors'])}"
        yield "version", f"{words['version']}: {data['version']}"
        if self.guide.reviewed:
            yield "reviewed", f"{words['reviewed']}: {words.date(self.guide.reviewed)}"
        if self.guide.review_due:
            yield "next review", f"{words['review-due']}: {words.date(self.guide.review_due)}"
        if "licence" in data:
            label = "licence" if self.family == "flow" else "terms-of-use"
            yield "licence", f"{words[label]}: {data['licence']}"

    # ---- answers ----

    def labelled(self, question, id, matches=False):
        """`B. Longer sleep`: a choice with the letter or number that it has in the quiz."""
        choices = question.matches if matches else question.choices
        at = list(choices).index(id) + 1
        label = str(at) if question.kind == "matching" and not matches else letter(at)
        return f"{label}. {self.say(choices[id])}"

    def amount(self, text):
        """A number that answers a question, in words."""
        return self.words.duration(seconds(text)) if text.split()[-1] in ("s", "min") else plain(text)

    def place_of(self, question):
        """The id of the list, protocol, claim or exercise that proves the answer. Of several exercises it is one: the
        first of an order, the last of those to be matched."""
        proof = question.data.get("proof", {})
        guide = self.guide
        named = proof.get("claim") or proof.get("of") or proof.get("in-order-of") or proof.get("count")
        if not named:
            if "value" in proof or "within" in proof:
                named = proof.get("value", proof.get("within")).split(".")[0]
            elif "most-first" in proof or "least-first" in proof:
                named = question.answer[0]
            elif "field" in proof:
                chosen = question.answer
                named = proof.get("for") or (chosen if isinstance(chosen, str) else list(chosen)[-1])
            else:
                named = proof.get("in") or proof.get("not-in")
                if named == "each":
                    named = list(question.answer.values())[-1]
        return named


class Flow(Page):
    """A document of Pandoc's: EPUB, HTML, DOCX, ODT, Markdown."""

    def __init__(self, guide, edition, answers):
        super().__init__(guide, "flow")
        self.edition, self.answers_at = edition, answers
        self.homes = {}
        self.start()
        for section in guide.sections:
            self.place = section["title"]
            self.heading("section title", section["title"])
            for block in section["body"]:
                self.block(block)
        if guide.routine:
            self.session()
        if guide.quiz:
            self.quiz()
            if edition == "instructor" and answers == "chapter":
                self.answer_chapter()
        self.glossary()
        self.references()
        self.colophon()

    def start(self):
        words, data = self.words, self.guide.data
        self.place = "start"
        self.heading("start label", words["start"])
        if "audience" in data:
            self.add("audience", f"{words['for-whom']}: {self.say(data['audience'])}")
        if "main-message" in data:
            self.heading("main message label", words["main-message"])
            self.add("main message", self.say(data["main-message"]))
        for block in data.get("introduction", []):
            self.block(block)
        if data.get("seek-help-if"):
            self.heading("red flag label", words["seek-help"])
            self.items("red flag", data["seek-help-if"])
        if "disclaimer" in data:
            self.add("disclaimer", self.say(data["disclaimer"]))

    def allow(self, exercise):
        least, most = exercise.length(self.guide.timing)
        if most < 120:
            return f"{self.words['allow']} {self.words['about']} {self.words.duration((least, most))}"
        return f"{self.words['allow']} {self.words.about(least, most)}"

    def session(self):
        guide, words = self.guide, self.words
        routine = guide.routine
        self.place = routine.get("title", words["routine"])
        self.heading("routine title", self.place)
        if "text" in routine:
            self.add("routine text", self.say(routine["text"]))
        later = []
        for number, id in enumerate(routine["exercises"], start=1):
            exercise = guide.all_exercises[id]
            said = [exercise.name]
            rows = list(exercise.dose_rows())
            if rows:
                said.append(f"{rows[0][1]}: {rows[0][2]}")
            if guide.timing:
                said.append(self.allow(exercise))
            self.add("routine exercise", f"{number}. {' / '.join(said)}")
            if id not in self.shown:
                later.append(exercise)
        self.add("routine time", f"{words['total-time']}: {self.routine_time()}")
        place = self.place
        for exercise in dict.fromkeys(exercise.id for exercise in later):
            self.homes[exercise] = place
            self.card(guide.all_exercises[exercise])

    def routine_time(self):
        return routine_time(self.guide)

    def quiz(self):
        guide, words = self.guide, self.words
        self.place = guide.quiz["title"]
        self.heading("quiz title", self.place)
        if "text" in guide.quiz:
            self.add("quiz text", self.say(guide.quiz["text"]))
        for question in guide.questions:
            self.place = f"{words['question']} {question.number}"
            self.heading("question number", self.place)
            self.stem(question)
            if question.kind == "multiple-choice":
                self.add("how to answer", words["choose-all"])
            if question.kind == "ordering":
                self.add("how to answer", words["put-in-order"])
            if question.kind == "number":
                self.add("how to answer", f"{words['answer-in']} {unit(question, words)}.")
            form = (lambda at: f"{at + 1}. ") if question.kind == "matching" else (lambda at: f"{letter(at + 1)}. ")
            self.items("choice", list(question.choices.values()), marker=form)
            if question.kind == "matching":
                self.add("how to answer", words["match-with"])
                self.items("match", list(question.matches.values()), marker=lambda at: f"{letter(at + 1)}. ")
            if self.edition == "instructor":
                if self.answers_at == "details":
                    self.add("answer fold", words["show-answer"])
                if self.answers_at in ("details", "open"):
                    self.answer(question)
                if self.answers_at == "chapter":
                    self.add("turn", words["check-answer"])

    def stem(self, question):
        stem = self.say(question.data["stem"])
        self.add("question", f"{self.words['true-or-false']} {stem}" if question.kind == "true-or-false" else stem)

    def answer(self, question):
        words = self.words
        self.add("answer", f"{words['answer']}: {self.answer_text(question)}")
        if "why" in question.data:
            self.add("why", f"{words['why']}: {self.say(question.data['why'])}")
        named = self.place_of(question)
        if named:
            section, block = self.guide.find(named) or (None, None)
            if block is None:
                chapter = self.homes.get(named)
            else:
                chapter = section["title"] if section else words["start"]
            title = self.guide.all_exercises[named].name if named in self.guide.all_exercises else (block or {}).get("title")
            if chapter:
                self.add("proof place", f"{words['proven-at']}: " + ": ".join(filter(None, [chapter, title])))

    def answer_text(self, question):
        answer = question.answer
        if question.kind == "true-or-false":
            return self.words[answer]
        if question.kind == "number":
            return self.amount(answer)
        if question.kind == "single-choice":
            return self.labelled(question, answer)
        if question.kind == "matching":
            said = [f"{self.labelled(question, choice)}: {self.labelled(question, match, True)}" for choice, match in answer.items()]
        else:
            said = [self.labelled(question, id) for id in answer]
        return said[0] if len(said) == 1 else "".join(f"/ {one} " for one in said).strip()

    def answer_chapter(self):
        self.place = self.words["answers"]
        self.heading("answers label", self.place)
        for question in self.guide.questions:
            self.place = f"{self.words['answer-to']} {question.number}"
            self.heading("question number", self.place)
            self.stem(question)
            self.answer(question)
            self.add("turn", self.words["back-to-question"])


def unit(question, words):
    """What a number is given in."""
    number, _, counted = question.answer.partition(" ")
    if question.answer.endswith(("s", "min")) and counted in ("s", "min") or " min " in question.answer:
        name = "minute" if all(end % 60 == 0 for end in seconds(question.answer)) else "second"
        return words[name].split("|")[1]
    return counted


def routine_bounds(guide):
    lengths = [guide.all_exercises[id].length(guide.timing) for id in guide.routine["exercises"]]
    between = seconds(guide.timing["between-exercises"])[0] * (len(lengths) - 1)
    return tuple(sum(length[end] for length in lengths) + between for end in (0, 1))


def routine_time(guide):
    return guide.words.about(*routine_bounds(guide))


# ---- PDF ----

class Sheet(Page):
    """What the PDFs share."""

    def __init__(self, guide):
        super().__init__(guide, "paged")

    def imprint(self):
        data, words = self.guide.data, self.words
        self.place = "imprint"
        self.add("title", data["title"])
        self.add("version", f"{words['version']} {data['version']}")
        if self.guide.reviewed:
            self.add("reviewed", f"{words['reviewed']} {words.date(self.guide.reviewed)}")
        if self.guide.review_due:
            self.add("next review", f"{words['review-due']} {words.date(self.guide.review_due)}")
        if "licence" in data:
            self.add("licence", data["licence"])

    def closing(self):
        self.place = "foot"
        self.heading("notes label", self.words["notes"])
        if "disclaimer" in self.guide.data:
            self.add("disclaimer", self.say(self.guide.data["disclaimer"]))
        self.imprint()

    def pictures(self, exercise):
        """A caption stands before its picture in the tags."""
        for picture in exercise.pictures:
            if "caption" in picture:
                self.add("caption", picture["caption"])
            self.add("picture", self.picture(exercise, picture))

    def steps(self, exercise):
        self.items("step", exercise.data["steps"], marker=lambda at: f"{at + 1} ", exercise=exercise)

    def care(self, exercise):
        cautions = exercise.data.get("cautions", [])
        if len(cautions) == 1:
            self.add("caution", f"{self.words['take-care']}: {self.say(cautions[0], exercise)}")
        elif cautions:
            self.add("caution label", f"{self.words['take-care']}:")
            self.items("caution", cautions, exercise=exercise)

    def dose(self, exercise):
        """Few rows with a value each below its name; a value there begins with a capital."""
        rows = list(exercise.dose_rows())
        if len(rows) <= 3:
            for kind, label, value in rows:
                # A short value has what follows its comma on a line of its own.
                said = value.replace(", ", " ", 1) if len(value) <= 30 else value
                self.add(kind, f"{label} {said[0].upper()}{said[1:]}")
        else:
            for kind, label, value in rows:
                self.add(kind, f"{label}: {value}")

    def dose_panel(self, exercise):
        if exercise.dose:
            self.heading("dose label", self.words["dose"])
            self.dose(exercise)

    def stop(self, exercise):
        if exercise.stops:
            self.heading("stop label", self.words["stop-if"])
            several = len(exercise.stops) > 1
            self.items("stop rule", exercise.stops, marker=lambda at: "• " if several else "", exercise=exercise)

    def log(self, rows):
        self.heading("log label", self.words["log"])
        self.add("log", " | ".join([self.words["day"], *map(str, range(1, 8))]))
        for row in rows:
            self.add("log", row)


class Booklet(Sheet):
    def __init__(self, guide):
        super().__init__(guide)
        data, words = guide.data, self.words
        self.add("cover label", words["guide"])
        self.add("title", data["title"])
        if "subtitle" in data:
            self.add("subtitle", data["subtitle"])
        if "main-message" in data:
            self.heading("main message label", words["main-message"])
            self.add("main message", self.say(data["main-message"]))
        if "audience" in data:
            self.add("audience", f"{words['for-whom']}: {self.say(data['audience'])}")
        self.add("version", f"{words['version']} {data['version']}")
        if guide.reviewed:
            self.add("reviewed", f"{words['reviewed']} {words.date(guide.reviewed)}")
        self.place = "start"
        for block in data.get("introduction", []):
            self.block(block)
        self.heading("contents", words["contents"])
        chapters = [f"{number} {section['title']}" for number, section in enumerate(guide.sections, start=1)]
        if guide.routine:
            chapters.append(guide.routine.get("title", words["routine"]))
        for key, there in (("glossary", guide.terms), ("references", guide.references), ("colophon", True)):
            if there:
                chapters.append(words[key])
        for chapter in chapters:
            self.add("contents", f"→ {chapter}")
        if data.get("seek-help-if"):
            self.heading("red flag label", words["seek-help"])
            several = len(data["seek-help-if"]) > 1
            self.items("red flag", data["seek-help-if"], marker=lambda at: "• " if several else "")
        if "disclaimer" in data:
            self.add("disclaimer", self.say(data["disclaimer"]))
        for number, section in enumerate(guide.sections, start=1):
            self.place = section["title"]
            self.heading("section title", f"{number} {section['title']}")
            for block in section["body"]:
                self.block(block)
        if guide.routine:
            self.session()
        self.glossary()
        self.references()
        self.colophon()

    def card(self, exercise):
        before, self.place = self.place, exercise.name
        self.heading("exercise name", exercise.name)
        self.add("purpose", self.say(exercise.purpose, exercise) + self.cite(exercise.data.get("cites", ())))
        for kind, text in self.facts(exercise):
            self.add(kind, text)
        self.pictures(exercise)
        self.steps(exercise)
        self.care(exercise)
        if len(exercise.pictures) == 1:
            self.stop(exercise)
            self.dose_panel(exercise)
        else:
            self.dose_panel(exercise)
            self.stop(exercise)
        self.place = before

    def session(self):
        guide, words = self.guide, self.words
        routine = guide.routine
        self.place = routine.get("title", words["routine"])
        self.heading("routine title", self.place)
        if "text" in routine:
            self.add("routine text", self.say(routine["text"]))
        self.add("routine label", f"{words['number']} | {words['exercise']} | {words['dose']}")
        for number, id in enumerate(routine["exercises"], start=1):
            exercise = guide.all_exercises[id]
            rows = list(exercise.dose_rows())
            dose = f" | {rows[0][1]}: {rows[0][2]}" if rows else ""
            self.add("routine exercise", f"{number} | {exercise.name}{dose}")
        self.add("routine time", f"{words['total-time']}: {routine_time(guide)}")
        in_sections = {id for _, block in guide.blocks() for id in block.get("exercises", [])}
        for id in dict.fromkeys(routine["exercises"]):
            if id not in in_sections:
                self.card(guide.all_exercises[id])


class Handout(Sheet):
    def __init__(self, guide, exercise):
        super().__init__(guide)
        words = self.words
        self.place = exercise.name
        self.add("exercise kind", words[exercise.kind])
        self.add("title", guide.data["title"])
        self.add("exercise name", exercise.name)
        self.add("purpose", self.say(exercise.purpose, exercise))
        for kind, text in self.facts(exercise):
            self.add(kind, text)
        self.pictures(exercise)
        self.heading("steps label", words["steps"])
        self.steps(exercise)
        self.care(exercise)
        self.dose_panel(exercise)
        self.stop(exercise)
        if guide.data.get("seek-help-if"):
            self.heading("red flag label", words["seek-help"])
            self.items("red flag", guide.data["seek-help-if"])
        self.plan(exercise)
        if exercise.sides == "each":
            self.log([words["date-field"], words["left-side"], words["right-side"], words["felt"]])
        else:
            self.log([words["date-field"], words["done"], words["felt"]])
        self.closing()

    def plan(self, exercise):
        plan = exercise.plan()
        if not plan:
            return
        of, weeks, is_open = plan
        words = self.words
        self.heading("plan label", words["plan"])
        rows = -(-len(weeks) // 8)
        columns = -(-len(weeks) // rows)
        for start in range(0, len(weeks), columns):
            part = weeks[start:start + columns]
            self.add("plan", " | ".join([words["week"], *(str(start + at + 1) for at in range(len(part)))]))
            self.add("plan", " | ".join([words[of], *(exercise.amount_words(of, amount) for amount in part)]))
            self.add("plan", words["done"])
        if is_open:
            self.add("plan", words["plan-goes-on"])


class Session(Sheet):
    def __init__(self, guide):
        super().__init__(guide)
        words, routine = self.words, guide.routine
        session = [guide.all_exercises[id] for id in routine["exercises"]]
        self.add("title", guide.data["title"])
        self.place = routine.get("title", words["routine"])
        self.add("routine title", self.place)
        if "text" in routine:
            self.add("routine text", self.say(routine["text"]))
        self.add("routine time", f"{words['total-time']}: {routine_time(guide)}")
        things = list(dict.fromkeys(thing for exercise in session for thing in exercise.data.get("equipment", [])))
        if things:
            self.add("equipment", f"{words['equipment']}: {', '.join(things)}")
        if guide.data.get("seek-help-if"):
            self.heading("red flag label", words["seek-help"])
            self.items("red flag", guide.data["seek-help-if"])
        for number, exercise in enumerate(session, start=1):
            self.place = exercise.name
            self.add("routine exercise", f"# {number}. {exercise.name}")
            self.add("purpose", self.say(exercise.purpose, exercise))
            for kind, text in self.facts(exercise):
                if kind != "equipment":
                    self.add(kind, text)
            for picture in exercise.pictures[:-1]:
                self.add("picture before the last", self.picture(exercise, picture))
            for picture in exercise.pictures[-1:]:
                self.add("picture", self.picture(exercise, picture))
            self.items("step", exercise.data["steps"], marker=lambda at: f"{at + 1}. ", exercise=exercise)
            for kind, label, value in exercise.dose_rows():
                self.add(kind, f"{label}: {value}")
            for at, stop in enumerate(exercise.stops):
                self.add("stop rule", (f"{words['stop-if']}: " if at == 0 else "") + self.say(stop, exercise))
            self.care(exercise)
        self.place = "log"
        self.log([words["date-field"], *(f"{number}. {exercise.name}" for number, exercise in enumerate(session, start=1)), words["felt"]])
        self.closing()


class QuizSheet(Sheet):
    """A quiz, or its key: of a version where the bundle of the instructor says which order that has."""

    HOW = {"multiple-choice": "tick-all", "ordering": "number-them", "matching": "write-letters"}
    POINTS = {"multiple-choice": "each-choice", "ordering": "each-place", "matching": "each-pair"}

    def __init__(self, guide, is_key, version=None, order=None):
        super().__init__(guide)
        words = self.words
        self.order = order
        versioned = [f"{words['version-of-quiz']} {version}"] if version else []
        head = [guide.data["title"], *([guide.quiz["title"]] if is_key else []), *versioned]
        self.add("sheet head", " · ".join(head))
        self.add("quiz title", words["answer-key"] if is_key else guide.quiz["title"])
        questions = self.printed()
        if is_key:
            self.overview(questions)
        else:
            if "text" in guide.quiz:
                self.add("quiz text", self.say(guide.quiz["text"]))
            self.add("sheet fields", words["sheet-name"])
            self.add("sheet fields", words["date-field"])
        for number, question in enumerate(questions, start=1):
            self.place = f"{words['question']} {number}"
            self.heading("question number", self.place)
            self.add("question", self.say(question.data["stem"]))
            if question.kind in self.HOW:
                self.add("how to answer", words[self.HOW[question.kind]])
            self.offered(question, is_key)
            if is_key:
                self.reasons(question)
        self.imprint()

    def printed(self):
        if self.order is None:
            return self.guide.questions
        from guide import Question
        by_id = {question.data["id"]: question for question in self.guide.questions}
        printed = []
        for place in self.order:
            question = by_id[place["id"]]
            data = dict(question.data)
            for key, source in (("choices", "choices"), ("matches", "with")):
                if key in place and source in data:
                    data[source] = {one["id"]: data[source][one["id"]] for one in place[key]}
            printed.append(Question(question.kind, data, question.number))
        return printed

    def offered(self, question, is_key):
        answer = question.answer
        if question.kind == "true-or-false":
            for one in ("true", "false"):
                self.add("choice", self.words[one])
        elif question.kind == "number":
            if is_key:
                self.add("answer", self.amount(answer))
            else:
                self.add("how to answer", unit(question, self.words))
        else:
            for at, (id, text) in enumerate(question.choices.items(), start=1):
                label = str(at) if question.kind == "matching" else letter(at)
                before = ""
                if is_key and question.kind == "ordering":
                    before = f"{answer.index(id) + 1} "
                if is_key and question.kind == "matching":
                    before = f"{letter(list(question.matches).index(answer[id]) + 1)} "
                self.add("choice", f"{before}{label} {self.say(text)}")
            for at, text in enumerate(question.matches.values(), start=1):
                self.add("match", f"{letter(at)} {self.say(text)}")

    def key(self, question):
        """What the overview has: letters as they are printed."""
        answer, letters = question.answer, {id: letter(at) for at, id in enumerate(question.choices, start=1)}
        if question.kind == "true-or-false":
            return self.words[answer]
        if question.kind == "number":
            return self.amount(answer)
        if question.kind == "single-choice":
            return letters[answer]
        if question.kind == "multiple-choice":
            return ", ".join(letters[id] for id in question.choices if id in answer)
        if question.kind == "ordering":
            return ", ".join(letters[id] for id in answer)
        matches = {id: letter(at) for at, id in enumerate(question.matches, start=1)}
        return ", ".join(matches[answer[id]] for id in question.choices)

    def overview(self, questions):
        columns = min(len(questions), 5)
        for start in range(0, len(questions), columns):
            part = questions[start:start + columns]
            self.add("answer overview", " | ".join([self.words["question"], *(str(start + at + 1) for at in range(len(part)))]))
            self.add("answer overview", " | ".join([self.words["answer"], *map(self.key, part)]))

    def reasons(self, question):
        words = self.words
        if "why" in question.data:
            self.add("why", f"{words['why']}: {self.say(question.data['why'])}")
        named = self.place_of(question)
        found = self.guide.find(named) if named else None
        if found and found[0]:
            section, block = found
            number = self.guide.sections.index(section) + 1
            place = f"{words['section']} {number}, {words['open-quote']}{section['title']}{words['close-quote']}"
            kind = "exercise" if named in self.guide.all_exercises else "list" if "list" in block else "protocol"
            title = self.guide.all_exercises[named].name if kind == "exercise" else block.get("title")
            if title and "claim" not in block:
                place += f": {words[f'place-{kind}']} {words['open-quote']}{title}{words['close-quote']}"
            self.add("proof place", f"{words['proven-at']}: {place}")
        if question.kind in self.POINTS:
            self.add("points", f"{words['points']}: {words[self.POINTS[question.kind]].format(len(question.choices))}")
