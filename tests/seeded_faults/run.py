#!/usr/bin/env python3
"""Puts one slip of an editor at a time into the flagship guide and asks for its finding at its line:
run.py GUIDEC SOURCES [--table] [--only RULE]

A `[[fault]]` of faults.toml is one slip:
    rule      the rule that must find it
    file      the file that is changed, as a path within SOURCES
    old, new  the change; `old` stands in the file exactly once
    encoding  in which `new` is written, utf-8 when left out
    moved-to, copied-to  the file gets this path, or a copy does, and the change is made there
    at        text on the one line where the finding must begin; when left out, the first line that
              the change touches
    found-in  the file of that line, when it is another
    also      rules of the other findings that this slip makes, each for a reason that a reader would accept

Other findings than these fail as well: they would bury the one that tells an editor what to fix.
"""
import argparse
import collections
import os
import pathlib
import shutil
import sys
import tempfile
import tomllib

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import many_copies  # noqa: E402

KEYS = {"rule", "file", "old", "new", "encoding", "moved-to", "copied-to", "at", "found-in", "also"}
GROUPS = ["YM", "SC", "RF", "ST", "HT", "QZ", "SF", "LG", "AX", "FG", "CF"]


class TableError(Exception):
    pass


def changed_bytes(fault, original):
    """The file's bytes behind the change, and where in them it begins."""
    if "old" not in fault:
        return original, 0
    old = fault["old"].encode()
    new = fault["new"].encode(fault.get("encoding", "utf-8"))
    if original.count(old) != 1:
        raise TableError(f"{fault['old']!r} stands {original.count(old)} times in {fault['file']}")
    if old == new:
        raise TableError(f"{fault['old']!r} is replaced by itself")
    same = len(os.path.commonprefix([old, new]))
    return original.replace(old, new), original.index(old) + same


def line_of(text, needle, path):
    lines = [number for number, line in enumerate(text.split(b"\n"), 1) if needle.encode() in line]
    if len(lines) != 1:
        raise TableError(f"{needle!r} stands on {len(lines)} lines of {path}")
    return lines[0]


def apply(fault, folder):
    """Makes the change in a copy of the sources; gives path and line where the finding must begin."""
    if unknown := fault.keys() - KEYS:
        raise TableError(f"unknown keys: {', '.join(sorted(unknown))}")
    path = fault.get("copied-to") or fault.get("moved-to") or fault["file"]
    if "old" not in fault and path == fault["file"]:
        raise TableError(f"nothing is changed in {path}")
    text, begin = changed_bytes(fault, (folder / fault["file"]).read_bytes())
    if "moved-to" in fault:
        (folder / fault["file"]).unlink()
    many_copies.replace(folder / path, text)
    found_in = fault.get("found-in", path)
    if "at" in fault:
        return found_in, line_of((folder / found_in).read_bytes(), fault["at"], found_in)
    return found_in, text.count(b"\n", 0, begin) + 1


def within(folder, finding):
    return os.path.relpath(finding["path"], folder.name)


def shown(finding, folder):
    return f"{within(folder, finding)}:{finding['line']} {finding['rule']}: {finding['message']}"


def judge(fault, folder, path, line, found):
    """(failure or None, the finding or None, path and line)"""
    hits = [one for one in found
            if (one["rule"], within(folder, one), one["line"]) == (fault["rule"], path, line)]
    others = [one for one in found if one not in hits[:1]]
    rest = [one for one in others if one["rule"] not in fault.get("also", [])]
    unmet = set(fault.get("also", [])) - {one["rule"] for one in others}
    slip = f"{fault['rule']} at {path}:{line}, {change(fault)}"
    list_of = "".join(f"\n    {shown(one, folder)}" for one in found) or "\n    nothing"
    if not hits:
        return f"missed: {slip}\n  found instead:{list_of}", None, None
    if rest:
        return f"dragged along: {slip}\n  found:{list_of}", hits[0], f"{path}:{line}"
    if unmet:
        return f"{slip}: `also` names {', '.join(sorted(unmet))}, not found", hits[0], f"{path}:{line}"
    return None, hits[0], f"{path}:{line}"


def clipped(text, most=70):
    text = text.strip("\n").replace("\n", " ⏎ ").replace("\r", "␍").replace("\t", "␉")
    text = text.replace("\ufeff", "U+FEFF ")
    return text if len(text) <= most else text[: most - 1] + "…"


def change(fault):
    """What the slip does, in a few words."""
    parts = []
    for key, words in (("moved-to", "moved to"), ("copied-to", "copied to")):
        if key in fault:
            parts.append(f"`{fault['file']}` {words} `{fault[key]}`")
    if "old" in fault and clipped(fault["new"]).strip():
        parts.append(f"`{clipped(fault['old'])}` → `{clipped(fault['new'])}`")
    elif "old" in fault:
        parts.append(f"`{clipped(fault['old'])}` left out")
    if "encoding" in fault:
        parts.append(f"in {fault['encoding']}")
    return ", ".join(parts)


def cell(text):
    return text.replace("|", "\\|")


def run_all(guidec, sources, faults):
    """The outcome of each fault, in the table's order. Each has a copy of the sources, whose other files are links."""
    with tempfile.TemporaryDirectory() as home:
        whole = pathlib.Path(home, "whole")
        shutil.copytree(sources, whole)
        folders, places = [whole], []
        for number, fault in enumerate(faults):
            folders.append(many_copies.copy_of(whole, number))
            try:
                places.append(apply(fault, folders[-1]))
            except TableError as error:
                places.append(error)
        # guidec.yaml's own faults are errors of use: reported, and status 2.
        untouched, *found = many_copies.lint(guidec, folders, statuses=(0, 1, 2))
        if untouched:
            sys.exit("the sources are not clean:\n" + "\n".join(shown(one, whole) for one in untouched))
        return [(f"faults.toml, {fault['rule']}: {place}", None, None) if isinstance(place, TableError)
                else judge(fault, folder, *place, found_there)
                for fault, folder, place, found_there in zip(faults, folders[1:], places, found)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guidec", type=os.path.abspath)
    parser.add_argument("sources", type=pathlib.Path)
    parser.add_argument("--table", action="store_true", help="print the Markdown table of all faults")
    parser.add_argument("--only", metavar="RULE", help="try the faults of this rule alone")
    options = parser.parse_args()

    with open(pathlib.Path(__file__).with_name("faults.toml"), "rb") as file:
        faults = tomllib.load(file)["fault"]
    if options.only:
        faults = [fault for fault in faults if fault["rule"] == options.only]
    if not faults:
        sys.exit("faults.toml has no fault to try")
    outcomes = run_all(options.guidec, options.sources, faults)

    if options.table:
        print("| rule | place | the slip | the finding |\n| --- | --- | --- | --- |")
        for fault, (_, hit, place) in zip(faults, outcomes):
            if hit:
                cells = [f"{hit['code']} {fault['rule']}", place, change(fault), hit["message"]]
                print("| " + " | ".join(map(cell, cells)) + " |")
        print()
    failures = [failure for failure, _, _ in outcomes if failure]
    print(*failures, sep="\n")
    tried = collections.Counter(hit["code"][:2] for _, hit, _ in outcomes if hit)
    rules = len({fault["rule"] for fault in faults})
    print(f"{len(faults)} faults of {rules} rules, {len(failures)} failures; found by group: "
          + ", ".join(f"{group} {tried[group]}" for group in GROUPS))
    if not options.only and (silent := [group for group in GROUPS if not tried[group]]):
        sys.exit(f"no fault of {', '.join(silent)} was found")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
