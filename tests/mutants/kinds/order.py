"""Sequences and sets that are stated twice: protocols, lists, routines, steps, and the prose that goes through them."""
import re

from english import cased, other_numbers
from kinds.statements import place
from mutant import Mutant, kind, of
from workspace import Edit, child, end_of, pairs


def told_in_order(guide, block):
    """The texts and questions that go through the members in their order, or rest on it."""
    names = [block.name_of(value).rstrip(".").lower() for _, value in block.members()]
    pattern = r"(?s)\b" + r"\b.*\b".join(map(re.escape, names)) + r"\b"
    texts = [text for file in (guide.file, guide.quiz) if file for text in file.prose
             if names and not inside(block, text) and re.search(pattern, text.value.lower())]
    orders = {"step", "after", "before", "in-order-of", "later-than", "earlier-than"}
    asked = [one for one in guide.asked_about(block.id) if orders & set(one.proof())]
    return texts, asked


def inside(block, text):
    return text.file is block.file and block.node.start_mark.index <= text.start < end_of(block.node)


def ends(block, texts, asked):
    return [place(block), *((text.file, text.start, text.end) for text in texts), *(one.place() for one in asked)]


def source(file, key, value):
    return file.text[key.start_mark.index : end_of(value)]


def in_one_line(block):
    """Not members of `[a, b]`, which are taken out and changed in another way."""
    members = block.members()
    return len(members) > 1 and members[0][0].start_mark.line == members[1][0].start_mark.line


@kind("meaning")
def protocol_steps_swapped(workspace):
    """Two neighbours of a protocol changed about, where prose or a question says their order."""
    for guide in workspace.guides:
        for block in guide.blocks:
            if block.kind != "protocol" or in_one_line(block):
                continue
            texts, asked = told_in_order(guide, block)
            members = block.members()
            for (key, value), (other, second) in zip(members, members[1:]):
                named = [one for one in asked if {key.value, other.value} & set(named_in(one))]
                if texts or named:
                    edits = [Edit(block.file, key.start_mark.index, end_of(value), source(block.file, other, second)),
                             Edit(block.file, other.start_mark.index, end_of(second), source(block.file, key, value))]
                    yield Mutant(edits, ends(block, texts, asked), "in prose" if texts else "in a question")


def named_in(question):
    """What a question about an order names: its answers, and the step of its proof."""
    answer = question.part("answer")
    named = [answer.value] if isinstance(answer.value, str) else [item.value for item in answer.value
                                                                  if hasattr(item, "value")]
    return named + list(question.proof().values())


@kind("meaning")
def member_dropped(workspace):
    """A member of a list or step of a protocol left out, where prose or a question still names it."""
    for guide in workspace.guides:
        for block in guide.blocks:
            if block.kind not in ("protocol", "list") or in_one_line(block) or len(block.members()) < 2:
                continue
            texts, asked = told_in_order(guide, block)
            about = guide.asked_about(block.id)
            for key, value in block.members():
                naming = [one for one in about if key.value in named_in(one) or "count" in one.proof()
                          or "not-in" in one.proof() and key.value in pairs(one.part("choices"))]
                if texts or naming:
                    yield Mutant([block.file.line_without((key, value))], ends(block, texts, asked + naming),
                                 "in prose" if texts else "in a question")


@kind("meaning")
def member_added(workspace):
    """A member more, where prose goes through all of them or a question asks how many there are."""
    for guide in workspace.guides:
        for block in guide.blocks:
            if block.kind not in ("protocol", "list") or in_one_line(block) or len(block.members()) < 2:
                continue
            texts = told_in_order(guide, block)[0] if block.kind == "protocol" else []
            counting = [one for one in guide.asked_about(block.id) if "count" in one.proof()]
            if texts or counting:
                for key, value in block.members():
                    end = end_of(value)
                    new = f"\n{' ' * key.start_mark.column}exercise: {{title: Exercise, text: Move as much as you can.}}"
                    new = new if block.kind == "protocol" else f"\n{' ' * key.start_mark.column}exercise: Exercise"
                    yield Mutant([Edit(block.file, end, end, new)], ends(block, texts, counting),
                                 "in prose" if texts else "in a question")


