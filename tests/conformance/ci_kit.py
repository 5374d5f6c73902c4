#!/usr/bin/python3
"""Runs the CI kit as it stands, on the flagship guide, on a broken copy and where there is nothing to
check: ci_kit.py GUIDEC SOURCES KIT

The steps of the GitHub action, the script of the GitLab template and the command of the pre-commit hook
are read from their YAML files and run as their runners run them. KIT is the project's folder.
"""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import yaml

GUIDEC, SOURCES, KIT = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
faults = []


def expect(what, found, wanted):
    if found != wanted:
        faults.append(f"{what}: {found!r} instead of {wanted!r}")


def make_project(folder):
    """A project with a sound and a broken workspace, in a folder with a blank in its name."""
    for name in ("sound", "broken"):
        shutil.copytree(SOURCES, folder / name)
    plank = folder / "broken/exercises/plank.yaml"
    plank.write_text(re.sub(r"^equipment:", "equipmnet:", plank.read_text(), flags=re.M))


def make_stub(folder):
    """Sources of guidec that `compile` by a copy of the binary, and keep a log."""
    (folder / "ci").mkdir(parents=True)
    for name, work in (("setup", "true"), ("compile", f"mkdir -p build && cp '{GUIDEC}' build/guidec")):
        script = folder / "ci" / name
        script.write_text(f'#!/bin/bash\ncd "$(dirname "$0")/.." && echo "{name} $*" >>log && {work}\n')
        script.chmod(0o755)
    shutil.copytree(KIT / "ci/github", folder / "ci/github")


def bash(script, folder, **variables):
    """A script as both runners run it: bash, which stops at the first failure."""
    environment = {**os.environ, "PATH": f"{GUIDEC.parent}:{os.environ['PATH']}", **variables}
    return subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=folder,
                          env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


class GithubRunner:
    """As much of GitHub's runner as a composite action needs."""

    def __init__(self, action, action_path, folder):
        self.action, self.action_path, self.folder = action, action_path, folder
        self.outputs, self.output, self.uploads, self.failed = {}, "", [], False

    def value(self, text, inputs):
        def evaluated(match):
            code = re.sub(r"steps\.(\w+)\.outputs\.([\w-]+)", r"output('\1', '\2')", match[1].strip())
            code = re.sub(r"inputs\.([\w-]+)", r"inputs['\1']", code)
            code = code.replace("&&", "and").replace("||", "or")
            names = {"inputs": inputs, "always": lambda: True,
                     "output": lambda step, name: self.outputs.get(step, {}).get(name, "")}
            return str(eval(" ".join(code.split()), {"__builtins__": {}}, names))

        return re.sub(r"\$\{\{(.*?)\}\}", evaluated, str(text), flags=re.S)

    def run(self, **given):
        inputs = {name: str(spec["default"]) for name, spec in self.action["inputs"].items()}
        unknown = set(given) - set(inputs)
        if unknown:
            raise KeyError(f"the action has no input {unknown}")
        inputs.update(given)
        for step in self.action["runs"]["steps"]:
            condition = step.get("if", "")
            if self.failed and "always()" not in condition:
                continue
            if condition and self.value(condition, inputs) != "True":
                continue
            if "uses" in step:
                self.uploads.append({key: self.value(text, inputs) for key, text in step["with"].items()})
                continue
            with tempfile.NamedTemporaryFile("r") as file:
                variables = {name: self.value(text, inputs) for name, text in step.get("env", {}).items()}
                done = bash(step["run"], self.folder, GITHUB_OUTPUT=file.name,
                            GITHUB_ACTION_PATH=str(self.action_path), **variables)
                self.outputs[step.get("id", "")] = dict(line.split("=", 1) for line in file.read().splitlines())
            self.output += done.stdout
            self.failed = self.failed or done.returncode != 0
        return self


def check_github(scratch, project):
    action = yaml.safe_load((KIT / "ci/github/action.yml").read_text())
    path = KIT / "ci/github"
    for guides, status in (("sound", "0"), ("broken", "1"), ("missing", "2")):
        sarif = project / f"{guides}.sarif"
        run = GithubRunner(action, path, project).run(path=guides, guidec=str(GUIDEC), sarif=sarif.name)
        expect(f"GitHub, {guides}: status", run.outputs.get("lint", {}).get("status"), status)
        expect(f"GitHub, {guides}: failed", run.failed, status != "0")
        category = f"guidec/{guides}"
        uploads = [{"sarif_file": sarif.name, "category": category}] if status in "01" else []
        expect(f"GitHub, {guides}: uploads", run.uploads, uploads)
        if uploads:
            log = json.loads(sarif.read_text())["runs"][0]
            results = log["results"]
            # What is in the file goes before what the upload says.
            expect(f"GitHub, {guides}: the category", log["automationDetails"]["id"], f"{category}/")
            commands = re.findall(r"^::(\w+) file=([^,]*),.*title=(\w+)", run.output, re.M)
            expect(f"GitHub, {guides}: annotations", len(commands), len(results))
            wanted = ("error", "broken/exercises/plank.yaml", "SC001")
            expect(f"GitHub, {guides}: the annotation", wanted in commands, guides == "broken")
    check_github_categories(action, path, project)
    run = GithubRunner(action, path, project).run(path="broken", guidec="guidec", upload="false")
    expect("GitHub without an upload", run.uploads, [])
    run = GithubRunner(action, path, project).run(path="broken", guidec="guidec", **{"fail-on": "never"})
    expect("GitHub, --fail-on never", (run.failed, len(run.uploads)), (False, 1))
    stub = scratch / "action"
    make_stub(stub)
    run = GithubRunner(action, stub / "ci/github", project).run(path="sound")
    expect("GitHub, compiled", (run.failed, (stub / "log").read_text()), (False, "setup \ncompile guidec\n"))
    (stub / "ci/compile").write_text("#!/bin/bash\nexit 1\n")
    run = GithubRunner(action, stub / "ci/github", project).run(path="sound")
    expect("GitHub, not compiled", (run.failed, run.uploads), (True, []))


