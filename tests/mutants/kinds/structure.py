"""Slips in what the machine reads: ids, keys, values, YAML itself."""
import re

import yaml

from mutant import Mutant, kind
from workspace import OF_IDS, Edit, child, end_of, pairs


def mappings(node, ids=True):
    """The mappings below a node; without those whose keys are ids of the author's, if `ids` is false."""
    if isinstance(node, yaml.MappingNode):
        yield node
        for key, value in node.value:
            if isinstance(value, yaml.MappingNode) and key.value in OF_IDS and not ids:
                for _, inner in value.value:
                    yield from mappings(inner, ids)
            else:
                yield from mappings(value, ids)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from mappings(value, ids)


REFERS = {"targets", "cites", "exercises", "in", "not-in", "of", "claim", "after", "before", "in-order-of", "value",
          "count", "tagged", "for"}


@kind("structure")
def id_misspelt(workspace):
    """An id that names nothing: a target, a citation, an exercise of a section, a part of a proof, an answer."""
    for file in workspace.files:
        for text in file.texts:
            key = next((one for one in reversed(text.keys) if isinstance(one, str)), "")
            answers = key == "answer" and text.value not in ("true", "false") and not text.value[:1].isdigit()
            if (key in REFERS or answers) and re.fullmatch(r"[a-z][\w.-]{3,}", text.value) and text.value != "each":
                yield Mutant([file.put(text.node, text.value[:-2] + text.value[-1] + text.value[-2])
                              if text.value[-1] != text.value[-2] else file.put(text.node, text.value[:-1])], [], key)


@kind("structure")
def key_misspelt(workspace):
    """A key with two letters changed about or one left out."""
    for file in workspace.files:
        for node in mappings(file.root, ids=False):
            for key, _ in node.value:
                if len(key.value) > 3 and key.value.replace("-", "").isalpha() and key.value[1] != key.value[2]:
                    yield Mutant([file.put(key, key.value[0] + key.value[2] + key.value[1] + key.value[3:])],
                                 [(file, node.start_mark.index, end_of(node))], key.value)


@kind("structure")
def key_left_out(workspace):
    """A line with its key and value, left out where the format or the quiz needs it."""
    needed = {"id", "name", "steps", "dose", "version", "answer", "why", "proof", "term", "meaning", "choices", "pose",
              "sides", "kind"}
    for file in workspace.files:
        for node in mappings(file.root):
            if node.flow_style or len(node.value) < 2:
                continue
            for at, (key, value) in enumerate(node.value):
                if key.value in needed and at and file.text[: key.start_mark.index].rpartition("\n")[2].strip() == "":
                    yield Mutant([file.line_without((key, value))], [(file, node.start_mark.index, end_of(node))],
                                 key.value)


@kind("structure")
def key_twice(workspace):
    """A key with its value twice in one mapping."""
    for file in workspace.files:
        for node in mappings(file.root):
            if not node.flow_style:
                for key, value in node.value:
                    if isinstance(value, yaml.ScalarNode) and value.start_mark.line == value.end_mark.line:
                        new = f"\n{' ' * key.start_mark.column}{file.text[key.start_mark.index : value.end_mark.index]}"
                        yield Mutant([Edit(file, value.end_mark.index, value.end_mark.index, new)],
                                     [(file, key.start_mark.index, value.end_mark.index)], key.value)


@kind("structure")
def value_misspelt(workspace):
    """A word from a fixed set, misspelt: a kind, a side, a callout, a type."""
    for file in workspace.files:
        for text in file.texts:
            if text.keys and text.keys[-1] in ("kind", "sides", "type", "callout", "view", "language", "pose", "truth",
                                               "level", "force"):
                if len(text.value) > 3 and text.value[1] != text.value[2]:
                    yield Mutant([file.put(text.node, text.value[0] + text.value[2] + text.value[1] + text.value[3:])],
                                 [], text.keys[-1])


@kind("structure")
def dose_in_a_wrong_form(workspace):
    """A dose without its unit, with another sign or turned round."""
    for exercise in workspace.exercises:
        dose = pairs(child(exercise.file.root, "dose"))
        for key, (_, node) in dose.items():
            if not isinstance(node, yaml.ScalarNode):
                continue
            if match := re.fullmatch(r"(\d+) s", node.value):
                n = int(match[1])
                ways = {"no unit": str(n), "colon": f"0:{n}", "sec.": f"{n} sec.", "glued": f"{n}sec",
                        "minus": f"-{n} s", "zero": "0 s",
                        "turned": f"{n}-{max(n - 10, 1)} s", "prime": f"{n}''", "hours": f"{n} h", "comma": f"{n},5 s",
                        "letter": f"{str(n)[:-1]}O s"}
            elif re.fullmatch(r"\d+(-\d+)?", node.value):
                first, _, last = node.value.partition("-")
                ways = {"times": f"{node.value}x", "zero": "0", "word": "ten", "minus": f"-{first}",
                        "turned": f"{last or first}-1", "dots": f"{first}..20",
                        "huge": f"{first}000", "fraction": f"{first}.5", "letter": f"{first[:-1]}l"}
            else:
                continue
            for way, value in ways.items():
                yield Mutant([exercise.file.put(node, value)], [], f"{key} {way}")


@kind("structure")
def yaml_broken(workspace):
    """A colon, a quote or a blank of the indentation lost or too many."""
    for file in workspace.files:
        for node in mappings(file.root):
            for key, value in node.value if not node.flow_style else ():
                colon = file.text.index(":", key.end_mark.index)
                end = [(file, key.start_mark.index, end_of(value) if value.value or isinstance(value, yaml.ScalarNode)
                        else value.end_mark.index)]
                yield Mutant([Edit(file, colon, colon + 1, "")], end, "colon lost")
                if isinstance(value, yaml.ScalarNode) and value.style in (None, ""):
                    yield Mutant([Edit(file, colon, colon + 2, ":")], end, "blank lost")
                    yield Mutant([Edit(file, value.start_mark.index, value.start_mark.index, '"')], end,
                                 "quote too many")
                    yield Mutant([Edit(file, value.start_mark.index, value.start_mark.index, "note: ")], end,
                                 "two colons")
                line = file.text.rfind("\n", 0, key.start_mark.index) + 1
                if file.text[line : key.start_mark.index].strip() == "" and key.start_mark.column:
                    yield Mutant([Edit(file, line, line, " ")], end, "indented")
                    yield Mutant([Edit(file, line, line + 1, "\t")], end, "tab")


@kind("structure")
def list_mark_lost(workspace):
    """An item whose hyphen or its blank is lost, so that it becomes a part of its neighbour."""
    for file in workspace.files:
        for text in file.texts:
            if text.keys and isinstance(text.keys[-1],
                                        int) and file.text[text.start - 2 : text.start] == "- " and text.keys[-1]:
                yield Mutant([Edit(file, text.start - 2, text.start, "  ")], [(file, text.start, text.end)],
                             "hyphen lost")
                yield Mutant([Edit(file, text.start - 2, text.start, "-")], [(file, text.start, text.end)],
                             "blank lost")
