#!/usr/bin/env python3
"""Draws findings for reading: sample.py GUIDEC WORKSPACE [--per-rule 15] [--seed 1] [--rule RULE]...

Counts the findings of each rule, then prints some of each, the same ones for the same seed, with the
text that each finding marks between »guillemets«.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys


def findings(guidec, workspace):
    command = [guidec, "lint", workspace, "--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"guidec lint ends with status {run.returncode}:\n{run.stderr}")
    return json.loads(run.stdout)


def marked_text(finding):
    """The lines of the finding, with the marked part between guillemets."""
    text = pathlib.Path(finding["path"]).read_bytes()
    begin, end = finding["byteBegin"], finding["byteEnd"]
    first = text.rfind(b"\n", 0, begin) + 1
    last = text.find(b"\n", end)
    marked = text[first:begin] + "»".encode() + text[begin:end] + "«".encode() + text[end:last]
    return " ".join(marked.decode(errors="replace").split())


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("guidec")
    parser.add_argument("workspace")
    parser.add_argument("--per-rule", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", action="append")
    options = parser.parse_args()
    by_rule = collections.defaultdict(list)
    for finding in findings(options.guidec, options.workspace):
        by_rule[finding["code"], finding["rule"]].append(finding)
    for (code, rule), found in sorted(by_rule.items()):
        print(f"{len(found):5} {code} {rule}")
    for (code, rule), found in sorted(by_rule.items()):
        if options.rule and rule not in options.rule:
            continue
        print(f"\n== {code} {rule}: {len(found)}")
        # A generator a rule: a change to one rule leaves the samples of the others as they are.
        drawn = random.Random(f"{options.seed} {rule}").sample(found, min(options.per_rule, len(found)))
        for number, finding in enumerate(sorted(drawn, key=lambda f: (f["path"], f["byteBegin"])), 1):
            print(f"{number:3}. {pathlib.Path(finding['path']).stem}:{finding['line']} {finding['message']}")
            print(f"     {marked_text(finding)}")


if __name__ == "__main__":
    main()
