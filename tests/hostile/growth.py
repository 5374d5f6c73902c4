#!/usr/bin/env python3
"""growth.py GUIDEC [NAME...]: texts that are made to take long. Of each, one twice as long may take no more than three
times the processor's time and memory (beyond what a small workspace takes): they grow no faster than the text times its
logarithm. What is nested without end is read in no time and has its finding."""
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MOST_GROWTH = 3.0
TRIES = 4
# Below, what is measured is the machine.
LEAST_SECONDS = 0.15
LEAST_MEGABYTES = 20

SETTINGS = "# yaml-language-server: $schema=x/workspace.schema.json\nname: W\nlanguage: en-US\n"
EXERCISE = """# yaml-language-server: $schema=x/exercise.schema.json
id: {id}
name: Plank
kind: strength
purpose: {purpose}
equipment: [mat]
sides: together
dose:
  hold: 30 s
{dose}steps:
  - Rest on your forearms on a mat.
  - Hold for {{hold}}.
stop-if: You feel sharp pain.
{rest}"""


def exercise(purpose="Builds strength.", rest="", dose="", name="plank"):
    return {f"exercises/{name}.yaml": EXERCISE.format(id=name, purpose=purpose, rest=rest, dose=dose)}


def block(lines):
    return "|\n" + "\n".join("  " + line if line else "" for line in lines)


def settings(more=""):
    return {"guidec.yaml": SETTINGS + more}


def patterns(count):
    words = [f"{'a' * 30}{chr(98 + i % 20)}{chr(98 + i // 20 % 20)}{chr(98 + i // 400)}" for i in range(15 * count)]
    lines = [" ".join(words[i:i + 10]) for i in range(0, len(words), 10)]
    accept = "".join(f'  - "(a+)+{chr(98 + i % 20)}{i}$"\n' for i in range(count))
    return {**settings("accept:\n" + accept), **exercise(block(lines))}


def printing_each_other(count, times):
    files = {}
    for i in range(count):
        following = f"{{p{i + 1}.frequency}} " * times if i + 1 < count else "daily"
        files.update(exercise(name=f"p{i}", dose=f'  frequency: "{following}"\n'))
    return files


def extending(count):
    files = settings("extends: s0.yaml\n")
    for i in range(count):
        files[f"s{i}.yaml"] = SETTINGS + (f"extends: s{i + 1}.yaml\n" if i + 1 < count else "")
    return files


def showing(count):
    uses = "".join(f'<g id="a{i}"><use href="#a{i + 1}"/></g>' for i in range(count))
    picture = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{uses}'
               f'<rect id="a{count}" width="1" height="1"/></svg>')
    return {**exercise(rest="pictures:\n  - file: plank.svg\n    alt: A plank.\n"), "exercises/plank.svg": picture}


def steps(said):
    text = EXERCISE.format(id="plank", purpose="Builds strength.", dose="", rest="")
    return {"exercises/plank.yaml": text.replace("  - Hold for {hold}.\n", "".join(f"  - {step}\n" for step in said))}


def question(count):
    choices = "".join(f"      c{i}: Ab b{i} cc\n" for i in range(count))
    return exercise() | {"guides/a/guide.yaml": "id: a\ntitle: A\nversion: 1.0.0\nsections: []\n",
                         "guides/a/quiz.yaml": "id: q\ntitle: Q\nquestions:\n  - id: a\n    ask: What is it?\n"
                                               f"    choices:\n{choices}    answer: c0\n    why: So it is.\n"}


def statements(count):
    questions = "".join(f"  - id: q{i}\n    true-or-false: The b{i} muscle lifts your c{i} leg more often than d{i} does.\n"
                        f"    answer: true\n    why: So it is in part {i}.\n" for i in range(count))
    return question(2) | {"guides/a/quiz.yaml": f"id: q\ntitle: Q\nquestions:\n{questions}"}


