"""Characters that no reader sees, or sees for others."""
import re

from english import instead
from mutant import kind, of, some

INVISIBLE = {"zero-width space": "\u200b", "zero-width non-joiner": "\u200c", "zero-width joiner": "\u200d",
             "word joiner": "\u2060", "byte order mark": "\ufeff", "invisible times": "\u2062",
             "grapheme joiner": "\u034f",
             "hangul filler": "\u3164", "mongolian separator": "\u180e", "tag": "\U000e0041", "selector": "\ufe00",
             "figure space": "\u2007", "line separator": "\u2028", "braille blank": "\u2800"}
ALIKE = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "p": "\u0440", "c": "\u0441", "i": "\u0456", "s": "\u0455",
         "x": "\u0445",
         "v": "\u03bd", "u": "\u057d", "n": "\uff4e", "l": "1", "t": "\U0001d42d", "d": "\u0501", "h": "\u04bb"}
MARKS_ALIKE = {".": "\uff0e", ",": "\u201a", "-": "\u2011", "'": "\u02bc", ":": "\ua789", ";": "\u037e"}
BIDI = {"override": "\u202e", "embedding": "\u202b", "isolate": "\u2067", "pop": "\u202c", "mark": "\u200f",
        "letter mark": "\u061c"}
CONTROL = {"bell": "\x07", "escape": "\x1b", "null": "\x00", "backspace": "\x08", "vertical tab": "\x0b",
           "delete": "\x7f",
           "next line": "\x85", "private": "\ue000", "noncharacter": "\ufdd0", "interlinear": "\ufff9",
           "object": "\ufffc"}
GARBLED = {"quote": "â€™", "dash": "â€“", "e acute": "Ã©", "replacement": "\ufffd", "amp": "&amp;", "entity": "&#8217;",
           "blank": "Â\u00a0", "percent": "%20", "quoted-printable": "=E2=80=99", "unicode escape": "\\u2019",
           "question": "?s"}


def words_of(text):
    return [match for match in re.finditer(r"(?<![\w{@#\[(.-])[A-Za-z]{5,}(?![\w}\])-])", text.value)]


def inside_words(workspace, table, alike=False):
    """One character put into the first long word and into the last of each text, or in the place of a letter."""
    for text in workspace.prose():
        words = words_of(text)
        for word in words[:1] + words[1:][-1:]:
            for way, letter in table.items() if alike else some(table, text):
                if alike:
                    at = word.group().find(way, 1)
                    if at < 0:
                        continue
                    spot = word.start() + at
                    value = text.value[:spot] + letter + text.value[spot + 1 :]
                else:
                    spot = word.start() + 3
                    value = text.value[:spot] + letter + text.value[spot:]
                yield of(text.typed(value) or text.becomes(value), [], way)


@kind("language")
def invisible_character(workspace):
    """A character without ink inside a word."""
    yield from inside_words(workspace, INVISIBLE)


@kind("language")
def look_alike_letter(workspace):
    """A letter of another script, or a digit, in the place of one that looks like it."""
    yield from inside_words(workspace, ALIKE, alike=True)


@kind("language")
def look_alike_mark(workspace):
    """A mark of another script in the place of a period, comma, hyphen or colon."""
    for text in workspace.prose():
        for match in list(re.finditer(r"(?<=[a-z])[.,\-':;](?=[ a-z]|$)", text.value))[:2]:
            new = MARKS_ALIKE[match.group()]
            if new != "\u2011":
                yield of(text.becomes(instead(match, new)), [], match.group())


@kind("language")
def bidirectional_control(workspace):
    """A control that turns round the order in which the letters after it are shown."""
    yield from inside_words(workspace, BIDI)


@kind("language")
def control_character(workspace):
    """A control, private or unassigned character."""
    yield from inside_words(workspace, CONTROL)


@kind("language")
def garbled_text(workspace):
    """What is left of a character that went through a wrong encoding."""
    yield from inside_words(workspace, GARBLED)
