"""References and dates that cannot be."""
from mutant import Mutant, kind
from workspace import Edit, child, end_of, pairs


def field_added(file, node, line):
    """The edit that gives a reference one field more."""
    end = end_of(node)
    return Edit(file, end, end, f"\n{' ' * node.start_mark.column}{line}")


IMPOSSIBLE = {
    "month": "issued: 2021-13", "day": "issued: 2021-02-30", "future": "issued: 2931", "far past": "issued: 1021",
    "two digits": 'issued: "21"',
    "day after access": "issued: 2024-05-01\naccessed: 2023-01-01", "accessed in future": "accessed: 2931-01-01",
    "words": "issued: last year",
    "pages backwards": 'page: 45-12', "no page": 'page: "0"', "page words": 'page: "p. 12-15"', "volume": "volume: -3",
    "issue": "issue: n/a",
    "DOI": "DOI: 11.1000/xyz", "DOI as address": "DOI: https://doi.org/10.1000/xyz", "DOI cut": "DOI: 10.1000/",
    "DOI blank": "DOI: 10.1000/a b",
    "ISBN": 'ISBN: 978-3-16-148410-1', "ISSN": 'ISSN: 2049-3631', "URL": "URL: htp://example.org",
    "URL blank": "URL: https://example org/a",
    "URL cut": "URL: https://", "type": "type: artical", "publisher": 'publisher: "??"', "PMID": "PMID: abc",
    "edition": 'edition: "-1"',
}


@kind("structure")
def reference_impossible(workspace):
    """A date, page, number or address of a reference that cannot be."""
    for guide in workspace.guides:
        listed = child(guide.references.root, "references") if guide.references else None
        for node in listed.value if listed is not None else ():
            for way, lines in IMPOSSIBLE.items():
                keys = [line.partition(":")[0] for line in lines.split("\n")]
                present = pairs(node)
                old = [present[key] for key in keys if key in present]
                if len(old) == len(keys) == 1:
                    yield Mutant([guide.references.put(old[0][1], lines.partition(": ")[2])], [], way)
                elif not old:
                    edits = [field_added(guide.references, node,
                                         lines.replace("\n", f"\n{' ' * node.start_mark.column}"))]
                    yield Mutant(edits, [(guide.references, node.start_mark.index, end_of(node))], way)


@kind("structure")
def date_impossible(workspace):
    """A guide reviewed on a day that is none, in the future or long ago, or a version that is none."""
    for guide in workspace.guides:
        for key, ways in (("reviewed",
                           {"day": "2026-02-30", "month": "2026-13-01", "future": "2036-01-01", "old": "2001-01-01",
                                        "turned": "22-11-2026", "slashes": "11/22/2026", "words": "yesterday"}),
                          ("version", {"two parts": '"1.0"', "word": "draft", "v": "v1.0.0"}),
                          ("review-every", {"no unit": "24", "zero": "0 months", "unit": "24 mths"}),
                          ("language", {"name": "English", "underscore": "en_US", "unknown": "xx-YY"})):
            node = child(guide.file.root, key)
            for way, value in ways.items() if node is not None else ():
                yield Mutant([guide.file.put(node, value)], [], f"{key} {way}")


@kind("structure")
def settings_hide(workspace):
    """Settings that switch off every rule for every file, or leave a routine untimed."""
    file = workspace.settings
    present = pairs(file.root)
    end = len(file.text)
    whole = [(file, 0, end)]
    everything = ", ".join(f'{group}: "off"' for group in ("SC", "RF", "ST", "HT", "QZ", "SF", "LG", "AX", "FG"))
    if "rules" not in present:
        yield Mutant([Edit(file, end, end, f"rules: {{{everything}}}\n")], whole, "rules")
    if "timing" in present:
        yield Mutant([file.line_without(present["timing"])], whole, "timing")
    if "paths" not in present:
        yield Mutant([Edit(file, end, end,
                           'paths:\n  - files: ["**"]\n    rules: {QZ: "off", SF: "off", HT: "off"}\n')], whole,
                           "paths")
