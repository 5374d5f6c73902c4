#!/usr/bin/env python3
"""Makes slips of every kind in clean workspaces by rule, and counts which of them guidec finds:
run.py GUIDEC WORKSPACE... [--seed N] [--per-kind N] [--guides N] [--kind KIND]... [--list] [--missed] [--table]
       [--floor FILE]

    run.py build/guidec sources tests/guides/juggling --table    the share found, by kind
    run.py build/guidec sources --kind hold-restated --missed    what passes, with both texts
    run.py build/guidec sources --list --per-kind 3              each slip, with what is found

A kind is a function in kinds/: it swaps, negates, renumbers, reorders, drops or breaks what it finds in the files, so
that a new guide is tried without a line here. A slip is made only where the guide's own data can refute it. Each is
put into a copy of the workspace, which is linted as an editor does it, and its findings are compared with those of the
clean workspace. It counts as
    found      with a new finding at its line or the next one, or at the other end of a pair of places that disagree
    elsewhere  with new findings in other places alone
    missed     with none; those of TASTE, on length and style, tell nobody of the slip
and what is new in places that have nothing to do with the slip counts as extra.

--floor FILE fails where the share found falls under the one in FILE, overall or for a kind, or where a kind makes
nothing that is named there; FILE says which sample is meant. GUIDEC_UPDATE=1 writes the shares of this run into it.
"""
import argparse
import collections
import os
import pathlib
import shutil
import sys
import tempfile
import tomllib

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent),
                str(pathlib.Path(__file__).resolve().parent.parent / "support")]
import kinds  # noqa: E402, F401
import many_copies  # noqa: E402
from mutant import GROUPS, KINDS, mutants_of  # noqa: E402
from workspace import Workspace  # noqa: E402

# What tells that a text is long or choices are unlike tells nobody that it is wrong.
TASTE = {"long-step", "overloaded-step", "long-sentence", "reading-grade", "reading-goal", "passive-voice",
         "passive-step",
         "repeated-opening", "key-position", "longest-key", "mostly-longest-keys", "one-sided-truths",
         "mixed-choice-form",
         "mixed-choice-capitals", "mixed-choice-punctuation", "clang-association", "unbroken-text", "absolute-choice",
         "vague-frequency", "unordered-numbers", "order-given-away", "exercise-without-picture", "unasked-section"}
# Nor does what is said of every negative tell that one is wrong there.
NEGATIVES = {"unemphasised-negative", "negative-stem"}
AT_ONCE = 200


class Outcome:
    def __init__(self, mutant, new):
        self.mutant = mutant
        places = list(mutant.lines())
        idle = TASTE | NEGATIVES if KINDS[mutant.kind].group == "meaning" else TASTE
        taste = [one for one in new if one["rule"] in idle]
        new = [one for one in new if one["rule"] not in idle]
        self.here = [one for one in new if near(one, places)]
        self.away = [one for one in new if one not in self.here]
        self.result = "found" if self.here else "elsewhere" if self.away else "missed"
        self.extra = len(self.away) - (self.result == "elsewhere") + len(taste)


def near(finding, places):
    """Whether a finding, or a place that it points to as well, is within a line of one of the places."""
    spots = [finding, *finding.get("labels", [])]
    return any(spot["path"] == path and first - 1 <= spot["endLine"] and spot["line"] <= last + 1
               for spot in spots for path, first, last in places)


def within(findings, folder):
    """The findings, with paths inside the folder."""
    for finding in findings:
        for spot in [finding, *finding.get("labels", [])]:
            spot["path"] = os.path.relpath(spot["path"], folder.name)
    return findings


def new_findings(found, clean):
    """Those that the clean workspace does not have; a finding is known by its rule, file and message."""
    known = collections.Counter((one["rule"], one["path"], one["message"]) for one in clean)
    new = []
    for one in found:
        key = (one["rule"], one["path"], one["message"])
        if known[key]:
            known[key] -= 1
        else:
            new.append(one)
    return new


def tried(guidec, workspace, mutants):
    """The outcome of each mutant. Each has a copy of the workspace, whose other files are links."""
    outcomes = []
    for at in range(0, max(len(mutants), 1), AT_ONCE):
        batch = mutants[at : at + AT_ONCE]
        with tempfile.TemporaryDirectory() as home:
            folders = [pathlib.Path(home, "whole")]
            shutil.copytree(workspace.folder, folders[0])
            for number, mutant in enumerate(batch):
                folders.append(many_copies.copy_of(folders[0], number))
                for file in mutant.files():
                    many_copies.replace(folders[-1] / file.path, mutant.changed(file).encode())
            # A slip in guidec.yaml is an error of use, with status 2.
            clean, *found = [within(one, folder) for one, folder in
                             zip(many_copies.lint(guidec, folders, statuses=(0, 1, 2)), folders)]
            outcomes += [Outcome(mutant, new_findings(one, clean)) for mutant, one in zip(batch, found)]
    return outcomes


