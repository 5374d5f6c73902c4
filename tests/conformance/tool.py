"""Runs a program on which a judge relies. A judge that could not look ends with status 2 and says why:
status 0 and 1 are verdicts."""

import subprocess
import sys


def give_up(reason):
    print(reason, file=sys.stderr)
    sys.exit(2)


def output_of(command, what, **options):
    """What the program prints about `what`; nothing at all is no answer."""
    name = command[0]
    try:
        done = subprocess.run(command, capture_output=True, check=False, **options)
    except OSError as error:
        give_up(f"{name} does not run: {error.strerror}")
    if done.returncode != 0:
        give_up(f"{what}: {name} ends with status {done.returncode}: {done.stderr.decode(errors='replace')}")
    if not done.stdout.strip():
        give_up(f"{what}: {name} finds no text")
    return done.stdout
