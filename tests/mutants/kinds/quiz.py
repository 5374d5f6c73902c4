"""Questions whose stem, choices, key, proof and reason no longer agree."""
import json
import re

from english import OPERATORS, cased, denied, first_small, instead, other_numbers, swapped
from kinds.statements import alike, other_name, place
from mutant import Mutant, kind, of
from workspace import Edit, child, end_of, pairs


def questions(workspace, *kinds):
    for guide in workspace.guides:
        for question in guide.questions:
            if not kinds or question.kind in kinds:
                yield guide, question


def answers(question):
    node = question.part("answer")
    if node is None:
        return []
    if isinstance(node.value, str):
        return [node.value]
    return [value.value for _, value in node.value] if pairs(node) else [item.value for item in node.value]


def texts_swapped(question, first, second):
    """Two texts changed about under their ids."""
    one, other = question.file.text_of(first), question.file.text_of(second)
    if one and other and one.value != other.value:
        edits = [one.becomes(other.value), other.becomes(one.value)]
        return Mutant(edits, [question.place()]) if all(edits) else None
    return None


@kind("meaning")
def choice_texts_swapped(workspace):
    """The texts of two choices changed about under their ids, so that the key names the wrong text."""
    for _, question in questions(workspace, "ask", "choose-all", "put-in-order", "match"):
        choices = list(pairs(question.part("choices")).items())
        right = answers(question)
        matched = {key: value.value for key, (_, value) in pairs(question.part("answer")).items()}
        for at, (one, (_, first)) in enumerate(choices):
            for other, (_, second) in choices[at + 1 :]:
                if question.kind == "match" and matched.get(one) == matched.get(other):
                    continue
                if question.kind == "put-in-order" or question.kind == "match" or (one in right) != (other in right):
                    yield texts_swapped(question, first, second)


@kind("meaning")
def match_texts_swapped(workspace):
    """The texts of two ends of a match changed about under their ids."""
    for _, question in questions(workspace, "match"):
        ends = list(pairs(question.part("with")).values())
        for at, (_, first) in enumerate(ends):
            for _, second in ends[at + 1 :]:
                yield texts_swapped(question, first, second)


@kind("meaning")
def choice_says_the_same(workspace):
    """A wrong choice that says what the right one says, but for a mark, a letter's case or a dash."""
    for _, question in questions(workspace, "ask", "choose-all"):
        right = answers(question)
        choices = pairs(question.part("choices"))
        for key, (_, node) in choices.items():
            if key in right or not right or right[0] not in choices:
                continue
            wrong, same = question.file.text_of(node), choices[right[0]][1].value
            for way, value in [("bold", f"**{same}**"), ("case", same[:1].swapcase() + same[1:]),
                               ("period", same + "."),
                               ("quotes", f'"{same}"'), ("blank", same.replace(" ", "  ", 1))]:
                if wrong and value != same:
                    yield of(wrong.becomes(value), [question.place()], way)


@kind("meaning")
def choice_range_holds_the_answer(workspace):
    """A wrong choice that is a range with the right figure in it."""
    for _, question in questions(workspace, "ask"):
        choices, right = pairs(question.part("choices")), answers(question)
        if len(right) != 1 or right[0] not in choices:
            continue
        match = re.fullmatch(r"(\d+) (\w+)", choices[right[0]][1].value)
        for key, (_, node) in choices.items() if match else ():
            if key != right[0]:
                low, high = max(int(match[1]) - 3, 1), int(match[1]) + 3
                for way, words in (("hyphen", f"{low}-{high} {match[2]}"), ("to", f"{low} to {high} {match[2]}"),
                                   ("at least", f"At least {low} {match[2]}")):
                    yield of(question.file.text_of(node).becomes(words), [question.place()], way)


