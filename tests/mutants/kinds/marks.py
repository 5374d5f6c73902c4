"""Placeholders, citations, links, emphasis and Markdown that print as typed, or print something else."""
import re

from english import instead
from mutant import kind, of, some

PLACEHOLDER = r"\{([a-z][\w.-]*)\}"
CITATION = r"\[@([\w-]+)\]"
LINK = r"\[([^\]@]+)\]\(#([\w-]+)\)"
BOLD = r"\*\*([^*]+)\*\*"


def rewritten(workspace, pattern, ways):
    """Each match of the pattern in prose, in each of the ways."""
    for text in workspace.prose():
        for match in re.finditer(pattern, text.value):
            for way, make in ways.items():
                value = instead(match, make(match))
                yield of(text.becomes(value) or text.typed(value), [], way)


@kind("language")
def placeholder_broken(workspace):
    """A placeholder with a brace lost, doubled or replaced, a stray mark, a unit after it, a name misspelt."""
    yield from rewritten(workspace, PLACEHOLDER, {
        "end lost": lambda m: f"{{{m[1]}",
        "begin lost": lambda m: f"{m[1]}}}",
        "period": lambda m: f"{{{m[1]}.",
        "doubled": lambda m: f"{{{{{m[1]}}}}}",
        "shell": lambda m: f"${{{m[1]}}}",
        "round": lambda m: f"({m[1]})",
        "square": lambda m: f"[{m[1]}]",
        "angle": lambda m: f"<{m[1]}>",
        "blanks": lambda m: f"{{ {m[1]} }}",
        "capital": lambda m: f"{{{m[1][0].upper()}{m[1][1:]}}}",
        "misspelt": lambda m: f"{{{m[1][:-2]}{m[1][-1]}{m[1][-2]}}}",
        "plural": lambda m: f"{{{m[1]}s}}",
        "bare": lambda m: m[1],
        "percent": lambda m: f"%{m[1]}%",
        "escaped": lambda m: f"\\{{{m[1]}}}",
        "code": lambda m: f"`{{{m[1]}}}`",
        "unit": lambda m: f"{{{m[1]}}} " + ("seconds" if re.search(r"hold$|rest$", m[1]) else "times"),
    })


@kind("meaning")
def placeholder_of_another(workspace):
    """A placeholder that prints another key of the dose, or the same key of another exercise."""
    for text in workspace.prose():
        for match in re.finditer(PLACEHOLDER, text.value):
            name, _, key = match[1].rpartition(".")
            others = [one for one in workspace.exercises if one.id != name and key in one.dose]
            same = workspace.by_id.get(name)
            dose = same.dose if same else next((one.dose for one in workspace.exercises if one.file is text.file), {})
            if name and others and same and others[0].dose[key] != same.dose.get(key):
                yield of(text.becomes(instead(match, f"{{{others[0].id}.{key}}}")),
                         [], f"{text.role} exercise")
            for other in ("hold", "reps", "sets", "rest"):
                if key in ("hold", "reps", "sets", "rest") and other != key and other in dose:
                    new = f"{{{name}.{other}}}" if name else f"{{{other}}}"
                    yield of(text.becomes(instead(match, new)), [],
                             f"{text.role} key")


@kind("language")
def citation_broken(workspace):
    """A citation that prints as typed, or names nothing."""
    yield from rewritten(workspace, CITATION, {
        "round": lambda m: f"(@{m[1]})",
        "no @": lambda m: f"[{m[1]}]",
        "bare": lambda m: f"@{m[1]}",
        "capital": lambda m: f"[@{m[1].capitalize()}]",
        "page": lambda m: f"[@{m[1]}, p. 5]",
        "open": lambda m: f"[@{m[1]}",
        "blank": lambda m: f"[ @{m[1]}]",
        "blank after": lambda m: f"[@ {m[1]}]",
        "number": lambda m: "[1]",
        "footnote": lambda m: "[^1]",
        "doubled": lambda m: f"[@@{m[1]}]",
        "brackets": lambda m: f"[[@{m[1]}]]",
        "braces": lambda m: f"{{@{m[1]}}}",
        "misspelt": lambda m: f"[@{m[1][:-1]}]",
        "link": lambda m: f"[@{m[1]}](#{m[1]})",
        "author": lambda m: "(Smith 2019)",
        "tex": lambda m: f"\\cite{{{m[1]}}}",
        "two": lambda m: f"[@{m[1]} @{m[1]}]",
    })