def clipped(text):
    text = " ⏎ ".join(line.strip() for line in text.strip("\n").split("\n"))
    text = "".join(letter if letter.isprintable() else f"<{ord(letter):04X}>" for letter in text)
    return text if len(text) < 240 else text[:239] + "…"


def shown(workspace, outcome, with_findings):
    mutant = outcome.mutant
    way = f" ({mutant.way})" if mutant.way else ""
    lines = [f"{outcome.result}: {mutant.kind}{way} at {workspace.folder.name}/{mutant.file}:{mutant.line}",
             f"    - {clipped(mutant.around('old'))}", f"    + {clipped(mutant.around('new'))}"]
    for one in outcome.here + outcome.away if with_findings else ():
        lines.append(f"    {one['path']}:{one['line']} {one['rule']}: {clipped(one['message'])}")
    return "\n".join(lines)


def counts_of(outcomes):
    count = collections.Counter(one.result for one in outcomes)
    return [len(outcomes), count["found"], count["elsewhere"], count["missed"], sum(one.extra for one in outcomes)]


def share(outcomes):
    return counts_of(outcomes)[1] / len(outcomes) if outcomes else 0.0


def table(by_kind):
    rows = [("kind", "group", "made", "found", "elsewhere", "missed", "extra", "share")]
    rows += [(name, KINDS[name].group, *counts_of(some), f"{share(some):.0%}") for name, some in by_kind.items()]
    for group in (*GROUPS, "all"):
        some = [one for name, part in by_kind.items() for one in part if group in (KINDS[name].group, "all")]
        rows.append((f"**{group}**", "", *counts_of(some), f"{share(some):.0%}"))
    rows.insert(1, ("---",) * len(rows[0]))
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in rows)


def under(floor, by_kind, every_kind):
    """What is found less often than it was. Where some kinds are tried alone, the others are not missed."""
    every = [one for some in by_kind.values() for one in some]
    for name, was in [("all kinds", floor["found"]), *floor["kinds"].items()]:
        some = every if name == "all kinds" else by_kind.get(name, [])
        if not some and not every_kind and name not in by_kind:
            continue
        if not some:
            yield f"{name}: no slip was made"
        elif share(some) < was - 0.005:
            yield (f"{name}: {share(some):.2f} of {len(some)} slips are found, {was} were; "
                   f"--kind {name} --missed shows the others")


def written(floor, by_kind):
    every = [one for some in by_kind.values() for one in some]
    lines = ["# The share of slips that are found, which never falls: run.py --floor. GUIDEC_UPDATE=1 writes it.",
             f"seed = {floor['seed']}", f"per-kind = {floor['per-kind']}", f"found = {share(every):.3f}", "", "[kinds]"]
    return "\n".join(lines + [f"{name} = {share(some):.3f}" for name, some in by_kind.items() if some]) + "\n"


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("guidec", type=os.path.abspath)
    parser.add_argument("workspaces", type=pathlib.Path, nargs="+", metavar="WORKSPACE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-kind", type=int, default=12, help="at most so many slips of a kind in a workspace")
    parser.add_argument("--guides", type=int, default=8, help="make slips in at most so many guides of a workspace")
    parser.add_argument("--kind", action="append", choices=sorted(KINDS), metavar="KIND")
    parser.add_argument("--list", action="store_true", help="show every slip with its findings")
    parser.add_argument("--missed", action="store_true", help="show the slips that pass")
    parser.add_argument("--table", action="store_true", help="show the table even beside other lists")
    parser.add_argument("--floor", type=pathlib.Path, help="fail where less is found than this file says")
    return parser.parse_args()


def main():
    options = parsed()
    floor = tomllib.loads(options.floor.read_text()) if options.floor else None
    if floor:
        options.seed, options.per_kind = floor["seed"], floor["per-kind"]
    names = options.kind or sorted(KINDS)
    by_kind = {name: [] for name in names}
    for folder in options.workspaces:
        if not (folder / "guidec.yaml").is_file():
            sys.exit(f"{folder} is no workspace")
        workspace = Workspace(folder, options.guides, options.seed)
        mutants = [mutant for name in names for mutant in mutants_of(workspace, name, options.seed, options.per_kind)]
        for outcome in tried(options.guidec, workspace, mutants):
            by_kind[outcome.mutant.kind].append(outcome)
            if options.list or (options.missed and outcome.result == "missed"):
                print(shown(workspace, outcome, options.list))
    if not any(by_kind.values()):
        sys.exit("no slip was made")
    if options.table or not (options.list or options.missed):
        print(table(by_kind))
    made, found, *_ = counts_of([one for some in by_kind.values() for one in some])
    print(f"{found} of {made} slips of {len(names)} kinds are found")
    if floor and os.environ.get("GUIDEC_UPDATE") == "1":
        options.floor.write_text(written(floor, by_kind))
    elif failures := list(under(floor, by_kind, not options.kind)) if floor else []:
        sys.exit("\n".join(failures))


if __name__ == "__main__":
    main()