@kind("meaning")
def key_and_proof_flipped(workspace):
    """Key and proof together say another thing than the stem and the reason."""
    for guide, question in questions(workspace):
        for way, answer, proof in flips(workspace, guide, question):
            edits = [Edit(question.file, question.part("answer").start_mark.index, end_of(question.part("answer")),
                          answer),
                     question.file.put(question.part("proof"), proof)]
            yield Mutant(edits, [question.place()], way)


def flips(workspace, guide, question):
    """(form, answer, proof) of keys that are proven and wrong."""
    form, answer = question.proof(), answers(question)
    choices = list(pairs(question.part("choices"))) if question.part("choices") else []
    block = guide.block(form.get("of") or form.get("in") or form.get("not-in"))
    members = [key.value for key, _ in block.members()] if block else []
    if "step" in form and question.kind == "ask" and members:
        for other in choices:
            if other in members and other not in answer:
                yield "step", other, f"{{step: {members.index(other) + 1}, of: {block.id}}}"
    if ("after" in form or "before" in form) and members:
        for other in choices:
            at = members.index(other) if other in members else 0
            if at and other not in answer:
                yield "next", other, f"{{after: {members[at - 1]}, of: {block.id}}}"
    for one, opposite in (("most-first", "least-first"), ("least-first", "most-first")):
        if one in form:
            yield "order", f"[{', '.join(reversed(answer))}]", f"{{{opposite}: {form[one]}}}"
    for one, opposite in (("in", "not-in"), ("not-in", "in")):
        rest = [choice for choice in choices if choice not in answer]
        if one in form and "tagged" not in form and rest and (question.kind == "choose-all" or len(rest) == 1):
            right = rest[0] if question.kind == "ask" else f"[{', '.join(rest)}]"
            yield "membership", right, f"{{{opposite}: {form[one]}}}"
    if "tagged" in form and block and question.kind == "ask":
        yield from other_tags(block, choices, answer)
    if "value" in form and question.kind == "how-much":
        yield from other_doses(workspace, form["value"], answer)


def other_tags(block, choices, answer):
    tags = {key.value: [tag.value for tag in child(value, "tags").value] for key, value in block.members()
            if child(value, "tags") is not None}
    for other in choices:
        for tag in tags.get(other, []):
            if other not in answer and [one for one in choices if tag in tags.get(one, [])] == [other]:
                yield "tag", other, f"{{tagged: {tag}, in: {block.id}}}"


def other_doses(workspace, value, answer):
    name, _, field = value.partition(".dose.")
    for other in workspace.exercises:
        dose = other.dose.get(field)
        if other.id != name and dose and re.fullmatch(r"\d+( \w+)?", dose) and dose.split()[0] != answer[0].split()[0]:
            unit = answer[0].partition(" ")[2]
            yield "value", dose if " " in dose else f"{dose} {unit}".strip(), f"{{value: {other.id}.dose.{field}}}"


@kind("meaning")
def claim_truth_and_key_flipped(workspace):
    """A claim's truth and the keys that rest on it, turned round together; the reason still says the other. One that
    speaks of something else denies nothing."""
    for guide in workspace.guides:
        for block in guide.blocks:
            asked = [one for one in guide.asked_about(block.id) if one.kind == "true-or-false" and takes_side(one)]
            if block.kind == "claim" and asked:
                truth = child(block.node, "truth")
                told = truth is not None and truth.value == "false"
                if told:
                    edits = [Edit(guide.file, truth.start_mark.index, truth.end_mark.index, "true")]
                else:
                    key, name = block.node.value[0]
                    edits = [Edit(guide.file, name.end_mark.index, name.end_mark.index,
                                  f"\n{' ' * key.start_mark.column}truth: false")]
                for one in asked:
                    node = one.part("answer")
                    edits.append(Edit(one.file, node.start_mark.index, node.end_mark.index, "true" if told
                                      else "false"))
                yield Mutant(edits, [place(block), *(one.place() for one in asked)])