@kind("language")
def link_broken(workspace):
    """A link that prints as typed, or leads nowhere."""
    yield from rewritten(workspace, LINK, {
        "apart": lambda m: f"[{m[1]}] (#{m[2]})",
        "turned": lambda m: f"({m[1]})[#{m[2]}]",
        "open": lambda m: f"[{m[1]}](#{m[2]}",
        "no #": lambda m: f"[{m[1]}]({m[2]})",
        "wiki": lambda m: f"[[{m[2]}]]",
        "misspelt": lambda m: f"[{m[1]}](#{m[2][:-1]})",
        "capital": lambda m: f"[{m[1]}](#{m[2].capitalize()})",
        "blank": lambda m: f"[{m[1]}]( # {m[2]})",
        "empty": lambda m: f"[{m[1]}]()",
        "no text": lambda m: f"[](#{m[2]})",
        "page": lambda m: f"[{m[1]}]({m[2]}.html)",
        "reference": lambda m: f"[{m[1]}][{m[2]}]",
        "bare": lambda m: f"{m[1]} #{m[2]}",
        "doubled": lambda m: f"[{m[1]}](##{m[2]})",
    })


@kind("meaning")
def link_leads_elsewhere(workspace):
    """A link that leads to another section or exercise than its words name."""
    for guide in workspace.guides:
        ids = list(dict.fromkeys(match for text in guide.file.prose for _, match in re.findall(LINK, text.value)))
        for text in guide.file.prose:
            for match in re.finditer(LINK, text.value):
                for other in ids:
                    if other != match[2]:
                        yield of(text.becomes(instead(match, other, 2)))


@kind("language")
def emphasis_broken(workspace):
    """Bold type whose marks print, or that goes on too far."""
    yield from rewritten(workspace, BOLD, {
        "blank in front": lambda m: f"** {m[1]}**",
        "blank behind": lambda m: f"**{m[1]} **",
        "open": lambda m: f"**{m[1]}",
        "unlike": lambda m: f"**{m[1]}*",
        "mixed": lambda m: f"**{m[1]}__",
        "html": lambda m: f"<b>{m[1]}</b>",
        "apart": lambda m: f"* *{m[1]}* *",
        "bbcode": lambda m: f"[b]{m[1]}[/b]",
        "escaped": lambda m: f"\\*\\*{m[1]}\\*\\*",
        "glued": lambda m: f"**{m[1]}:**it",
    })


FOREIGN = {
    "footnote": " Ask first.[^1]", "task": " - [ ] Ask first.", "struck": " ~~Ask first.~~",
    "highlight": " ==Ask first.==",
    "emoji": " Ask first :warning:", "address": " See www.example.org.", "bare url": " See https://example.org/a.",
    "mail": " Write to me@example.org.", "break": " Ask first.<br>",
    "sub": " Drink H~2~O first.",
    "sup": " Take 5 m^2^ of room.", "comment": " <!-- ask first -->", "math": " It is $x^2$ long.",
    "attributes": " Ask first. {.note}",
    "span": " [Ask first]{.smallcaps}", "tex": " \\textbf{Ask first.}", "underline": " __Ask first._",
    "table": " | a | b |",
    "shortcode": " [caption]Ask first.", "variable": " Ask %NAME% first.", "jinja": " {% ask %}",
    "admonition": " !!! note Ask first.",
    "heading": " ### Ask first", "rule": " *** Ask first.", "escape": " Ask first\\n.", "tab": " Ask\\tfirst.",
    "picture": " ![](ask.png)",
}


@kind("language")
def foreign_markup(workspace):
    """Marks of other dialects and programs, which print as typed: footnotes, task lists, addresses, TeX, HTML."""
    for text in workspace.sentences():
        for way, mark in some(FOREIGN, text):
            body = text.value.rstrip()
            value = body + mark + text.value[len(body) :]
            yield of(text.becomes(value), [], way)
