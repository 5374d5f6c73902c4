#!/usr/bin/env python3
"""run.py GUIDEC: hostile workspaces. What they try to reach stays out of every output and message; each trick has
a finding or an error that names it."""
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import plain

EXERCISE = plain.EXERCISE + """pictures:
  - file: plank.svg
    alt: A plank.
"""
GUIDE = plain.GUIDE + """sections:
  - id: signs
    title: What it <script>BAD1</script> feels like
    body:
      - text: |
          A [link](javascript:BAD2), <b onclick="BAD3">raw HTML</b>, ![far](https://evil.example/BAD4.png),
          ![data](data:image/svg+xml;base64,BAD5), ![above](../../../secret.png), ![link](leak.png).

          <iframe src="https://evil.example/BAD6"></iframe>

          <https://example.org/fine>
      - exercises: [plank]
"""
SVG = """<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY BAD10 "x"><!ENTITY file SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="BAD11()">
<script>BAD12</script><style>@import url(https://evil.example/BAD13.css);</style>
<image xlink:href="https://evil.example/BAD14.png" width="9" height="9"/><use href="other.svg#BAD15"/>
<a href="javascript:BAD16"><rect width="4" height="4" fill="url(https://evil.example/BAD17)"/></a>
<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">BAD18</p></foreignObject>
<rect width="3" height="3"><animate attributeName="href" to="BAD19"/></rect>
<circle cx="5" cy="5" r="3" style="fill:url('//evil.example/BAD20')"/><text>&file;</text>
</svg>
"""
# A web address in words is no reference: an image of the web becomes a link, which a reader may follow or not.
MAY_BE_LINKED = b"evil.example/BAD4.png"
SECRET = "TOP-SECRET-OF-THE-MACHINE"
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