def glossary(count, stem):
    return {"glossary.yaml": "terms:\n" + "".join(f"  {stem}{i:06}: {{term: t{i}, meaning: x}}\n" for i in range(count))}


def printed_placeholders(count):
    """A tree of seven levels, each of which prints the next one twice, printed again and again."""
    tree = {}
    for level in range(8):
        text = f"'{{p{level + 1}.frequency}} {{p{level + 1}.frequency}}'" if level < 7 else "daily"
        tree |= exercise(dose=f"  frequency: {text}\n", name=f"p{level}")
    return tree | exercise(block(["{p0.frequency} " * 10] * (count // 10)))


def unknown_words(count):
    letters = random.Random(1)
    words = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(5 * count)]
    return settings("dictionary: words.txt\n") | {"words.txt": "\n".join(words[count:])} | exercise(
        block([" ".join(words[i:i + 10]) for i in range(0, count, 10)]))


# Each by its size; the first size takes some tenths of a second.
GROWING = {
    "items of a list": (6000, lambda n: exercise(block(["- a"] * n))),
    "paragraphs": (5000, lambda n: exercise(block(["Rest.", ""] * n))),
    "NULs": (20000, lambda n: exercise('"' + "a\\0b " * n + '"')),
    "NULs in paragraphs": (3000, lambda n: exercise('"' + "a\\0b\\n\\n " * n + '"')),
    "NULs in code": (8000, lambda n: exercise('"' + "`a\\0b` " * n + '"')),
    "quotes side by side": (4000, lambda n: exercise(block([">a", ""] * n))),
    "emphasis that does not end": (6000, lambda n: exercise(block(["*a _a " * 10] * (n // 10) + ["a"]))),
    "addresses with a bracket": (4000, lambda n: exercise(block(["[a](b<c) " * 10] * (n // 10)))),
    "links to one address": (6000, lambda n: exercise(block(["[a] " * 10] * (n // 10) + ["", "[a]: https://a.b"]))),
    "braces that do not end": (10000, lambda n: exercise(rest="cautions:\n  - '" + "{" * n + "}'\n")),
    "placeholders": (8000, lambda n: exercise(block(["{hold} " * 10] * (n // 10)))),
    "comments that allow nothing": (6000, lambda n: exercise(rest="# guidec: allow spelling -- why\n" * n)),
    "keys that are allowed": (4000, lambda n: exercise(
        rest="".join(f"k{i}: x # guidec: allow unknown-key -- why\n" for i in range(n)))),
    "sentences": (8000, lambda n: exercise(block(["Rest now. " * 10] * (n // 10)))),
    "patterns that take long": (20, patterns),
    "figures in a sentence without an end": (2000, lambda n: exercise(block(["30 seconds, hold " * 10] * (n // 10)))),
    "figures between words that end no sentence": (2000, lambda n: exercise(
        block(["do not 12 times of 3 sets " * 10] * (n // 10)))),
    "steps of one length": (8000, lambda n: steps(f"Go to b{i}." for i in range(n))),
    "steps that come again": (3000, lambda n: steps(f"Walk over to place b{i % (n // 2)} now." for i in range(n))),
    "choices": (2000, lambda n: question(n)),
    "statements": (1500, statements),
    "keys that are not known": (3000, lambda n: exercise(rest="".join(f"k{i:x}:\n" for i in range(n)))),
    "names that are not there": (4000, lambda n: exercise(
        rest="targets: [" + ", ".join(f"qr{i:06}" for i in range(n)) + "]\n") | glossary(n, "mn")),
    "long names that are not there": (30000, lambda n: exercise(rest=f"targets: [{'a' * n}]\n") | glossary(1, "b" * n)),
    "unknown words and accepted ones": (3000, unknown_words),
    "placeholders that print one another": (800, printed_placeholders),
    "calls whose brackets do not close": (20000, lambda n: exercise(block(["zq( " * 10] * (n // 10)))),
}

# With the code of the finding that they have. None of them may take long, or much memory.
NESTED = {
    "quotes": ("YM018", lambda: exercise('"' + ">" * 43_000 + ' a"')),
    "quotes, one short of being looked at": ("YM018", lambda: exercise('"' + ">" * 100 + ' a"')),
    "lists": ("YM018", lambda: exercise('"' + "- " * 40_000 + 'a"')),
    "lists, line by line": ("YM018", lambda: exercise(block(["  " * i + "- a" for i in range(250)]))),
    "emphasis": ("YM018", lambda: exercise('"' + "*a " * 15_000 + " a*" * 15_000 + '"')),
    "pictures": ("YM018", lambda: exercise('"' + "![" * 16_000 + "a" + "](b)" * 16_000 + '"')),
    "YAML": ("YM009", lambda: exercise("[" * 40_000 + "]" * 40_000)),
    "settings": ("RF016", lambda: extending(3000)),
    "uses": ("RF015", lambda: showing(43_000)),
    "placeholders in a row": ("RF014", lambda: printing_each_other(1000, 1)),
    "placeholders that multiply": ("RF014", lambda: printing_each_other(12, 20)),
}
MOST_SECONDS = 10
MOST_MEGABYTES = 400


def write(files, folder):
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in {**settings(), **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def lint(guidec, folder):
    """(seconds of the processor, megabytes, status, findings) of one run in a thread of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([guidec, "lint", folder, "--format", "concise", "--jobs", "1"], stdout=out,
                                   stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        out.seek(0)
        err.seek(0)
        said = out.read().decode(errors="replace") + err.read().decode(errors="replace")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), said


def growth(guidec, folder, base, size, make):
    """How much more time and memory twice the size takes, and a line on it."""
    costs = []
    for count in (size, 2 * size):
        write(make(count), folder)
        seconds, megabytes, status, said = lint(guidec, folder)
        # The exercise cites nothing.
        if status != 1 or not re.search(r"plank\.yaml:.*\[[A-Z]{2}\d{3}\]", said):
            return 99, 99, f"status {status}: {said[:300]}"
        costs.append((max(seconds - base[0], LEAST_SECONDS), max(megabytes - base[1], LEAST_MEGABYTES)))
    (time, memory), (more_time, more_memory) = costs
    return (more_time / time, more_memory / memory,
            f"{time:.2f} s to {more_time:.2f} s, {memory:.0f} MB to {more_memory:.0f} MB")


def main():
    guidec = str(Path(sys.argv[1]).resolve())
    wanted = sys.argv[2:]
    unknown = set(wanted) - set(GROWING) - set(NESTED)
    if unknown:
        sys.exit(f"no such text: {', '.join(sorted(unknown))}")
    os.environ["GUIDEC_CACHE_SIZE"] = "0"
    failed = False
    # A workspace that never ends must not take the machine along.
    resource.setrlimit(resource.RLIMIT_AS, (8_000_000_000, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (120, resource.RLIM_INFINITY))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "w"
        write(exercise(), folder)
        base = min(lint(guidec, folder)[:2] for _ in range(2))
        for what, (size, make) in GROWING.items():
            if wanted and what not in wanted:
                continue
            for _ in range(TRIES):
                time, memory, line = growth(guidec, folder, base, size, make)
                if time <= MOST_GROWTH and memory <= MOST_GROWTH:
                    break
            else:
                failed = True
                print("FAILED: ", end="")
            print(f"{what}: {line}")
        for what, (code, make) in NESTED.items():
            if wanted and what not in wanted:
                continue
            write(make(), folder)
            seconds, megabytes, status, said = lint(guidec, folder)
            if status not in (1, 2) or code not in said or seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES:
                failed = True
                print(f"FAILED: {said[:300]!r} ", end="")
            print(f"{what}: status {status}, {seconds:.2f} s, {megabytes:.0f} MB")
    sys.exit(1 if failed else 0)


main()
