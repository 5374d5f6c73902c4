#!/usr/bin/env python3
"""streams.py GUIDEC SOURCES [NAME...]: guidec with standard streams that are closed or full, files that may not grow,
and signals while it writes. Each run ends with the status of what it found or with 2, and leaves nothing staged; what
was there stays whole. `--list` shows the trials; names choose among them."""
import contextlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

trials = []
failures = []
guidec = sources = None
NOWHERE = "nowhere"
ENVIRONMENT = {**os.environ, "GUIDEC_CACHE_SIZE": "0", "SOURCE_DATE_EPOCH": "1796083200"}


def trial(function):
    trials.append(function)
    return function


def check(holds, what):
    if not holds:
        failures.append(what)


def staged(folder):
    return sorted(str(path) for path in Path(folder).rglob(".*guidec-*"))


def run(words, folder, **more):
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    done = subprocess.run([guidec, *words], cwd=folder, stdin=subprocess.DEVNULL, check=False, env=ENVIRONMENT, **streams)
    left = staged(folder)
    check(not left, f"{words}: staging is left: {left}")
    return done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode()


# Each command, its status, and whether standard output takes part in it.
COMMANDS = ((["lint", "ws"], 0, True), (["lint", "ws", "--format", "json=r.json"], 0, False),
            (["build", "--workspace", "ws", "--out", "out", "--to", "json"], 0, True), (["lint", NOWHERE], 2, True),
            (["nonsense"], 2, False), ([], 2, False), (["--version"], 0, True), (["rules"], 0, True),
            (["lint", "broken"], 1, True), (["build", "--workspace", "broken", "--out", "out"], 1, False))


def with_streams(how, folder, words):
    shutil.rmtree(folder / "out", ignore_errors=True)
    script = f'exec "$0" "$@" {how}'
    done = subprocess.run(["bash", "-c", script, guidec, *words], cwd=folder, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, env=ENVIRONMENT, check=False)
    check(not staged(folder), f"{words} {how}: staging is left: {staged(folder)}")
    return done.returncode


@trial
def standard_error(folder):
    """What cannot be said there changes no verdict."""
    for words, status, _ in COMMANDS:
        for how in ("2>&-", "2>/dev/full", "<&- 2>&-"):
            found = with_streams(how, folder, words)
            check(found == status, f"{words} {how}: status {found} instead of {status}")


@trial
def standard_output(folder):
    """Where the answer gets lost, the run has failed."""
    for words, status, is_shown in COMMANDS:
        for how in (">&-", ">/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full", "<&- >&- 2>&-"):
            wanted = 2 if is_shown else status
            found = with_streams(how, folder, words)
            check(found == wanted, f"{words} {how}: status {found} instead of {wanted}")


@trial
def numbers_of_closed_streams(folder):
    """No file that is opened later stands in for standard error."""
    found = with_streams("2>&- >&-", folder, ["lint", "broken", "--format", "json=r.json", "--format", "text"])
    check(found == 2, f"status {found}")
    check((folder / "r.json").read_text().startswith("[\n") and "error" not in (folder / "r.json").read_text()[:3],
          "the report holds what was meant for standard error")


@trial
def standard_input(folder):
    path = "ws/glossary.yaml"
    for how in ("<&-", "< ."):
        found = with_streams(how, folder, ["lint", "--stdin-filename", path])
        check(found == 2, f"{how}: status {found}")
    # More than a file may hold, and without an end.
    with open("/dev/zero", "rb") as zero:
        done = subprocess.run([guidec, "lint", "--stdin-filename", path], cwd=folder, stdin=zero, check=False,
                              env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)))
    check(done.returncode == 2 and b"too large" in done.stderr, f"without an end: {done.returncode}, {done.stderr}")


