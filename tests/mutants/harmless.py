#!/usr/bin/env python3
"""Edits that change no meaning, of harmless.tsv, each in a copy of its workspace: harmless.py GUIDEC. None may bring a
new finding. A line of the table has the way of the edit, the file below the project, and what is replaced by what, once
or several times in turn; `\\n` stands for the end of a line."""
import collections
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
sys.path.append(str(HERE.parent / "support"))
import many_copies  # noqa: E402

FEWEST = 60


def workspace_of(path):
    return next(folder for folder in path.parents if (folder / "guidec.yaml").exists())


def edits():
    """(line of the table, way, file, its new text)"""
    for number, line in enumerate((HERE / "harmless.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        way, name, *texts = (cell.replace("\\n", "\n") for cell in line.split("\t"))
        path = PROJECT / name
        text = path.read_text(encoding="utf-8")
        for old, new in zip(texts[::2], texts[1::2], strict=True):
            if text.count(old) != 1:
                sys.exit(f"harmless.tsv:{number}: {name} has {text.count(old)} times: {old}")
            text = text.replace(old, new)
        yield number, way, path, text


def known_by(finding):
    return finding["rule"], str(pathlib.PurePath(*pathlib.PurePath(finding["path"]).parts[1:])), finding["message"]


def main(guidec):
    scratch = pathlib.Path(tempfile.mkdtemp())
    done = list(edits())
    if len(done) < FEWEST:
        sys.exit(f"{len(done)} edits, fewer than {FEWEST}")
    clean, copies = {}, []
    for number, _, path, text in done:
        workspace = workspace_of(path)
        if workspace not in clean:
            clean[workspace] = pathlib.Path(shutil.copytree(workspace, scratch / f"clean-{len(clean)}"))
        copy = many_copies.copy_of(clean[workspace], f"edit-{number}")
        many_copies.replace(copy / path.relative_to(workspace), text.encode())
        copies.append(copy)
    folders = [*clean.values(), *copies]
    found = [collections.Counter(map(known_by, findings)) for findings in many_copies.lint(guidec, folders)]
    before = dict(zip(clean, found))
    failed = 0
    for (number, way, path, _), after in zip(done, found[len(clean):], strict=True):
        new = after - before[workspace_of(path)]
        failed += bool(new)
        for rule, file, message in new:
            print(f"harmless.tsv:{number}: {way}: {file}: {rule}: {message}")
    shutil.rmtree(scratch)
    print(f"{len(done)} harmless edits, {failed} with a finding")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve())))
