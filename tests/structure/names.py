#!/usr/bin/env python3
"""Fails where two files define a type of the same name in one namespace: names.py FOLDER...

The linker keeps one of the two, of each function of theirs that it finds twice, and says nothing. What is in an
anonymous namespace is its file's own.
"""
import collections
import pathlib
import re
import sys

OPENED = re.compile(r"(?:inline )?namespace(?: ([\w:]+))? \{$")
DEFINED = re.compile(r"(?:struct|class|enum class|enum|union) (?:alignas\(\w+\) )?(\w+)(?!\w|::)[^;()]*\{")


def definitions(path):
    """(namespace, type) of what the file shares with others."""
    namespaces = []
    for line in path.read_text().splitlines():
        if opened := OPENED.match(line):
            namespaces.append(opened[1])
        elif line.startswith("}  // namespace"):
            namespaces.pop()
        elif (defined := DEFINED.match(line)) and None not in namespaces:
            yield "::".join(namespaces), defined[1]


def main(folders):
    places = collections.defaultdict(set)
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix in (".cc", ".h"):
                for definition in definitions(path):
                    places[definition].add(str(path))
    if not places:
        sys.exit(f"no type is defined in {' '.join(folders)}")
    twice = {name: paths for name, paths in places.items() if len(paths) > 1}
    for (namespace, name), paths in sorted(twice.items()):
        print(f"{namespace}::{name} is defined in {' and in '.join(sorted(paths))}; give one of them another name")
    return 1 if twice else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
