#!/usr/bin/env python3
"""dictionary.py SCHEMA...: prints a dictionary for libFuzzer: YAML's own marks, the schemas' keys and words."""
import json
import sys

MARKS = ["---\n", "...\n", "- ", ": ", "? ", "# ", "&a ", "*a", "!!str ", "|\n", ">-\n", "|2\n", "'", '"', "[", "]", "{", "}",
         "\\u00A0", "\t", "\r\n", "\ufeff", "\u202e", "# file: ", "# guidec: allow ", "{hold}", "{plank.hold}", "[@leaflet]",
         "![a](b.png)", "[a](#signs)", "<b>", "**", "30 s", "10-15", "1 min 30 s", "until: "]


def words(value):
    if isinstance(value, dict):
        yield from value.get("properties", {})
        yield from (word for word in value.get("enum", []) if isinstance(word, str))
        for item in value.values():
            yield from words(item)
    elif isinstance(value, list):
        for item in value:
            yield from words(item)


found = set(MARKS)
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        found.update(words(json.load(file)))
for word in sorted(found):
    escaped = "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}"
                      for byte in word.encode())
    print(f'"{escaped}"')
