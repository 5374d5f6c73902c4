#!/usr/bin/env python3
"""Writes a workspace that is hard to print: make_workspace.py DIR

Its guides, one a trouble: `torture` (the longest titles, words without end, pages of one list, every block,
pictures of odd shapes, sixty questions), `bare` (no exercise, quiz, source or red flag), `many` (twenty
exercises in one routine), `arabic`, `hebrew` and `japanese`. Rules that speak about the quality of
texts are off, for these are no texts.
"""
import json
import pathlib
import struct
import sys
import zlib

LINE = 200  # the longest line that the schemas allow
ENDLESS = "x" * 150
COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenaufnäher"
ADDRESS = "https://example.org/" + "a/very/long/path/" * 8 + "?" + "query" * 30


def long_line(words):
    text = words
    while len(text) + 1 + len(words) <= LINE:
        text += " " + words
    return text


def png(width, height):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + bytes(90 + 100 * y // height for _ in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9))
            + chunk(b"IEND", b""))


def exercise(number, **changes):
    return {
        "id": f"exercise-{number}",
        "name": f"Exercise number {number}",
        "kind": "strength",
        "purpose": "Makes the whole body strong.",
        "equipment": ["mat"],
        "start-position": "standing",
        "sides": "each" if number % 2 else "together",
        "dose": {"reps": "8-12", "sets": 2, "rest": "30 s", "frequency": "2-3 days a week"},
        "steps": ["Stand tall.", "Lift one leg.", "Do {reps} repetitions.", "Change legs."],
        "stop-if": "You feel pain.",
        **changes,
    }


def guide(name, language, title, sections, **more):
    return {"id": name, "title": title, "language": language, "version": "1.0.0", "reviewed": "2026-11-22",
            "review-every": "24 months", "licence": "CC-BY-4.0", **more, "sections": sections}


def question(number):
    if number % 3 == 0:
        return {"id": f"question-{number}", "true-or-false": f"Statement {number} is true.", "answer": True,
                "why": long_line("Because it is so.")}
    return {
        "id": f"question-{number}",
        "ask": long_line(f"Which choice is right in question {number}?") if number == 1
        else f"Which choice is right in question {number}?",
        "choices": {"one": long_line("A long choice") if number == 2 else "The first",
                    "two": ENDLESS if number == 4 else "The second", "three": "The third",
                    "four": "The fourth", "five": "The fifth"},
        "answer": "two",
        "why": "The second is right.",
    }


def torture():
    pictures = [{"file": f"{name}.png", "alt": f"A grey picture, {name}.", "caption": long_line(name)}
                for name in ("tall", "wide", "tiny")]
    exercises = [
        exercise(1001, name=long_line("A name without an end"), purpose=long_line("It has a purpose."),
                 pictures=pictures,
                 steps=[f"Step {n}: move slowly, and breathe on." for n in range(1, 31)],
                 cautions=["Take care. " * 20], **{"stop-if": [f"Sign {n} comes." for n in range(1, 16)]}),
        exercise(1002, name=COMPOUND, steps=[ENDLESS, COMPOUND, ADDRESS], pictures=pictures[:1]),
        exercise(1003, steps=["Rest."], equipment=[long_line("thing")], dose={
            "hold": {"until": long_line("you cannot hold on"), "start": "5 s", "add": "5 s", "each": "week"},
            "sets": 9, "rest": "9 min", "frequency": "once a day"}),
    ]
    prose = "\n\n".join([
        f"A word that ends nowhere, {ENDLESS}, and one that is only long, {COMPOUND}.",
        f"An address as a text, {ADDRESS}, and [as a link]({ADDRESS}).",
        "```\n" + "a line of code that is wider than any page; " * 6 + "\n```",
        "> A quote. " + "It goes on. " * 60,
        "1. one\n   - nested\n     - deeper\n       - " + ENDLESS + "\n2. two",
        "`" + ENDLESS + "`",
        "A long paragraph. " * 120,
    ])
    items = {f"item-{n}": "An item that is rather long, so that it takes its line." for n in range(1, 90)}
    steps = {f"step-{n}": {"title": f"Step {n}", "text": "Do what it says, and then go on."}
             for n in range(1, 50)}
    body = [
        {"text": prose},
        {"list": "endless", "title": long_line("A list"), "items": items},
        {"list": "words", "title": COMPOUND, "items": {"one": ENDLESS, "two": COMPOUND}},
        {"protocol": "steps", "title": "A protocol of pages", "steps": steps},
        {"claim": "so-it-is", "text": "This is so. " * 30},
        {"claim": "not-so", "text": "This is not so.", "truth": False},
        {"advice": "advice", "title": ENDLESS, "why": "It helps. " * 40, "how": ["Do it. " * 30, ENDLESS]},
        {"callout": "caution", "title": COMPOUND, "text": "Take care. " * 300},
        {"callout": "note", "text": ENDLESS},
    ]
    sections = [
        {"id": "blocks", "title": long_line("A section's title"), "body": body},
        {"id": "exercises", "title": "Exercises", "body": [
            {"exercises": [made["id"] for made in exercises]}]},
    ]
    text = guide("torture", "en-US", long_line("A title that goes on"), sections,
                 subtitle=long_line("And its subtitle"), audience=long_line("Readers"),
                 authors=[f"Author Number {n}" for n in range(1, 40)],
                 **{"main-message": "This is the main thing. " * 20,
                    "seek-help-if": [f"Sign {n} is there." for n in range(1, 40)],
                    "disclaimer": "This is no advice. " * 60,
                    "routine": {"title": long_line("Session"), "text": "Do all of them. " * 20,
                                "exercises": [made["id"] for made in exercises], "total": "9 min"}})
    quiz = {"id": "torture-quiz", "title": long_line("Quiz"), "text": "Answer all. " * 20,
            "questions": [question(n) for n in range(1, 61)]}
    references = {"references": [
        {"id": f"source-{n}", "type": "webpage", "title": long_line("A source"), "URL": ADDRESS[:200]}
        for n in range(1, 40)]}
    return text, exercises, quiz, references


