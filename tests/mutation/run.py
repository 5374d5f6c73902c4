#!/usr/bin/python3
"""Makes small plausible bugs in guidec's own code, one at a time, and asks whether a test notices: what
survives names a behaviour that nothing holds.

Everything happens in a copy of the project below build/mutation, with a build tree of its own; both are reused.
Where the system allows it, all that is compiled and run there sees the rest of the disk read-only, since a bug
in what deletes files deletes files; and each processor has a mutant of its own, in a copy of that copy, which its
programs see in the place of the first."""
import argparse
import collections
import ctypes
import fcntl
import hashlib
import json
import multiprocessing
import os
import pathlib
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))
# Debian's libclang, whichever Python comes first in PATH.
sys.path.append("/usr/lib/python3/dist-packages")

import cpp  # noqa: E402
import scripts  # noqa: E402
from mutant import WEIGHTS, Mutant, masked  # noqa: E402

TEMPLATES = "src/emit/typst/"
NOTICED, SURVIVED, TIMED_OUT, INVALID = "noticed", "survived", "timed out", "does not compile"

# The folder $1 takes the place of $0. Everything outside of it becomes read-only; /tmp is a folder in it. Bash stays,
# to bury the dead.
SHUT_IN = r"""
mount --bind "$1" "$0" || exit 125
cd "$0" || exit 125
shift
findmnt --raw --noheadings --output TARGET | while read -r place; do
  case $place in
    /proc | /proc/* | /sys | /sys/* | /dev | /dev/* | "$0" | "$0"/*) ;;
    *) mount -o remount,bind,ro "$place" ;;
  esac
done 2> /dev/null
case $0 in /tmp/*) ;; *) mount --bind "$0/build/tmp" /tmp ;; esac
"$@"
exit $?
"""


PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
LIBC = ctypes.CDLL(None)