def run(guidec, *words):
    done = subprocess.run([guidec, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    text = done.stdout.decode(errors="replace")
    check(SECRET not in text, f"{words[0]} tells the secret: {text}")
    check(done.returncode != 3, f"{words[0]} ends with a bug: {text}")
    return done.returncode, text


def workspace(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in {"guidec.yaml": "# yaml-language-server: $schema=x/workspace.schema.json\nname: Evil\n",
                       "exercises/plank.yaml": EXERCISE, "exercises/plank.svg": SVG,
                       "guides/hips/guide.yaml": GUIDE}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def every_part(path):
    """The bytes of a file, and of those in it when it is an archive; each with its name."""
    yield path.name, path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            rest = names[1:] if names[:1] == ["mimetype"] else names
            check(rest == sorted(rest), f"{path.name} is not sorted: {names}")
            for name in names:
                odd = name.startswith("/") or ".." in name.split("/") or "\\\\" in name
                check(not odd, f"{path.name} holds the name {name}")
                yield f"{path.name}: {name}", archive.read(name)


def outputs_are_closed(guidec, folder):
    source = workspace(folder / "ws")
    secret = folder / "secret.png"
    secret.write_text(SECRET)
    (source / "guides/hips/leak.png").symlink_to(secret)
    _, said = run(guidec, "lint", source, "--format", "concise")
    for rule in ("RF009", "RF015", "RF013", "raw-html"):
        check(rule in said, f"lint does not report {rule}: {said}")
    build = ("build", "--workspace", source, "--out", folder / "out", "--keep-going", "--to")
    status, said = run(guidec, *build, "json")
    check(status == 2 and "is a link that leads out" in said, f"build reads a link: {said}")
    guide = source / "guides/hips/guide.yaml"
    guide.write_text(GUIDE.replace(", ![link](leak.png)", ""))
    status, said = run(guidec, *build, "json,ndjson,zip,epub,html,docx,odt,md,rst,pdf")
    check(status == 1, f"build --keep-going ends with {status}: {said}")
    parts = [part for path in sorted((folder / "out").rglob("*")) if path.is_file() for part in every_part(path)]
    check(len(parts) > 30, f"only {len(parts)} files came out")
    for name, data in parts:
        check(SECRET.encode() not in data, f"{name} holds the secret")
        rest = data.replace(MAY_BE_LINKED, b"")
        # In other formats it is a title's text.
        marked_up = name.endswith((".html", ".xhtml", ".xml", ".opf", ".ncx", ".md"))
        check(not (marked_up and b"<script>BAD" in data), f"{name} holds a script")
        for mark in (b"javascript:", b"onclick=", b"onload=", b"evil.example", b"<iframe", b"<!ENTITY",
                     b"foreignObject", b"@import", b"BAD2)", *(f"BAD{i}".encode() for i in (3, 5, 6, *range(10, 21)))):
            check(mark not in rest, f"{name} holds {mark.decode()}")
        if b"BAD4.png" in data:
            check(b'src="https://' not in data and b'"image", "url": "http' not in data, f"{name} shows a far picture")


def links_and_paths_stay_inside(guidec, folder):
    # A repository of its own, so that what lies above is beyond it.
    (folder / "repo/.git").mkdir(parents=True)
    secret = folder / "secret.yaml"
    secret.write_text(f"# yaml-language-server: $schema=x/workspace.schema.json\n{SECRET}: 1\n")
    (folder / "secret.txt").write_text(SECRET + "\n")
    (folder / "fonts").mkdir()
    head = "# yaml-language-server: $schema=x/workspace.schema.json\nname: Evil\n"
    for name, settings, told in (
            ("extends", "extends: ../../secret.yaml\n", "lies outside of"),
            ("extends, far", "extends: " + "../" * 20 + "etc/guidec.yaml\n", "No such file"),
            ("dictionary", "dictionary: ../../secret.txt\n", "dictionary"),
            ("logo", "theme:\n  logo: {file: ../../secret.png, alt: A logo}\n", "secret.png"),
            ("fonts", "theme:\n  fonts: ../../fonts\n", "beyond what a workspace may read"),
            ("templates", "theme:\n  templates: ../../fonts\n", "beyond what a workspace may read")):
        source = workspace(folder / "repo/ws")
        (source / "guidec.yaml").write_text(head + settings)
        status, said = run(guidec, "lint", source)
        check(status == 2 and told in said, f"{name}: status {status}: {said}")
    for link, target, told in (
            ("exercises/leak.yaml", secret, "is a link that leads out of the workspace"),
            ("exercises/device.yaml", Path("/dev/zero"), "is a link that leads out of the workspace"),
            ("exercises/own.yaml", Path("/proc/self/environ"), "is a link that leads out of the workspace")):
        source = workspace(folder / "repo/ws")
        (source / link).symlink_to(target)
        status, said = run(guidec, "lint", source)
        check(status == 2 and told in said, f"{link}: status {status}: {said}")
    source = workspace(folder / "repo/ws")
    os.mkfifo(source / "exercises/pipe.yaml")
    status, said = run(guidec, "lint", source)
    check(status == 2 and "not a regular file" in said, f"a pipe: {said}")
    # A link to the workspace's own file is none of that.
    source = workspace(folder / "repo/ws")
    (source / "exercises/plank.svg").unlink()
    (source / "exercises/drawn.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    (source / "exercises/plank.svg").symlink_to("drawn.svg")
    _, said = run(guidec, "lint", source)
    check("plank.svg" not in said, f"a link inside: {said}")


def names_are_plain(guidec, folder):
    for name, bad in (("above", "../../above"), ("absolute", str(folder / "absolute")), ("device", "nul"),
                      ("fullwidth", "\uff0e\uff0e\uff0fabove"), ("turned", "hips\u202egpj"), ("unseen", "hi\u200bps")):
        source = workspace(folder / "ws")
        guide = source / "guides/hips/guide.yaml"
        guide.write_text(GUIDE.replace("id: hips", f'id: "{bad}"', 1))
        status, said = run(guidec, "build", "--workspace", source, "--out", folder / "a/b/out", "--keep-going", "--to",
                           "json")
        check(status == 2 and "its name" in said, f"{name}: status {status}: {said}")
        check("\x1b" not in said and "\u202e" not in said, f"{name}: the message is not plain: {said!r}")
    # An id that the folder's name stands in for.
    source = workspace(folder / "ws")
    (source / "guides/hips/guide.yaml").write_text(GUIDE.replace("id: hips\n", "", 1))
    os.rename(source / "guides/hips", os.fsencode(source / "guides") + b"/h\xb0ips")
    for words in (("lint", source), ("dump", "--stage", "model", source), ("dump", "--stage", "pandoc", source)):
        status, said = run(guidec, *words)
        check(status < 2, f"a name that is not UTF-8: status {status} of {words[0]}: {said}")
    status, said = run(guidec, "build", "--workspace", source, "--out", folder / "a/b/out", "--keep-going")
    check(status == 2 and "its name is not UTF-8" in said, f"a name that is not UTF-8: status {status}: {said}")
    check(not (folder / "absolute").exists() and not (folder / "a/above").exists(), "something was written outside")


def main():
    guidec = Path(sys.argv[1]).resolve()
    for test in (outputs_are_closed, links_and_paths_stay_inside, names_are_plain):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["GUIDEC_CACHE_DIR"] = os.path.join(folder, "cache")
            test(guidec, Path(folder))
    for failure in failures:
        print(f"FAILED: {failure}\n")
    sys.exit(1 if failures else 0)


main()
