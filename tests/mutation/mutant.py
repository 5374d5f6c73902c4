"""What every kind of mutant has in common: the change, and which kinds are made how often."""
import dataclasses
import re

# How often a kind is chosen, compared with the others that a file offers.
WEIGHTS = {
    "comparison": 3, "logic": 3, "condition": 3, "exit": 3, "statement": 3, "swapped": 3, "name": 3, "one": 3,
    "number": 2, "call": 2, "text": 2, "enumerator": 2, "truth": 2, "not": 2, "choice": 2, "else": 2, "case": 2,
    "argument": 2, "arithmetic": 1, "field": 1, "row": 1, "character": 1, "length": 0.5,
}

# Words of which one is easily taken for the other.
PAIRS = {}
for _one, _other in [("min", "max"), ("front", "back"), ("find", "rfind"), ("any_of", "all_of"),
                     ("find_first_of", "find_last_of"), ("lower_bound", "upper_bound"), ("begin", "end"),
                     ("starts_with", "ends_with"), ("floor", "ceil"), ("sin", "cos"),
                     ("remove_prefix", "remove_suffix"), ("first", "last"), ("left", "right"),
                     ("top", "bottom"), ("start", "end"), ("any", "all"), ("some", "every"),
                     ("startsWith", "endsWith"), ("starts-with", "ends-with"), ("indexOf", "lastIndexOf")]:
    PAIRS.setdefault(_one, _other)
    PAIRS.setdefault(_other, _one)
PAIRS["none_of"] = "any_of"


@dataclasses.dataclass(frozen=True)
class Mutant:
    """Bytes begin to end of the file at `path` (relative to the project) become `new`."""
    path: str
    begin: int
    end: int
    new: str
    kind: str

    def apply(self, text):
        return text[:self.begin] + self.new + text[self.end:]

    def line(self, text):
        return text.count("\n", 0, self.begin) + 1

    def diff(self, text):
        """The line before and after; of several lines, the first."""
        start = text.rfind("\n", 0, self.begin) + 1
        stop = text.find("\n", self.end)
        old = text[start:stop if stop >= 0 else len(text)]
        new = old[:self.begin - start] + self.new + old[self.end - start:]
        return tuple(side[0].strip().encode("latin-1").decode(errors="replace") + (" …" if len(side) > 1 else "")
                     for side in (old.strip().split("\n"), new.strip().split("\n")))


# What a regular expression of JavaScript follows, as a division does not.
PATTERN = re.compile(r"/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
BEFORE_PATTERN = re.compile(r"(?:[(,=:\[!&|?{};]|\breturn)\s*$")


def end_of_template(text, at):
    """Behind the template literal that opens at `at`, with what stands in its `${…}`."""
    at += 1
    while at < len(text) and text[at] != "`":
        if text.startswith("${", at):
            depth = 1
            at += 2
            while at < len(text) and depth:
                if text[at] == "`":
                    at = end_of_template(text, at) - 1
                depth += (text[at] == "{") - (text[at] == "}")
                at += 1
        else:
            at += 2 if text[at] == "\\" else 1
    return at + 1


def masked(text, quotes='"', raw=False, script=False):
    """The text with comments and the insides of strings blanked, and where the strings are, quotes included.
    A quote that is not closed on its line opens no string. `raw`: C++'s raw strings; `script`: JavaScript's
    template literals and regular expressions."""
    out = list(text)
    strings = []

    def blank(begin, end):
        for at in range(begin, end):
            if out[at] != "\n":
                out[at] = " "

    at = 0
    while at < len(text):
        if text.startswith("//", at) and (at == 0 or text[at - 1] != ":"):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            blank(at, end)
        elif text.startswith("/*", at):
            end = text.find("*/", at + 2)
            end = len(text) if end < 0 else end + 2
            blank(at, end)
        elif raw and text.startswith('R"', at) and not (at and text[at - 1].isalnum()):
            mark = text[at + 2:text.index("(", at)]
            end = text.index(f"){mark}\"", at) + len(mark) + 2
            strings.append((at, end))
            blank(at + 2, end - 1)
        elif script and text[at] == "`":
            end = end_of_template(text, at)
            strings.append((at, end))
            blank(at + 1, end - 1)
        elif script and text[at] == "/" and (pattern := PATTERN.match(text, at)) and \
                BEFORE_PATTERN.search(text, max(0, at - 20), at):
            end = pattern.end()
            blank(at, end)
        elif text[at] in quotes:
            end = at + 1
            while end < len(text) and text[end] != text[at] and text[end] != "\n":
                end += 2 if text[end] == "\\" else 1
            if end >= len(text) or text[end] != text[at] or \
                    (text[at] == "'" and at and text[at - 1].isalnum()):  # 1'000 and don't
                at += 1
                continue
            end += 1
            strings.append((at, end))
            blank(at + 1, end - 1)
        else:
            at += 1
            continue
        at = end
    return "".join(out), strings


def closing(text, at):
    """Where the bracket that opens at `at` closes, in masked text; -1 when it does not."""
    depth = 0
    for place in range(at, len(text)):
        if text[place] in "([{":
            depth += 1
        elif text[place] in ")]}":
            depth -= 1
            if depth == 0:
                return place
    return -1


def balanced(text):
    depth = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if depth < 0:
            return False
    return depth == 0
