#!/usr/bin/env python3
"""Tests the meter itself: selftest.py

A guidec that finds nothing scores nothing, one that points elsewhere or complains of length finds nothing either, a
kind that makes no slip fails, and a text is changed where it is, however YAML holds it.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import kinds  # noqa: E402, F401
from mutant import KINDS, mutants_of  # noqa: E402
from workspace import File, Workspace  # noqa: E402

JUGGLING = HERE.parent / "guides/juggling"
# Tells the same of every folder but the first, which is the clean one.
GUIDEC = """#!/usr/bin/env python3
import json, sys
first, *folders = sys.argv[sys.argv.index("--max-findings") + 2:]
print(json.dumps([dict(one, path=folder + "/" + one["path"], labels=[dict(label, path=folder + "/" + label["path"])
                                                                     for label in one["labels"]])
                  for folder in folders for one in {findings!r}]))
"""


def finding(path, line, rule="a-rule"):
    return {"path": path, "line": line, "endLine": line, "rule": rule, "message": "m", "labels": []}


class Meter(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def run_with(self, findings, *options, floor=None, update="0"):
        guidec = self.folder / "guidec"
        guidec.write_text(GUIDEC.format(findings=findings))
        guidec.chmod(0o755)
        if floor is not None:
            (self.folder / "floor.toml").write_text(floor)
            options += ("--floor", self.folder / "floor.toml")
        return subprocess.run([HERE / "run.py", guidec, JUGGLING, *options], capture_output=True, text=True,
                              env=os.environ | {"GUIDEC_UPDATE": update})

    def test_finds_nothing(self):
        run = self.run_with([], "--kind", "key-flipped",
                            floor="seed = 1\nper-kind = 3\nfound = 0.5\n[kinds]\nkey-flipped = 1.0\n")
        self.assertEqual(run.returncode, 1)
        self.assertIn("0 of 3 slips of 1 kinds are found", run.stdout)
        self.assertIn("key-flipped: 0.00 of 3 slips are found, 1.0 were", run.stderr)
        self.assertIn("all kinds: 0.00", run.stderr)

    def test_points_elsewhere(self):
        run = self.run_with([finding("guidec.yaml", 1)] * 2, "--kind", "total-changed", "--per-kind", "2")
        self.assertIn("| total-changed | meaning | 2 | 0 | 2 | 0 | 2 | 0% |", run.stdout)

    def test_points_at_the_other_end(self):
        total = Workspace(JUGGLING).guides[0].file.text.split("\n").index("  total: 9 min") + 1
        away = finding("guidec.yaml", 1) | {"labels": [finding("guides/three-balls/guide.yaml", total)]}
        run = self.run_with([away], "--kind", "total-changed", "--per-kind", "2")
        self.assertIn("| total-changed | meaning | 2 | 2 | 0 | 0 | 0 | 100% |", run.stdout)

    def test_complains_of_length(self):
        long = [finding(str(path.relative_to(JUGGLING)), line, "long-sentence")
                for path in JUGGLING.rglob("*.yaml") for line in range(1, 150)]
        run = self.run_with(long, "--kind", "total-changed", "--per-kind", "1")
        self.assertIn("| total-changed | meaning | 1 | 0 | 0 | 1 |", run.stdout)

    def test_finds_the_same_as_before(self):
        guidec = GUIDEC.replace("in folders", "in [first, *folders]").format(findings=[finding("guidec.yaml", 1)])
        (self.folder / "guidec").write_text(guidec)
        (self.folder / "guidec").chmod(0o755)
        run = subprocess.run([HERE / "run.py", self.folder / "guidec", JUGGLING, "--kind", "total-changed",
                              "--per-kind", "2"],
                             capture_output=True, text=True)
        self.assertIn("| total-changed | meaning | 2 | 0 | 0 | 2 | 0 | 0% |", run.stdout)

    def test_makes_nothing(self):
        self.assertFalse(mutants_of(Workspace(JUGGLING), "side-swapped-in-figure"))
        run = self.run_with([], "--kind", "side-swapped-in-figure", "--kind", "key-flipped",
                            floor="seed = 1\nper-kind = 1\nfound = 0.0\n[kinds]\nside-swapped-in-figure = 0.0\n")
        self.assertEqual(run.returncode, 1)
        self.assertIn("side-swapped-in-figure: no slip was made", run.stderr)
        run = self.run_with([], "--kind", "side-swapped-in-figure")
        self.assertIn("no slip was made", run.stderr)

    def test_the_floor_is_written(self):
        floor = "seed = 1\nper-kind = 2\nfound = 1.0\n[kinds]\n"
        self.assertEqual(self.run_with([], "--kind", "key-flipped", floor=floor, update="1").returncode, 0)
        written = (self.folder / "floor.toml").read_text()
        self.assertIn("found = 0.000\n\n[kinds]\nkey-flipped = 0.000\n", written)
        self.assertEqual(self.run_with([], "--kind", "key-flipped", floor=written).returncode, 0)

    def test_every_kind_makes_slips(self):
        made = {name for folder in (JUGGLING, JUGGLING.parent / "balance", HERE.parents[1] / "sources")
                for workspace in [Workspace(folder)] for name in KINDS if mutants_of(workspace, name, most=1)}
        # No guide of these states a tempo.
        self.assertEqual(sorted(set(KINDS) - made), ["tempo-restated"])

    def test_the_same_seed_makes_the_same(self):
        one, other = (mutants_of(Workspace(JUGGLING), "hold-restated", seed=3, most=5) for _ in range(2))
        self.assertEqual([mutant.key() for mutant in one], [mutant.key() for mutant in other])
        other = mutants_of(Workspace(JUGGLING), "hold-restated", seed=4, most=5)
        self.assertNotEqual([mutant.key() for mutant in one], [mutant.key() for mutant in other])

    def test_texts_are_changed_in_their_place(self):
        (self.folder / "a.yaml").write_text(
            "plain: one two\nsingle: 'it''s two'\ndouble: \"one \\t two\"\nflow: {a: one two, b: [two]}\n"
            "folded: >-\n  one\n  two three\n\n  four\nliteral: |\n  one\n  two\nwrapped: one\n  two\n# after\nlast: two\n")
        file = File(self.folder, self.folder / "a.yaml")
        for text in file.texts:
            for word in ("five", "a: b", "x #y", "it's"):
                edit = text.becomes(text.value.replace("two", word, 1))
                if edit is None:
                    self.assertEqual(text.keys, ("double",))
                    continue
                changed = file.text[: edit.start] + edit.new + file.text[edit.end :]
                (self.folder / "b.yaml").write_text(changed)
                again = File(self.folder, self.folder / "b.yaml")
                self.assertEqual([one.value for one in again.texts],
                                 [one.value.replace("two", word, 1) if one is text else one.value
                                  for one in file.texts], changed)


if __name__ == "__main__":
    unittest.main()
