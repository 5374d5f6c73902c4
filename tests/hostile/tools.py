#!/usr/bin/env python3
"""tools.py GUIDEC [NAME...]: what hostile themes and broken tools try through the programs that guidec runs. Each
attack has an error that names what is wrong; nothing of the machine gets out, nothing grows without end, and nothing
stays behind. `--list` shows the attacks; names choose among them."""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import plain

GUIDE = plain.GUIDE + """sections:
  - id: signs
    title: What it feels like
    body:
      - text: It hurts.
      - exercises: [plank]
"""
SETTINGS = "# yaml-language-server: $schema=x/workspace.schema.json\nname: Evil\nlanguage: en-US\n"
SECRET = "TOP-SECRET-OF-THE-MACHINE"
SPIN = "while :; do :; done"
# A call would be remembered, and `while` is cut short.
ENDLESS = "#for i in range(1000000) { for j in range(1000000) { } }\n"
attacks = []
failures = []
guidec = None


def attack(function):
    attacks.append(function)
    return function


def check(holds, what):
    if not holds:
        failures.append(what)


def write(path, text, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)


class Bench:
    """A checkout with a workspace, its own home, and a secret outside."""

    def __init__(self, folder):
        self.folder = folder
        self.repo = folder / "repo"
        self.source = self.repo / "ws"
        self.home = folder / "home"
        self.out = folder / "out"
        self.bin = folder / "bin"
        self.outside = folder / "outside"
        (self.repo / ".git").mkdir(parents=True)
        (self.repo / ".git/config").write_text(SECRET)
        for path, text in {"exercises/plank.yaml": plain.EXERCISE, "guides/hips/guide.yaml": GUIDE}.items():
            write(self.source / path, text)
        write(self.outside / "secret.txt", SECRET)
        self.bin.mkdir()
        self.theme("")
        self.environment = {**os.environ, "HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data"),
                            "XDG_CACHE_HOME": str(self.home / "cache"), "GUIDEC_CACHE_DIR": str(folder / "cache"),
                            "GUIDEC_CACHE_SIZE": "100", "PATH": f"{self.bin}:{os.environ['PATH']}"}

    def theme(self, settings):
        write(self.source / "guidec.yaml", SETTINGS + settings)

    def template(self, text, name="handout.typ"):
        """`handout.typ` is the first template of a build."""
        self.theme("theme: {templates: tpl}\n")
        write(self.source / "tpl" / name, text)

    def command(self, formats, *options):
        return [str(guidec), "build", "--workspace", str(self.source), "--out", str(self.out), "--keep-going",
                "--edition", "learner", "--to", formats, *options]

    def build(self, formats="pdf", *options, limit="", **more):
        environment = {**self.environment, "GUIDEC_LIMITS": limit} if limit else self.environment
        done = subprocess.run(self.command(formats, *options), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env=environment, check=False, **more)
        text = done.stdout.decode(errors="replace")
        check(SECRET not in text, f"the secret is told: {text}")
        check(done.returncode != 3, f"a bug: {text}")
        left = [str(path) for path in self.out.glob(".*")] if self.out.exists() else []
        check(not left, f"staging is left behind: {left}")
        return done.returncode, text

    def refused(self, told, formats="pdf", *options, **more):
        status, said = self.build(formats, *options, **more)
        check(status == 2 and told in said, f"expected `{told}`, got status {status}: {said}")


@attack
def link_to_a_folder(bench):
    bench.template('#panic(read("dir/secret.txt"))\n')
    (bench.source / "tpl/dir").symlink_to(bench.outside)
    bench.refused("`" + str(bench.source / "tpl/dir") + "` is a link that leads out of the workspace")


@attack
def link_to_a_folder_of_the_workspace(bench):
    """What lies in it would be in no cache's key."""
    bench.template('#panic(read("dir/plank.yaml"))\n')
    (bench.source / "tpl/dir").symlink_to("../exercises")
    bench.refused("is a link to a folder, which a theme cannot use")