class Commands:
    """Runs commands in the copy `real`, which they see as `folder`; leaves no process behind."""

    def __init__(self, folder, real):
        self.folder, self.real = folder, real
        self.temporary = real / "build/tmp"
        for name in ("tmp", "home", "ccache"):
            (real / "build" / name).mkdir(parents=True, exist_ok=True)
        self.temporary.chmod(0o1777)
        own = str(folder).startswith("/tmp/")
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("GUIDEC_", "XDG_", "CCACHE_", "SOURCE_DATE"))}
        self.environment |= {
            "HOME": str(folder / "build/home"), "TMPDIR": str(folder / "build/tmp") if own else "/tmp",
            "CCACHE_DIR": str(folder / "build/ccache"), "CCACHE_TEMPDIR": str(folder / "build/ccache/tmp"),
            "CCACHE_SLOPPINESS": "pch_defines,time_macros", "LC_ALL": "C.UTF-8",
        }
        # Orphans of what is run become our children, so that they can be found.
        LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self.prefix = []
        self.prefix = self.find_prefix()

    def find_prefix(self):
        shut_in = ["--mount", "--pid", "--fork", "--kill-child", "--mount-proc",
                   "bash", "-c", SHUT_IN, str(self.folder), str(self.real)]
        as_user = [] if os.geteuid() == 0 else ["--user", "--map-current-user", "--keep-caps"]
        prefix = ["unshare", *as_user, *shut_in]
        probe = PROJECT / "build/.mutation-probe"
        probe.parent.mkdir(exist_ok=True)
        inside = self.folder / "build/probe"
        done = subprocess.run([*prefix, "bash", "-c", 'touch "$0" && ! touch "$1"', str(inside), str(probe)],
                              stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode == 0 and not probe.exists():
            return prefix
        if PROJECT != self.folder:
            probe.unlink(missing_ok=True)
        say("note: mutants cannot be shut in here: what one deletes or writes outside of its copy is not held up")
        return []

    def run(self, command, seconds):
        """The exit status, None when it took longer, and the output."""
        with open(self.real / "build/output", "w+b") as output:
            process = subprocess.Popen([*self.prefix, *map(str, command)], cwd=self.real, env=self.environment,
                                       stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                       start_new_session=True,
                                       preexec_fn=lambda: LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
            try:
                status = process.wait(seconds)
            except subprocess.TimeoutExpired:
                status = None
            finally:
                kill_descendants()
                process.wait()
            output.seek(0)
            return status, output.read().decode(errors="replace")

    def clear_temporary(self):
        for path in self.temporary.iterdir():
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() and not path.is_symlink() else path.unlink()


def kill_descendants():
    while True:
        parents = {}
        for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                words = status.read_text(errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(status.parent.name)] = (int(words[1]), words[0])
        mine = {os.getpid()}
        while more := {pid for pid, (parent, _) in parents.items() if parent in mine} - mine:
            mine |= more
        alive = [pid for pid in mine - {os.getpid()} if parents[pid][1] != "Z"]
        for pid in alive:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        for pid, (parent, state) in parents.items():
            if parent == os.getpid() and state == "Z":
                os.waitpid(pid, os.WNOHANG)
        if not alive:
            return
        time.sleep(0.02)


def say(text):
    print(text, flush=True)


def fail(text):
    print(text, file=sys.stderr)
    sys.exit(2)


# ---- The copy ----

def project_files():
    listed = subprocess.run(["git", "-C", PROJECT, "ls-files", "-co", "--exclude-standard", "-z"],
                            capture_output=True)
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
    else:
        names = [str(path.relative_to(PROJECT)) for path in PROJECT.rglob("*")]
    return sorted(name for name in names if name and not name.startswith(("build/", "outputs/", ".git/"))
                  and (PROJECT / name).is_file())


def synchronise(folder):
    """Makes the copy what the project is, file by file, so that only what has changed is compiled again. Gives
    the hash of all of it."""
    names = project_files()
    digest = hashlib.sha256()
    for name in names:
        text = (PROJECT / name).read_bytes()
        digest.update(f"{name}\0{len(text)}\0".encode() + text)
        copy = folder / name
        if not copy.is_file() or copy.read_bytes() != text:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(text)
        if copy.stat().st_mode != (PROJECT / name).stat().st_mode:
            copy.chmod((PROJECT / name).stat().st_mode)
    wanted = set(names)
    for top in ("src", "tests", "schema", "sources", "ci"):
        for path in list((folder / top).rglob("*")):
            if path.is_file() and str(path.relative_to(folder)) not in wanted and "__pycache__" not in path.parts:
                path.unlink()
    return digest.hexdigest()


class Tree:
    """The copy and its build tree."""

    def __init__(self, options, commands):
        self.folder, self.commands, self.preset = commands.real, commands, options.preset
        presets = json.loads((PROJECT / "CMakePresets.json").read_text())["configurePresets"]
        place = next(preset["binaryDir"] for preset in presets if preset["name"] == self.preset)
        self.build = pathlib.Path(place.replace("${sourceDir}", str(commands.folder)))  # as programs see it
        self.real_build = pathlib.Path(place.replace("${sourceDir}", str(commands.real)))

    def configure(self):
        npm = self.folder / "build/npm"
        if not npm.exists():
            npm.symlink_to(PROJECT / "build/npm")
        # What a run that was killed left of a mutant.
        for copy in self.build.glob("share/guidec/templates/*"):
            for original in (self.folder / TEMPLATES / copy.name, self.folder / TEMPLATES / "templates" / copy.name):
                if original.exists() and original.read_bytes() != copy.read_bytes():
                    copy.write_bytes(original.read_bytes())
        if (self.build / "build.ninja").exists() and (self.build / "compile_commands.json").exists():
            return
        launcher = [f"-DCMAKE_{language}_COMPILER_LAUNCHER=ccache" for language in ("C", "CXX")] \
            if shutil.which("ccache") else []
        status, output = self.commands.run(
            ["cmake", "--preset", self.preset, f"-DGUIDEC_NODE_MODULES={npm}/node_modules",
             "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", *launcher], 600)
        if status != 0:
            fail(f"{output}\nci/mutation: cmake failed")

    def compile(self, targets, seconds=None):
        return self.commands.run(["ninja", "-C", self.build, *targets], seconds)

    def compile_commands(self):
        return json.loads((self.build / "compile_commands.json").read_text())

    def put(self, path, text):
        """Writes a file of the copy, and the copy of a template that the build tree holds. Gives what undoes it."""
        files = [self.folder / path]
        if path.startswith(TEMPLATES) and not path.endswith((".cc", ".h")):
            files.append(self.real_build / "share/guidec/templates" / pathlib.PurePath(path).name)
        was = [(file, file.read_bytes(), file.stat()) for file in files]
        for file in files:
            file.write_bytes(text)

        def undo():
            for file, old, status in was:
                file.write_bytes(old)
                if len(files) > 1:  # No compiler has seen it: nothing is to be done again.
                    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        return undo


# ---- Tests ----

class Tests:
    def __init__(self, tree, options):
        self.tree, self.budget, self.parallel = tree, options.budget, os.cpu_count()
        table = tomllib.loads((HERE / "tests.toml").read_text())
        self.places = sorted(table["place"], key=lambda place: -len(place["path"]))
        status, output = tree.commands.run(["ctest", "--test-dir", tree.build, "--show-only=json-v1"], 120)
        if status != 0:
            fail(f"{output}\nci/mutation: ctest lists no tests")
        self.fixtures, self.makes = {}, {}
        for test in json.loads(output[output.index("{"):])["tests"]:
            if any(re.fullmatch(pattern, test["name"]) for pattern in table["never"]) or \
                    not re.fullmatch(options.tests, test["name"]):
                continue
            properties = {item["name"]: item["value"] for item in test.get("properties", [])}
            self.fixtures[test["name"]] = tuple(sorted(properties.get("FIXTURES_REQUIRED", [])))
            self.makes[test["name"]] = tuple(properties.get("FIXTURES_SETUP", []))
        self.sees = self.read_layers()
        self.seconds, self.failing = {}, {}

    def read_layers(self):
        sees = {}
        for name, rest in re.findall(r"guidec_layer\((\w+)([^)]*)\)", (PROJECT / "src/CMakeLists.txt").read_text()):
            direct = re.search(r"SEES ([\w ]+?)(?: USES| GENERATED|\n|$)", rest)
            sees[name] = {name}.union(*(sees[other] for other in (direct[1].split() if direct else [])))
        return sees

    def is_relevant(self, name, layer):
        kind, _, rest = name.partition(".")
        return kind != "unit" or layer in self.sees.get(rest, {layer})

    def stages(self, path):
        """Lists of tests, in the order in which they are asked, and whether the budget holds for them."""
        layer = pathlib.PurePath(path).parts[1]
        left = [name for name in self.fixtures if self.is_relevant(name, layer) and name not in self.failing]
        place = next(place for place in self.places if path == place["path"] or path.startswith(place["path"] + "/"))
        lists = []
        for patterns in place["first"]:
            chosen = [name for name in left if any(re.fullmatch(pattern, name) for pattern in patterns)]
            lists.append((chosen, len(lists) > 0))
            left = [name for name in left if name not in chosen]
        for chosen, is_rest in [*lists, (left, True)] if self.budget > 0 else lists[:1]:
            for group in self.by_price(chosen):
                yield group, is_rest

    def by_price(self, names):
        """The cheap ones together; then the dear ones, those of the same fixtures together, which are made once."""
        groups = collections.defaultdict(list)
        for name in names:
            shared = self.fixtures[name] or self.makes[name]
            seconds = self.seconds.get(name, 1)
            groups[shared or (0 if seconds < 2 else 1 if seconds < 10 else 2,)].append(name)
        return sorted(groups.values(), key=self.price)

    def price(self, names):
        return sum(self.seconds.get(name, 1) for name in names)

    def targets(self, names):
        made = {"schema.suite": "json_schema_suite", "schema.suite_is_missed": "json_schema_suite",
                "hostile.allocations": "fail_allocation"}
        of_units = {name.removeprefix("unit.") + "_test" for name in names if name.startswith("unit.")}
        of_others = {target for name in names if not name.startswith("unit.")
                     for target in ("guidec", made.get(name, "guidec"))}
        return sorted(of_units | of_others)

    def run(self, names, stop):
        """(name, status) of each test that ran, `ok`, `failed` or `timed out`, with its seconds."""
        limit = 30 + 10 * max(self.seconds.get(name, 30) for name in names)
        log = self.tree.real_build / "mutation-tests.xml"
        log.unlink(missing_ok=True)
        pattern = "^(" + "|".join(map(re.escape, names)) + ")$"
        status, output = self.tree.commands.run(
            ["ctest", "--test-dir", self.tree.build, "--tests-regex", pattern, "--parallel", self.parallel,
             "--timeout", int(limit), "--output-junit", self.tree.build / log.name,
             *(["--stop-on-failure"] if stop else [])],
            limit * len(names) + 60)
        if status is None or not log.exists():
            return {names[0]: ("timed out" if status is None else "failed", limit)}
        timed_out = set(re.findall(r"^\s*\d+ - (\S+) \(Timeout\)", output, re.M))
        found = {}
        for case in xml.etree.ElementTree.parse(log).getroot().iter("testcase"):
            name, state = case.get("name"), case.get("status")
            if state == "run":
                found[name] = ("ok", float(case.get("time")))
            elif state == "fail":
                found[name] = ("timed out" if name in timed_out else "failed", float(case.get("time")))
        return found

    def measure(self, paths, tree_hash, file):
        """Runs all tests that mutants in `paths` may need on the code as it is. Those that fail are left out."""
        known = json.loads(file.read_text()) if file.exists() else {}
        known = known["tests"] if known.get("tree") == tree_hash else {}
        needed = sorted({name for path in paths for group, _ in self.stages(path) for name in group})
        missing = [name for name in needed if name not in known]
        if missing:
            say(f"compiling, and running {len(missing)} tests on the code as it is")
            status, output = self.tree.compile(self.targets(missing))
            if status != 0:
                fail(f"{output[-3000:]}\nci/mutation: the code as it is does not compile")
            for group in self.by_price(missing):
                known |= {name: list(result) for name, result in self.run(group, stop=False).items()}
                file.write_text(json.dumps({"tree": tree_hash, "tests": known}))
            self.tree.commands.clear_temporary()
        for name in needed:
            state, seconds = known.get(name, ("does not run", 0))
            if state == "ok":
                self.seconds[name] = seconds
            else:
                self.failing[name] = state
        if self.failing:
            say("left out, since they fail on the code as it is: " +
                ", ".join(f"{name} ({state})" for name, state in sorted(self.failing.items())))
        if len(self.failing) == len(needed):
            fail("ci/mutation: no test is left")


# ---- Mutants ----

def mutable_files(paths):
    """What is mutated below `paths`: headers, of which everything hangs, only where one is named."""
    named = [path.rstrip("/") for path in paths] or ["src"]
    chosen = []
    for name in project_files():
        suffix = pathlib.PurePath(name).suffix
        is_code = name.startswith("src/") and (suffix == ".cc" or (name.startswith(TEMPLATES) and
                                                                   suffix in (".typ", ".mjs")))
        if (name in named and suffix in (".cc", ".h", ".typ", ".mjs")) or \
                (is_code and any(name.startswith(path + "/") for path in named)):
            chosen.append(name)
    if not chosen:
        fail(f"ci/mutation: nothing to mutate in {', '.join(named)}")
    return [name for name in chosen if name != "src/main.cc"]


def size(root, path):
    code, _ = masked((root / path).read_text("latin-1"), quotes="\"'", raw=path.endswith(".cc"))
    return sum(1 for line in code.split("\n") if len(line.strip()) > 3)


class Mutants:
    def __init__(self, tree):
        self.tree, self.found, self.commands = tree, {}, None

    def of(self, path):
        if path not in self.found:
            try:
                self.found[path] = self.read(path)
            except ValueError as error:
                say(f"left out: {error}")
                self.found[path] = []
        return self.found[path]

    def read(self, path):
        if not path.endswith((".cc", ".h")):
            return scripts.mutants(self.tree.folder, path)
        # libclang takes seconds for a file.
        makers = [HERE / "cpp.py", HERE / "mutant.py", self.tree.folder / path]
        digest = hashlib.sha256(b"".join(file.read_bytes() for file in makers)).hexdigest()
        known = self.tree.folder / "build/mutants" / (path.replace("/", "-") + ".json")
        if known.exists():
            kept = json.loads(known.read_text())
            if kept["digest"] == digest:
                return [Mutant(path, *row) for row in kept["mutants"]]
        self.commands = self.commands or self.tree.compile_commands()
        found = cpp.mutants(self.tree.folder, path, self.commands)
        known.parent.mkdir(exist_ok=True)
        rows = [[mutant.begin, mutant.end, mutant.new, mutant.kind] for mutant in found]
        known.write_text(json.dumps({"digest": digest, "mutants": rows}))
        return found

    def picks(self, paths, seed, kinds):
        """Mutants in an order that depends on the seed and the files alone; no line twice."""
        generator = random.Random(seed)
        weights = {path: size(self.tree.folder, path) for path in paths}
        left = {}
        while weights:
            path = generator.choices(list(weights), list(weights.values()))[0]
            if path not in left:
                left[path] = [mutant for mutant in self.of(path) if not kinds or mutant.kind in kinds]
            by_kind = collections.defaultdict(list)
            for mutant in left[path]:
                by_kind[mutant.kind].append(mutant)
            if not by_kind:
                del weights[path]
                continue
            kind = generator.choices(list(by_kind), [WEIGHTS[kind] for kind in by_kind])[0]
            mutant = generator.choice(by_kind[kind])
            text = (self.tree.folder / path).read_text("latin-1")
            left[path] = [other for other in left[path] if other.line(text) != mutant.line(text)]
            yield mutant


def judge(mutant, tree, tests):
    """The verdict, by which test, and what was left unasked."""
    text = (tree.folder / mutant.path).read_bytes().decode("latin-1")
    undo = tree.put(mutant.path, mutant.apply(text).encode("latin-1"))
    is_compiled = mutant.path.endswith((".cc", ".h"))
    try:
        if is_compiled:
            status, _ = tree.compile([f"guidec_{pathlib.PurePath(mutant.path).parts[1]}"], 900)
            if status != 0:
                return INVALID, "", 0
        begin = time.monotonic()
        compiled = set()
        unasked = 0
        for group, is_rest in tests.stages(mutant.path):
            if is_rest and time.monotonic() - begin + tests.price(group) / tests.parallel > tests.budget:
                unasked += len(group)
                continue
            targets = set(tests.targets(group)) - compiled
            if is_compiled and targets:
                # `guidec` runs once it is linked, to write what man and the shells read.
                before = time.monotonic()
                status, _ = tree.compile(sorted(targets), 900)
                begin += time.monotonic() - before
                compiled |= targets
                if status != 0:
                    return (TIMED_OUT if status is None else NOTICED), "build", unasked
            for name, (state, _) in tests.run(group, stop=True).items():
                if state != "ok":
                    return (TIMED_OUT if state == "timed out" else NOTICED), name, unasked
        return SURVIVED, "", unasked
    finally:
        undo()
        tree.commands.clear_temporary()


def work(options, folder, tests, todo, done):
    """Judges mutants in the copy `folder` until there is none left: the row of each, by its number."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    try:
        tree = Tree(options, Commands(options.folder, folder))
        tests.tree = tree
        while (item := todo.get()) is not None:
            number, mutant = item
            begin = time.monotonic()
            verdict, by, unasked = judge(mutant, tree, tests)
            done.put((number, {"verdict": verdict, "by": by, "unasked": unasked,
                               "seconds": round(time.monotonic() - begin, 1)}))
    except KeyboardInterrupt:
        pass
    finally:
        kill_descendants()


class Workers:
    """One for each processor where mutants can be shut in, each with a copy of the tree; else one."""

    def __init__(self, options, tree, tests):
        self.todo, self.done, self.waiting = multiprocessing.Queue(), multiprocessing.Queue(), 0
        folders = [options.folder]
        if tree.commands.prefix:
            folders = [options.folder.with_name(f"{options.folder.name}-{number}")
                       for number in range(1, os.cpu_count() + 1)]
        for folder in folders:
            if folder != options.folder:
                shutil.rmtree(folder, ignore_errors=True)
                subprocess.run(["cp", "-a", "--reflink=auto", options.folder, folder], check=True)
        tests.parallel = max(1, os.cpu_count() // len(folders))
        self.processes = [multiprocessing.Process(target=work, daemon=True,
                                                  args=(options, folder, tests, self.todo, self.done))
                          for folder in folders]
        for process in self.processes:
            process.start()

    def give(self, number, mutant):
        self.todo.put((number, mutant))
        self.waiting += 1

    def take(self):
        while True:
            try:
                number, row = self.done.get(timeout=5)
            except queue.Empty:
                if not all(process.is_alive() for process in self.processes):
                    fail("ci/mutation: a worker has ended")
                continue
            self.waiting -= 1
            return number, row

    def stop(self):
        for _ in self.processes:
            self.todo.put(None)
        for process in self.processes:
            process.join(1)


# ---- Results ----

def read_results(file):
    """The hash of the tree, then a row a mutant."""
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


class Results:
    def __init__(self, file, tree_hash, keep):
        self.file, self.known, self.rows = file, {}, []
        lines = read_results(file)
        if keep and lines and lines[0] == {"tree": tree_hash}:
            self.known = {tuple(row["key"]): row for row in lines[1:]}
            return
        file.write_text(json.dumps({"tree": tree_hash}) + "\n")

    def add(self, row, is_new):
        self.rows.append(row)
        if is_new:
            with open(self.file, "a") as file:
                file.write(json.dumps(row) + "\n")


def folder_of(path):
    parts = pathlib.PurePath(path).parts
    if path.startswith(TEMPLATES) and not path.endswith((".cc", ".h")):
        return "/".join(parts[:4])
    return "/".join(parts[:2])


def report(rows):
    judged = [row for row in rows if row["verdict"] != INVALID]
    if not judged:
        return
    say(f"\n{'folder':<32} {'mutants':>8} {'noticed':>8} {'survived':>9} {'score':>6}")
    folders = sorted({folder_of(row["path"]) for row in judged})
    for folder in [*folders, "all"]:
        own = [row for row in judged if folder in ("all", folder_of(row["path"]))]
        survived = sum(row["verdict"] == SURVIVED for row in own)
        say(f"{folder:<32} {len(own):>8} {len(own) - survived:>8} {survived:>9} "
            f"{100 * (len(own) - survived) / len(own):>5.0f}%")
    say(f"timed out, which counts as noticed: {sum(row['verdict'] == TIMED_OUT for row in judged)}; "
        f"did not compile, and were replaced: {len(rows) - len(judged)}")
    survivors = [row for row in judged if row["verdict"] == SURVIVED]
    if survivors:
        say("\nsurvivors")
    for row in sorted(survivors, key=lambda row: (row["path"], row["line"])):
        say(describe(row))


def tell(row, judged):
    """Whether the mutant counts."""
    counts = row["verdict"] != INVALID
    say(f"{judged + counts:>4} {row['seconds']:>6.0f} s  {row['path']}:{row['line']}: {row['kind']}: {row['verdict']}"
        + (f" by {row['by']}" if row["by"] else ""))
    if row["verdict"] == SURVIVED:
        say(f"  - {row['old']}\n  + {row['new']}")
    return counts


def describe(row):
    unasked = f", {row['unasked']} tests not asked" if row["unasked"] else ""
    return f"{row['path']}:{row['line']}: {row['kind']}{unasked}\n  - {row['old']}\n  + {row['new']}"


def parse_arguments():
    parser = argparse.ArgumentParser(
        prog="ci/mutation", usage="ci/mutation [options] [COUNT] [PATH ...]", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="kinds: " + ", ".join(WEIGHTS) + "\n\n"
        "Exit status: 0 whatever survived, 2 usage or a tree that does not compile, 130 interrupted; what was found\n"
        "until then is printed.")
    parser.add_argument("what", nargs="*", metavar="[COUNT] PATH",
                        help="how many mutants (150), and in which files or folders below src/ (all; headers only "
                             "where they are named)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed on the same files makes the same mutants")
    parser.add_argument("--kinds", default="", help="only mutants of these kinds, with commas between them")
    parser.add_argument("--budget", type=float, default=90, metavar="SECONDS",
                        help="how long a mutant's tests beyond the first list of tests.toml may take (90); with 0 "
                             "there are none")
    parser.add_argument("--tests", default=".*", metavar="REGEX", help="ask only tests whose whole name matches")
    parser.add_argument("--resume", action="store_true", help="take verdicts of the last run if nothing has changed")
    parser.add_argument("--survivors", action="store_true",
                        help="ask again about the survivors of the last run, as far as their lines are still there")
    parser.add_argument("--list", action="store_true", help="show the mutants, judge none")
    parser.add_argument("--folder", type=pathlib.Path, default=PROJECT / "build/mutation",
                        help="where the copy and its build tree are")
    parser.add_argument("--preset", default="quick", help="the preset of CMakePresets.json to compile with (quick)")
    options = parser.parse_intermixed_args()
    options.count = int(options.what.pop(0)) if options.what and options.what[0].isdigit() else 150
    options.kinds = {kind for kind in options.kinds.split(",") if kind}
    if unknown := options.kinds - WEIGHTS.keys():
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    options.folder = options.folder.resolve()
    for path in options.what:
        if not (PROJECT / path).exists():
            parser.error(f"no such file or folder in the project: {path}")
    return options


def earlier_survivors(rows, mutants, folder):
    for row in rows:
        if row["verdict"] != SURVIVED or not (folder / row["path"]).exists():
            continue
        text = (folder / row["path"]).read_text("latin-1")
        same = [mutant for mutant in mutants.of(row["path"])
                if mutant.kind == row["kind"] and mutant.diff(text) == (row["old"], row["new"])]
        if same:
            yield min(same, key=lambda mutant: abs(mutant.line(text) - row["line"]))
        else:
            say(f"no longer there: {describe(row)}")


def main():
    options = parse_arguments()
    files = mutable_files(options.what)
    (options.folder / "build").mkdir(parents=True, exist_ok=True)
    lock = open(options.folder / "build/lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        fail(f"ci/mutation: another run is at work in {options.folder}")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)

    commands = Commands(options.folder, options.folder)
    tree = Tree(options, commands)
    tree_hash = synchronise(options.folder)
    tree.configure()
    mutants = Mutants(tree)
    file = options.folder / "build/results.jsonl"
    if options.survivors:
        picks = list(earlier_survivors(read_results(file)[1:], mutants, options.folder))
        files = sorted({mutant.path for mutant in picks})
        options.count = len(picks)
    else:
        picks = mutants.picks(files, options.seed, options.kinds)
    if options.list:
        for _, mutant in zip(range(options.count), picks):
            text = (options.folder / mutant.path).read_text("latin-1")
            old, new = mutant.diff(text)
            say(f"{mutant.path}:{mutant.line(text)}: {mutant.kind}\n  - {old}\n  + {new}")
        return 0

    status = 0
    results = Results(file, tree_hash, options.resume)
    try:
        tests = Tests(tree, options)
        tests.measure(files, tree_hash, options.folder / "build/baseline.json")
        workers = Workers(options, tree, tests)
        picks, open_picks, originals, judged = iter(picks), {}, {}, 0
        while judged < options.count:
            # No more than are needed, so that the same seed judges the same mutants.
            while workers.waiting < min(len(workers.processes), options.count - judged) and \
                    (mutant := next(picks, None)) is not None:
                key = (mutant.path, mutant.begin, mutant.end, mutant.new)
                if known := results.known.get(key):
                    results.add(known, is_new=False)
                    judged += tell(known, judged)
                    continue
                open_picks[key] = mutant
                originals.setdefault(mutant.path, (options.folder / mutant.path).read_text("latin-1"))
                workers.give(key, mutant)
            if workers.waiting == 0:
                break
            key, found = workers.take()
            mutant = open_picks.pop(key)
            text = originals[mutant.path]
            old, new = mutant.diff(text)
            row = {"key": key, "path": mutant.path, "line": mutant.line(text), "kind": mutant.kind, "old": old,
                   "new": new} | found
            results.add(row, is_new=True)
            judged += tell(row, judged)
        workers.stop()
    except KeyboardInterrupt:
        status = 130
    finally:
        kill_descendants()
    report(results.rows)
    return status


if __name__ == "__main__":
    sys.exit(main())