@kind("meaning")
def prose_names_a_sequence_otherwise(workspace):
    """Prose that goes through a protocol or list in another order, with a member left out or a stranger in it."""
    for guide in workspace.guides:
        for block in guide.blocks:
            if block.kind not in ("protocol", "list"):
                continue
            texts, _ = told_in_order(guide, block)
            names = [block.name_of(value).rstrip(".") for _, value in block.members()]
            for text in texts:
                for way, value in gone_through_otherwise(text.value, names, block.kind == "protocol"):
                    yield of(text.becomes(value), [place(block)], way)


def gone_through_otherwise(value, names, ordered):
    spots, at = [], 0
    for name in names:
        match = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE).search(value, at)
        spots.append((match.start(), match.end()))
        at = match.end()
    for (a, b), (c, d) in zip(spots, spots[1:]):
        if ordered:
            yield "order", value[:a] + cased(value[c:d], value[a:b]) + value[b:c] + value[a:b].lower() + value[d:]
        yield "stranger", value[:c] + cased("exercise", value[c:d]) + value[d:]
        if re.fullmatch(r"\*{0,2}, \*{0,2}", value[b:c]):
            yield "left out", value[:b] + value[d:]


@kind("meaning")
def exercise_dropped(workspace):
    """An exercise left out of its section, or of the routine whose time and text count on it."""
    for guide in workspace.guides:
        routine = child(guide.file.root, "routine")
        run = child(routine, "exercises") if routine is not None else None
        blocks = [block for block in guide.blocks if block.kind == "exercises"]
        for block in blocks:
            for item, _ in block.members():
                if run is not None and len(block.members()) > 1 and item.value in [one.value for one in run.value]:
                    linked = [(text.file, text.start, text.end) for text in guide.file.prose
                              if f"(#{item.value})" in text.value]
                    yield Mutant([item_out(guide.file, item, child(block.node, "exercises"))],
                                 [node_place(guide.file, routine), place(block), *linked], "of a section")
        if run is not None and child(routine, "total") is not None and len(run.value) > 1:
            for item in run.value:
                yield Mutant([item_out(guide.file, item, run)], [node_place(guide.file, routine)], "of the routine")


def node_place(file, node):
    return (file, node.start_mark.index, end_of(node))


def item_out(file, item, inside_of):
    """The edit that takes an item out of `[a, b]` or out of lines."""
    if not inside_of.flow_style:
        return file.line_without(item)
    rest = [one.value for one in inside_of.value if one is not item]
    return file.put(inside_of, f"[{', '.join(rest)}]")


@kind("meaning")
def routine_in_another_order(workspace):
    """The routine's exercises in another order than its text, its proofs or its blocks say."""
    for guide in workspace.guides:
        routine = child(guide.file.root, "routine")
        run = child(routine, "exercises") if routine is not None else None
        said = getattr(child(routine, "text"), "value", "") if routine is not None else ""
        if run is None or not re.search(r"\bfirst\b|\bthen\b|\bbegin|\bstart|\bin this order\b", said):
            continue
        kinds = [getattr(child(workspace.by_id[one.value].file.root, "kind"), "value", "")
                 if one.value in workspace.by_id else ""
                 for one in run.value]
        for at, (one, other) in enumerate(zip(run.value, run.value[1:])):
            if kinds[at] != kinds[at + 1]:
                yield Mutant([guide.file.put(one, other.value), guide.file.put(other, one.value)],
                             [node_place(guide.file, routine)])