@attack
def hidden_link(bench):
    bench.template('#panic(read(".link"))\n')
    (bench.source / "tpl/.link").symlink_to(bench.outside / "secret.txt")
    bench.refused("file not found (searched at " + str(bench.source / "tpl/.link"))


@attack
def link_in_a_hidden_folder(bench):
    bench.template('#panic(read(".h/link"))\n')
    (bench.source / "tpl/.h").mkdir()
    (bench.source / "tpl/.h/link").symlink_to(bench.outside / "secret.txt")
    bench.refused("file not found")


@attack
def link_in_a_nested_folder(bench):
    bench.template('#panic(read("a/b/link"))\n')
    (bench.source / "tpl/a/b").mkdir(parents=True)
    (bench.source / "tpl/a/b/link").symlink_to(bench.outside / "secret.txt")
    bench.refused("is a link that leads out of the workspace")


@attack
def link_to_a_hidden_file(bench):
    write(bench.source / ".secret", SECRET)
    bench.template('#panic(read("link"))\n')
    (bench.source / "tpl/link").symlink_to("../.secret")
    bench.refused("is hidden, by the name `.secret`")


@attack
def hidden_file(bench):
    bench.template('#panic(read(".secret"))\n')
    write(bench.source / "tpl/.secret", SECRET)
    bench.refused("file not found")


@attack
def hidden_folder_as_templates(bench):
    bench.template('#panic(read("config"))\n')
    bench.theme("theme: {templates: ../.git}\n")
    bench.refused("is hidden, by the name `.git`")


@attack
def links_that_lead_nowhere_and_pipes(bench):
    bench.template("")
    (bench.source / "tpl/link").symlink_to("nothing")
    bench.refused("is a link that leads nowhere")
    (bench.source / "tpl/link").unlink()
    os.mkfifo(bench.source / "tpl/pipe")
    bench.refused("is not a regular file")


@attack
def link_to_a_device(bench):
    bench.template('#panic(read(".zero").len())\n')
    (bench.source / "tpl/.zero").symlink_to("/dev/zero")
    bench.refused("file not found", "pdf", "--tool-timeout", "5")


@attack
def link_to_a_file_of_the_workspace(bench):
    """That is none of this: it is copied, and what it says is in the cache's key."""
    write(bench.source / "words.txt", "first words")
    bench.template('#set document(title: "T")\n= #read("link")\n')
    (bench.source / "tpl/link").symlink_to("../words.txt")
    for words in ("first words", "second words"):
        write(bench.source / "words.txt", words)
        status, said = bench.build()
        check(status == 0, f"a link inside: status {status}: {said}")
        text = subprocess.run(["pdftotext", str(bench.out / "hips/handouts/plank.pdf"), "-"], stdout=subprocess.PIPE,
                              check=False).stdout.decode()
        check(words in text, f"`{words}` is not printed: {text}")


@attack
def packages_of_the_home_folder(bench):
    for folder, namespace in (("data", "local"), ("cache", "preview"), ("data", "preview")):
        package = bench.home / folder / "typst/packages" / namespace / "leak/1.0.0"
        write(package / "typst.toml", '[package]\nname = "leak"\nversion = "1.0.0"\nentrypoint = "lib.typ"\n')
        write(package / "lib.typ", f'#let secret = "{SECRET}"\n')
    for namespace in ("local", "preview"):
        bench.template(f'// 1\n#import "@{namespace}/leak:1.0.0": secret\n#panic(secret)\n')
        bench.refused(f"{bench.source}/tpl/handout.typ:2:9: packages cannot be used\n  hint: put its files into the "
                      "folder that `theme.templates` names")


