#!/usr/bin/env python3
"""run.py GUIDEC SOURCES [--rounds N] [--seed S] [--to FORMATS]: kills guidec at any moment of a build and of
`lint --fix`, and looks at what it leaves.

Each round gives one SIGKILL, at a moment that the seed decides: to guidec alone, or to its tools with it; in a run
that makes everything anew, or in one that finds it in the cache. After it every file is the old or the new one,
whole; `guidec verify` finds a delivery as it was made; what others have put into the delivery is there, all the
time; the next run succeeds, and nothing temporary stays after that."""
import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Broken(Exception):
    pass


def contents(folder):
    """Every file below the folder, hidden ones too."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def hidden(folder):
    return [str(path) for path in folder.rglob(".*")]


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode not in (0, 1):
        raise Broken(f"`{' '.join(map(str, command))}` ends with {done.returncode}: {done.stdout}")
    return done


def run_killed(command, seconds, whole_group):
    """Whether it was still running when it was killed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(seconds)
    running = process.poll() is None
    if whole_group:
        # Its tools lead groups of their own.
        for child in children(process.pid):
            end(child)
    end(process.pid)
    process.wait()
    return running


def children(pid):
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def end(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def timed(command):
    start = time.monotonic()
    run(command)
    return time.monotonic() - start


# What is in the delivery and not guidec's.
FOREIGN = (".git/config", ".htaccess", "handouts/notes.txt", "instructor/.env")


class Builds:
    """A workspace whose guide has one of two titles, and what a build makes of each."""

    def __init__(self, guidec, sources, folder, formats):
        self.workspace = folder / "sources"
        shutil.copytree(sources, self.workspace)
        self.guide = next(self.workspace.glob("guides/*/guide.yaml"))
        self.texts = [self.guide.read_text(), self.guide.read_text().replace("title: ", "title: Again, ", 1)]
        self.outputs = folder / "outputs"
        self.delivery = self.outputs / self.guide.parent.name
        self.build = [guidec, "build", "--workspace", self.workspace, "--out", self.outputs, "--to", formats]
        self.verify = [guidec, "verify", self.delivery, "--format", "json"]
        for path in FOREIGN:
            (self.delivery / path).parent.mkdir(parents=True, exist_ok=True)
            (self.delivery / path).write_text(path)
        self.expected = []
        for version in (1, 0):
            self.edit(version)
            anew = timed(self.build)
            self.expected.insert(0, contents(self.outputs))
        self.edit(1)
        self.modes = [([], timed(self.build)), (["--no-cache"], anew)]
        self.edit(0)
        run(self.build)
        if self.expected[0] == self.expected[1]:
            raise Broken("the two titles make the same outputs")

    def edit(self, version):
        self.guide.write_text(self.texts[version])

    def round(self, number, chance):
        old, new = self.expected[number % 2], self.expected[(number + 1) % 2]
        self.edit((number + 1) % 2)
        options, seconds = chance.choice(self.modes)
        killed = run_killed(self.build + options, chance.uniform(0, seconds), chance.random() < 0.5)
        left = {path: digest for path, digest in contents(self.outputs).items()
                if path.startswith(self.delivery.name + "/")}
        if left not in (old, new):
            raise Broken(f"the outputs are neither the old nor the new: {set(left.items()) ^ set(new.items())}")
        differing = json.loads(run(self.verify).stdout)[0]["files"]
        if differing != [{"path": path, "state": "added"} for path in sorted(FOREIGN)]:
            raise Broken(f"verify does not find the delivery as it was made: {differing}")
        run(self.build)
        temporary = [path.name for path in self.outputs.iterdir() if path != self.delivery]
        if contents(self.outputs) != new or temporary:
            raise Broken(f"the next run leaves {temporary or 'other outputs'}")
        return killed


class Fixes:
    """A workspace with faults that --fix fixes, in every file."""

    def __init__(self, guidec, sources, folder):
        self.workspace = folder / "faulty"
        shutil.copytree(sources, self.workspace)
        self.files = sorted(self.workspace.rglob("*.yaml"))
        self.old = [path.read_text() + "# a comment   \n" for path in self.files]
        self.fix = [guidec, "lint", "--fix", self.workspace]
        self.reset()
        anew = timed(self.fix)
        self.new = [path.read_text() for path in self.files]
        if any(old == new for old, new in zip(self.old, self.new)):
            raise Broken("a file had nothing to fix")
        self.reset()
        self.modes = [([], timed(self.fix)), (["--no-cache"], anew)]

    def reset(self):
        for path, text in zip(self.files, self.old):
            path.write_text(text)

    def round(self, chance):
        self.reset()
        options, seconds = chance.choice(self.modes)
        killed = run_killed(self.fix + options, chance.uniform(0, seconds), False)
        for path, old, new in zip(self.files, self.old, self.new):
            if path.read_text() not in (old, new):
                raise Broken(f"{path} is neither the old nor the new")
        run(self.fix)
        if [path.read_text() for path in self.files] != self.new or hidden(self.workspace):
            raise Broken(f"the next run leaves {hidden(self.workspace) or 'other texts'}")
        return killed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guidec", type=Path)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", default="json,ndjson,zip,epub")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    guidec = options.guidec.resolve()
    with tempfile.TemporaryDirectory() as name:
        # A cache of the person who runs this is none of ours.
        os.environ["XDG_CACHE_HOME"] = os.path.join(name, "cache")
        try:
            builds = Builds(guidec, options.sources, Path(name), options.to)
            fixes = Fixes(guidec, options.sources, Path(name))
            killed = {"build": 0, "lint --fix": 0}
            for number in range(options.rounds):
                killed["build"] += builds.round(number, chance)
                killed["lint --fix"] += fixes.round(chance)
        except Broken as broken:
            sys.exit(f"seed {options.seed}: {broken}")
    for command, count in killed.items():
        print(f"{command}: {options.rounds} rounds, {count} killed while it ran, nothing half written")
    if 0 in killed.values():
        sys.exit("no run was killed")


main()
