#!/usr/bin/python3
"""Reads the printed versions of a quiz as a teacher would: quiz_versions.py BUNDLE FOLDER

For every version that the instructor's BUNDLE names, quiz-<version>.pdf in FOLDER prints the version's
questions in its order, and the letters of instructor/answer-key-<version>.pdf, looked up in that print,
lead to the texts of the choices that the bundle calls right. quiz.pdf and its key are read the same way.
"""

import json
import re
import sys
from pathlib import Path

from tool import give_up, output_of


def text_of(path):
    return " ".join(output_of(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], path).decode().split())


def segments(text):
    """What stands below each heading `Question 1`, `Question 2`, …."""
    return re.split(r"\bQuestion \d+ ", text)[1:]


def printed_ids(segment, choices, path):
    """The id of the choice whose text stands behind each label."""
    ids = {}
    for choice in choices:
        label, text = choice["label"], " ".join(choice["text"]["text"].split())
        if f" {label} {text}" not in segment:
            sys.exit(f"{path}: no `{label} {text}` in `{segment}`")
        ids[label] = choice["id"]
    return ids


def ordered(choices, places):
    by_id = {choice["id"]: choice for choice in choices}
    return [by_id[place["id"]] | {"label": place["label"]} for place in places] if places else choices


def right(question, key, segment, path):
    """Whether the printed key leads to the answer."""
    kind, answer = question["kind"], question["answer"]
    if kind == "true-or-false":
        return key == [answer.capitalize()]
    if kind == "number":
        return key == [answer["text"]] and question["unit"] in segment
    choices = printed_ids(segment, question["choices"], path)
    if kind == "matching":
        matches = printed_ids(segment, question["matches"], path)
        return {item: matches[letter] for item, letter in zip(choices.values(), key)} == answer
    meant = [choices[letter] for letter in key]
    if kind == "ordering":
        return meant == answer
    return sorted(meant) == sorted([answer] if isinstance(answer, str) else answer)


def check(questions, quiz, answer_key):
    if not questions:
        sys.exit(f"{quiz}: the bundle has no questions for it")
    shown = segments(text_of(quiz))
    key_text = text_of(answer_key)
    if len(shown) != len(questions):
        sys.exit(f"{quiz}: {len(shown)} questions, not {len(questions)}")
    for number, (question, segment) in enumerate(zip(questions, shown), start=1):
        stem = " ".join(question["ask"]["text"].split())
        if not segment.startswith(stem):
            sys.exit(f"{quiz}: question {number} is not `{stem}`")
        if not right(question, question["printedAnswer"], segment, quiz):
            sys.exit(f"{answer_key}: the key of question {number} leads to another answer in {quiz}")
    # The overview prints five answers in a row.
    for at in range(0, len(questions), 5):
        row = " ".join(", ".join(question["printedAnswer"]) for question in questions[at : at + 5])
        if f"Answer {row}" not in key_text:
            sys.exit(f"{answer_key}: no row `Answer {row}`")


def main():
    if len(sys.argv) != 3:
        give_up("usage: quiz_versions.py BUNDLE FOLDER")
    quiz = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["quiz"]
    folder = Path(sys.argv[2])
    questions = {question["id"]: question for question in quiz["questions"]}
    check(list(questions.values()), folder / "quiz.pdf", folder / "instructor/answer-key.pdf")
    versions = quiz.get("versions", [])
    if not versions:
        sys.exit(f"{sys.argv[1]}: no versions")
    for version in versions:
        letter = version["version"].lower()
        printed = []
        for place in version["questions"]:
            question = questions[place["id"]]
            printed.append(
                question
                | {"choices": ordered(question.get("choices", []), place.get("choices"))}
                | {"matches": ordered(question.get("matches", []), place.get("matches"))}
                | {"printedAnswer": place["printedAnswer"]}
            )
        check(printed, folder / f"quiz-{letter}.pdf", folder / f"instructor/answer-key-{letter}.pdf")
    print(f"{len(versions)} versions of {len(questions)} questions")


main()