@attack
def packages_of_the_web(bench):
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        def listen():
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                asked.append(connection.recv(100))
                connection.close()
        threading.Thread(target=listen, daemon=True).start()
        proxy = f"http://127.0.0.1:{server.getsockname()[1]}"
        bench.environment.update({name: proxy for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")})
        bench.template('#let name = "@preview/leak:1.0.0"\n#import name: secret\n')
        bench.refused("tpl/handout.typ:2:9: packages cannot be used")
    check(not asked, f"the web is asked: {asked}")


@attack
def paths_and_functions(bench):
    """Straight to the compiler, in one run: whatever reads, and however it is told where."""
    data = guidec.parent / "share/guidec"
    stage = bench.folder / "stage"
    shutil.copytree(data / "templates", stage)
    (stage / "a/b").mkdir(parents=True)
    secret = bench.outside / "secret.txt"
    write(bench.outside / "secret.typ", f'#panic("{SECRET}")')
    write(bench.outside / "secret.json", f'"{SECRET}"')
    jobs = []
    above = "/".join([".."] * 12)
    places = ["/" + above + str(bench.outside), above + str(bench.outside), str(bench.outside), "../outside",
              "/../outside", "a/../../outside", "a/b/../../../outside", "//../outside", "file://" + str(bench.outside)]
    reads = ['#panic(read("{}/secret.txt"))', '#panic(json("{}/secret.json"))', '#image("{}/secret.txt")',
             '#panic(yaml("{}/secret.json"))', '#panic(toml("{}/secret.txt"))', '#panic(csv("{}/secret.txt"))',
             '#panic(xml("{}/secret.txt"))', '#panic(cbor("{}/secret.txt"))', '#import "{}/secret.typ": *',
             '#include "{}/secret.typ"', '#plugin("{}/secret.txt")', '#bibliography("{}/secret.txt")',
             '#panic(read("{}/secret.txt", encoding: none))', '#pdf.attach("{}/secret.txt")', '#raw(read("{}/secret.txt"))',
             '#set raw(theme: "{}/secret.txt")\n`x`']
    for place in places:
        for read in reads:
            name = f"x{len(jobs)}.typ"
            write(stage / name, read.format(place) + "\n")
            jobs.append({"template": name, "output": str(bench.folder / f"{name}.pdf"), "bundle": "b", "inputs": {}})
    write(bench.folder / "b.json", '{"guide": {"language": "en"}}')
    request = {"templates": str(stage), "own": {"folder": "mine", "files": [job["template"] for job in jobs]},
               "fonts": [{"folder": "/usr/share/fonts/truetype/open-sans", "shown": "fonts"}], "theme": {"colours": {}},
               "words": {},
               "bundles": {"b": str(bench.folder / "b.json")}, "timestamp": 0, "inputs": {"paper": "a4"}, "jobs": jobs}
    done = subprocess.run(["node", data / "templates/compile.mjs"], input=json.dumps(request).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, env=bench.environment)
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    check(secret.exists() and len(lines) == len(jobs) + 1, f"{len(lines)} answers of {len(jobs)}: {done.stdout}")
    for job, line in zip(jobs, lines[1:]):
        text = (stage / job["template"]).read_text()
        check("errors" in line, f"{text} is set")
        said = json.dumps(line)
        # As bytes too.
        check(SECRET not in said and "84, 79, 80, 45" not in said, f"{text} tells the secret: {said}")
        told = ("file not found", "access denied", "cannot read file outside")
        check(any(words in said for words in told), f"{text} is refused otherwise: {said}")


@attack
def logos(bench):
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    bench.theme("theme: {logo: {file: logo.svg, alt: A logo}}\n")
    logo = bench.source / "logo.svg"
    write(bench.outside / "logo.svg", picture)
    for target, told in ((bench.outside / "logo.svg", "is a link that leads out of the workspace"),
                         (Path("/dev/zero"), "is a link that leads out of the workspace"),
                         (bench.source / "exercises", "is a link to a folder"),
                         (bench.source / ".logo.svg", "is hidden, by the name `.logo.svg`")):
        write(bench.source / ".logo.svg", picture)
        logo.symlink_to(target)
        bench.refused(told)
        logo.unlink()
    os.mkfifo(logo)
    bench.refused("is not a regular file")


@attack
def fonts(bench):
    bench.theme("theme: {fonts: fonts}\n")
    folder = bench.source / "fonts"
    folder.mkdir()
    for name, target, told in (("dir", bench.outside, "is a link that leads out of the workspace"),
                               ("dir", bench.source / "exercises", "is a link to a folder"),
                               ("a.ttf", Path("/dev/zero"), "is a link that leads out of the workspace")):
        (folder / name).symlink_to(target)
        bench.refused(told)
        (folder / name).unlink()
    os.mkfifo(folder / "a.ttf")
    bench.refused("is not a regular file", "pdf", "--tool-timeout", "5")


@attack
def too_much_of_a_theme(bench):
    bench.template("x")
    with (bench.source / "tpl/large.bin").open("wb") as file:
        file.truncate(300 << 20)
    bench.refused("the theme's files are too large")


@attack
def names_that_are_not_text(bench):
    bench.template("x")
    os.mkdir(os.fsencode(bench.source / "tpl") + b"/\xb0")
    with open(os.fsencode(bench.source / "tpl") + b"/\xb0/x.typ", "w", encoding="utf-8"):
        pass
    bench.refused("has a name that is not UTF-8")


@attack
def memory(bench):
    bench.template('#let text = "0123456789abcdef"\n#for i in range(40) { text += text }\n#text.len()\n')
    bench.refused("`node` took more than 500000000 bytes of memory and was ended", limit="tool-memory=500000000")


@attack
def limits_are_not_the_workspaces(bench):
    for settings in ("limits: {tool-memory: 1}\n", "tool-memory: 1\n", "theme: {tool-memory: 1}\n"):
        bench.theme(settings)
        status, said = bench.build("json")
        check("unknown key" in said, f"{settings}: status {status}: {said}")


@attack
def time_without_end(bench):
    bench.template(ENDLESS)
    bench.refused("`node` did not finish within 3 s and was ended", "pdf", "--tool-timeout", "3")


def fake(bench, name, text):
    """A tool that knows its version and does the rest badly."""
    version = {"node": "v20.0.0", "pandoc": "pandoc 2.17.1.1"}[name]
    write(bench.bin / name, f'#!/bin/sh\n[ "$1" = --version ] && echo "{version}" && exit\n{text}\n', 0o755)


@attack
def output_without_end(bench):
    for name, formats in (("pandoc", "epub"), ("node", "pdf")):
        for redirected in ("", " >&2"):
            fake(bench, name, f"exec yes{redirected}")
            bench.refused(f"`{name}` printed more than 1000000 bytes and was ended", formats,
                          limit="tool-output=1000000")


@attack
def odd_answers(bench):
    for text in ("echo hello", "echo '{}'", "echo '[1]'", "echo null", "echo '{\"typst\": 3}'",
                 "echo '{\"typst\": \"1\"}'; echo '{\"output\": [], \"errors\": {}}'",
                 "echo '{\"error\": 3}'", "echo '{\"output\": \"x\", \"errors\": [[[]]]}'", "printf '\\377\\n'", ":"):
        fake(bench, "node", text)
        bench.refused("node did not answer as expected", "pdf")
    for text in ("echo '{\"pandoc-api-version\": {}}'", "echo '{\"pandoc-api-version\": [\"x\"]}'", "echo 3"):
        fake(bench, "pandoc", text)
        bench.refused("pandoc", "md")
    # Markdown may be any text; an EPUB, a page and a document may not.
    probe = 'case "$*" in *--from=markdown*) echo \'{"pandoc-api-version":[1,22],"meta":{},"blocks":[]}\'; exit;; esac\n'
    for text in ("echo 3", "echo '{}'", "printf 'PK\\003\\004'", ":"):
        for form in ("epub", "docx", "odt"):
            fake(bench, "pandoc", probe + text)
            bench.refused("cannot read the archive", form)


@attack
def few_descriptors(bench):
    failed = 0
    for count in (*range(5, 26), 32, 40):
        done = subprocess.run(["bash", "-c", f'ulimit -n {count}; exec "$@"', "bash", *bench.command("md")],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=bench.environment, check=False)
        said = done.stdout.decode(errors="replace")
        failed += "oo many" in said
        check("not installed" not in said and "ci/setup" not in said, f"with {count} descriptors: {said}")
    check(failed > 0, "there were always enough descriptors")


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def killed_at(bench, formats, pids, *options):
    """Kills guidec as soon as `pids` knows of processes, which are then to end at once: within five seconds, where the
    machine is busy."""
    process = subprocess.Popen(bench.command(formats, *options), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=bench.environment)
    deadline = time.monotonic() + 60
    while not pids() and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.02)
    started = pids()
    check(started and all(alive(pid) for pid in started), f"{formats}: no tool ran: {started}")
    process.send_signal(signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 5
    while any(alive(pid) for pid in started) and time.monotonic() < deadline:
        time.sleep(0.02)
    left = [pid for pid in started if alive(pid)]
    check(not left, f"{formats}: {len(left)} of {len(started)} processes outlive guidec")
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    shutil.rmtree(bench.out, ignore_errors=True)


@attack
def killed_with_tools(bench):
    """A Pandoc that does not listen, with a child that does neither; then the real node, full at work."""
    note = bench.folder / "pids"
    fake(bench, "pandoc", f"trap '' TERM HUP INT\nsh -c 'trap \"\" TERM HUP; echo $$ >> {note}.child; {SPIN}' &\n"
                          f"echo $$ >> {note}.own\n{SPIN}")

    def noted():
        files = [Path(f"{note}.{name}") for name in ("own", "child")]
        texts = [file.read_text() if file.exists() else "" for file in files]
        return [int(word) for text in texts for word in text.split()] if all(texts) else []
    killed_at(bench, "epub", noted)
    bench.template(ENDLESS)

    def nodes():
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
                environment = (folder / "environ").read_bytes()
            except OSError:
                continue
            ours = words[0] == b"node" and words[1].endswith(b"compile.mjs")
            if ours and os.fsencode(bench.folder) in environment:
                found.append(int(folder.name))
        return found
    killed_at(bench, "pdf", nodes)


@attack
def errors_name_the_editors_line(bench):
    """The file that was written, and the line of it."""
    for text, place in (("// 1\n// 2\n#panic(\"x\")\n", "3:2"), ("// 1\n#let x = (\n// 3\n", "2:10"),
                        ("// 1\r\n// 2\r\n#unknown\r\n", "3:2"), ("#unknown", "1:2"), ("\n\n\n= A\n\n#text(fill: 3)[x]\n", "6:13"),
                        ("// é\n#let f(x) = {\n  let y = 1\n  x.foo\n}\n\n#f(1)\n", "4:5"),
                        ("// 1\n#image(\"/none.png\")\n", "2:8"), ("// 1\n#import \"theme.typ\": nothing-there\n", "2:22")):
        bench.template(text)
        bench.refused(f"{bench.source}/tpl/handout.typ:{place}: ")
    bench.template('// 1\n#import "parts/own.typ": f\n#f(1)\n')
    bench.template("// 1\n// 2\n#let f(x) = {\n  x.foo\n}\n", "parts/own.typ")
    bench.refused(f"{bench.source}/tpl/parts/own.typ:4:5: ")


def main():
    global guidec
    names = sys.argv[2:]
    if sys.argv[1] == "--list":
        print("\n".join(function.__name__ for function in attacks))
        return
    unknown = set(names) - {function.__name__ for function in attacks}
    if unknown:
        sys.exit(f"no such attack: {', '.join(sorted(unknown))}")
    guidec = Path(sys.argv[1]).resolve()
    for function in attacks:
        if names and function.__name__ not in names:
            continue
        before = len(failures)
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(Bench(Path(folder).resolve()))
            except Exception as error:  # pylint: disable=broad-except
                failures.append(f"the attack itself failed: {error!r}")
        print(f"{function.__name__}: {'ok' if len(failures) == before else 'FAILED'}", flush=True)
        for failure in failures[before:]:
            print(f"  {failure[:1000]}", flush=True)
    sys.exit(1 if failures else 0)


main()
