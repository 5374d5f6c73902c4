#!/usr/bin/env python3
"""Fails on an #include that runs against the order of the folders: layers.py SRC

The order is read from src/CMakeLists.txt (`guidec_layer(NAME SEES …)`), so that CMake's targets and
this check cannot differ. Libraries that only one folder may see are checked too, and that nothing is written to
standard error by what throws or stops where it takes nothing.
"""
import pathlib
import re
import sys

OWNERS = {
    r"tree_sitter/": {"syntax"},
    r"yaml-cpp/": {"syntax"},
    r"boost/program_options": {"cli"},
    r"cmark": {"model"},
    r"unicode/": {"text"},
    r"hunspell/": {"rules"},
    r"zip\.h": {"emit"},
    r"expat": {"text"},
    r"pugixml": {"emit", "model", "render"},
    r"Eigen/": {"figure"},
    r"openssl/": {"base"},
    r"tbb/": {"base", "cli"},
    r"linux/": {"base"},
    r"sys/(?!ioctl)": {"base"},
    r"nlohmann/": {"schema", "lint", "rules", "render", "emit", "delivery", "cli"},
}


def layers(cmake):
    seen = {}
    for name, arguments in re.findall(r"guidec_layer\((\w+)([^)]*)\)", cmake):
        direct = re.search(r"SEES ([\w ]+?)(?: USES| GENERATED|\n|$)", arguments)
        seen[name] = {name}
        for other in direct[1].split() if direct else []:
            seen[name] |= seen[other]
    return seen


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = pathlib.Path(sys.argv[1])
    seen = layers((source / "CMakeLists.txt").read_text())
    faults, used = [], set()
    files = [f for f in sorted(source.rglob("*")) if f.suffix in (".h", ".cc") and f.parent != source]
    for file in files:
        layer = file.relative_to(source).parts[0]
        for number, line in enumerate(file.read_text().splitlines(), 1):
            place = f"{file.relative_to(source)}:{number}"
            if quoted := re.match(r'#include "(\w+)/', line):
                if quoted[1] not in seen[layer]:
                    faults.append(f"{place}: {layer}/ may not see {quoted[1]}/")
            if angled := re.match(r"#include <([^>]+)>", line):
                for prefix, owners in OWNERS.items():
                    if not re.match(prefix, angled[1]):
                        continue
                    used.add(prefix)
                    if layer not in owners:
                        faults.append(f"{place}: only {'/, '.join(sorted(owners))}/ may see <{angled[1]}>")
            if re.search(r"std::(cout|cerr|clog|cin)\b|fmt::print\(", line):
                faults.append(f"{place}: base/standard_streams.h writes to standard error, cli/command.h to output")
    faults.extend(f"{source}: nothing includes <{prefix}…>, which has owners" for prefix in OWNERS if prefix not in used)
    if not files or len(seen) < 2:
        faults.append(f"{source}: {len(files)} files, {len(seen)} layers: nothing to compare")
    print("\n".join(faults) or f"{len(files)} files keep to the order of {len(seen)} folders")
    return 1 if faults else 0


sys.exit(main())
