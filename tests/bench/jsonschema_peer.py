#!/usr/bin/env python3
"""Checks a folder of guides with python3-jsonschema: jsonschema_peer.py SCHEMAS FOLDER

As a script would: PyYAML with the parser in C, and one validator for each schema.
"""
import json
import pathlib
import sys

import jsonschema
import yaml

KINDS = {"guidec.yaml": "workspace", "glossary.yaml": "glossary", "guide.yaml": "guide", "quiz.yaml": "quiz",
         "references.yaml": "references"}


def main(schemas, folder):
    validators = {}
    for kind in (*KINDS.values(), "exercise"):
        schema = json.loads(pathlib.Path(schemas, f"{kind}.schema.json").read_text(encoding="utf-8"))
        validators[kind] = jsonschema.Draft7Validator(schema)
    wrong = 0
    for path in sorted(pathlib.Path(folder).rglob("*.yaml")):
        value = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for error in validators[KINDS.get(path.name, "exercise")].iter_errors(value):
            print(f"{path}: {error.message}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
