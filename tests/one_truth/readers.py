"""Each format read as its own reader would: a list of lines in reading order.

A heading is `# text`, an item of a list has its number, letter or bullet before it, a name and its value are
`name: value`, cells of a table `a | b`, a picture `[what it shows]` with its caption after it. A citation is its
numbers in brackets.
"""

import html.parser
import io
import re
import unicodedata
import xml.etree.ElementTree as ET
import zipfile


def tidy(text):
    """Spaces of all kinds and line breaks are one blank; ligatures and soft hyphens go."""
    text = unicodedata.normalize("NFKC", text.replace("\u00ad", ""))
    return " ".join(text.split())


def letter(number):
    return (letter((number - 1) // 26) if number > 26 else "") + chr(ord("A") + (number - 1) % 26)


def join(marker, parts):
    """An item of several paragraphs is one line; what is nested in it stands on lines of its own."""
    own = [part for part in parts if not part[1]]
    return [marker + " / ".join(text for text, _ in own)] + [text for text, nested in parts if nested]


# ---- HTML, and the XHTML of an EPUB ----

class HtmlTree(html.parser.HTMLParser):
    """HTML's syntax as a tree: elements that never have an end have none."""

    VOID = {"br", "col", "hr", "img", "link", "meta", "input"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.top = ET.Element("root")
        self.path = [self.root]
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        element = ET.SubElement(self.path[-1], tag, {name: value or "" for name, value in attributes})
        if tag not in self.VOID:
            self.path.append(element)

    def handle_endtag(self, tag):
        if self.path[-1].tag != tag:
            raise ValueError(f"</{tag}> ends <{self.path[-1].tag}>")
        self.path.pop()

    def handle_data(self, data):
        parent = self.path[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def local(element):
    return element.tag.rpartition("}")[2]


BLOCKS = {"p", "div", "section", "aside", "ul", "ol", "dl", "figure", "figcaption", "details", "summary", "blockquote",
          "pre", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav", "hr", "article", "table"}


class HtmlReader:
    """What a browser shows, in order."""

    def __init__(self):
        self.lines = []

    def inline(self, element):
        name = local(element)
        if name == "img":
            return f"[{element.get('alt', '')}]"
        if name == "br":
            return " / "
        inside = (element.text or "") + "".join(self.inline(child) + (child.tail or "") for child in element)
        return inside

    def has_blocks(self, element):
        return any(local(child) in BLOCKS for child in element)

    def block(self, element):
        """Yields (line, whether it is nested in an item)."""
        name = local(element)
        if name in ("style", "script", "nav", "head"):
            return
        if name in ("ul", "ol"):
            kind, number = element.get("type", "1"), int(element.get("start", "1"))
            for item in element:
                marker = "• " if name == "ul" else f"{letter(number) if kind == 'A' else number}. "
                for line in join(marker, list(self.item(item))):
                    yield line, True
                number += 1
        elif name == "dl":
            term = ""
            for child in element:
                text = tidy(self.inline(child))
                if local(child) == "dt":
                    term = text
                else:
                    yield f"{term}: {text}", False
        elif re.fullmatch("h[1-6]", name):
            yield "# " + tidy(self.inline(element)), False
        elif self.has_blocks(element):
            loose = element.text or ""
            for child in element:
                if local(child) in BLOCKS:
                    if tidy(loose):
                        yield tidy(loose), False
                    loose = ""
                    yield from self.block(child)
                else:
                    loose += self.inline(child)
                loose += child.tail or ""
            if tidy(loose):
                yield tidy(loose), False
        else:
            text = tidy(self.inline(element))
            if text:
                yield text, False

    def item(self, element):
        for line, nested in self.block(element):
            yield line, nested

    def read(self, root):
        return [line for line, _ in self.block(root)]


def read_html(path):
    root = HtmlTree(path.read_text(encoding="utf-8")).root
    return HtmlReader().read(next(element for element in root.iter() if local(element) == "body"))


def read_epub(path):
    """The spine in its order, without the cover and the navigation; then what the package says."""
    with zipfile.ZipFile(path) as archive:
        container = ET.fromstring(archive.read("META-INF/container.xml"))
        package_path = next(element for element in container.iter() if local(element) == "rootfile").get("full-path")
        package = ET.fromstring(archive.read(package_path))
        base = package_path.rpartition("/")[0]
        items = {item.get("id"): item for item in package.iter() if local(item) == "item"}
        lines = []
        for reference in package.iter():
            if local(reference) != "itemref":
                continue
            item = items[reference.get("idref")]
            page = ET.fromstring(archive.read(f"{base}/{item.get('href')}" if base else item.get("href")))
            body = next(element for element in page.iter() if local(element) == "body")
            if "nav" in item.get("properties", "") or "cover" in item.get("href"):
                continue
            lines += HtmlReader().read(body)
    return lines


def epub_metadata(path):
    """(name, value) of each entry of the package's metadata, in order."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".opf"))
        package = ET.fromstring(archive.read(name))
    metadata = next(element for element in package.iter() if local(element) == "metadata")
    return [(entry.get("property") or local(entry), tidy(entry.text or "")) for entry in metadata]


# ---- DOCX ----

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class DocxNumbers:
    """The number that Word prints before a paragraph."""

    def __init__(self, numbering):
        levels = {}
        for abstract in numbering.iter(W + "abstractNum"):
            levels[abstract.get(W + "abstractNumId")] = {
                level.get(W + "ilvl"): (self.of(level, "numFmt"), self.of(level, "lvlText"), int(self.of(level, "start") or 1))
                for level in abstract.iter(W + "lvl")}
        self.levels, self.starts, self.counts = {}, {}, {}
        for number in numbering.iter(W + "num"):
            id = number.get(W + "numId")
            self.levels[id] = levels[number.find(W + "abstractNumId").get(W + "val")]
            for override in number.iter(W + "lvlOverride"):
                start = override.find(W + "startOverride")
                if start is not None:
                    self.starts[id, override.get(W + "ilvl")] = int(start.get(W + "val"))

    @staticmethod
    def of(level, name):
        found = level.find(W + name)
        return None if found is None else found.get(W + "val")

    def next(self, id, level):
        kind, text, start = self.levels[id][level]
        if kind == "bullet":
            return "• " if text.strip() else ""
        self.counts[id, level] = self.counts.get((id, level), self.starts.get((id, level), start) - 1) + 1
        number = self.counts[id, level]
        shown = {"decimal": str(number), "upperLetter": letter(number)}[kind]
        return text.replace(f"%{int(level) + 1}", shown).strip() + " "


def docx_text(paragraph):
    parts = []
    for element in paragraph.iter():
        if element.tag == W + "t":
            parts.append(element.text or "")
        elif element.tag == W + "br":
            parts.append(" / ")
        elif element.tag == W + "tab":
            parts.append(" ")
        elif local(element) == "docPr":
            parts.append(f"[{element.get('descr', '')}]")
    return tidy("".join(parts))


def read_docx(path):
    """Body paragraphs with their styles and numbers. Ends with the document's own title and author."""
    with zipfile.ZipFile(path) as archive:
        body = ET.fromstring(archive.read("word/document.xml")).find(W + "body")
        numbers = DocxNumbers(ET.fromstring(archive.read("word/numbering.xml")))
    lines, term, in_contents = [], None, False
    for paragraph in body.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        style = style.get(W + "val") if style is not None else ""
        text = docx_text(paragraph)
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is not None:
            id, level = (number.find(W + name).get(W + "val") for name in ("numId", "ilvl"))
            marker = numbers.next(id, level)
            if marker:
                lines.append(marker + text)
            else:
                # A second paragraph of an item has no number of its own.
                lines[-1] += " / " + text
        elif re.fullmatch(r"Heading\d", style):
            lines.append("# " + text)
        elif style == "DefinitionTerm":
            term = text
        elif style == "Definition":
            lines.append(f"{term}: {text}")
        elif text:
            lines.append({"Title": "title: ", "Subtitle": "subtitle: ", "Author": "author: ", "Date": "date: "}.get(style, "") + text)
    return lines


# ---- ODT ----

class OdtReader:
    def __init__(self, archive):
        content = ET.fromstring(archive.read("content.xml"))
        styles = ET.fromstring(archive.read("styles.xml"))
        self.lists, self.parents = {}, {}
        for tree in (styles, content):
            for style in tree.iter():
                if local(style) == "list-style":
                    self.lists[self.of(style, "name")] = {
                        self.of(level, "level"): level for level in style}
                if local(style) == "style":
                    self.parents[self.of(style, "name")] = self.of(style, "parent-style-name")
        self.body = next(element for element in content.iter() if local(element) == "text" and "office" in element.tag)

    @staticmethod
    def of(element, name):
        return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)

    def style(self, element):
        name = self.of(element, "style-name") or ""
        return self.parents.get(name) or name if re.fullmatch(r"P\d+", name) else name

    def text(self, element):
        parts = [element.text or ""]
        for child in element:
            name = local(child)
            if name == "line-break":
                parts.append(" / ")
            elif name in ("s", "tab"):
                parts.append(" ")
            elif name == "frame":
                described = next((part.text for part in child if local(part) == "desc"), "")
                parts.append(f"[{described}]")
            elif name not in ("sequence-decls", "bookmark"):
                parts.append(self.text(child))
            parts.append(child.tail or "")
        return "".join(parts)

    def blocks(self, parent, level=0, list_style=None):
        term = None
        for element in parent:
            name = local(element)
            if name == "h":
                yield "# " + tidy(self.text(element)), False
            elif name == "p":
                style, text = self.style(element).replace("_20_", " "), tidy(self.text(element))
                if style.startswith("Definition Term"):
                    term = text
                elif style.startswith("Definition Definition"):
                    yield f"{term}: {text}", False
                elif text:
                    label = {"Title": "title: ", "Subtitle": "subtitle: ", "Author": "author: ", "Date": "date: "}
                    yield label.get(style, "") + text, False
            elif name == "list":
                own = self.of(element, "style-name") or list_style
                form = self.lists.get(own, {}).get(str(level + 1))
                number = int(self.of(form, "start-value") or 1) if form is not None else 1
                for item in element:
                    if form is None or local(form) == "list-level-style-bullet":
                        marker = "• "
                    else:
                        kind = self.of(form, "num-format")
                        marker = f"{letter(number) if kind == 'A' else number}{self.of(form, 'num-suffix')} "
                    number += 1
                    for line in join(marker, list(self.blocks(item, level + 1, own))):
                        yield line, True
            elif name in ("section", "div", "list-item"):
                yield from self.blocks(element, level, list_style)


def read_odt(path):
    with zipfile.ZipFile(path) as archive:
        reader = OdtReader(archive)
    return [line for line, _ in reader.blocks(reader.body)]


# ---- Markdown ----

def markdown_inline(text):
    text = re.sub(r"(?<!\\)!\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r"\[\1\]", text)
    text = re.sub(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<(https?:[^>]*)>", r"\1", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", text, flags=re.S)
    text = re.sub(r"(?<![\w*\\])\*(?=\S)(.+?)(?<!\\)\*", r"\1", text, flags=re.S)
    text = re.sub(r"(?<!`)`([^`]+)`(?!`)", r"\1", text)
    text = re.sub(r"<br ?/?>|\\$", " /", text, flags=re.M)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return tidy(html.unescape(text))


def read_markdown(path):
    lines, paragraph, marker, fenced = [], [], "", False
    depth = 0

    def flush(continued=False):
        nonlocal paragraph, marker
        text = markdown_inline("\n".join(paragraph))
        if text:
            if continued and lines:
                lines[-1] += " / " + text
            else:
                # A letter is written out after the bullet.
                lines.append(text if marker == "• " and re.match(r"[A-Z]+\. ", text) else marker + text)
        paragraph, marker = [], ""

    continued = False
    for raw in path.read_text(encoding="utf-8").splitlines() + [""]:
        line = raw.strip()
        if line.startswith("```"):
            flush()
            fenced = not fenced
        elif fenced:
            paragraph.append(line)
        elif not line or line == "<!-- -->":
            flush(continued)
            continued = False
        elif heading := re.match(r"(#+) (.*)", line):
            flush(continued)
            lines.append("# " + markdown_inline(heading[2]))
            depth = 0
        elif re.fullmatch(r"-{3,}", line):
            flush(continued)
        elif item := re.match(r"(\s*)([-*]|\d+\.)\s+(.*)", raw):
            flush(continued)
            continued = False
            depth = len(item[1]) + len(item[2]) + 1
            marker = "• " if item[2] in "-*" else item[2] + " "
            paragraph = [item[3]]
        elif quoted := re.match(r">\s?(.*)", line):
            paragraph.append(quoted[1])
        else:
            if not paragraph:
                continued = raw.startswith("  ") and depth > 0
                if not continued:
                    depth = 0
            paragraph.append(line)
    return lines