def takes_side(question):
    """Whether the reason calls the statement true or false, or speaks of the same."""
    why = question.text("why")
    return why and (re.match(r"(This|It|That) is |(True|False)\b", why.value)
                    or alike_in_part(why.value, question.stem.value))


@kind("meaning")
def stem_operator_changed(workspace):
    """`not` dropped or put in, `most` for `fewest`, `first` for `last`, `before` for `after` in a stem."""
    for _, question in questions(workspace, "ask", "choose-all", "put-in-order", "how-much"):
        value = question.stem.value
        ends = [question.place()]
        if match := re.search(r"\*{0,2}\bnot\b\*{0,2} ", value):
            yield of(question.stem.becomes(instead(match, "")), ends, "not dropped")
        elif match := re.search(r"(?<=\bWhich of these )(are |is |\w+ )", value):
            if match.group() == "can ":
                yield of(question.stem.becomes(instead(match, "cannot ")), ends,
                         "not added")
            elif match.group() in ("is ", "are "):
                yield of(question.stem.becomes(value[: match.end()] + "not " + value[match.end() :]), ends, "not added")
            else:
                yield of(question.stem.becomes(value[: match.start()] + "do not " + value[match.start() :]), ends,
                         "not added")
        for other, word in swapped(value, OPERATORS):
            if question.kind != "how-much":
                yield of(question.stem.becomes(other), ends, word)


@kind("meaning")
def stem_names_another(workspace):
    """A stem that asks about another exercise, list or place than its proof does."""
    titles = {"how-much", "ask", "choose-all", "put-in-order"}
    for guide, question in questions(workspace, *titles):
        for value, _ in other_name(workspace, guide, question.stem.value):
            yield of(question.stem.becomes(value), [question.place()], "name")
        for one, other in (("hold", "rest"), ("rest", "hold"), ("repetitions", "sets"), ("sets", "repetitions"),
                           ("seconds", "minutes"), ("steps", "exercises")):
            for value, word in swapped(question.stem.value, [(one, other)]):
                if word == one and not re.search(r"(?i)\b(hold|rest) on\b",
                                                 question.stem.value) and "proof" in pairs(question.node):
                    yield of(question.stem.becomes(value), [question.place()], "measure")
        for ordinal, other in (("first", "second"), ("second", "third"), ("third", "first")):
            for value, word in swapped(question.stem.value, [(ordinal, other)]):
                if word == ordinal and ("step" in question.proof() or "after" in question.proof()):
                    yield of(question.stem.becomes(value), [question.place()], "ordinal")


@kind("meaning")
def why_names_another(workspace):
    """A reason that names another list member, step, exercise or choice than the key. What the guide says of both
    alike, such as that they are in one list, is said of the other as rightly."""
    for guide, question in questions(workspace):
        why = question.text("why")
        if not why:
            continue
        for value, names in other_name(workspace, guide, why.value):
            if not are_alike(workspace, guide, question, *names):
                yield of(why.becomes(value), [question.place()], "name")
        choices = pairs(question.part("choices"))
        right = [choices[key][1].value for key in answers(question) if key in choices]
        wrong = [value.value for key, (_, value) in choices.items() if key not in answers(question)]
        for name in right:
            for match in re.finditer(rf"(?<![\w{{.]){re.escape(name)}\b", why.value, re.IGNORECASE):
                if wrong and question.kind in ("ask", "choose-all"):
                    value = why.value[: match.start()] + cased(first_small(wrong[0]),
                                                               match.group()) + why.value[match.end() :]
                    yield of(why.becomes(value), [question.place()], "choice")


def are_alike(workspace, guide, question, *names):
    """Whether the two are in one list, with the same tags where the proof is about them, or exercises with the field
    that the proof is about."""
    for block in guide.blocks:
        tags = [sorted(tag.value for tag in getattr(child(value, "tags"), "value", []) or [])
                for _, value in block.members() if block.kind == "list" and block.name_of(value) in names]
        if len(tags) == 2:
            return tags[0] == tags[1] or "tagged" not in question.proof()
    field = question.proof().get("field")
    values = [child(one.file.root, field).value for one in workspace.exercises
              if one.name in names and field and child(one.file.root, field)]
    return len(values) == 2 and values[0] == values[1]


