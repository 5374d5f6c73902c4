#!/usr/bin/env python3
"""Runs a test only when something that it depends on has changed since it passed:
once.py STAMP INPUT... -- COMMAND...

An INPUT is a file or a folder with all that is in it. What is installed counts too: Debian's packages, the
programs below, the user's rights and the number of processors. A new build tree has no stamp, so that it runs
everything; so does a run that failed.
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import time

INSTALLED = pathlib.Path("/var/lib/dpkg/status")
# They may come from elsewhere than Debian.
PROGRAMS = ["bash", "git", "java", "node", "pandoc", "python3"]


def files_of(path):
    if path.is_file():
        return [path]
    found = sorted(one for one in path.rglob("*") if one.is_file() and "__pycache__" not in one.parts)
    if not found:
        sys.exit(f"once.py: {path} is no file and no folder with files")
    return found


def key_of(inputs, command):
    key = hashlib.sha256(repr([command, os.geteuid(), os.cpu_count()]).encode())
    for file in [one for path in inputs for one in files_of(path)] + [INSTALLED] * INSTALLED.exists():
        key.update(repr([str(file), file.stat().st_mode, hashlib.sha256(file.read_bytes()).hexdigest()]).encode())
    for name in PROGRAMS:
        program = os.path.realpath(shutil.which(name) or "/")
        state = os.stat(program)
        key.update(repr([program, state.st_size, state.st_mtime_ns]).encode())
    return key.hexdigest()


def main():
    words = sys.argv[1:]
    at = words.index("--") if "--" in words else 0
    if at < 2 or at + 1 == len(words):
        sys.exit("usage: once.py STAMP INPUT... -- COMMAND...")
    stamp, command = pathlib.Path(words[0]), words[at + 1:]
    key = key_of([pathlib.Path(word) for word in words[1:at]], command)
    if stamp.exists() and stamp.read_text() == key:
        passed = time.strftime("%Y-%m-%d %H:%M", time.localtime(stamp.stat().st_mtime))
        print(f"unchanged since it passed on {passed}")
        return 0
    stamp.unlink(missing_ok=True)
    status = subprocess.run(command, check=False).returncode
    if status != 0:
        print(f"{command[0]} ends with status {status}")
        return 1
    stamp.parent.mkdir(parents=True, exist_ok=True)
    fresh = stamp.with_name(f"{stamp.name}.{os.getpid()}")
    fresh.write_text(key)
    fresh.replace(stamp)
    return 0


sys.exit(main())
