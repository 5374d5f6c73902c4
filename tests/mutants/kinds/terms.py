"""Terms that mean one thing in the glossary and another in the text; names that two things have."""
import re

from english import instead, swapped
from kinds.order import node_place
from mutant import Mutant, kind, of
from workspace import child, pairs


def terms(workspace):
    """(term, its text of meaning)"""
    listed = child(workspace.glossary.root, "terms") if workspace.glossary else None
    for _, value in listed.value if listed is not None else ():
        yield child(value, "term").value, workspace.glossary.text_of(child(value, "meaning"))


def told(workspace, term):
    """The texts that print a term in bold with what it means after it."""
    for text in workspace.prose("text", "how", "why"):
        for match in re.finditer(rf"\*\*{re.escape(term)}s?\*\*(, (?:the|which|a|or|your)\b| (?:is|are|means?)\b)[^.]*\.", text.value):
            yield text, match


MEANINGS = [("front", "back"), ("muscles", "bones"), ("lifts", "lowers"), ("lift", "lower"), ("deep in", "on top of"),
            ("large", "small"),
            ("while you move", "while you keep still"), ("hold still", "do while you move"),
            ("too far", "not far enough"), ("ring", "row"),
            ("around", "below"), ("thigh", "shin"), ("buttocks", "shoulders"), ("basic", "hardest"), ("other", "same"),
            ("as well as", "instead of"),
            ("upper", "lower"), ("inside", "outside"), ("belly", "back"), ("arm", "leg"), ("upright", "bent"),
            ("above", "below")]


@kind("meaning")
def glossary_drifts(workspace):
    """A meaning in the glossary that the text of a guide denies."""
    for term, meaning in terms(workspace):
        places = [(text.file, text.start, text.end) for text, _ in told(workspace, term)]
        for value, word in swapped(meaning.value, MEANINGS) if places else ():
            yield of(meaning.becomes(value), places, word)


@kind("meaning")
def text_drifts_from_glossary(workspace):
    """A text that says something else of a term than the glossary does."""
    for term, meaning in terms(workspace):
        for text, match in told(workspace, term):
            for value, word in swapped(match.group(), MEANINGS):
                # The glossary denies no word that it does not have: "a skill …, lowers that risk".
                if re.search(rf"\b{re.escape(word)}\b", meaning.value):
                    yield of(text.becomes(instead(match, value)),
                             [(meaning.file, meaning.start, meaning.end)], word)


@kind("meaning")
def meanings_swapped(workspace):
    """The meanings of two terms, changed about."""
    found = list(terms(workspace))
    for (_, one), (_, other) in zip(found, found[1:]):
        edits = [one.becomes(other.value), other.becomes(one.value)]
        yield Mutant(edits) if all(edits) else None


@kind("meaning")
def meaning_copied(workspace):
    """The meaning of one term under another, too."""
    found = list(terms(workspace))
    for (_, one), (_, other) in zip(found, found[1:]):
        yield of(one.becomes(other.value), [(other.file, other.start, other.end)])


@kind("structure")
def name_copied(workspace):
    """Two exercises, sections, lists or terms of one name."""
    exercises = [one.file.text_of(child(one.file.root, "name")) for one in workspace.exercises]
    groups = [("exercise", exercises)]
    for guide in workspace.guides:
        sections = child(guide.file.root, "sections")
        groups.append(("section", [guide.file.text_of(child(one, "title")) for one in sections.value]))
        for wanted in ("list", "protocol", "advice"):
            groups.append((wanted,
                           [guide.file.text_of(child(block.node, "title")) for block in guide.blocks
                            if block.kind == wanted
                                    and child(block.node, "title") is not None]))
    if workspace.glossary:
        groups.append(("term", [text for text in workspace.glossary.texts if text.role == "term"]))
    for way, texts in groups:
        texts = [text for text in texts if text]
        for one, other in zip(texts, texts[1:] + texts[:1]):
            if one is not other:
                yield of(one.becomes(other.value), [(other.file, other.start, other.end)], way)


