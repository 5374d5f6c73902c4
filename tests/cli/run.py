#!/usr/bin/env python3
"""Runs the cases that are given as Markdown files: each block is a file to make or a session.

    ```yaml file=sources/guidec.yaml      a file; `mode=755` makes it executable
    ```console                            `$ command`, then its whole output, standard error
    $ guidec lint .                       included; `? 2` is its exit status, 0 when left out
    ```

`[..]` in an expected line stands for any text. A case runs in an empty folder of its own, by bash,
with these in PATH, before all else: the case's own bin/, guidec, `as-user`, which runs a command
as somebody without rights (when root) or as it is, and `with-mounts`, which lets it mount for itself
alone. $SOURCES is the folder of the flagship guide.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

AS_USER = """#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; fi
exec "$@"
"""


# A chroot refuses user namespaces, so that mounting there takes root or sudo.
WITH_MOUNTS = """#!/bin/sh
if [ "$(id -u)" = 0 ]; then exec unshare --mount --propagation unchanged "$@"; fi
if unshare --map-root-user true 2> /dev/null; then exec unshare --map-root-user --mount "$@"; fi
exec sudo --non-interactive --preserve-env env PATH="$PATH" unshare --mount --propagation unchanged "$@"
"""


def blocks(text):
    for match in re.finditer(r"^```(\S*)([^\n]*)\n(.*?)^```$", text, re.M | re.S):
        options = dict(word.split("=", 1) for word in match[2].split())
        yield match[1], options, match[3]


def commands(session):
    """(command, expected output lines, expected status) of each `$` in a session."""
    current = None
    for line in session.splitlines():
        if line.startswith("$ "):
            if current:
                yield current
            current = [line[2:], [], 0]
        elif line.startswith("> "):
            current[0] += "\n" + line[2:]
        elif re.fullmatch(r"\? \d+", line):
            current[2] = int(line[2:])
        else:
            current[1].append(line)
    if current:
        yield current


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
        "GUIDEC_DATA_DIR": str(data),
    }
    failures = []
    for kind, options, text in blocks(path.read_text()):
        if "file" in options:
            root = home if options["file"].startswith("bin/") else work
            target = root / options["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
            target.chmod(int(options.get("mode", "644"), 8))
        if kind != "console":
            continue
        for command, expected, status in commands(text):
            done = subprocess.run(["bash", "-c", command], cwd=work, env=environment, text=True,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=120)
            found = done.stdout.splitlines()
            same = len(found) == len(expected) and all(map(matches, expected, found))
            if not same or done.returncode != status:
                failures.append("\n".join(
                    [f"{path.name}: $ {command}", f"  expected status {status}:"]
                    + [f"    {line}" for line in expected]
                    + [f"  found status {done.returncode}:"] + [f"    {line}" for line in found]))
    return failures


def main():
    guidec = pathlib.Path(sys.argv[1]).resolve()
    sources = pathlib.Path(sys.argv[2]).resolve()
    failures = []
    for case in map(pathlib.Path, sys.argv[3:]):
        home = pathlib.Path(tempfile.mkdtemp(prefix="guidec-case-"))
        try:
            failures += run_case(case, guidec, sources, home)
        finally:
            shutil.rmtree(home, ignore_errors=True)
    print("\n\n".join(failures) or f"{len(sys.argv) - 3} cases passed")
    return 1 if failures else 0


sys.exit(main())
