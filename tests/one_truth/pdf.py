"""A tagged PDF as a screen reader meets it: its structure tree, with the text of the marks that it points at."""

import re

import pikepdf

from readers import tidy


def unicode_map(font):
    """code → text, from the font's ToUnicode."""
    codes = {}
    if "/ToUnicode" not in font:
        return codes
    source = font.ToUnicode.read_bytes().decode("latin-1")

    def text(hexadecimal):
        return bytes.fromhex(hexadecimal).decode("utf-16-be", "replace")

    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.S):
        for code, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            codes[int(code, 16)] = text(to)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.S):
        for first, last, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = text(to)
            for code in range(int(first, 16), int(last, 16) + 1):
                codes[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return codes


class Marks:
    """The text of each mark of a page: mark id → text."""

    def __init__(self, page):
        self.texts = {}
        self.fonts = {}
        self.stack = []
        resources = page.get("/Resources", {})
        self.read(page, resources)

    def font(self, resources, name):
        font = resources.Font[name]
        key = font.objgen
        if key not in self.fonts:
            self.fonts[key] = (unicode_map(font), 2 if font.get("/Subtype") == "/Type0" else 1)
        return self.fonts[key]

    def add(self, text):
        if any(mark.get("artifact") for mark in self.stack):
            return
        for mark in reversed(self.stack):
            if "actual" in mark:
                return
        id = next((mark["id"] for mark in reversed(self.stack) if "id" in mark), None)
        if id is not None:
            self.texts[id] = self.texts.get(id, "") + text

    def begin(self, tag, properties, resources):
        mark = {"artifact": tag == "/Artifact"}
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[properties]
        if isinstance(properties, pikepdf.Dictionary):
            if "/MCID" in properties:
                mark["id"] = int(properties.MCID)
                self.texts.setdefault(mark["id"], "")
            if "/ActualText" in properties:
                self.stack.append(mark)
                self.add(str(properties.ActualText))
                self.stack.pop()
                mark["actual"] = True
        self.stack.append(mark)

    def read(self, stream, resources):
        font = None
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name in ("BDC", "BMC"):
                self.begin(str(operands[0]), operands[1] if len(operands) > 1 else None, resources)
            elif name == "EMC":
                self.stack.pop()
            elif name == "Tf":
                font = self.font(resources, str(operands[0]))
            elif name in ("Tj", "'", '"'):
                self.show(font, bytes(operands[-1]))
            elif name == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        self.show(font, bytes(part))

    def show(self, font, codes):
        letters, width = font
        self.add("".join(letters.get(int.from_bytes(codes[at:at + width], "big"), "\ufffd")
                         for at in range(0, len(codes), width)))


class Tree:
    def __init__(self, pdf):
        self.pages = {page.obj.objgen: page.obj for page in pdf.pages}
        self.marks = {}
        root = pdf.Root.StructTreeRoot
        self.roles = {str(name)[1:]: str(role)[1:] for name, role in root.get("/RoleMap", {}).items()}
        self.root = root

    def mark(self, page, id):
        if page.objgen not in self.marks:
            self.marks[page.objgen] = Marks(page).texts
        return self.marks[page.objgen].get(int(id), "")

    def role(self, element):
        role = str(element.S)[1:]
        return self.roles.get(role, role)

    @staticmethod
    def kids(element):
        kids = element.get("/K", [])
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def text(self, element, page=None):
        """All text below an element, in its order; a figure is what it shows."""
        page = element.get("/Pg", page)
        if element.get("/S") == "/Figure":
            return f" [{element.get('/Alt', '')}] "
        parts = []
        for kid in self.kids(element):
            if isinstance(kid, int):
                parts.append(self.mark(page, kid))
            elif isinstance(kid, pikepdf.Dictionary):
                if kid.get("/Type") == "/MCR":
                    parts.append(self.mark(kid.get("/Pg", page), kid.MCID))
                elif kid.get("/Type") != "/OBJR" and "/S" in kid:
                    inside = self.text(kid, page)
                    role = self.role(kid)
                    if role == "Link" and re.fullmatch(r"\d+|\?", inside):
                        inside = f"{MARK}{inside}{MARK}"
                    parts.append(f" {inside} " if role in ("P", "L", "LI", "Table", "TR", "Div", "Caption") else inside)
        return "".join(parts)

    def structure(self, element):
        return [kid for kid in self.kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    # ---- lines, as in readers.py ----

    def said(self, element):
        """A line's text; numbers that link to sources stand in brackets."""
        return tidy(re.sub(CITED, lambda match: f"[{re.sub(MARK, '', match[0])}]", self.text(element)).replace(MARK, ""))

    def lines(self, element=None):
        element = element or self.root
        loose = []

        def flush():
            text = tidy(re.sub(CITED, lambda match: f"[{re.sub(MARK, '', match[0])}]", "".join(loose)).replace(MARK, ""))
            loose.clear()
            return [text] if text else []

        page = element.get("/Pg")
        for kid in self.kids(element):
            if isinstance(kid, int):
                loose.append(self.mark(page, kid))
                continue
            if kid.get("/Type") == "/MCR":
                loose.append(self.mark(kid.get("/Pg", page), kid.MCID))
                continue
            if "/S" not in kid:
                continue
            role = self.role(kid)
            if role in ("Span", "Link", "Reference", "Strong", "Em", "Code", "Lbl"):
                loose.append(self.text(kid, page))
                continue
            yield from flush()
            if re.fullmatch("H[1-6]?|Title", role):
                yield "# " + self.said(kid)
            elif role == "L":
                yield from self.list(kid)
            elif role == "Table":
                yield from self.table(kid)
            elif role == "TOCI":
                yield "→ " + re.sub(r"\s*\u2060?\d+$", "", self.said(kid))
            elif role in ("P", "Caption", "Figure"):
                text = self.said(kid) if role != "Figure" else tidy(f"[{kid.get('/Alt', '')}]")
                if text:
                    yield text
            else:
                yield from self.lines(kid)
        yield from flush()

    def list(self, element):
        for item in self.structure(element):
            marker, body = "", []
            for part in self.structure(item):
                if self.role(part) == "Lbl":
                    marker = self.said(part)
                else:
                    body.append(part)
            nested = [line for part in body for kid in self.structure(part) if self.role(kid) == "L" for line in self.list(kid)]
            own = " ".join(self.said(part) for part in body) if not nested else " ".join(
                self.said(kid) for part in body for kid in self.structure(part) if self.role(kid) != "L")
            yield f"{marker} {own}".strip()
            yield from nested

    def table(self, element):
        for part in self.structure(element):
            if self.role(part) == "TR":
                cells = [self.said(cell) for cell in self.structure(part)]
                yield " | ".join(cells).rstrip(" |")
            else:
                yield from self.table(part)


# Around the number of a source.
MARK = "\ue000"
CITED = f"{MARK}[^{MARK}]*{MARK}(, {MARK}[^{MARK}]*{MARK})*"


def read_pdf(path):
    with pikepdf.open(path) as pdf:
        return list(Tree(pdf).lines())


if __name__ == "__main__":
    import sys
    from pathlib import Path
    print("\n".join(read_pdf(Path(sys.argv[1]))))