@kind("meaning")
def why_counts_otherwise(workspace):
    """Another number in a reason."""
    for _, question in questions(workspace):
        why = question.text("why")
        for value, _ in other_numbers(why.value) if why else ():
            yield of(why.becomes(value), [question.place()])


@kind("meaning")
def why_denies_the_key(workspace):
    """A reason that denies what the key and the statement say."""
    for _, question in questions(workspace):
        why = question.text("why")
        if why and question.kind == "true-or-false" and alike_in_part(why.value, question.stem.value):
            value = denied(why.value)
            yield of(why.becomes(value), [question.place()], "denied") if value else None
        if why and (match := re.match(r"(This|It|That) is (a myth|not true|false|true|right)\b", why.value)):
            other = "true" if match.group(2) in ("a myth", "not true", "false") else "a myth"
            yield of(why.becomes(f"{match.group(1)} is {other}{why.value[match.end():]}"), [question.place()],
                     "verdict")


def alike_in_part(one, other):
    first, second = (set(re.findall(r"\w{4,}", text.lower())) - {"your"} for text in (one, other))
    return len(first & second) >= 2


@kind("meaning")
def key_flipped(workspace):
    """The other truth, another choice or another order as the key; the rest is as it was."""
    for _, question in questions(workspace):
        node, right = question.part("answer"), answers(question)
        choices = list(pairs(question.part("choices")))
        ends = [question.place()]
        if question.kind == "true-or-false":
            yield Mutant([question.file.put(node, "false" if node.value == "true" else "true")], ends, "truth")
        elif question.kind == "ask":
            for other in choices:
                if other not in right:
                    yield Mutant([question.file.put(node, other)], ends, "choice")
        elif question.kind in ("choose-all", "put-in-order") and len(right) > 1:
            swapped_two = [right[1], right[0], *right[2:]]
            value = right[1:] if question.kind == "choose-all" else swapped_two
            yield Mutant([question.file.put(node, f"[{', '.join(value)}]")], ends, question.kind)
        elif question.kind == "how-much":
            for value, _ in other_numbers(node.value):
                yield Mutant([question.file.put(node, value)], ends, "number")


@kind("meaning")
def question_contradicted(workspace):
    """A statement asked a second time with the other key and no proof."""
    for _, question in questions(workspace, "true-or-false"):
        if (value := denied(question.stem.value)) and not alike(value, ""):
            yield added(question, f"{question.id}-again", value, question.part("answer").value)


def added(question, name, statement, answer):
    indent = " " * question.node.start_mark.column
    new = (f"\n{indent[:-2]}- id: {name}\n{indent}true-or-false: {json.dumps(statement, ensure_ascii=False)}\n"
           f"{indent}answer: {answer}\n{indent}why: The text says so.\n{indent}proof: {proof_of(question)}")
    end = end_of(question.node)
    return Mutant([Edit(question.file, end, end, new)], [question.place()])


def proof_of(question):
    node = question.part("proof")
    return question.file.text[node.start_mark.index : end_of(node)] if node is not None else "{}"


@kind("structure")
def question_repeated(workspace):
    """A question copied, with a new id."""
    for _, question in questions(workspace):
        start, end = question.node.start_mark.index, end_of(question.node)
        body = question.file.text[start:end]
        if not body.startswith("id: "):
            continue
        again = body.replace(f"id: {question.id}", f"id: {question.id}-again", 1)
        new = f"\n{' ' * (question.node.start_mark.column - 2)}- {again}"
        yield Mutant([Edit(question.file, end, end, new)], [question.place()], question.kind)
