#!/usr/bin/env python3
"""Measures guidec beside what it is made of and what does a part of its work: run.py [OPTIONS]

Commands that are compared take turns, so that what else the machine does meets all of them; of each, the
median counts. Every corpus is written anew (make_corpus.py). With --quick nothing is written; else the
tables go into BENCHMARKS.md between its markers.
"""
import argparse
import dataclasses
import itertools
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
GUIDEC = PROJECT / "build/guidec"
FLOORS = PROJECT / "build/tests/bench/floors"
NPM = PROJECT / "build/bench-tools/node_modules/.bin"
PAGE = HERE / "BENCHMARKS.md"
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
# How often each command runs on a corpus of so many guides.
ROUNDS = {1: 21, 10: 5, 100: 7, 1000: 3, 10000: 1}
EXERCISE = "exercises/plank.yaml"


@dataclasses.dataclass
class Run:
    seconds: float  # on the clock
    processor: float  # seconds of all threads and children
    megabytes: float  # peak of resident memory of the largest process


@dataclasses.dataclass
class Measured:
    seconds: float
    least: float
    processor: float
    megabytes: float

    @classmethod
    def of(cls, runs):
        def median(name):
            return statistics.median(getattr(run, name) for run in runs)
        return cls(median("seconds"), min(run.seconds for run in runs), median("processor"), median("megabytes"))


