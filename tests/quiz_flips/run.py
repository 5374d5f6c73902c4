#!/usr/bin/env python3
"""Turns round one answer or one fact of a guide at a time, and asks for the finding at the question:
run.py GUIDEC SOURCES [--list]

Every answer of every quiz gives way to every other that could be given. Every claim, membership, tag and
order that a proof draws on is turned round. All of them are found in the files themselves, so that a new
question or fact is turned round without a line here. A flip that passes silently fails, and so does one
whose only finding stands at another question.
"""
import argparse
import json
import pathlib
import shutil
import sys
import tempfile

import yaml

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import many_copies  # noqa: E402
from yaml_nodes import child, end_of, pairs, words  # noqa: E402

RULES = "proof-contradicts-key,unprovable-answer"
KINDS = ["true-or-false", "choose-all", "put-in-order", "match", "how-much", "ask"]
ORDERS = ["of", "in-order-of"]


class File:
    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.root = yaml.compose(self.text)

    def flip(self, name, *edits):
        """A change of this file: (node, new text) each."""
        text = self.text
        for node, new in sorted(edits, key=lambda edit: -edit[0].start_mark.index):
            text = text[: node.start_mark.index] + new + text[end_of(node) :]
        return {"name": name, "file": self, "text": text}


def answer_flips(quiz, question, kind):
    answer = child(question, "answer")
    choices = list(pairs(child(question, "choices"))) if child(question, "choices") else []
    if kind == "true-or-false":
        yield "is the other", (answer, "false" if answer.value == "true" else "true")
    elif kind == "ask":
        for choice in choices:
            if choice != answer.value:
                yield f"is {choice}", (answer, choice)
    elif kind == "choose-all":
        right = [item.value for item in answer.value]
        for choice in choices:
            flipped = [one for one in choices if (one in right) != (one == choice)]
            if flipped:
                yield f"has {choice} turned round", (answer, f"[{', '.join(flipped)}]")
    elif kind == "put-in-order":
        order = [item.value for item in answer.value]
        for at in range(len(order) - 1):
            swapped = order[:at] + [order[at + 1], order[at]] + order[at + 2 :]
            yield f"has {order[at]} and {order[at + 1]} swapped", (answer, f"[{', '.join(swapped)}]")
    elif kind == "match":
        for item, (_, match) in pairs(answer).items():
            for other in pairs(child(question, "with")):
                if other != match.value:
                    yield f"has {item} with {other}", (match, other)
    elif kind == "how-much":
        number, _, unit = answer.value.partition(" ")
        yield "is one more", (answer, f"{int(number) + 1} {unit}")


def blocks_of(guide):
    blocks = list(getattr(child(guide, "introduction"), "value", []))
    for section in child(guide, "sections").value:
        blocks += child(section, "body").value
    return blocks


def claim_flip(guide, claim, block):
    truth = child(block, "truth")
    if truth is not None:
        return guide.flip(f"claim {claim.value}", (truth, "false" if truth.value == "true" else "true"))
    indent = " " * pairs(block)["claim"][0].start_mark.column
    return guide.flip(f"claim {claim.value}", (claim, f"{claim.value}\n{indent}truth: false"))


def order_flips(guide, name, steps, questions):
    """Neighbours swapped: what an order question puts in order, or what a proof calls first or last, or next."""
    ids = [key for key, _ in steps.value] if isinstance(steps, yaml.MappingNode) else steps.value
    for at in range(len(ids) - 1):
        first, second = ids[at], ids[at + 1]
        asked = [one for one in questions if asks_order(one, name, ids, {first.value, second.value})]
        if asked:
            flip = guide.flip(f"{first.value} and {second.value} in {name}", (first, second.value), (second, first.value))
            yield flip | {"questions": asked}


def asks_order(question, name, ids, swapped):
    proof = child(question, "proof")
    if name not in [value.value for key, value in leaf_pairs(proof) if key in ORDERS]:
        return False
    form = dict((key, value.value) for key, value in leaf_pairs(proof))
    if "in-order-of" in form:
        return swapped <= set(pairs(child(question, "choices")))
    if "step" in form:
        at = {"first": 0, "last": len(ids) - 1}.get(form["step"])
        return ids[at if at is not None else int(form["step"]) - 1].value in swapped
    other = form.get("after") or form.get("before")
    if other:
        place = [one.value for one in ids].index(other)
        return other in swapped or ids[place + (1 if "after" in form else -1)].value in swapped
    bound = form.get("later-than") or form.get("earlier-than")
    return bound in swapped and (swapped - {bound}) <= set(pairs(child(question, "choices")))


