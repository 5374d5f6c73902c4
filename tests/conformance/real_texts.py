#!/usr/bin/env python3
"""Judges how guidec takes hundreds of real texts: real_texts.py GUIDEC WORKSPACE

The workspace is one of tests/noise/make_workspace.py's: its YAML and its shape are right, its prose is not.
Complains when the lint does not end in time or ends otherwise than with findings, when it finds anything
in the YAML or in the shape, when a finding points beyond its file or into a character, when a second run
reads otherwise, and when the text for people grows without bound.
"""
import json
import pathlib
import subprocess
import sys

SECONDS = 300  # a Debug build took 16 s of one core for 868 exercises
TEXT_LINES = 1500  # 100 findings are shown in full, at up to ten lines each
PROSE_FINDINGS = 500  # fewer mean that the lint stopped halfway


def lint(guidec, workspace, *options):
    command = [guidec, "lint", workspace, *options]
    run = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    if run.returncode != 1:
        said = run.stderr.decode(errors="replace")[:500]
        sys.exit(f"guidec lint ends with status {run.returncode}: {said}")
    return run.stdout


def complaints(findings):
    texts = {path: pathlib.Path(path).read_bytes() for path in {finding["path"] for finding in findings}}
    for finding in findings:
        place = f"{finding['path']}:{finding['line']}"
        if finding["code"][:2] in ("YM", "SC"):
            yield f"{place}: {finding['code']} {finding['message']}"
        begin, end = finding["byteBegin"], finding["byteEnd"]
        text = texts[finding["path"]]
        if not 0 <= begin <= end <= len(text):
            yield f"{place}: {finding['code']} stands at bytes {begin}-{end} of {len(text)}"
        elif any(byte & 0xC0 == 0x80 for byte in (text[begin:begin + 1] + text[end:end + 1])):
            yield f"{place}: {finding['code']} cuts a character"
    if len(findings) < PROSE_FINDINGS:
        yield f"{len(findings)} findings, fewer than {PROSE_FINDINGS}"


def main(guidec, workspace):
    report = lint(guidec, workspace, "--format", "json")
    found = list(complaints(json.loads(report)))
    if lint(guidec, workspace, "--format", "json") != report:
        found.append("a second run reads otherwise")
    lines = lint(guidec, workspace, "--format", "text").count(b"\n")
    if lines == 0:
        found.append("the text for people is empty")
    if lines > TEXT_LINES:
        found.append(f"the text has {lines} lines, more than {TEXT_LINES}")
    if found:
        sys.exit("\n".join(found[:20]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