def same_use(one, other):
    kinds = [getattr(child(each.file.root, "kind"), "value", None) for each in (one, other)]
    targets = [{target.value for target in getattr(child(each.file.root, "targets"), "value", [])}
               for each in (one, other)]
    return kinds[0] == kinds[1] and bool(targets[0] & targets[1])


@kind("structure")
def text_copied(workspace):
    """A purpose, caption, stop rule, red flag or choice copied from its neighbour and not written anew."""
    for file in workspace.files:
        by_role = {}
        for text in file.prose:
            if text.role in ("caption", "stop-if", "cautions", "seek-help-if", "choices", "with", "items"):
                by_role.setdefault((text.role, text.keys[:-2] if text.role == "caption" else text.keys[:-1]),
                                   []).append(text)
        for (role, _), texts in by_role.items():
            for one, other in zip(texts, texts[1:]):
                yield of(other.becomes(one.value), [(one.file, one.start, one.end)], role)
    # Two exercises of one kind for the same muscles may well have one purpose.
    for one, other in zip(workspace.exercises, workspace.exercises[1:]):
        text, copy = (each.file.text_of(child(each.file.root, "purpose")) for each in (one, other))
        if text and copy and not same_use(one, other):
            yield of(copy.becomes(text.value), [(text.file, text.start, text.end)], "purpose")


@kind("meaning")
def field_against_text(workspace):
    """`sides`, `kind`, `equipment` or `start-position` that the steps deny."""
    for exercise in workspace.exercises:
        root, file = exercise.file.root, exercise.file
        steps = " ".join(text.value for text in exercise.steps)
        sides, what = child(root, "sides"), child(root, "kind")
        places = [node_place(file, child(root, "steps"))]
        if sides is not None and sides.value == "each" and re.search(r"other (side|leg|arm|foot)", steps):
            yield Mutant([file.put(sides, "together")], places, "sides")
        if sides is not None and sides.value == "together" and not re.search(r"other|left|right", steps):
            yield Mutant([file.put(sides, "each")], places, "sides")
        if what is not None and re.search(r"(?i)stretch", exercise.name + getattr(child(root, "purpose"), "value", "")):
            yield Mutant([file.put(what, "strength" if what.value == "stretch" else "stretch")]
                         if what.value in ("stretch", "strength") else
                         [file.put(what, "strength")], places, "kind")
        equipment = child(root, "equipment")
        for item in equipment.value if equipment is not None else ():
            if item.value.split()[-1].rstrip("s") in steps:
                yield Mutant([file.put(item, "resistance band")], places, "equipment")
        start = child(root, "start-position")
        first = exercise.steps[0].value.lower() if exercise.steps else ""
        for word, other in (("stand", "lying on your back"), ("lie", "standing"), ("kneel", "standing"),
                            ("sit", "standing")):
            if start is not None and re.match(rf"{word}\b", first):
                yield Mutant([file.put(start, other)], places, "start-position")


@kind("meaning")
def purpose_of_another_part(workspace):
    """A purpose that names another part of the body than its targets do."""
    parts = [("hip", "shoulder"), ("hips", "shoulders"), ("thigh", "arm"), ("trunk", "foot"), ("buttocks", "wrists"),
             ("neck", "knee"),
             ("calf", "elbow"), ("calves", "elbows"), ("core", "calf"), ("shoulder", "ankle"), ("knee", "neck"),
             ("leg", "arm"), ("ankle", "neck"),
             ("legs", "arms"), ("ankles", "wrists"), ("foot", "hand")]
    for exercise in workspace.exercises:
        text = exercise.file.text_of(child(exercise.file.root, "purpose"))
        for value, word in swapped(text.value, parts) if text and "targets" in pairs(exercise.file.root) else ():
            if word in [one for one, _ in parts]:
                yield of(text.becomes(value), [], word)


