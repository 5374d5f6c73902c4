"""A workspace as an editor sees it: its texts, each with its place in the file.

A text may be folded over several lines of the file. `Text.becomes` changes the least of the file that makes the text
read as asked, and gives None where the file would read otherwise.
"""
import json
import os
import pathlib
import random
import re
import sys

import yaml

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from yaml_nodes import child, end_of, pairs  # noqa: E402

# What readers read, by the last key above it that is no id of the author's.
PROSE = {"name", "purpose", "start-position", "until", "frequency", "progression", "steps", "stop-if", "cautions",
         "caption", "alt", "title", "subtitle", "audience", "main-message", "seek-help-if", "disclaimer", "text",
         "why", "how", "ask", "choose-all", "put-in-order", "match", "how-much", "true-or-false", "meaning", "term",
         "items", "choices", "with"}
# Keys whose own keys are ids.
OF_IDS = {"items", "steps", "choices", "with", "terms"}
ASKS = ["ask", "choose-all", "put-in-order", "match", "how-much", "true-or-false"]
# What means itself inside any text of YAML.
SAFE = re.compile(r"[\w .()?!/—–-]*")
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Edit:
    """What stands in a file from `start` to `end` gives way to `new`."""

    def __init__(self, file, start, end, new):
        self.file, self.start, self.end, self.new = file, start, end, new

    @property
    def old(self):
        return self.file.text[self.start : self.end]


def shared_ends(one, other):
    """How many letters the two begin with alike, and how many of the others they end with alike."""
    first = len(os.path.commonprefix([one, other]))
    return first, len(os.path.commonprefix([one[first:][::-1], other[first:][::-1]]))


def scalars(node, keys=()):
    if isinstance(node, yaml.ScalarNode):
        yield keys, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars(value, keys + (key.value,))
    else:
        for at, value in enumerate(node.value):
            yield from scalars(value, keys + (at,))


def at_keys(node, keys):
    for key in keys:
        node = child(node, key) if isinstance(key, str) else node.value[key]
    return node


def role_of(keys):
    """The key that says what a text is; below `items` and the like it is that key, or `title` and `text` of a step."""
    names = [key for key in keys if isinstance(key, str)]
    if len(names) > 1 and names[-2] in OF_IDS and names[-1] not in ("title", "text", "term", "meaning"):
        return names[-2]
    return names[-1] if names else ""


class Text:
    def __init__(self, file, keys, node):
        self.file, self.keys, self.node, self.value = file, keys, node, node.value
        self.role = role_of(keys)
        self.start, self.end = node.start_mark.index, node.end_mark.index

    def places(self):
        """Where each character of the value is in the file, and where the last one ends; None where that is unclear."""
        raw, at = self.file.text[: self.end], self.start
        if self.node.style in ("|", ">"):
            at = raw.index("\n", at) + 1
        elif self.node.style in ("'", '"'):
            at += 1
        found = []
        for index, letter in enumerate(self.value):
            if letter in " \n":
                found.append(at)
                if index + 1 == len(self.value) or self.value[index + 1] not in " \n":
                    while at < len(raw) and raw[at] in " \n":
                        at += 1
                continue
            if at == self.start and self.node.style in ("|", ">"):
                return None
            while index == 0 and at < len(raw) and raw[at] in " \n":
                at += 1
            if at >= len(raw) or raw[at] != letter:
                return None
            found.append(at)
            at += 2 if self.node.style == "'" and letter == "'" else 1
        return found + [at]

    def becomes(self, value):
        """The edit by which the file says `value` here, or None."""
        places = self.places()
        if places is None or value == self.value:
            return None
        first, last = shared_ends(value, self.value)
        stop = len(self.value) - last
        begin, end = places[first], places[stop] if stop > first else places[first]
        new = value[first : len(value) - last]
        if self.node.style == "'":
            new = new.replace("'", "''")
        edits = [Edit(self.file, begin, end, new)]
        if first and SAFE.fullmatch(new) and not new.startswith(" ") and self.node.style != '"':
            return edits[0]
        if self.node.style in (None, ""):
            edits.append(Edit(self.file, self.start, self.end, json.dumps(value, ensure_ascii=False)))
        return next((edit for edit in edits if "\n" not in edit.new and self.reads(edit, value)), None)

    def reads(self, edit, value):
        changed = self.file.text[: edit.start] + edit.new + self.file.text[edit.end :]
        try:
            return at_keys(yaml.compose(changed, Loader=FAST), self.keys).value == value
        except (yaml.YAMLError, AttributeError, IndexError, KeyError):
            return False

    def typed(self, value):
        """The edit by which an editor types `value` without a look at what YAML makes of it."""
        places = self.places()
        if places is None or self.node.style not in (None, "", "|", ">"):
            return None
        first, last = shared_ends(value, self.value)
        return Edit(self.file, places[first], places[len(self.value) - last], value[first : len(value) - last])


