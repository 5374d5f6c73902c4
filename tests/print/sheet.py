#!/usr/bin/python3
"""Says in lines of text what a PDF looks like: sheet.py FILE...

First its metadata and bookmarks; then, a page at a time, each run of text, shape, picture and link, with its place in
points from the top left, its size, face, colour and tag. Runs of one line and mark that look the same are one,
as are shapes painted alike that follow one another, and the shapes of a figure."""
import pathlib
import re
import sys

import pikepdf

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "one_truth"))
sys.dont_write_bytecode = True

from pdf import unicode_map  # noqa: E402

PAINTS = {"f": "fill", "f*": "fill", "F": "fill", "S": "stroke", "s": "stroke", "B": "fill stroke",
          "B*": "fill stroke", "b": "fill stroke", "n": ""}


def times(one, other):
    """The matrix that does first `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(matrix, x, y):
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def short(number):
    return f"{round(number, 1) + 0:g}"


def colour(parts):
    parts = [float(part) for part in parts]
    if len(parts) == 1:
        parts *= 3
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def names_of(destination, pages):
    """Where a link inside the file leads to: page and height."""
    page, *rest = list(destination)
    height = float(pages[page.objgen][1].MediaBox[3])
    return f"page {pages[page.objgen][0]} at {short(height - float(rest[2]))}"


class Tags:
    """The tag of each mark: its element's role with that of the element around it."""

    def __init__(self, pdf):
        self.of_marks, self.alternatives = {}, {}
        self.walk(pdf.Root.StructTreeRoot, [], None)

    def walk(self, element, roles, page):
        page = element.get("/Pg", page)
        if "/S" in element:
            roles = [*roles, str(element.S)[1:]]
        kids = element.get("/K", [])
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self.mark(page, kid, roles, element)
            elif kid.get("/Type") == "/MCR":
                self.mark(kid.get("/Pg", page), kid.MCID, roles, element)
            elif kid.get("/Type") != "/OBJR":
                self.walk(kid, roles, page)

    def mark(self, page, id, roles, element):
        attributes = element.get("/A", pikepdf.Array())
        attributes = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
        spans = [f"{name[1:]}={value}" for part in attributes for name, value in part.items()
                 if name in ("/Scope", "/RowSpan", "/ColSpan", "/ListNumbering")]
        alternative = [f"“{element['/Alt']}”"] if "/Alt" in element else []
        self.of_marks[page.objgen, int(id)] = " ".join([">".join(roles[-2:]), *spans, *alternative])


