#!/usr/bin/env python3
"""Runs the cases that are given as Markdown files: each block is a file to make or a session.

    ```yaml file=sources/guidec.yaml      a file; `mode=755` makes it executable
    ```console                            `$ command`, then its whole output, standard error
    $ guidec lint .                       included; `? 2` is its exit status, 0 when left out
    ```

`[..]` in an expected line stands for any text; `\\ no line end` after the last line says that the output ends
without one. In a pipeline no part may end otherwise than with 0, 1, 2 or a broken pipe, unless the whole is
expected to. What is neither a file nor a session, a session without a command, and a case without a session
are faults of the case. A case runs in an empty folder of its own, by bash,
with these in PATH, before all else: the case's own bin/, guidec, `as-user`, which runs a command
as somebody without rights (when root) or as it is, and `with-mounts`, which lets it mount for itself
alone. $SOURCES is the folder of the flagship guide, $SMALL that of one with two exercises.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

AS_USER = """#!/bin/sh
# The tests' programs may lie where only their owner may look.
PATH=$PATH:/usr/bin:/bin
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; fi
exec "$@"
"""


# A chroot refuses user namespaces, so that mounting there takes root or sudo.
WITH_MOUNTS = """#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec unshare --mount --propagation unchanged "$@"; fi
if unshare --map-root-user true 2> /dev/null; then exec unshare --map-root-user --mount "$@"; fi
exec sudo --non-interactive --preserve-env env PATH="$PATH" unshare --mount --propagation unchanged "$@"
"""


SECONDS = 600  # a command that hangs; a busy machine may take minutes
NO_LINE_END = "\\ no line end"
# Writes what each part of the pipeline that has just run ended with.
RECORD_STATUSES = """trap 'printf "%s\\n" "${PIPESTATUS[@]}" >> "$STATUSES"' DEBUG EXIT\n"""
BROKEN_PIPE = 128 + 13


class CaseError(Exception):
    pass


def blocks(text):
    """(kind, options, line of the first line in it, text) of each block."""
    fence, inside = None, []
    for number, line in enumerate(text.split("\n"), 1):
        if fence is None and line.startswith("```"):
            fence, inside = (number, line[3:].split()), []
        elif line == "```":
            number, words = fence
            options = dict(word.split("=", 1) for word in words[1:] if "=" in word)
            is_file = "file" in options and options.keys() <= {"file", "mode"} and len(words) == len(options) + 1
            if not is_file and words != ["console"]:
                raise CaseError(f"line {number}: neither `console` nor `file=`: {' '.join(words)}")
            yield words[0], options, number + 1, "".join(line + "\n" for line in inside)
            fence = None
        elif fence is not None:
            inside.append(line)
    if fence is not None:
        raise CaseError(f"line {fence[0]}: the block has no end")


def commands(session, number):
    """[command, expected output lines, expected status] of each `$` in a session that begins at a line."""
    found = []
    status = None
    for number, line in enumerate(session.split("\n")[:-1], number):
        is_status = re.fullmatch(r"\? \d+", line)
        if line.startswith("$"):
            if not re.fullmatch(r"\$ \S.*", line):
                raise CaseError(f"line {number}: no command")
            found.append([line[2:], [], 0])
            status = None
        elif not found:
            raise CaseError(f"line {number}: output of no command")
        elif status is not None:
            raise CaseError(f"line {number}: output behind the status")
        elif is_status:
            found[-1][2] = status = int(line[2:])
        elif line.startswith("> ") and not found[-1][1]:
            found[-1][0] += "\n" + line[2:]
        else:
            found[-1][1].append(line)
    if not found:
        raise CaseError(f"line {number}: a session without a command")
    return found


def lines_of(output):
    lines = output.split("\n")
    if lines.pop() != "":
        return output.split("\n") + [NO_LINE_END]
    return lines


def unexpected(statuses, expected):
    """What parts of pipelines ended with that no part should."""
    return sorted({status for status in map(int, statuses.read_text().split())
                   if status > 2 and status not in (BROKEN_PIPE, expected)})


def matches(expected, found):
    pattern = ".*".join(re.escape(part) for part in expected.split("[..]"))
    return re.fullmatch(pattern, found) is not None


def run_case(path, guidec, sources, home):
    (home / "bin").mkdir()
    (home / "tools").mkdir()
    for name, script in (("as-user", AS_USER), ("with-mounts", WITH_MOUNTS)):
        (home / "tools" / name).write_text(script)
        (home / "tools" / name).chmod(0o755)
    # A copy that anybody may run, wherever the build tree lies.
    shutil.copy(guidec, home / "tools/guidec")
    data = home / "tools/share/guidec"
    shutil.copytree(guidec.parent / "share/guidec/templates", data / "templates")
    (data / "node_modules").symlink_to((guidec.parent / "share/guidec/node_modules").resolve())
    work = home / "work"
    work.mkdir()
    for folder in (home, work):
        folder.chmod(0o755)
    environment = {
        "PATH": f"{home}/bin:{home}/tools:{os.environ['PATH']}",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "SOURCES": str(sources),
        "SMALL": str(pathlib.Path(__file__).resolve().parent / "small"),
        "GUIDEC_DATA_DIR": str(data),
    }
    statuses = home / "statuses"
    environment["STATUSES"] = str(statuses)
    failures = []
    parts = list(blocks(path.read_text()))
    if not any(kind == "console" for kind, _, _, _ in parts):
        raise CaseError("no session")
    for kind, options, number, text in parts:
        if "file" in options:
            root = home if options["file"].startswith("bin/") else work
            target = root / options["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
            target.chmod(int(options.get("mode", "644"), 8))
        if kind != "console":
            continue
        for command, expected, status in commands(text, number):
            statuses.write_text("")
            done = subprocess.run(["bash", "-c", RECORD_STATUSES + command], cwd=work, env=environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=SECONDS)
            found = lines_of(done.stdout.decode(errors="replace"))
            same = len(found) == len(expected) and all(map(matches, expected, found))
            odd = unexpected(statuses, status)
            if odd:
                found.append(f"(a part of the pipeline ends with status {odd[0]})")
            if not same or odd or done.returncode != status:
                failures.append("\n".join(
                    [f"{path.name}: $ {command}", f"  expected status {status}:"]
                    + [f"    {line}" for line in expected]
                    + [f"  found status {done.returncode}:"] + [f"    {line}" for line in found]))
    return failures


def main():
    if len(sys.argv) < 4:
        sys.exit("usage: run.py GUIDEC SOURCES CASE...")
    guidec = pathlib.Path(sys.argv[1]).resolve()
    sources = pathlib.Path(sys.argv[2]).resolve()
    failures = []
    for case in map(pathlib.Path, sys.argv[3:]):
        home = pathlib.Path(tempfile.mkdtemp(prefix="guidec-case-"))
        try:
            failures += run_case(case, guidec, sources, home)
        except CaseError as error:
            failures.append(f"{case}: {error}")
        finally:
            shutil.rmtree(home, ignore_errors=True)
    print("\n\n".join(failures) or f"{len(sys.argv) - 3} cases passed")
    return 1 if failures else 0


sys.exit(main())
