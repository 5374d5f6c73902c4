#!/usr/bin/env python3
"""Holds the bundle's schema against the one last released: does its version rise as the rule in it says?

    bundle_compatibility.py RELEASED SCHEMA BUNDLE

RELEASED is named bundle-<version>.schema.json; BUNDLE is one of today, which bears the version. Every
difference in what a reader may meet is patch, minor or major; the version must rise by the greatest, or
the difference is told. Careful: what is not known to be harmless is major.
"""

import json
import re
import sys

LEVELS = ["patch", "minor", "major"]
# The rule lets a reader pass over a `type` or `kind` that it does not know.
OPEN = ("type", "kind")
WORDS = ("description", "examples", "title", "$id", "$schema", "$comment", "default")
STRUCTURE = ("properties", "required", "items", "$ref", "allOf", "enum", "definitions")


class Comparison:
    def __init__(self, old, new):
        self.roots = old, new
        self.seen = set()
        self.changes = []
        self.compare("", old, new)

    def tell(self, level, place, what):
        self.changes.append((LEVELS.index(level), f"{level}: {place or '/'}: {what}"))

    def resolved(self, schema, root):
        """The schema with what it refers to, alone or in an allOf of one, in its place."""
        while True:
            branches = schema.get("allOf", [])
            reference = schema.get("$ref") or (len(branches) == 1 and branches[0].get("$ref"))
            if not reference:
                return schema
            name = reference.rsplit("/", 1)[1]
            rest = {key: value for key, value in schema.items() if key not in ("$ref", "allOf", *WORDS)}
            schema = {**root["definitions"][name], **rest}

    def compare(self, place, old, new):
        old, new = (self.resolved(schema, root) for schema, root in zip((old, new), self.roots))
        pair = json.dumps([old, new])
        if pair in self.seen:
            return
        self.seen.add(pair)
        for key in sorted((old.keys() | new.keys()) - {*WORDS, *STRUCTURE}):
            if old.get(key) != new.get(key):
                self.tell("major", place, f"`{key}` was {old.get(key)} and is {new.get(key)}")
        self.compare_enum(place, old.get("enum"), new.get("enum"))
        self.compare_branches(place, old.get("allOf", []), new.get("allOf", []))
        self.compare_properties(place, old, new)
        if "items" in old and "items" in new:
            self.compare(place + "[]", old["items"], new["items"])
        elif "items" in old or "items" in new:
            self.tell("major", place, "`items` came or went")

    def compare_enum(self, place, old, new):
        if old is None or new is None:
            if old is not new:
                self.tell("major", place, "`enum` came or went")
            return
        for value in old:
            if value not in new:
                self.tell("major", place, f"the value `{value}` went")
        level = "minor" if place.rsplit("/", 1)[-1] in OPEN else "major"
        for value in new:
            if value not in old:
                self.tell(level, place, f"the value `{value}` came")

    def compare_branches(self, place, old, new):
        for branch in old:
            if branch not in new:
                self.tell("major", place, f"the condition {json.dumps(branch)[:80]} went or changed")
        for branch in new:
            if branch not in old:
                self.tell("minor", place, f"the condition {json.dumps(branch)[:80]} came")

    def compare_properties(self, place, old, new):
        before, after = old.get("properties", {}), new.get("properties", {})
        for key in before.keys() - after.keys():
            self.tell("major", place, f"the key `{key}` went")
        for key in after.keys() - before.keys():
            self.tell("minor", place, f"the key `{key}` came")
        for key in before.keys() & after.keys():
            self.compare(f"{place}/{key}", before[key], after[key])
        for key in set(old.get("required", [])) - set(new.get("required", [])):
            if key in after:
                self.tell("major", place, f"the key `{key}` is not always there any more")
        for key in set(new.get("required", [])) - set(old.get("required", [])):
            if key in before:
                self.tell("minor", place, f"the key `{key}` is always there now")


def step(old, new):
    """By how much the version rises; None where it does not."""
    if new[0] != old[0]:
        return 2 if new[0] > old[0] else None
    if new[1] != old[1]:
        return 1 if new[1] > old[1] else None
    return 0 if new[2] >= old[2] else None


def main():
    if len(sys.argv) != 4:
        print("usage: bundle_compatibility.py RELEASED SCHEMA BUNDLE", file=sys.stderr)
        sys.exit(2)
    released, schema, bundle = sys.argv[1:]
    old_version = [int(part) for part in re.search(r"bundle-(\d+)\.(\d+)\.(\d+)\.", released).groups()]
    old, new, sample = (json.load(open(file, encoding="utf-8")) for file in (released, schema, bundle))
    for file, one in ((released, old), (schema, new)):
        if not one.get("properties") or not one.get("definitions"):
            sys.exit(f"{file}: no schema of a bundle")
    new_version = [int(part) for part in sample["bundleVersion"].split(".")]
    rise = step(old_version, new_version)
    if rise is None:
        sys.exit(f"the version fell from {old_version} to {new_version}")
    faults = sorted(text for level, text in Comparison(old, new).changes if level > rise)
    if faults:
        print(*faults, sep="\n")
        sys.exit(f"the version {sample['bundleVersion']} does not rise by as much as the schema changed")


main()