def many():
    exercises = [exercise(n) for n in range(1, 21)]
    ids = [made["id"] for made in exercises]
    sections = [{"id": "all", "title": "All of them", "body": [{"exercises": ids}]}]
    return guide("many", "en-US", "Twenty exercises", sections, routine={"exercises": ids, "total": "9 min"}), exercises


def bare():
    return guide("bare", "en-US", "Bare", [{"id": "only", "title": "Only a text", "body": [
        {"text": "A guide without exercises, quiz or sources."}]}])


# One guide in another script: (language, title, words for an exercise, steps, a sentence).
SCRIPTS = {
    "arabic": ("ar", "ألم الورك عند العدائين", "تمرين الجسر", ["استلق على ظهرك.", "ارفع الوركين ببطء."],
               "توقف إذا شعرت بألم حاد، واسأل طبيبك عن PDF رقم 12."),
    "hebrew": ("he", "כאבי ירך אצל רצים", "גשר", ["שכב על הגב.", "הרם את הירכיים לאט."],
               "עצור אם אתה מרגיש כאב חד."),
    "japanese": ("ja", "ランナーの股関節の痛み", "ブリッジ", ["仰向けに寝ます。", "ゆっくり腰を上げます。"],
                 "鋭い痛みを感じたら中止してください。" * 6),
}


def in_script(name, number):
    language, title, exercise_name, steps, sentence = SCRIPTS[name]
    made = exercise(number, name=exercise_name, purpose=sentence, steps=steps, equipment=[title], cautions=[sentence],
                    **{"start-position": exercise_name, "stop-if": [sentence, sentence]})
    sections = [{"id": "one", "title": title, "body": [
        {"text": sentence},
        {"protocol": "steps", "title": exercise_name, "steps": {"a": steps[0], "b": steps[1]}},
        {"callout": "caution", "text": sentence},
        {"exercises": [made["id"]]}]}]
    quiz = {"id": f"{name}-quiz", "title": title, "questions": [
        {"id": "one", "ask": sentence, "choices": {"a": steps[0], "b": steps[1], "c": title}, "answer": "a",
         "why": sentence}]}
    return guide(name, language, title, sections, disclaimer=sentence,
                 **{"seek-help-if": [sentence], "main-message": sentence,
                    "routine": {"exercises": [made["id"]], "total": "9 min"}}), [made], quiz


def write(path, value):
    """JSON is YAML; block scalars keep lines as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def main():
    root = pathlib.Path(sys.argv[1])
    off = ["AX", "HT", "LG", "QZ", "RF", "SC006", "SF", "ST", "YM"]
    write(root / "guidec.yaml", {"name": "Torture", "outputs": {"to": ["pdf", "json"]},
                                 "rules": {rule: "off" for rule in off}})
    write(root / "glossary.yaml", {"terms": {"term": {"term": COMPOUND, "meaning": "It means this. " * 20}}})
    made = {"torture": torture(), "many": many(), "bare": (bare(), [])}
    for number, name in enumerate(SCRIPTS, start=2001):
        made[name] = in_script(name, number)
    for name, (text, exercises, *others) in made.items():
        folder = root / "guides" / name
        write(folder / "guide.yaml", text)
        for kind, other in zip(("quiz", "references"), others):
            write(folder / f"{kind}.yaml", other)
        for one in exercises:
            write(root / "exercises" / f"{one['id']}.yaml", one)
    for name, (width, height) in {"tall": (40, 800), "wide": (800, 30), "tiny": (2, 2)}.items():
        (root / "exercises" / f"{name}.png").write_bytes(png(width, height))


main()
