#!/usr/bin/env python3
"""Turns a collection of exercises into a workspace: make_workspace.py EXERCISES.json DIR [sentences]

EXERCISES.json is Free Exercise DB's list. Its texts stay as they are: one instruction is one step, as its
writers divided them, or one sentence is; nothing is added to them. What guidec asks for beyond that comes
from the data (kind, equipment, targets, the purpose) or from the text (the dose, whether the sides take
turns); where neither says it, the rules about its absence are off, for what they would find is known
beforehand.
The guides, one a category, with a section a muscle, show every exercise.
"""
import collections
import json
import pathlib
import re
import sys
import textwrap

KINDS = {"stretching": "stretch", "cardio": "cardio"}  # the others are kinds of strength training
NO_EQUIPMENT = {None, "body only", "machine", "other"}  # no thing that a step could name
IN_WORDS_OF_THE_TEXTS = {"foam roll": "foam roller", "e-z curl bar": "EZ bar"}

# What the collection has no field for, in exercises or around them.
RULES_OFF = [
    "no-disclaimer", "no-frequency", "no-progression", "no-red-flags", "no-rest", "no-stop-rule",
    "review-date", "uncited-figure",
]

COUNT = r"(\d+(?:\s*(?:-|–|to)\s*\d+)?)"
REPETITIONS = re.compile(COUNT + r"\s+(?:reps|repetitions|times)\b", re.I)
UNCOUNTED = re.compile(r"\b(?:amount|number) of (?:reps|repetitions)\b", re.I)
SECONDS = re.compile(
    r"\b(?:hold|pause|position|stretch|maintain)\b[^.]{0,60}?\b" + COUNT + r"\s+(seconds|minutes)\b", re.I)
LIMBS = r"(?:sides?|legs?|arms?|feet|foot|hands?|knees?)"
TAKES_TURNS = re.compile(
    rf"\b(?:switch|change|alternate)\b|\brepeat\w*\b[^.]*\b(?:other|opposite|left|right) {LIMBS}"
    rf"|\b(?:with|for|on) the other {LIMBS}|\b(?:each|both) sides?\b(?! of)", re.I)
ONE_SIDE_NAME = re.compile(rf"\b(?:one|single)[- ]{LIMBS}\b|\balternat", re.I)


def identifier(name):
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return (words if words[0].isalpha() else "e-" + words)[:64].strip("-")


def scalar(text, indent):
    """The text as an editor would write it: plain or quoted in one line, folded when it is long."""
    if len(text) > 80:
        margin = " " * (indent + 2)
        lines = textwrap.wrap(text, 100, break_long_words=False, break_on_hyphens=False)
        return ">-\n" + "\n".join(margin + line for line in lines)
    is_plain = re.fullmatch(r"[A-Za-z][^:#]*[^:#\s]", text)
    if is_plain and text.lower() not in {"yes", "no", "on", "off", "none"}:
        return text
    return json.dumps(text, ensure_ascii=False)


def quantity(match_text):
    return "-".join(re.findall(r"\d+", match_text))


def dose(text):
    """The text's own dose; ten repetitions where it leaves their number open."""
    fields = {}
    if held := SECONDS.search(text):
        fields["hold"] = quantity(held[1]) + (" s" if held[2].lower() == "seconds" else " min")
    if counted := REPETITIONS.search(text):
        fields["reps"] = quantity(counted[1])
    elif UNCOUNTED.search(text):
        fields["reps"] = "10"
    return fields


def whole(instruction):
    return [instruction]


def sentences(instruction):
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", instruction)


def modeline(kind, depth):
    return f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.schema.json\n"


def exercise_file(exercise, key, divide):
    instructions = [" ".join(instruction.split()) for instruction in exercise["instructions"]]
    steps = [step for instruction in instructions for step in divide(instruction)]
    text = "\n".join(steps)
    sided = TAKES_TURNS.search(text) or ONE_SIDE_NAME.search(exercise["name"])
    targets = [identifier(muscle) for muscle in exercise["primaryMuscles"]]
    lines = [
        f"id: {key}",
        f"name: {scalar(exercise['name'], 0)}",
        f"kind: {KINDS.get(exercise['category'], 'strength')}",
        f"purpose: Works your {' and '.join(exercise['primaryMuscles'])}.",
        f"targets: [{', '.join(targets)}]",
    ]
    if exercise["equipment"] not in NO_EQUIPMENT:
        thing = exercise["equipment"]
        lines.append(f"equipment: [{IN_WORDS_OF_THE_TEXTS.get(thing, thing)}]")
    lines.append(f"sides: {'each' if sided else 'together'}")
    if given := dose(text):
        lines += ["dose:"] + [f"  {field}: {value}" for field, value in given.items()]
    lines.append("steps:")
    lines += [f"  - {scalar(step, 2)}" for step in steps if step]
    return modeline("exercise", 2) + "\n".join(lines) + "\n"


def guide_file(category, exercises):
    lines = [f"id: {identifier(category)}", f"title: {category.capitalize()}", "language: en-US",
             "version: 1.0.0", "sections:"]
    sections = collections.defaultdict(list)
    for key, exercise in exercises.items():
        sections[exercise["primaryMuscles"][0]].append(key)
    for muscle, keys in sections.items():
        lines += [f"  - id: for-{identifier(muscle)}", f"    title: {muscle.capitalize()}", "    body:",
                  "      - exercises:"]
        lines += [f"          - {key}" for key in keys]
    return modeline("guide", 3) + "\n".join(lines) + "\n"


def workspace_file():
    lines = ["name: Free Exercise DB", "language: en-US", "rules:"]
    lines += [f"  {rule}: off" for rule in RULES_OFF]
    return modeline("workspace", 1) + "\n".join(lines) + "\n"


def glossary_file(muscles):
    lines = ["terms:"]
    for muscle in muscles:
        lines += [f"  {identifier(muscle)}:", f"    term: {muscle}", "    meaning: a group of muscles"]
    return modeline("glossary", 1) + "\n".join(lines) + "\n"


def main(source, target, divide):
    collection = json.loads(pathlib.Path(source).read_text(encoding="utf-8"))
    exercises = {identifier(exercise["id"]): exercise for exercise in collection if exercise["instructions"]}
    guides = collections.defaultdict(dict)
    for key, exercise in exercises.items():
        guides[exercise["category"]][key] = exercise
    files = {
        "guidec.yaml": workspace_file(),
        "glossary.yaml": glossary_file(sorted({m for e in exercises.values() for m in e["primaryMuscles"]})),
    }
    files |= {f"exercises/{key}.yaml": exercise_file(exercise, key, divide)
              for key, exercise in exercises.items()}
    files |= {f"guides/{identifier(category)}/guide.yaml": guide_file(category, members)
              for category, members in guides.items()}
    for path, text in files.items():
        file = pathlib.Path(target, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    print(f"{len(exercises)} exercises; {len(collection) - len(exercises)} have no text")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["sentences"]):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sentences if sys.argv[3:] else whole)