def check_github_categories(action, path, project):
    """Each workspace of a repository, or all of them in one report."""
    for given, category, sarif in (
            ({"path": "."}, "guidec", "guidec.sarif"), ({"path": "./broken/"}, "guidec/broken", "guidec-broken.sarif"),
            ({"path": "broken/exercises"}, "guidec/broken/exercises", "guidec-broken-exercises.sarif"),
            ({"path": "broken", "category": "knee"}, "knee", "knee.sarif"),
            ({"path": "broken\n  sound\n"}, "guidec", "guidec.sarif")):
        (project / sarif).unlink(missing_ok=True)
        folder = project / "sound" if given["path"] == "." else project
        run = GithubRunner(action, path, folder).run(guidec=str(GUIDEC), **given)
        upload = {"sarif_file": sarif, "category": category}
        expect(f"GitHub, {given}: upload", run.uploads, [upload])
        expect(f"GitHub, {given}: outputs", [run.outputs["lint"].get(name) for name in ("sarif", "category")],
               [sarif, category])
        log = json.loads((folder / sarif).read_text())["runs"][0]
        expect(f"GitHub, {given}: the category", log["automationDetails"]["id"], f"{category}/")
        expect(f"GitHub, {given}: failed", run.failed, "broken" in given["path"])
        folders = {artifact["location"]["uri"].split("/")[0] for artifact in log["artifacts"]}
        if "sound" in given["path"]:
            expect(f"GitHub, {given}: workspaces", folders, {"broken", "sound"})


def check_gitlab(scratch, project):
    job = yaml.safe_load((KIT / "ci/gitlab/guidec.yml").read_text())["guidec"]
    reports = [project / name for name in job["artifacts"]["reports"].values()]
    expect("GitLab, filters", {"rules", "only", "except"} & set(job), set())

    def run(**variables):
        for report in reports:
            report.unlink(missing_ok=True)
        values = {name: str(value) for name, value in job["variables"].items()}
        return bash("\n".join(job["script"]), project, **{**values, **variables})

    for guides, status in (("sound", 0), ("broken", 1), ("missing", 2)):
        done = run(GUIDEC_PATH=guides)
        expect(f"GitLab, {guides}: status", done.returncode, status)
        if status == 2:
            continue
        quality, junit = (report.read_text() for report in reports)
        paths = [issue["location"]["path"] for issue in json.loads(quality)]
        expect(f"GitLab, {guides}: quality", "broken/exercises/plank.yaml" in paths, status == 1)
        expect(f"GitLab, {guides}: tests", xml.fromstring(junit).find(".//failure") is not None, status == 1)
        expect(f"GitLab, {guides}: text", "error[SC001]" in done.stdout, status == 1)
    expect("GitLab, --fail-on never", run(GUIDEC_PATH="broken", GUIDEC_FAIL_ON="never").returncode, 0)
    expect("GitLab, two workspaces", run(GUIDEC_PATH="sound\n  broken\n").returncode, 1)
    suites = [suite.get("name") for suite in xml.fromstring(reports[1].read_text())]
    expect("GitLab, two workspaces: files", {name.split("/")[0] for name in suites}, {"sound", "broken"})
    stub = scratch / "guidec sources"
    make_stub(stub)
    git = ["git", "-C", stub, "-c", "user.name=test", "-c", "user.email=test@example.org"]
    for arguments in (["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "-mx"]):
        subprocess.run(git + arguments, check=True)
    repository = {"GUIDEC": "no-such-guidec", "GUIDEC_REPOSITORY": stub.as_uri()}
    expect("GitLab, compiled", run(GUIDEC_PATH="broken", **repository).returncode, 1)
    expect("GitLab, no such branch", run(GUIDEC_REF="none", **repository).returncode, 128)


def check_pre_commit(project):
    [hook] = yaml.safe_load((KIT / ".pre-commit-hooks.yaml").read_text())
    # Whatever a commit holds: pre-commit runs no hook for which no file is left, such as a commit that deletes.
    expect("pre-commit runs always", hook.get("always_run", False), True)
    filters = {"files", "exclude", "types", "types_or", "exclude_types"} & set(hook)
    expect("pre-commit runs on some files only", filters, set())
    expect("pre-commit passes file names", hook["pass_filenames"], False)
    for guides, status in (("sound", 0), ("broken", 1)):
        done = bash(shlex.join(shlex.split(hook["entry"])), project / guides)
        expect(f"pre-commit, {guides}", done.returncode, status)


with tempfile.TemporaryDirectory() as name:
    scratch = pathlib.Path(name)
    project = scratch / "the project"
    make_project(project)
    check_github(scratch, project)
    check_gitlab(scratch, project)
    check_pre_commit(project)
print("\n".join(faults), end="\n" if faults else "")
sys.exit(1 if faults else 0)
