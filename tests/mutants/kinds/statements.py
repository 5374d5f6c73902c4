"""Statements and claims that say what their key denies."""
import re

from english import COMPARED, cased, denied, instead, other_numbers, swapped
from mutant import kind, of
from workspace import child, end_of


def statements(workspace):
    """The statements to be called true or false, with where the slip may be found: the question, and its claim."""
    for guide in workspace.guides:
        for question in guide.questions:
            if question.kind == "true-or-false":
                claim = guide.block(question.proof().get("claim"))
                yield guide, question.stem, [question.place(), *([place(claim)] if claim else [])]


def claims(workspace):
    """The claims that a question repeats in the same words: only there does the guide say which of the two is right."""
    for guide in workspace.guides:
        for block in guide.blocks:
            if block.kind == "claim":
                text = guide.file.text_of(child(block.node, "text"))
                asked = guide.asked_about(block.id)
                if text and any(one.stem and alike(one.stem.value, text.value) for one in asked):
                    yield guide, text, [place(block), *(one.place() for one in asked)]


def alike(one, other):
    first, second = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(first & second) >= 0.6 * max(len(first), len(second))


def place(block):
    return (block.file, block.node.start_mark.index, end_of(block.node))


def negated(texts):
    for _, text, ends in texts:
        if value := denied(text.value):
            yield of(text.becomes(value), ends, "not" if "not" in value.replace(text.value, "") else "taken out")


def compared(texts):
    for _, text, ends in texts:
        for value, word in swapped(text.value, COMPARED):
            yield of(text.becomes(value), ends, word)


def names_of(workspace, guide):
    """Names that stand for one another: of exercises, of the members of a list, of the steps of a protocol."""
    yield [workspace.by_id[key].name for block in guide.blocks if block.kind == "exercises"
           for key in (node.value for node, _ in block.members()) if key in workspace.by_id]
    for block in guide.blocks:
        if block.kind in ("list", "protocol"):
            yield [block.name_of(value) for _, value in block.members()]


def other_name(workspace, guide, value):
    """(the text with one name changed for another of its kind, the name and the other)"""
    for names in names_of(workspace, guide):
        for name in names:
            others = [one for one in names if one.lower() != name.lower() and one.lower() not in value.lower()]
            for match in re.finditer(rf"(?<![\w{{.-]){re.escape(name)}(?![\w}}-])", value, re.IGNORECASE):
                # `Stand on one foot` is a name, and `you stand on one foot` is none.
                if others and not value[: match.start()].endswith("you "):
                    yield instead(match, cased(others[0].lower(), match.group())), (name, others[0])


def nouns_swapped(value):
    """`Cyclists get it more often than runners do` with the two changed about, likewise where `A … than B`."""
    if match := re.match(r"(?P<a>(?:The |A |An )?[\w-]+)(?P<verb> .*\bthan )(?P<b>(?:the |a |an )?[\w-]+)(?P<rest>.*)$", value,
                         re.DOTALL):
        a, b = match["a"], match["b"]
        yield cased(b, "A") + match["verb"] + a[:1].lower() + a[1:] + match["rest"]
    if match := re.match(r"(?P<head>.*?)(?P<a>[\w ]+?), not (?P<link>at |in |on |to )?(?P<b>[\w ]+)(?P<rest>\..*)$",
                         value,
                         re.DOTALL):
        link = match["link"] or ""
        before, _, a = match["a"].rpartition(f" {link}") if link else match["a"].rpartition(" ")
        if a:
            yield match["head"] + f"{before} {link}{match['b']}, not {link}{a}{match['rest']}"


@kind("meaning")
def statement_negated(workspace):
    """A statement with `not` put in or left out, and its key as it was."""
    yield from negated(statements(workspace))


@kind("meaning")
def claim_negated(workspace):
    """A claim with `not` put in or left out, and its truth as it was, against the question that repeats it."""
    yield from negated(claims(workspace))


@kind("meaning")
def statement_compared_the_other_way(workspace):
    """`more` for `less`, `before` for `after` and the like in a statement whose key is as it was."""
    yield from compared(statements(workspace))


@kind("meaning")
def claim_compared_the_other_way(workspace):
    """The same in a claim, against the question that repeats it."""
    yield from compared(claims(workspace))


@kind("meaning")
def nouns_swapped_in_statement(workspace):
    """The two things that a statement or claim compares, changed about."""
    for texts in (statements(workspace), claims(workspace)):
        for _, text, ends in texts:
            for value in nouns_swapped(text.value):
                yield of(text.becomes(value), ends)


@kind("meaning")
def statement_names_another(workspace):
    """A statement about another exercise, list member or step than its proof."""
    for guide, text, ends in statements(workspace):
        for value, _ in other_name(workspace, guide, text.value):
            yield of(text.becomes(value), ends)


@kind("meaning")
def statement_counts_otherwise(workspace):
    """Another number in a statement or in a claim that a question repeats."""
    for texts in (statements(workspace), claims(workspace)):
        for _, text, ends in texts:
            for value, _ in other_numbers(text.value):
                yield of(text.becomes(value), ends)
