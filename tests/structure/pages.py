#!/usr/bin/env python3
"""Checks the project's pages: pages.py [--write] PROJECT

README.md has at most 700 words; every relative link and anchor in a README.md, CONTRIBUTING.md, SECURITY.md or
CHANGELOG.md leads to something; schema/README.md lists the keys of the schemas. With --write, that list is written.
"""
import json
import pathlib
import re
import sys

MOST_WORDS = 700
NAMES = {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"}
BUILT = {"build", "node_modules", ".git"}
SOURCES = ("workspace", "guide", "exercise", "quiz", "references", "glossary")
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->\n"


def prose_of(text):
    """The page without its code, where a link is none."""
    return re.sub(r"`[^`\n]*`", "`code`", re.sub(r"^ *```.*?^ *```$", "", text, flags=re.M | re.S))


def anchors_of(text):
    """What GitHub calls the headings."""
    found = set()
    for heading in re.findall(r"^#+ +(.*)$", re.sub(r"^ *```.*?^ *```$", "", text, flags=re.M | re.S), re.M):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        number, name = 0, slug
        while name in found:
            number += 1
            name = f"{slug}-{number}"
        found.add(name)
    return found


def link_faults(project, page):
    for link in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", prose_of(page.read_text())):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        where = f"{page.relative_to(project)}: `{link}`"
        if not target.exists():
            yield f"{where} leads to nothing"
        elif anchor and (target.is_dir() or anchor not in anchors_of(target.read_text())):
            yield f"{where}: there is no heading of that name"


def followed(schema, node):
    while "$ref" in node:
        at = schema
        for name in node["$ref"].lstrip("#/").split("/"):
            at = at[name]
        node = {**at, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def rows(schema, node):
    for key, value in node.get("properties", {}).items():
        words = " ".join(followed(schema, value).get("description", "").split()).replace("|", "\\|")
        # A link in an example is not one of this page's.
        words = words.replace("](", "\\](")
        first = re.match(r".*?[.:](?= [A-Z]|$)|.*", words)[0]
        default = re.search(r"(?<=\. )[^.]*(\.[0-9]+)? when left out\.", words[len(first) - 1:])
        if default and default[0] not in first:
            first = f"{first} {default[0]}"
        mark = "*" if key in node.get("required", []) else ""
        yield f"| `{key}`{mark} | {first} |"
        if "properties" in value:
            yield from (row.replace("| `", f"| `{key}.", 1) for row in rows(schema, value))


def keys_of(folder):
    lines = []
    for name in SOURCES:
        schema = json.loads((folder / f"{name}.schema.json").read_text())
        parts = [(f"{name}.yaml", schema)]
        # The proofs have a table of their own.
        parts += [(title, part) for title, part in schema.get("definitions", {}).items()
                  if "properties" in part and not title.endswith("-proof")]
        for title, part in parts:
            level = "###" if part is schema else "####"
            title = "guidec.yaml" if title == "workspace.yaml" else title
            lines += ["", f"{level} {title.replace('-', ' ')}", "", "| key | |", "| --- | --- |", *rows(schema, part)]
    return "\n".join(lines[1:]) + "\n"


def main():
    arguments = [word for word in sys.argv[1:] if word != "--write"]
    if len(arguments) != 1:
        sys.exit("usage: pages.py [--write] PROJECT")
    project = pathlib.Path(arguments[0]).resolve()
    page = project / "schema/README.md"
    if not page.exists() or not (project / "README.md").exists():
        sys.exit(f"{project} has no pages")
    before, _, rest = page.read_text().partition(BEGIN)
    listed, end, after = rest.partition(END)
    keys = keys_of(page.parent)
    if "--write" in sys.argv:
        page.write_text(before + BEGIN + keys + END + after)
        return 0
    faults = []
    if not end or listed != keys:
        faults.append(f"schema/README.md lists other keys than the schemas; run `{sys.argv[0]} --write {arguments[0]}`")
    words = len((project / "README.md").read_text().split())
    if words > MOST_WORDS:
        faults.append(f"README.md has {words} words, more than {MOST_WORDS}; move some to a folder's page")
    pages = [one for one in sorted(project.rglob("*.md"))
             if one.name in NAMES and not BUILT & set(one.relative_to(project).parts)]
    for one in pages:
        faults += link_faults(project, one)
    print(*faults, f"{len(pages)} pages, {words} words in README.md", sep="\n")
    return 1 if faults else 0


sys.exit(main())
