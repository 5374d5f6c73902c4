#!/usr/bin/env python3
"""memory.py GUIDEC SOURCES LIBRARY [--points N|all] [--ladder [--short]]: runs guidec out of memory.

By LIBRARY (fail_allocation.c), one allocation of a whole `guidec lint` fails in each run, or all from one on: N of
them, evenly spread, or all. With --ladder, `lint` and `build` run in ever more address space instead; --short climbs
from where guidec starts at all to where it has enough, in small steps. Each run ends
with the findings of a run that has all the memory it wants, or with status 2 and a word on memory; and what it leaves
in the cache yields those findings, too."""
import argparse
import concurrent.futures
import difflib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OUT_OF_MEMORY = "error: out of memory\n  hint: "
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


class Runner:
    def __init__(self, guidec, workspace, folder):
        self.guidec = guidec
        self.workspace = workspace
        self.folder = folder
        self.reference = {}

    def run(self, words, name, limit=None, **environment):
        cache = self.folder / f"cache-{name}"
        settings = {**os.environ, "GUIDEC_CACHE_DIR": str(cache), "GUIDEC_CACHE_SIZE": "64",
                    "SOURCE_DATE_EPOCH": "1796083200", **environment}
        refuse = (lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))) if limit else None
        done = subprocess.run([self.guidec, *words], capture_output=True, env=settings, check=False, preexec_fn=refuse)
        return done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace")

    def lint(self, jobs):
        return ["lint", str(self.workspace), "--format", "json", "--jobs", str(jobs)]

    def refer(self, words):
        """Keeps what a run finds that has all the memory it wants."""
        status, out, err = self.run(words, f"{words[0]}-reference")
        if status != 1 or words[0] == "lint" and "unknown-key" not in out:
            sys.exit(f"`guidec {words[0]}` with memory does not find what is wrong: status {status}, {err or out[:1000]}")
        self.reference[words[0]] = status, out

    def expect(self, words, name, what, told, limit=None, **environment):
        """Runs it, and again with memory if something was cached. Returns whether memory was what it lacked."""
        key = words[0]
        if key not in self.reference:
            self.refer(words)
        status, out, err = self.run(words, name, limit, **environment)
        whole = (status, out) == self.reference[key]
        # The loader, before guidec runs.
        unstarted = status == 127 and "error while loading shared libraries" in err
        lacks = status == 2 and any(word in err for word in told)
        differs = "" if whole else "\n".join(difflib.unified_diff(self.reference[key][1].splitlines(), out.splitlines(),
                                                                   "expected", "found", lineterm="", n=0))
        check(whole or unstarted or lacks, f"{what}: status {status}, {err or differs[:1000]}")
        if any((self.folder / f"cache-{name}").rglob("?/*")):
            shutil.rmtree(self.folder / "out", ignore_errors=True)
            again = self.run(words, name)[:2]
            check(again == self.reference[key], f"{what}: the cache holds other findings: {again}")
        shutil.rmtree(self.folder / f"cache-{name}", ignore_errors=True)
        return lacks

    def starts(self, megabytes):
        """Whether the loader has enough to start guidec at all."""
        return self.run(["--version"], "start", megabytes * 1_000_000)[0] != 127


def fail_allocations(runner, library, points):
    runner.refer(runner.lint(1))
    counted = runner.folder / "count"
    runner.run(runner.lint(1), "count", LD_PRELOAD=library, GUIDEC_COUNT=str(counted))
    total = int(counted.read_text()) if counted.exists() else 0
    if total == 0:
        sys.exit(f"{library} counts no allocation of guidec")
    numbers = list(range(1, total + 1))
    if points != "all":
        numbers = sorted({1 + i * (total - 1) // max(1, int(points) - 1) for i in range(int(points))})
    runner.expect(runner.lint(1), "reference", "nothing fails", ())

    def one(number):
        how = "GUIDEC_FAIL_FROM" if number % 2 else "GUIDEC_FAIL_AT"
        # An odd one out of ten with several threads, where the number is of another allocation in each run.
        jobs = 4 if number % 10 == 1 else 1
        return runner.expect(runner.lint(jobs), f"{number}", f"{how}={number}", (OUT_OF_MEMORY,),
                             LD_PRELOAD=library, **{how: str(number)})

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        lacking = sum(pool.map(one, numbers))
    print(f"{len(numbers)} of {total} allocations failed; {lacking} runs said so")
    check(lacking > len(numbers) // 2, f"only {lacking} of {len(numbers)} runs were out of memory")


def rungs(runner, is_short):
    if not is_short:
        return range(30, 301, 5)
    first = next((megabytes for megabytes in range(40, 1000, 6) if runner.starts(megabytes)), 1000)
    return range(first, 1000, 4)


def climb(runner, is_short):
    lacking = enough = 0
    for rung, megabytes in enumerate(rungs(runner, is_short)):
        out = runner.folder / "out"
        build = ["build", "--workspace", str(runner.workspace), "--out", str(out), "--keep-going", "--to",
                 "json,ndjson,zip", "--jobs", "2"]
        commands = (runner.lint(2), build)
        before = lacking
        for words in commands[rung % 2::2] if is_short else commands:
            shutil.rmtree(out, ignore_errors=True)
            lacking += runner.expect(words, f"{megabytes}", f"{words[0]} in {megabytes} MB", (OUT_OF_MEMORY,),
                                     limit=megabytes * 1_000_000)
        # Of both, one after the other.
        enough = enough + 1 if lacking == before else 0
        if is_short and enough == 2:
            break
    print(f"{lacking} runs were out of memory")
    check(lacking > 0, "no run was out of memory")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guidec")
    parser.add_argument("sources")
    parser.add_argument("library")
    parser.add_argument("--points", default="200")
    parser.add_argument("--ladder", action="store_true")
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "sources"
        shutil.copytree(options.sources, workspace)
        # Something to find.
        for path in sorted((workspace / "exercises").glob("*.yaml"))[:1]:
            path.write_text(path.read_text() + "\nunknown: strenght\n")
        runner = Runner(str(Path(options.guidec).resolve()), workspace, Path(folder))
        if options.ladder:
            climb(runner, options.short)
        else:
            fail_allocations(runner, str(Path(options.library).resolve()), options.points)
    for failure in failures[:20]:
        print(f"FAILED: {failure}\n")
    sys.exit(1 if failures else 0)


main()