class File:
    def __init__(self, folder, path):
        self.path = path.relative_to(folder)
        self.text = path.read_text(encoding="utf-8")
        self.root = yaml.compose(self.text, Loader=FAST)
        self.texts = [Text(self, keys, node) for keys, node in scalars(self.root)] if self.root else []
        self.prose = [text for text in self.texts if text.role in PROSE]

    def at(self, *keys):
        """The node below these keys, or None."""
        try:
            return at_keys(self.root, keys)
        except (AttributeError, IndexError, KeyError):
            return None

    def text_of(self, node):
        return next((text for text in self.texts if text.node is node), None)

    def texts_below(self, node):
        if node is None:
            return []
        start, end = node.start_mark.index, end_of(node) if not empty(node) else node.end_mark.index
        return [text for text in self.texts if start <= text.start < max(end, start + 1)]

    def put(self, node, new):
        """The edit that puts `new` in the place of a whole node."""
        return Edit(self, node.start_mark.index, end_of(node), new)

    def line_without(self, node):
        """The edit that takes out the lines of a block item or of a pair, given its first node and its last."""
        first, last = node if isinstance(node, tuple) else (node, node)
        start = self.text.rfind("\n", 0, first.start_mark.index) + 1
        end = self.text.find("\n", end_of(last) - 1) + 1
        return Edit(self, start, end or len(self.text), "")


def empty(node):
    return not isinstance(node, yaml.ScalarNode) and not node.value


class Block:
    """A list, protocol, claim, advice, … of a guide, with its section's id."""

    def __init__(self, file, section, node):
        self.file, self.section, self.node = file, section, node
        self.kind = node.value[0][0].value
        self.id = getattr(node.value[0][1], "value", None)

    def members(self):
        """(id node, value node) of a list or protocol, or of the exercises of a block."""
        inside = child(self.node, "items") or child(self.node, "steps") or child(self.node, "exercises")
        if inside is None:
            return []
        if isinstance(inside, yaml.MappingNode):
            return inside.value
        return [(item, item) for item in inside.value]

    def name_of(self, value):
        """What a member is called: its title, or its text."""
        if isinstance(value, yaml.ScalarNode):
            return value.value
        return (child(value, "title") or child(value, "text")).value


class Question:
    def __init__(self, file, node):
        self.file, self.node = file, node
        self.id = child(node, "id").value
        self.kind = next((kind for kind in ASKS if child(node, kind) is not None), None)
        self.stem = file.text_of(child(node, self.kind)) if self.kind else None

    def part(self, key):
        return child(self.node, key)

    def text(self, key):
        node = self.part(key)
        return self.file.text_of(node) if isinstance(node, yaml.ScalarNode) else None

    def proof(self):
        """{form: value} of a proof of one part."""
        return {key: value.value for key, (_, value) in pairs(self.part("proof")).items()
                if isinstance(value, yaml.ScalarNode)}

    def place(self):
        return (self.file, self.node.start_mark.index, end_of(self.node))


class Guide:
    def __init__(self, folder, path):
        self.file = File(folder, path)
        quiz, references = path.with_name("quiz.yaml"), path.with_name("references.yaml")
        self.quiz = File(folder, quiz) if quiz.is_file() else None
        self.references = File(folder, references) if references.is_file() else None
        self.blocks = list(self.all_blocks())
        asked = child(self.quiz.root, "questions") if self.quiz else None
        self.questions = [Question(self.quiz, node) for node in asked.value] if asked else []

    def all_blocks(self):
        introduction = child(self.file.root, "introduction")
        for node in introduction.value if introduction else []:
            yield Block(self.file, "introduction", node)
        sections = child(self.file.root, "sections")
        for section in sections.value if sections else []:
            body = child(section, "body")
            for node in body.value if body else []:
                yield Block(self.file, child(section, "id").value, node)

    def block(self, name):
        return next((block for block in self.blocks if block.id == name), None)

    def asked_about(self, name):
        """The questions whose proof names it."""
        return [one for one in self.questions if name in one.proof().values()]


class Exercise:
    def __init__(self, folder, path):
        self.file = File(folder, path)
        self.id = path.stem
        root = self.file.root
        self.name = getattr(child(root, "name"), "value", path.stem)
        dose = child(root, "dose")
        self.dose = {key: value.value for key, (_, value) in pairs(dose).items() if isinstance(value, yaml.ScalarNode)}
        self.steps = [text for text in self.file.texts if text.role == "steps"]


class Workspace:
    """Of many guides some are read, with their exercises; which ones follows from the seed."""

    def __init__(self, folder, most_guides=8, seed=1):
        self.folder = pathlib.Path(folder).resolve()
        paths = sorted(self.folder.glob("guides/*/guide.yaml"))
        few = len(paths) <= most_guides
        chosen = paths if few else sorted(random.Random(seed).sample(paths, most_guides))
        self.guides = [Guide(self.folder, path) for path in chosen]
        shown = {node.value for guide in self.guides for block in guide.blocks if block.kind == "exercises"
                 for node, _ in block.members()}
        self.exercises = [Exercise(self.folder, path) for path in sorted(self.folder.glob("exercises/**/*.yaml"))
                          if few or path.stem in shown]
        glossary, settings = self.folder / "glossary.yaml", self.folder / "guidec.yaml"
        self.glossary = File(self.folder, glossary) if glossary.is_file() else None
        self.settings = File(self.folder, settings)
        self.files = [one.file for one in self.exercises]
        for guide in self.guides:
            self.files += [file for file in (guide.file, guide.quiz, guide.references) if file]
        self.files += [self.glossary] if self.glossary else []
        self.by_id = {one.id: one for one in self.exercises}

    def prose(self, *roles):
        """Every text that readers read, or those of these roles."""
        for file in self.files:
            for text in file.prose:
                if not roles or text.role in roles:
                    yield text

    def sentences(self):
        """The texts that hold at least a sentence."""
        return (text for text in self.prose() if text.value.rstrip().endswith(".") and text.value.count(" ") > 2)

    def of_exercise(self, exercise, *roles):
        return [text for text in exercise.file.prose if text.role in roles]
