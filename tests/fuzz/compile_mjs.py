#!/usr/bin/env python3
"""Requests that nobody makes on purpose, put to what sets the PDFs: compile_mjs.py GUIDEC [--rounds N] [--seconds N] [--seed N]

A small request is changed at random: keys dropped, values of other types, odd paths and texts, templates with
characters dropped, doubled and swapped. Whatever it is, the answer is lines of JSON as compile.mjs documents them and
an exit status of 0, 1 or 2, it comes in time, and nothing but the outputs that were asked for is written.
"""
import argparse
import copy
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

TIME_LIMIT = 60  # seconds; a PDF takes less than one
ODD = (None, True, -1, 0, 1e400, 2**63, "", "\0", "../..", "/", "/dev/null", "é\u202e", "x" * 70000, [], {}, [[]],
       {"toString": 1}, {"__proto__": {"x": 1}})
TEMPLATE = """#let bundle = json(sys.inputs.bundle)
#set document(title: bundle.guide.title)
#set page(paper: sys.inputs.at("paper", default: "a4"))
#set text(font: "Open Sans", lang: bundle.guide.language)
= #bundle.guide.title
#for step in bundle.steps [+ #step]
"""
BUNDLE = {"guide": {"language": "en", "title": "Plank"}, "steps": ["Lie on a mat.", "Hold."]}
ANSWERS = ({"typst"}, {"output", "pages", "milliseconds"}, {"output", "errors"}, {"error", "hint"})


def request_in(folder, fonts):
    return {"templates": str(folder / "stage"), "own": {"folder": "mine", "files": ["own.typ"]},
            "fonts": [{"folder": fonts, "shown": "fonts"}], "theme": {"colours": {"accent": "#0e4d5c"}},
            "words": {"why": "Why"}, "bundles": {"learner": str(folder / "bundle.json")}, "timestamp": 1000000000,
            "inputs": {"paper": "a4"},
            "jobs": [{"template": name, "output": str(folder / "out" / f"{name}.pdf"), "bundle": "learner",
                      "inputs": {"exercise": "plank"}} for name in ("own.typ", "second.typ")]}


def places(value, path=()):
    """The paths to everything in the request."""
    if path:
        yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield from places(inner, (*path, key))


def change(request, chance):
    *way, last = chance.choice(list(places(request)))
    within = request
    for key in way:
        within = within[key]
    if isinstance(within, dict) and chance.random() < 0.3:
        del within[last]
    elif isinstance(within, list) and chance.random() < 0.3:
        within.append(copy.deepcopy(within[last]))
    else:
        within[last] = copy.deepcopy(chance.choice(ODD))


def garbled(text, chance):
    characters = list(text)
    for _ in range(chance.randint(0, 4)):
        at = chance.randrange(len(characters))
        characters[at] = chance.choice(["", characters[at] * 2, chance.choice("#{}[]()$\"\\\0é\u202e")])
    return "".join(characters)


def complaint(done, folder, before):
    began = done.stdout.startswith(b'{"typst"') if done.returncode < 2 else done.stdout.startswith(b'{"error"')
    if done.returncode not in (0, 1, 2) or not began:
        return f"ends with status {done.returncode}: {done.stderr.decode(errors='replace')[-500:] or 'it says nothing'}"
    for line in done.stdout.decode(errors="replace").splitlines():
        try:
            answer = json.loads(line)
        except ValueError:
            return f"answers with no JSON: {line[:200]}"
        if not isinstance(answer, dict) or set(answer) not in ANSWERS:
            return f"answers oddly: {line[:200]}"
    new = {path for path in folder.rglob("*") if path.is_file()} - before
    if any(path.parent != folder / "out" for path in new):
        return f"wrote {sorted(map(str, new))}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("guidec", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=10**9)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    compile_mjs = options.guidec.resolve().parent / "share/guidec/templates/compile.mjs"
    fonts = "/usr/share/fonts/truetype/open-sans"
    chance = random.Random(options.seed)
    end = time.monotonic() + options.seconds
    done = 0
    statuses = {0: 0, 1: 0, 2: 0}
    while done < options.rounds and time.monotonic() < end:
        folder = pathlib.Path(tempfile.mkdtemp())
        for name in ("stage", "out"):
            (folder / name).mkdir()
        (folder / "stage/second.typ").write_text(TEMPLATE, encoding="utf-8")
        (folder / "stage/own.typ").write_text(garbled(TEMPLATE, chance), encoding="utf-8")
        (folder / "bundle.json").write_text(json.dumps(BUNDLE), encoding="utf-8")
        request = request_in(folder, fonts)
        for _ in range(chance.randint(0, 3)):
            change(request, chance)
        text = json.dumps(request)
        if chance.random() < 0.1:
            text = text[: chance.randrange(len(text))]
        before = {path for path in folder.rglob("*") if path.is_file()}
        try:
            run = subprocess.run(["node", compile_mjs], input=text.encode(), capture_output=True, timeout=TIME_LIMIT,
                                 check=False, cwd=folder)
            wrong = complaint(run, folder, before)
        except subprocess.TimeoutExpired:
            wrong = f"takes longer than {TIME_LIMIT} s"
        if wrong:
            sys.exit(f"round {done + 1} of seed {options.seed}: {wrong}\nrequest: {text[:3000]}\n"
                     f"template: {(folder / 'stage/own.typ').read_text(encoding='utf-8')}\nkept in {folder}")
        statuses[run.returncode] += 1
        shutil.rmtree(folder)
        done += 1
    if done == 0 or 0 in (statuses[0], statuses[1] + statuses[2]) and done >= 10:
        sys.exit(f"{done} requests, of which {statuses[0]} were set: too much alike")
    print(f"{done} requests: {statuses[0]} set, {statuses[1]} with a template that fails, {statuses[2]} not started")


if __name__ == "__main__":
    main()
