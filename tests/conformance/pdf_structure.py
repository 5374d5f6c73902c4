#!/usr/bin/python3
"""Judges the structure of PDFs: what a screen reader and a print shop rely on.

Each file must be tagged, name its language and title, hold as many figures as asked for, each
with alternative text, skip no heading level, and embed every font. How many figures a file of a guide
holds follows from the guide's bundle.
"""

import argparse
import json
import pathlib
import re
import sys

import pikepdf


def dictionaries(value):
    """Yields every dictionary inside an object, short of other indirect objects."""
    if isinstance(value, pikepdf.Array):
        children = list(value)
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        yield value
        children = [child for _, child in value.items()]
    else:
        return
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from dictionaries(child)


def structure_elements(element, role_map):
    """Yields (role, element) in reading order."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from structure_elements(child, role_map)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            role = str(element.S)
            while role in role_map:
                role = str(role_map[role])
            yield role, element
        if "/K" in element:
            yield from structure_elements(element.K, role_map)


def font_faults(pdf):
    for value in pdf.objects:
        for font in dictionaries(value):
            # A composite font's file belongs to its descendant; a Type 3 font is its own drawing.
            if font.get("/Type") != "/Font" or font.get("/Subtype") in ("/Type0", "/Type3"):
                continue
            descriptor = font.get("/FontDescriptor", {})
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"font {font.get('/BaseFont')} is not embedded"


def heading_faults(elements):
    previous = 0
    for role, _ in elements:
        heading = re.fullmatch(r"/H([1-6])", role)
        if heading:
            level = int(heading[1])
            if level > previous + 1:
                yield f"a heading of level {level} follows one of level {previous}"
            previous = level


def figure_faults(elements, expected):
    figures = [element for role, element in elements if role == "/Figure"]
    if len(figures) != expected:
        yield f"{len(figures)} figures, {expected} expected"
    without = sum(not str(figure.get("/Alt", "")).strip() for figure in figures)
    if without:
        yield f"{without} figures without alternative text"


def title_faults(pdf):
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if not metadata.get("dc:title"):
            yield "no title"
    if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "a viewer shows the file's name instead of the title"


def faults(pdf, figures, bookmarks):
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None or not pdf.Root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not tagged"
        elements = []
    else:
        elements = list(structure_elements(tree.get("/K"), tree.get("/RoleMap", {})))
        if not any(role != "/Document" for role, _ in elements):
            yield "nothing is tagged"
    if not str(pdf.Root.get("/Lang", "")).strip():
        yield "no language"
    yield from title_faults(pdf)
    if bookmarks and "/First" not in pdf.Root.get("/Outlines", {}):
        yield "no bookmarks"
    yield from figure_faults(elements, figures)
    yield from heading_faults(elements)
    yield from font_faults(pdf)


def local_images(value):
    """The number of pictures in prose: images that are not on the web."""
    if isinstance(value, list):
        return sum(map(local_images, value))
    if not isinstance(value, dict):
        return 0
    is_local = value.get("type") == "image" and not re.match(r"[a-z][a-z0-9+.-]*:", value["url"], re.I)
    return is_local + sum(map(local_images, value.values()))


def figures_of(file, bundle):
    """The pictures that the source has for this file of the guide."""
    pictures = {exercise["id"]: len(exercise["pictures"]) for exercise in bundle["exercises"]}
    if file.stem.startswith(("quiz", "answer-key")):
        return local_images(bundle["quiz"])
    if file.parent.name != "handouts":
        blocks = bundle["guide"]["introduction"] + [
            block for section in bundle["guide"]["sections"] for block in section["blocks"]]
        shown = [one for block in blocks if block["type"] == "exercises" for one in block["ids"]]
        shown += [one for one in dict.fromkeys(bundle.get("routine", {}).get("exercises", [])) if one not in shown]
        return sum(pictures[one] for one in shown) + local_images(bundle["guide"])
    if file.stem == "session":
        return sum(min(pictures[one], 1) for one in bundle["routine"]["exercises"])
    return pictures[file.stem]


def files_of(guide):
    """The PDFs below a guide's folder, each with its number of figures."""
    files = []
    for edition in (guide, guide / "instructor"):
        bundle = json.loads((edition / f"{guide.name}.json").read_text())
        of_edition = [*edition.glob("*.pdf"), *edition.glob("handouts/*.pdf")]
        files += [(file, figures_of(file, bundle)) for file in of_edition]
        handouts = {file.stem for file in of_edition if file.parent.name == "handouts"}
        missing = [one["id"] for one in bundle["exercises"] if one["id"] not in handouts]
        if edition == guide and (missing or not of_edition):
            sys.exit(f"{guide}: no PDF of {', '.join(missing) or 'the guide'}")
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=int, default=0, help="figures in each file (0), beside a guide's pictures")
    parser.add_argument("--guide", action="append", default=[], type=pathlib.Path,
                        help="the folder of a built guide, all of whose PDFs are judged by its bundle")
    parser.add_argument("--bookmarks", action="store_true", help="ask for bookmarks")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    files = [(file, 0) for file in arguments.files]
    for guide in arguments.guide:
        files += files_of(guide)
    if not files:
        parser.error("nothing to judge")
    sound = True
    for file, figures in files:
        with pikepdf.open(file) as pdf:
            for fault in faults(pdf, arguments.figures + figures, arguments.bookmarks):
                print(f"{file}: {fault}")
                sound = False
    return 0 if sound else 1


sys.exit(main())
