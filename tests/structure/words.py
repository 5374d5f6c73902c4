#!/usr/bin/python3
"""Fails where the words files differ in what they hold: words.py SRC

Each language has every key of en.json, a region only such keys; all say a key with the same `{names}`. Every key is
used, by C++ as `Word::kKey` or `"key-{}"`, or by a template as `words.key`, `filled("key"` or `"key-" + …`, and none is
used that is not there.
"""
import json
import pathlib
import re
import sys


def enumerator(key):
    return "k" + "".join(part[0].upper() + part[1:] for part in key.split("-"))


def names(text):
    return sorted(re.findall(r"\{(\w+)\}", text))


def faults_of_files(files):
    english = files["en"]
    for tag, words in sorted(files.items()):
        for key in sorted(set(words) - set(english)):
            yield f"{tag}.json: `{key}` is not in en.json"
        for key in sorted(set(english) - set(words)) if "-" not in tag else []:
            yield f"{tag}.json: `{key}` is missing"
        for key in sorted(set(words) & set(english)):
            if names(words[key]) != names(english[key]):
                yield f"{tag}.json: `{key}` fills in {names(words[key])}, en.json {names(english[key])}"
            if not words[key].strip():
                yield f"{tag}.json: `{key}` says nothing"


def faults_of_use(keys, code, templates):
    for key in sorted(keys):
        stems = [key[:at + 1] for at, letter in enumerate(key) if letter == "-"]
        used = (f"Word::{enumerator(key)}" in code or re.search(rf"\bwords\.{key}(?![\w-])", templates)
                or f'filled("{key}"' in templates
                or any(f'"{stem}" +' in templates or f'"{stem}{{}}"' in code for stem in stems))
        if not used:
            yield f"`{key}` is used nowhere"
    for key in re.findall(r"(?<!-)\bwords\.(?!clusters)([a-z][\w-]*)|filled\(\"([\w-]+)\"", templates):
        key = key[0] or key[1]
        if key not in keys and key != "at":
            yield f"a template says `{key}`, which is not in en.json"


def check_that_it_can_fail(english):
    """What a new language may get wrong, each found."""
    key = next(key for key in sorted(english) if names(english[key]))
    for kind, other in {"missing": {k: v for k, v in english.items() if k != key}, "not in": {**english, "other": "x"},
                        "fills in": {**english, key: "x"}, "nothing": {**english, "stop-if": " "}}.items():
        found = list(faults_of_files({"en": english, "xx": other}))
        if len(found) != 1 or kind not in found[0]:
            sys.exit(f"a language where a word is wrong ({kind}) is judged so: {found}")
    if list(faults_of_use({"stop-if"}, "", "words.other")) != ["`stop-if` is used nowhere",
                                                               "a template says `other`, which is not in en.json"]:
        sys.exit("a key that is used nowhere is not found")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = pathlib.Path(sys.argv[1])
    files = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (source / "words").glob("*.json")}
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(source.rglob("*")) if path.suffix in (".cc", ".h"))
    templates = "".join(path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.typ")))
    if "en" not in files or not templates:
        sys.exit(f"{source}: {len(files)} words files: nothing to compare")
    check_that_it_can_fail(files["en"])
    faults = [*faults_of_files(files), *faults_of_use(set(files["en"]), code, templates)]
    print("\n".join(faults) or f"{len(files['en'])} keys in {len(files)} files, each used")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