def run(command, accepted=(0,), **options):
    begin = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        sys.exit(f"run.py: {' '.join(map(str, command))} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def take_turns(commands, rounds):
    """What each of `commands` (name → command or function that returns a Run) takes, by name."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(command() if callable(command) else run(command))
    return {name: Measured.of(found) for name, found in runs.items()}


def shown(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join(["---"] + ["--:"] * (len(head) - 1)) + " |"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def make_corpus(folder, guides, shelf=100):
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([HERE / "make_corpus.py", folder, f"--guides={guides}", f"--shelf={shelf}"], check=True)
    return folder


def workspaces(corpus):
    return sorted(corpus.iterdir())


def size_of(corpus):
    files = list(corpus.rglob("*.yaml"))
    return len(files), sum(file.stat().st_size for file in files)


def lint(corpus, *options):
    return [GUIDEC, "lint", "--quiet", *options, *workspaces(corpus)]


class Ajv:
    """Runs ajv-cli once for each schema, since it takes one at a time, and adds up."""

    FILES = {"exercise": "exercises/*.yaml", "guide": "guides/*/guide.yaml", "quiz": "guides/*/quiz.yaml",
             "references": "guides/*/references.yaml", "workspace": "guidec.yaml", "glossary": "glossary.yaml"}

    def __init__(self, corpus):
        self.commands = [[NPM / "ajv", "validate", "--strict=false", "--spec=draft7", "-s",
                          PROJECT / f"schema/{kind}.schema.json", "-d", f"{corpus}/*/{files}"]
                         for kind, files in self.FILES.items()]

    def __call__(self):
        runs = [run(command) for command in self.commands]
        return Run(sum(r.seconds for r in runs), sum(r.processor for r in runs), max(r.megabytes for r in runs))


def floors_of(corpus):
    return {"tree-sitter alone": [FLOORS, "tree-sitter", corpus], "yaml-cpp alone": [FLOORS, "yaml-cpp", corpus],
            "both parsers": [FLOORS, "both", corpus]}


def rows_beside(measured, size, base):
    """A row a command, each beside the command `base`."""
    for name, m in measured.items():
        yield [name, shown(m.seconds), shown(m.least), shown(m.processor), f"{size / m.seconds / 1e6:.2f}",
               f"{m.megabytes:.0f} MB", f"{m.seconds / measured[base].seconds:.2f} ×"]


HEAD = ["median", "least", "processor", "MB/s", "peak memory", "beside"]


def measure_lint(scratch, sizes):
    text = "## Linting\n\n"
    found = {}
    for guides in sizes:
        corpus = make_corpus(scratch / "corpus", guides)
        files, size = size_of(corpus)
        commands = {"guidec lint": lint(corpus, "--no-cache"), **floors_of(corpus)}
        if guides == 1000:
            one = make_corpus(scratch / "one", guides, shelf=guides)
            commands["guidec lint, one workspace"] = lint(one, "--no-cache")
        measured = take_turns(commands, ROUNDS[guides])
        found[guides] = measured
        warm = dict(os.environ, GUIDEC_CACHE_DIR=str(scratch / f"cache-{guides}"))
        found[guides] |= take_turns({"guidec lint, filling the cache": lambda: run(lint(corpus), env=warm)}, 1)
        found[guides] |= take_turns({"guidec lint, warm": lambda: run(lint(corpus), env=warm)}, ROUNDS[guides])
        text += f"### {guides:,} {'guide' if guides == 1 else 'guides'}: {files:,} files, {size / 1e6:.2f} MB\n\n"
        text += table(["", *HEAD[:-1], "beside both parsers"], rows_beside(found[guides], size, "both parsers")) + "\n"
    rows = []
    for small, large in zip(sizes, sizes[1:]):
        for name in ("guidec lint", "both parsers"):
            ratio = found[large][name].seconds / found[small][name].seconds
            rows.append([f"{small:,} → {large:,} guides", name, f"{ratio:.1f} ×"])
    if rows:
        text += "### Ten times the guides\n\n" + table(["", "command", "time"], rows) + "\n"
    return text


def measure_peers(scratch, guides):
    corpus = make_corpus(scratch / "corpus", guides)
    files, size = size_of(corpus)
    measured = take_turns({
        "guidec lint": lint(corpus, "--no-cache"),
        "guidec lint --jobs 1": lint(corpus, "--no-cache", "--jobs=1"),
        "ajv-cli": Ajv(corpus),
        "yaml-lint": [NPM / "yamllint", f"{corpus}/**/*.yaml"],
        "python3-jsonschema": ["/usr/bin/python3", HERE / "jsonschema_peer.py", PROJECT / "schema", corpus],
        "yamllint": ["/usr/bin/yamllint", "-d", "relaxed", corpus],
    }, 3)
    return (f"## Peers\n\n{guides} guides: {files:,} files, {size / 1e6:.2f} MB.\n\n"
            + table(["", *HEAD[:-1], "beside `guidec lint`"], rows_beside(measured, size, "guidec lint")) + "\n")


def edit(exercise, original, number):
    """Another text for each number: what was linted or made before would be in the cache."""
    before = original.read_text()
    after = before.replace("You feel dizzy.", f"You feel dizzy in round {number}.")
    if after == before:
        sys.exit(f"run.py: nothing to edit in {original}")
    exercise.write_text(after)


def measure_start(scratch):
    sources = PROJECT / "sources"
    alone = scratch / "alone" / EXERCISE
    alone.parent.mkdir(parents=True)
    shutil.copy(sources / EXERCISE, alone)
    flagship = scratch / "flagship"
    shutil.copytree(sources, flagship)
    cache = dict(os.environ, GUIDEC_CACHE_DIR=str(scratch / "lint-cache"))
    edits = itertools.count()

    def edited(exercise):
        edit(exercise, sources / EXERCISE, next(edits))
        return run([GUIDEC, "lint", exercise], (0, 1), env=cache)

    for exercise in (alone, flagship / EXERCISE):
        edited(exercise)
    measured = take_turns({
        "guidec --version": [GUIDEC, "--version"],
        "one exercise, for the first time": lambda: run([GUIDEC, "lint", "--no-cache", alone], (0, 1)),
        "one exercise, edited since the last run": lambda: edited(alone),
        "one exercise and the flagship's workspace around it, for the first time":
            [GUIDEC, "lint", "--no-cache", sources / EXERCISE],
        "one exercise and the flagship's workspace around it, edited": lambda: edited(flagship / EXERCISE),
    }, ROUNDS[1])
    rows = [[name, shown(m.seconds), shown(m.least), shown(m.processor)] for name, m in measured.items()]
    return "## Starting\n\n" + table(["", *HEAD[:3]], rows) + "\n"


SHIM = """#!/usr/bin/env bash
# Waits until no other tool runs, so that each is timed with the machine to itself.
exec flock {folder}/lock /usr/bin/time --append --output {folder}/times --format '%e %M {name} %C' {real} "$@"
"""


def time_tools(scratch, command):
    """The external programs of a build, each held back until the one before has ended: (seconds, MB, name)."""
    folder = scratch / "shims"
    folder.mkdir()
    for name in ("pandoc", "node"):
        shim = folder / name
        shim.write_text(SHIM.format(folder=folder, name=name, real=shutil.which(name)))
        shim.chmod(0o755)
    run(command, env=dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}"))
    tools = []
    for line in (folder / "times").read_text().splitlines():
        seconds, kilobytes, name, *words = line.split()
        target = next((word for word in words if word.startswith("--to=")), "")
        tools.append((float(seconds), int(kilobytes) / 1024, f"{'Typst' if 'compile.mjs' in line else name} {target}".strip()))
    return sorted(tools, reverse=True)


def measure_build(scratch, rounds):
    sources = scratch / "sources"
    shutil.copytree(PROJECT / "sources", sources)
    cache = dict(os.environ, GUIDEC_CACHE_DIR=str(scratch / "build-cache"))
    edits = itertools.count()

    def build(*options, env=None):
        return run([GUIDEC, "build", "--workspace", sources, "--out", scratch / "outputs", *options], env=env)

    def edited():
        exercise = sources / EXERCISE
        edit(exercise, PROJECT / "sources" / EXERCISE, next(edits))
        found = build(env=cache)
        shutil.copy(PROJECT / "sources" / EXERCISE, exercise)
        build(env=cache)
        return found

    build(env=cache)
    measured = take_turns({"cold": lambda: build("--no-cache"), "unchanged": lambda: build(env=cache),
                           "after one edit": edited}, rounds)
    tools = time_tools(scratch, [GUIDEC, "build", "--no-cache", "--workspace", sources, "--out", scratch / "outputs"])
    slowest = tools[0][0]
    rows = [[f"guidec build, {name}", shown(m.seconds), f"{m.megabytes:.0f} MB", f"{m.seconds / slowest:.2f} ×"]
            for name, m in measured.items()]
    rows += [[f"{name} alone", shown(seconds), f"{size:.0f} MB", f"{seconds / slowest:.2f} ×"]
             for seconds, size, name in tools if seconds >= 0.05]
    return ("## Building the flagship\n\n"
            + table(["", "median", "largest process", "beside the slowest tool"], rows) + "\n")


def machine():
    model = next((line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), "unknown processor")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB of memory; "
            f"load of the machine at the start: {os.getloadavg()[0]:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small corpora, few rounds, and write nothing")
    parser.add_argument("--sizes", type=lambda text: [int(word) for word in text.split(",")],
                        help="how many guides to lint, for example 1,100")
    options = parser.parse_args()
    sizes = options.sizes or ([1, 10] if options.quick else [1, 100, 1000, 10000])
    text = f"Measured on {machine()}.\n\n"
    with tempfile.TemporaryDirectory(prefix="guidec-bench.") as folder:
        scratch = pathlib.Path(folder)
        text += measure_start(scratch)
        text += measure_lint(scratch, sizes)
        text += measure_peers(scratch, 10 if options.quick else 100)
        text += measure_build(scratch, 1 if options.quick else 3)
    print(text)
    if options.quick or options.sizes:
        return
    before, rest = PAGE.read_text().split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n\n{text}{END}{after}")


if __name__ == "__main__":
    main()
