"""Mutants of Typst templates and of JavaScript, from the text: comments and the insides of strings are left out."""
import re

from mutant import PAIRS, Mutant, balanced, closing, masked

TYPST, SCRIPT = ".typ", ".mjs"
NUMBER = re.compile(r"(?<![\w.#\"-])(\d+(?:\.\d+)?)(pt|mm|cm|em|fr|%|deg)?(?![\w.])")
EXCHANGED = {
    TYPST: {" == ": " != ", " != ": " == ", " < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ",
            " and ": " or ", " or ": " and "},
    SCRIPT: {" === ": " !== ", " !== ": " === ", " < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ",
             " && ": " || ", " || ": " && ", " ?? ": " && "},
}


def mutants(root, path):
    text = (root / path).read_bytes().decode("latin-1")
    language = path[path.rindex("."):]
    code, strings = masked(text, '"') if language == TYPST else masked(text, "\"'", script=True)
    found = {}

    def add(kind, begin, end, new):
        if text[begin:end] != new:
            found.setdefault((begin, end, new), Mutant(path, begin, end, new, kind))

    for old, new in EXCHANGED[language].items():
        for match in re.finditer(re.escape(old), code):
            add("logic" if new.strip() in ("and", "or", "&&", "||") else "comparison", *match.span(), new)
    for match in re.finditer(r" [+-] 1\b(?![.\w])", code):
        add("one", *match.span(), "")
    for match in re.finditer(r"\b(true|false)\b", code):
        add("truth", *match.span(), "false" if match[0] == "true" else "true")
    for match in re.finditer(r"\bnot (?!in\b)" if language == TYPST else r"(?<=[( ])!(?=[\w(])", code):
        add("not", *match.span(), "")
    for match in re.finditer(r"(?<![\w-])[a-zA-Z][\w-]*(?![\w-])", code):
        if match[0] in PAIRS and code[match.end():match.end() + 1] != ":":
            add("name", *match.span(), PAIRS[match[0]])
    for match in NUMBER.finditer(code):
        if match[2]:
            add("length", match.start(1), match.end(1), f"{float(match[1]) * 1.5:g}")
        elif "." not in match[1]:
            add("number", match.start(1), match.end(1), str(int(match[1]) + 1))
            if int(match[1]) > 0:
                add("number", match.start(1), match.end(1), str(int(match[1]) - 1))
    for match in re.finditer(r"(?<!let )([\w.-]+)\(([\w.-]+), ([\w.-]+)\)(?! *(=|\{))", code):
        if "min" not in match[1] and "max" not in match[1]:
            add("swapped", match.start(2), match.end(3), f"{match[3]}, {match[2]}")
    conditions(text, code, language, add)
    lines(code, language, add)
    for begin, end in strings:
        if is_printed(code, begin, end) and text[begin:end] != '""':
            add("text", begin, end, '""')
    return sorted(found.values(), key=lambda mutant: (mutant.begin, mutant.end, mutant.new))


def conditions(text, code, language, add):
    if language == TYPST:
        for match in re.finditer(r"\bif ([^\n{]+?) \{", code):
            if balanced(match[1]):
                add("condition", *match.span(1), f"not ({text[slice(*match.span(1))]})")
        return
    for match in re.finditer(r"\bif \(", code):
        close = closing(code, match.end() - 1)
        if close > 0:
            add("condition", match.end(), close, f"!({text[match.end():close]})")


def lines(code, language, add):
    """Statements, arguments and early exits that fill a line."""
    begin = 0
    for line in code.split("\n"):
        end = begin + len(line)
        bare = line.strip()
        at = begin + len(line) - len(line.lstrip())
        if bare and balanced(bare):
            if language == TYPST:
                if re.match(r"#?(set|show)\b", bare) or re.fullmatch(r"[a-z][\w.-]*\(.*\)", bare):
                    add("statement", at, end, "")
                elif re.fullmatch(r"[a-z][\w-]*: .*,", bare):
                    add("argument", at, end, "")
            elif re.match(r"if \(.*\) (return|throw|continue)\b.*;$", bare):
                add("exit", at, end, "")
            elif re.fullmatch(r"(await )?[\w.?]+\(.*\);|[\w.]+ \+?= .*;|throw .*;", bare):
                add("statement", at, end, "")
        begin = end + 1


def is_printed(code, begin, end):
    """Whether the string is likely text, not a key, a path or a word that something is compared with."""
    before, after = code[:begin].rstrip(), code[end:].lstrip()
    start = code.rfind("\n", 0, begin) + 1
    line = code[start:code.find("\n", end)]
    if re.search(r"\b(import|include|from|require)\b", line):
        return False
    if before.endswith((".at(", "image(", "read(", "json(", "in", "==", "!=", "===", "!==", "[", "get(", "has(")):
        return False
    return not re.match(r"(not )?in\b|==|!=|:", after)