def leaf_pairs(node):
    for key, (_, value) in pairs(node).items():
        if isinstance(value, yaml.MappingNode):
            yield from leaf_pairs(value)
        else:
            yield key, value


def list_flips(guide, name, block, questions):
    """Members that a choice names leave the list, and choices that are no members join it; so do tags."""
    items = child(block, "items")
    for question in questions:
        form = dict((key, value.value) for key, value in leaf_pairs(child(question, "proof")))
        if form.get("in", form.get("not-in")) not in (name, "each"):
            continue
        if form.get("in") == "each" and name not in pairs(child(question, "with")):
            continue
        asked = {"questions": [question]}
        candidates = list(pairs(child(question, "choices"))) if child(question, "choices") else [form.get("for")]
        for candidate in candidates:
            key, value = pairs(items).get(candidate, (None, None))
            if "tagged" in form:
                if value is not None:
                    yield tag_flip(guide, candidate, value, form["tagged"]) | asked
            elif key is not None:
                yield guide.flip(f"{candidate} out of {name}", (key, f"{candidate}-x")) | asked
            else:
                first = items.value[0][0]
                member = f"{candidate}: Something\n{' ' * first.start_mark.column}{first.value}"
                yield guide.flip(f"{candidate} into {name}", (first, member)) | asked


def tag_flip(guide, member, value, tag):
    tags = child(value, "tags")
    own = [] if tags is None else [one.value for one in tags.value]
    others = [one for one in own if one != tag] if tag in own else own + [tag]
    what = f"{member} {'loses' if tag in own else 'gets'} the tag {tag}"
    if tags is not None:
        return guide.flip(what, (tags, f"[{', '.join(others)}]"))
    return guide.flip(what, (value, json.dumps({"text": value.value, "tags": others}, ensure_ascii=False)))


def flips_of(folder):
    guide, quiz = File(folder / "guide.yaml"), File(folder / "quiz.yaml")
    questions = child(quiz.root, "questions").value
    for question in questions:
        kind = next(kind for kind in KINDS if child(question, kind) is not None)
        for what, *edits in answer_flips(quiz, question, kind):
            yield quiz.flip(f"the answer of {child(question, 'id').value} {what}", *edits) | {"questions": [question]}
    for block in blocks_of(guide.root):
        if claim := child(block, "claim"):
            asked = [one for one in questions if claim.value in words(child(one, "proof"))]
            if asked:
                yield claim_flip(guide, claim, block) | {"questions": asked}
        if protocol := child(block, "protocol"):
            yield from order_flips(guide, protocol.value, child(block, "steps"), questions)
        if name := child(block, "list"):
            yield from list_flips(guide, name.value, block, questions)
    if routine := child(guide.root, "routine"):
        yield from order_flips(guide, "routine", child(routine, "exercises"), questions)


def lines_of(questions):
    """The lines of the answers and of the proofs."""
    return {
        line + 1
        for question in questions
        for key in ("answer", "proof")
        if key in pairs(question)
        for line in range(pairs(question)[key][0].start_mark.line, pairs(question)[key][1].end_mark.line + 1)
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("guidec", type=pathlib.Path)
    parser.add_argument("sources", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="show each flip with its finding")
    arguments = parser.parse_args()
    sources = arguments.sources.resolve()
    guidec = arguments.guidec.resolve()
    flips = [flip for quiz in sorted(sources.glob("guides/*/quiz.yaml")) for flip in flips_of(quiz.parent)]
    if not flips:
        sys.exit("no flips: the sources hold no quiz")
    failures = []
    with tempfile.TemporaryDirectory() as scratch:
        whole = pathlib.Path(scratch) / "whole"
        shutil.copytree(sources, whole)
        copies = []
        for number, flip in enumerate(flips):
            copy = many_copies.copy_of(whole, number)
            many_copies.replace(copy / flip["file"].path.relative_to(sources), flip["text"].encode())
            copies.append(copy)
        before, *found_in = many_copies.lint(guidec, [whole, *copies], "--select", RULES)
        if before:
            sys.exit(f"before any flip: {before}")
        for flip, found in zip(flips, found_in):
            wanted = lines_of(flip["questions"])
            hits = [one for one in found if one["path"].endswith("quiz.yaml") and one["line"] in wanted]
            if not hits:
                failures.append(f"{flip['name']}: {found or 'passes silently'}")
            elif arguments.list:
                print(f"{flip['name']}\n    {hits[0]['line']}: {hits[0]['message']}")
    print(f"{len(flips) - len(failures)} of {len(flips)} flips have their finding")
    if failures:
        sys.exit("\n".join(failures))


main()