@kind("meaning")
def count_in_prose_changed(workspace):
    """A number of members, steps, exercises or questions in prose or a title, changed."""
    for guide in workspace.guides:
        for file in (guide.file, guide.quiz):
            for text in file.prose if file else ():
                if text.role not in ("title", "text", "subtitle", "main-message", "why", "how"):
                    continue
                for value, word in other_numbers(text.value):
                    if counted(text.value, word):
                        yield of(text.becomes(value), [], text.role)


def counted(value, word):
    """Whether a number stands before a noun that counts parts of a guide."""
    return re.search(rf"(?i)\b{word} (?:\w+ )?(?:stretches|exercises|questions|steps|ways|habits|things|movements|signs|parts|"
                     r"causes|tips|moves|groups|tasks|times)\b", value)


SIDES = re.compile(r"\b(other|left|right) (side|leg|arm|foot|hand)")


@kind("meaning")
def steps_swapped(workspace):
    """Steps that have but one order, changed about: the end before the beginning, the hold before the move."""
    for exercise in workspace.exercises:
        steps = exercise.steps
        for at, (one, other) in enumerate(zip(steps, steps[1:])):
            if re.match(r"Repeat|Do \{|Then |Return|Switch|Change", other.value) and at:
                # Who repeats the steps with the other leg before the count alternates between the legs.
                if not ("{reps}" in one.value and SIDES.search(other.value)):
                    yield both(one, other, "end")
            # What is kept is kept while holding, whether it is said before or after.
            elif re.match(r"(Hold (it |the position )?(for )?\{)", other.value) and at and one.value[:5] != "Keep ":
                yield both(one, other, "hold")
            elif re.match(r"(Slowly )?[Ll]ower ", other.value) and re.match(r"(Slowly )?[Ll]ift|[Rr]aise", one.value):
                yield both(one, other, "lower")


def both(one, other, way):
    edits = [one.becomes(other.value), other.becomes(one.value)]
    return Mutant(edits, [], way) if all(edits) else None


@kind("meaning")
def step_dropped(workspace):
    """The step left out that says how long to hold, how often to repeat, or to change sides."""
    for exercise in workspace.exercises:
        root = exercise.file.root
        sides = getattr(child(root, "sides"), "value", "")
        steps = child(root, "steps")
        for text in exercise.steps:
            others = " ".join(one.value for one in exercise.steps if one is not text)
            if text.node.start_mark.line == steps.start_mark.line or len(exercise.steps) < 3:
                continue
            places = [node_place(exercise.file, steps), node_place(exercise.file, child(root, "dose"))]
            if match := re.search(r"\{(hold|reps)\}", text.value):
                if match.group() not in others:
                    yield Mutant([exercise.file.line_without(text.node)], places, match.group(1))
            elif sides == "each" and re.search(r"\bother (side|leg|arm|foot|hand)\b", text.value):
                if not re.search(r"\bother (side|leg|arm)\b", others):
                    key, value = pairs(root)["sides"]
                    yield Mutant([exercise.file.line_without(text.node)],
                                 [*places, (exercise.file, key.start_mark.index, value.end_mark.index)], "sides")


@kind("meaning")
def step_number_beyond(workspace):
    """A step that refers to another by a number that none has."""
    for exercise in workspace.exercises:
        last, count = exercise.steps[-1], len(exercise.steps)
        for way, value in (("one", f"Repeat step {count + 2}."), ("range", f"Repeat steps 1 to {count + 1}."),
                           ("word", f"Go back to the {['tenth', 'twelfth'][count >= 10]} step.")):
            yield of(last.becomes(value) if count < 12 else None, [], way)


@kind("meaning")
def step_repeated(workspace):
    """A step that stands there twice."""
    for exercise in workspace.exercises:
        for text in exercise.steps:
            start = exercise.file.text.rfind("\n", 0, text.start) + 1
            end = exercise.file.text.find("\n", text.end - 1) + 1
            line = exercise.file.text[start:end]
            if line.strip().startswith("- "):
                yield Mutant([Edit(exercise.file, end, end, line)], [(exercise.file, start, end)])