@trial
def files_that_may_not_grow(folder):
    for size in (0, 100, 5000):
        def limit(size=size):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        for words in (["build", "--workspace", "ws", "--out", "out", "--to", "json"],
                      ["lint", "ws", "--format", "sarif=r.sarif"]):
            status, _, said = run(words, folder, preexec_fn=limit)
            check(status == 2 and "File too large" in said and "ulimit -f" in said,
                  f"{words[0]}, {size} bytes: status {status}, {said}")
        check(not (folder / "r.sarif").exists() and not list((folder / "out").glob("*")),
              f"{size} bytes: something half written is there")
        with open(folder / "rules.txt", "wb") as file:
            status, _, said = run(["rules"], folder, stdout=file, preexec_fn=limit)
        check(status == 2, f"rules, {size} bytes: status {status}, {said}")


def signal_when_staged(words, folder, number):
    """Sends the signal as soon as something is staged; whether it came in time, and the status."""
    with subprocess.Popen([guidec, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          env=ENVIRONMENT) as process:
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                if any(name.name.startswith(".") for name in os.scandir(folder / "out")):
                    break
        in_time = process.poll() is None
        process.send_signal(number)
        process.communicate()
    check(not staged(folder), f"{words[0]}, signal {number}: staging is left: {staged(folder)}")
    return in_time, process.returncode


@trial
def signals_while_it_writes(folder):
    caught = 0
    (folder / "out").mkdir(exist_ok=True)
    report = folder / "out/r.sarif"
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        report.write_text("old")
        in_time, status = signal_when_staged(["lint", "large", "--format", "sarif=out/r.sarif"], folder, number)
        text = report.read_text()
        check(text == "old" or text.endswith("}\n"), f"signal {number}: the report is neither the old nor whole")
        check(not in_time or status in (1, 2), f"signal {number}: status {status}")
        caught += in_time
    check(caught > 0, "no signal came while it wrote")


@trial
def signals_at_the_start(folder):
    words = [guidec, "build", "--workspace", "ws", "--out", "out", "--to", "json"]
    for milliseconds in range(0, 60, 4):
        with subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=ENVIRONMENT) as process:
            time.sleep(milliseconds / 1000)
            process.send_signal(signal.SIGTERM)
        check(process.returncode in (0, 2, -signal.SIGTERM), f"after {milliseconds} ms: {process.returncode}")
        check(not staged(folder), f"after {milliseconds} ms: staging is left: {staged(folder)}")


@trial
def threads(folder):
    """One more than there may be. Root may have any number."""
    as_user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    copy = shutil.copy(guidec, folder)
    done = subprocess.run([*as_user, "bash", "-c", 'ulimit -u 1; exec "$0" lint ws --jobs 4 --no-cache', copy],
                          cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, env=ENVIRONMENT)
    said = done.stdout.decode()
    check(done.returncode == 2 and "no more threads can be started" in said or done.returncode == 0,
          f"status {done.returncode}, {said}")


def make_large(folder):
    """A workspace whose report takes a while to write."""
    folder.mkdir()
    (folder / "guidec.yaml").write_text("# yaml-language-server: $schema=x/workspace.schema.json\nname: L\n"
                                        "language: en-US\n")
    terms = "".join(f"  t{i}:\n    term: t{i}\n    meaning: a a thing\n" for i in range(4000))
    (folder / "glossary.yaml").write_text(f"# yaml-language-server: $schema=x/glossary.schema.json\nterms:\n{terms}")


def main():
    global guidec, sources
    if sys.argv[1] == "--list":
        print("\n".join(function.__name__ for function in trials))
        return
    guidec, sources = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    names = sys.argv[3:]
    unknown = set(names) - {function.__name__ for function in trials}
    if unknown:
        sys.exit(f"no such trial: {', '.join(sorted(unknown))}")
    for function in trials:
        if names and function.__name__ not in names:
            continue
        before = len(failures)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name).resolve()
            shutil.copytree(sources, folder / "ws")
            shutil.copytree(sources, folder / "broken")
            exercise = sorted((folder / "broken/exercises").glob("*.yaml"))[0]
            exercise.write_text(exercise.read_text() + "\nunknown: strenght\n")
            make_large(folder / "large")
            function(folder)
        print(f"{function.__name__}: {'ok' if len(failures) == before else 'FAILED'}", flush=True)
        for failure in failures[before:]:
            print(f"  {failure[:1000]}", flush=True)
    sys.exit(1 if failures else 0)


main()