class Page:
    def __init__(self, page, tags):
        self.page, self.tags = page, tags
        self.height = float(page.MediaBox[3])
        self.found, self.marks, self.fonts = [], [], {}
        self.read(page, page.Resources, (1, 0, 0, 1, 0, 0))

    def tag(self):
        """The tag that holds here, and the number of its mark."""
        return next((mark for mark in reversed(self.marks) if mark is not None), ("?", None))

    def add(self, look, what):
        """`what` is text with its place or the corners of shapes; it joins what came before and looks the same."""
        look = (*look, self.tag())
        if self.found and self.found[-1][0] == look:
            self.found[-1][1].append(what)
        else:
            self.found.append((look, [what]))

    def lines(self):
        for (kind, paint, *_, (tag, _)), parts in self.found:
            if kind == "text":
                yield f"{parts[0][0]} {paint} | {tag} | {''.join(words for _, words in parts)}"
                continue
            xs, ys = zip(*(point for part in parts for point in part))
            count = len(parts[0]) if len(parts) == 1 else f"{len(parts)} shapes"
            yield f"{short(min(xs))} {short(self.height - max(ys))} " \
                f"{short(max(xs) - min(xs))}x{short(max(ys) - min(ys))} {paint} {count} | {tag}"

    def font(self, resources, name):
        font = resources.Font[name]
        face = str(font.BaseFont)[1:].split("+")[-1].removesuffix("-Identity-H")
        return self.fonts.setdefault((id(resources), name), (unicode_map(font), face,
                                                            2 if font.Subtype == "/Type0" else 1))

    def begin(self, operands, resources):
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[properties]
        if operands[0] == "/Artifact":
            self.marks.append(("artifact", None))
        elif isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
            id = int(properties.MCID)
            self.marks.append((self.tags.of_marks.get((self.page.objgen, id), "untagged"), id))
        else:
            self.marks.append(None)

    def read(self, stream, resources, matrix):
        state = {"matrix": matrix, "fill": "#000000", "stroke": "#000000", "width": 1, "dash": ""}
        stack, path, clips = [], [], False
        font, size, text = None, 0, (1, 0, 0, 1, 0, 0)
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name == "q":
                stack.append(dict(state))
            elif name == "Q":
                state = stack.pop()
            elif name == "cm":
                state["matrix"] = times([float(part) for part in operands], state["matrix"])
            elif name in ("sc", "scn", "g", "rg"):
                state["fill"] = colour(operands)
            elif name in ("SC", "SCN", "G", "RG"):
                state["stroke"] = colour(operands)
            elif name == "w":
                state["width"] = float(operands[0])
            elif name == "d":
                state["dash"] = " dashed" if len(operands[0]) else ""
            elif name in ("m", "l", "c", "v", "y"):
                numbers = [float(part) for part in operands]
                path += [moved(state["matrix"], *pair) for pair in zip(numbers[::2], numbers[1::2])]
            elif name == "re":
                x, y, width, height = map(float, operands)
                path += [moved(state["matrix"], *pair) for pair in ((x, y), (x + width, y + height))]
            elif name in ("W", "W*"):
                clips = True
            elif name in PAINTS:
                self.paint(PAINTS[name], clips, path, state)
                path, clips = [], False
            elif name in ("BDC", "BMC"):
                self.begin(operands, resources)
            elif name == "EMC":
                self.marks.pop()
            elif name == "BT":
                text = (1, 0, 0, 1, 0, 0)
            elif name == "Tf":
                font, size = self.font(resources, str(operands[0])), float(operands[1])
            elif name == "Tm":
                text = tuple(map(float, operands))
            elif name == "Td":
                text = times((1, 0, 0, 1, *map(float, operands)), text)
            elif name in ("Tj", "TJ"):
                self.show(operands[0] if name == "TJ" else operands, font, size, times(text, state["matrix"]), state)
            elif name == "Do":
                self.draw(resources.XObject[operands[0]], state["matrix"])

    def paint(self, kind, clips, path, state):
        if not path or not (kind or clips):
            return
        parts = [f"fill {state['fill']}"] if "fill" in kind else []
        if "stroke" in kind:
            scale = abs(state["matrix"][0]) or abs(state["matrix"][1])
            parts.append(f"stroke {state['stroke']} {scale * state['width']:.2f}{state['dash']}")
        paint = "drawn" if "Figure" in self.tag()[0] else " ".join(parts) or "clip"
        self.add(("shape", paint), path)

    def show(self, parts, font, size, matrix, state):
        letters, face, width = font
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        words = "".join(letters.get(int.from_bytes(codes[at:at + width], "big"), "\ufffd")
                        for at in range(0, len(codes), width))
        x, y = moved(matrix, 0, 0)
        scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        height = short(self.height - y)
        self.add(("text", f"{short(size * scale)} {face} {state['fill']}", height), (f"{short(x)} {height}", words))

    def draw(self, object, matrix):
        if object.Subtype == "/Image":
            box = (0, 0, 1, 1)
        else:
            box = tuple(map(float, object.BBox))
            matrix = times(tuple(map(float, object.get("/Matrix", (1, 0, 0, 1, 0, 0)))), matrix)
        corners = [moved(matrix, x, y) for x in box[::2] for y in box[1::2]]
        self.add(("shape", "picture"), corners)


def bookmarks(item, depth, pages):
    while item is not None:
        destination = item.Dest if "/Dest" in item else item.A.D
        yield f"bookmark {'  ' * depth}{item.Title} → {names_of(destination, pages)}"
        yield from bookmarks(item.get("/First"), depth + 1, pages)
        item = item.get("/Next")


def links(page, pages, named):
    height = float(page.MediaBox[3])
    for one in page.get("/Annots", []):
        left, bottom, right, top = map(float, one.Rect)
        action = one.get("/A", {})
        destination = action.get("/D", one.get("/Dest"))
        if isinstance(destination, (pikepdf.String, pikepdf.Name)):
            destination = named[str(destination)]
        to = str(action.URI) if "/URI" in action else names_of(destination, pages)
        yield f"{short(left)} {short(height - top)} {short(right - left)}x{short(top - bottom)} link → {to}"


def sheet(file):
    with pikepdf.open(file) as pdf:
        pages = {page.obj.objgen: (number, page.obj) for number, page in enumerate(pdf.pages, start=1)}
        named = {}
        if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
            named = {name: value.D if isinstance(value, pikepdf.Dictionary) else value
                     for name, value in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
        for name, value in sorted(pdf.docinfo.items()):
            if name not in ("/CreationDate", "/ModDate", "/Creator", "/Producer"):
                yield f"{name[1:].lower()} {value}"
        yield f"language {pdf.Root.Lang}"
        yield from bookmarks(pdf.Root.get("/Outlines", {}).get("/First"), 0, pages)
        tags = Tags(pdf)
        for number, page in pages.values():
            yield f"page {number} of {short(float(page.MediaBox[2]))}x{short(float(page.MediaBox[3]))}"
            yield from Page(page, tags).lines()
            yield from links(page, pages, named)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: sheet.py FILE...")
    for path in sys.argv[1:]:
        print(f"== {path}")
        print("\n".join(sheet(path)))
