#!/usr/bin/env python3
"""Fails when the schema and the rules differ on a threshold: thresholds.py PROJECT

A threshold's default stands in schema/workspace.schema.json for editors and in the rule that reads
it for the program. Each must be in both, with the same value.
"""
import json
import pathlib
import re
import sys

project = pathlib.Path(sys.argv[1])
schema = json.loads((project / "schema/workspace.schema.json").read_text())
described = {
    name: value["default"]
    for name, value in schema["properties"]["thresholds"]["properties"].items()
}
read = {}
for file in project.glob("src/rules/*/*.cc"):
    for name, value in re.findall(r'Threshold\("([a-z-]+)", ([\d.]+)\)', file.read_text()):
        read[name] = float(value)
faults = [f"{name}: {described.get(name)} in the schema, {read.get(name)} in the rules"
          for name in sorted(described.keys() | read.keys()) if described.get(name) != read.get(name)]
print("\n".join(faults) or f"{len(read)} thresholds agree")
sys.exit(1 if faults or not read else 0)
