#!/usr/bin/env python3
"""Shows that no check of the tests passes on nothing: selftest_nothing.py [--tables | JUDGE...]

Each check must refuse an empty input, and must fail when a tool of its own is missing, is killed, fails or
prints nothing, with a reason. NOTHING lists the inputs. SOUND lists an input that the check accepts: which
tools it calls is seen from that run, and each is then spoilt in each way. GUIDEC lists the checks that are
told which guidec to run. A script in tests/ that stands in none of the tables is a fault, so that a new check
cannot be forgotten; --tables looks for that alone.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

TESTS = pathlib.Path(__file__).resolve().parents[1]
PROJECT = TESTS.parent
RELEASED = str(TESTS / "conformance/released/bundle-1.1.0.schema.json")
CATALOGUE = str(PROJECT / "src/rules/README.md")
SOURCES = str(PROJECT / "sources")
JUGGLING = str(TESTS / "guides/juggling")
LAYERS_OF_NOTHING = "guidec_layer(base)\n"

# Scripts that judge nothing, and why that is so.
NO_JUDGES = {
    "bench/jsonschema_peer.py": "a peer in the benchmarks",
    "bench/make_corpus.py": "makes inputs",
    "bench/run.py": "measures",
    "conformance/broken_workspace.py": "makes inputs; fails where it finds nothing to break",
    "conformance/selftest.sh": "verdicts.sh fails when nothing was judged",
    "conformance/selftest_ci_kit.sh": "likewise",
    "conformance/selftest_formats.sh": "likewise",
    "conformance/selftest_nothing.py": "counts what it tried",
    "fuzz/dictionary.py": "makes inputs",
    "mutants/selftest.py": "makes its own inputs",
    "mutation/run.py": "measures the tests by hand; its exit status is no verdict",
    "noise/make_workspace.py": "makes inputs",
    "noise/sample.py": "shows findings to people",
    "torture/make_workspace.py": "makes inputs",
}

# (check, arguments, what it must say)
NOTHING = [
    ("conformance/ace.mjs", [], "usage"),
    ("conformance/ace.mjs", ["nowhere.epub"], "nowhere.epub"),
    ("conformance/action.sh", [], "usage"),
    ("conformance/action.sh", ["nowhere.yml"], "."),
    ("conformance/alternatives.py", [], "usage"),
    ("conformance/alternatives.py", ["--bundle", "pictured.json"], "required: files"),
    ("conformance/alternatives.py", ["--bundle", "bare.json", "sound.pdf"], "bare.json: no pictures"),
    ("conformance/alternatives.py", ["--bundle", "pictured.json", "blank.pdf"], "no picture says"),
    ("conformance/alternatives.py", ["--bundle", "pictured.json", "empty.html"], "no picture says"),
    ("conformance/bundle_compatibility.py", [], "usage"),
    ("conformance/bundle_compatibility.py", [RELEASED, "object.json", "version.json"], "no schema of a bundle"),
    ("conformance/ci_kit.py", [], "ValueError"),
    ("conformance/epubcheck.mjs", [], "usage"),
    ("conformance/epubcheck.mjs", ["empty.epub"], "empty.epub"),
    ("conformance/epubcheck.mjs", ["nowhere.epub"], "no such file"),
    ("conformance/formats.py", [], "usage"),
    ("conformance/html.sh", [], "usage"),
    ("conformance/html.sh", ["empty.html"], "no page"),
    ("conformance/html.sh", ["nowhere.html"], "no page"),
    ("conformance/json_schema.mjs", [], "usage"),
    ("conformance/json_schema.mjs", ["a.schema.json"], "usage"),
    ("conformance/json_schema.mjs", ["--schemas"], "usage"),
    ("conformance/json_schema.mjs", ["a.schema.json", "sound.json", "--"], "usage"),
    ("conformance/json_schema.mjs", ["a.schema.json", "empty.json"], "empty.json"),
    ("conformance/json_schema.mjs", ["a.schema.json", "nowhere.json"], "no such file"),
    ("conformance/json_schema.mjs", ["a.schema.json", "list.json"], "holds nothing"),
    ("conformance/json_schema.mjs", ["a.schema.json", "object.json"], "holds nothing"),
    ("conformance/json_schema.mjs", ["a.schema.json", "header.ndjson"], "1 records"),
    ("conformance/json_schema.mjs", ["a.schema.json", "--holds", "exercise", "records.ndjson"], "no `exercise`"),
    ("conformance/json_schema.mjs", ["a.schema.json", "empty.ndjson"], "0 records"),
    ("conformance/json_schema.mjs", ["a.schema.json", "--holds", "files", "manifest.json"], "no `files`"),
    ("conformance/junit.sh", [], "usage"),
    ("conformance/junit.sh", ["a.xsd"], "usage"),
    ("conformance/junit.sh", ["a.xsd", "empty.xml"], "empty"),
    ("conformance/junit.sh", ["a.xsd", "nowhere.xml"], "nowhere.xml"),
    ("conformance/man_page.sh", [], "usage"),
    ("conformance/man_page.sh", ["empty.1"], "no page"),
    ("conformance/man_page.sh", ["nowhere.1"], "no page"),
    ("conformance/no_leak.py", [], "usage"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "key.pdf"], "required: files"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "key.pdf", "blank.pdf"], "no text"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "key.pdf", "empty.html"], "no text"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "key.pdf", "empty.zip"], "no text"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "key.pdf", "nowhere"], "nowhere: no files"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "key.pdf", "hollow"], "hollow: no files"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "hollow", "quiz.pdf"], "hollow: no files"),
    ("conformance/no_leak.py", ["--bundle", "quizless.json", "--key", "key.pdf", "quiz.pdf"], "no question has"),
    ("conformance/no_leak.py", ["--bundle", "keyless.json", "--key", "key.pdf", "quiz.pdf"], "no question has an `a"),
    ("conformance/once.py", [], "usage"),
    ("conformance/once.py", ["stamp", "nowhere", "--", "true"], "nowhere is no file"),
    ("conformance/once.py", ["stamp", "hollow", "--", "true"], "hollow is no file"),
    ("conformance/once.py", ["stamp", "sound.json", "--"], "usage"),
    ("conformance/once.py", ["stamp", "sound.json", "--", "false"], "false ends with status 1"),
    ("conformance/over.sh", [], "usage"),
    ("conformance/over.sh", ["*.pdf", "hollow", "--", "true"], "hollow has no file"),
    ("conformance/over.sh", ["*.pdf", "sheet", "nowhere", "--", "true"], "nowhere is no folder"),
    ("conformance/over.sh", ["*.pdf", "sheet", "sheet", "sheet"], "usage"),
    ("conformance/package.sh", [], "usage"),
    ("conformance/package.sh", ["nowhere.deb"], "no package at nowhere.deb"),
    ("conformance/package.sh", ["empty.deb"], "empty.deb is no package of guidec"),
    ("conformance/pdf_front.py", [], "usage"),
    ("conformance/pdf_front.py", ["hollow"], "hollow.json"),
    ("conformance/pdf_front.py", ["idle"], "no exercise says when to stop"),
    ("conformance/pdf_front.py", ["blanks"], "finds no text"),
    ("conformance/pdf_page.py", [], "usage"),
    ("conformance/pdf_page.py", ["blank.pdf"], "page 1: no words"),
    ("conformance/pdf_page.py", ["half_blank.pdf"], "page 2: no words"),
    ("conformance/pdf_page.py", ["empty.pdf"], "PdfError"),
    ("conformance/pdf_page.py", ["nowhere.pdf"], "nowhere.pdf"),
    ("conformance/pdf_structure.py", [], "nothing to judge"),
    ("conformance/pdf_structure.py", ["--guide", "hollow"], "hollow.json"),
    ("conformance/pdf_structure.py", ["--guide", "unprinted"], "no PDF of plank"),
    ("conformance/pdf_structure.py", ["--guide", "idle"], "no PDF of the guide"),
    ("conformance/pdf_structure.py", ["blank.pdf"], "nothing is tagged"),
    ("conformance/pdf_structure.py", ["empty.pdf"], "PdfError"),
    ("conformance/pdf_ua.sh", [], "usage"),
    ("conformance/pdf_ua.sh", ["empty.pdf"], "empty.pdf"),
    ("conformance/pre_commit.sh", [], "unbound"),
    ("conformance/quiz_versions.py", [], "usage"),
    ("conformance/quiz_versions.py", ["questionless.json", "quiz"], "no questions"),
    ("conformance/quiz_versions.py", ["versionless.json", "quiz"], "no versions"),
    ("conformance/quiz_versions.py", ["versions.json", "hollow"], "hollow/quiz.pdf"),
    ("conformance/real_texts.py", [], "real_texts.py GUIDEC"),
    ("conformance/reproducible.sh", [], "usage"),
    ("conformance/reproducible.sh", ["faithful", "nowhere/at/all", "json"], "nowhere"),
    ("conformance/reproducible.sh", ["faithful", "sources", "json,pdf"], "no .pdf was built"),
    ("conformance/sarif.mjs", [], "usage"),
    ("conformance/yaml_suite.mjs", [], "usage"),
    ("conformance/yaml_suite.mjs", ["tools/clean"], "which is no YAML, is accepted"),
    ("cli/completion.py", [], "usage"),
    ("cli/run.py", [], "usage"),
    ("cli/run.py", ["tools/guidec", "sources", "prose.md"], "no session"),
    ("cli/run.py", ["tools/guidec", "sources", "empty.md"], "no session"),
    ("cli/run.py", ["tools/guidec", "sources", "hollow.md"], "a session without a command"),
    ("cli/run.py", ["tools/guidec", "sources", "wordless.md"], "no command"),
    ("cli/run.py", ["tools/guidec", "sources", "commandless.md"], "output of no command"),
    ("cli/run.py", ["tools/guidec", "sources", "misspelt.md"], "neither `console` nor `file=`"),
    ("cli/run.py", ["tools/guidec", "sources", "endless.md"], "the block has no end"),
    ("cli/run.py", ["tools/guidec", "sources", "cut.md"], "expected status 0"),
    ("cli/run.py", ["tools/guidec", "sources", "longer.md"], "expected status 0"),
    ("cli/run.py", ["tools/guidec", "sources", "unended.md"], "no line end"),
    ("cli/run.py", ["tools/guidec", "sources", "status.md"], "found status 3"),
    ("cli/run.py", ["tools/guidec", "sources", "signal.md"], "found status -11"),
    ("cli/run.py", ["tools/guidec", "sources", "piped.md"], "a part of the pipeline ends with status 127"),
    ("cli/run.py", ["tools/guidec", "sources", "behind.md"], "output behind the status"),
    ("hostile/growth.py", [], "IndexError"),
    ("hostile/growth.py", ["tools/guidec", "no-such-text"], "no such text: no-such-text"),
    ("hostile/memory.py", [], "usage"),
    ("hostile/memory.py", ["tools/guidec", "nowhere", "nowhere.so"], "nowhere"),
    ("hostile/memory.py", ["tools/clean", "hollow", "nowhere.so"], "does not find what is wrong"),
    ("hostile/memory.py", ["tools/clean", SOURCES, "nowhere.so", "--ladder"], "does not find what is wrong"),
    ("hostile/memory.py", ["tools/finding", SOURCES, "nowhere.so"], "nowhere.so counts no allocation"),
    ("hostile/run.py", [], "IndexError"),
    ("hostile/streams.py", [], "IndexError"),
    ("hostile/streams.py", ["tools/guidec", SOURCES, "no_such_trial"], "no such trial: no_such_trial"),
    ("hostile/text.py", [], "IndexError"),
    ("hostile/text.py", ["tools/guidec", "no_such_test"], "no such test: no_such_test"),
    ("hostile/tools.py", [], "IndexError"),
    ("hostile/tools.py", ["tools/guidec", "no_such_attack"], "no such attack: no_such_attack"),
    ("kill/run.py", [], "usage"),
    ("fuzz/compile_mjs.py", [], "usage"),
    ("fuzz/compile_mjs.py", ["nowhere/guidec", "--rounds", "1"], "Cannot find module"),
    ("mutants/harmless.py", [], "change no meaning"),
    ("mutants/run.py", [], "usage"),
    ("mutants/run.py", ["tools/clean", "hollow"], "hollow is no workspace"),
    ("mutants/run.py", ["tools/clean", JUGGLING, "--kind", "tempo-restated"], "no slip was made"),
    ("mutants/run.py", ["tools/clean", JUGGLING, "--kind", "key-flipped", "--floor", str(TESTS / "mutants/floor.toml")],
     "all kinds: 0.00"),
    ("one_truth/run.py", [], "usage"),
    ("one_truth/run.py", ["hollow", "hollow", "md"], "hollow: no guides"),
    ("one_truth/run.py", ["guideless", "hollow", "md"], "no guide of guideless"),
    ("one_truth/run.py", [JUGGLING, "hollow", "md"], "hollow: no guide of"),
    ("one_truth/run.py", [JUGGLING, "nowhere", "md"], "nowhere: no guide of"),
    ("one_truth/run.py", [JUGGLING, "unbuilt", ""], "no such format"),
    ("one_truth/run.py", [JUGGLING, "unbuilt", "rst,zip"], "nothing to compare"),
    *(("one_truth/run.py", [JUGGLING, "unbuilt", form], f"three-balls.{form}")
      for form in ("epub", "html", "md", "json", "ndjson")),
    ("one_truth/run.py", [JUGGLING, "wordless", "md"], "no `# "),
    ("print/run.py", [], "usage"),
    ("print/sheet.py", [], "usage"),
    ("print/sheet.py", ["empty.pdf"], "PdfError"),
    ("quiz_flips/run.py", [], "usage"),
    ("quiz_flips/run.py", ["tools/clean", "hollow"], "no quiz"),
    ("readers/links.mjs", [], "usage"),
    ("readers/links.mjs", ["nameless.json"], "nothing in it names anything"),
    ("readers/links.mjs", ["object.json"], "TypeError"),
    ("readers/prose.mjs", [], "usage"),
    ("readers/prose.mjs", ["object.json"], "no text to judge"),
    ("readers/run.sh", [], "usage"),
    ("readers/run.sh", ["desk", "nowhere"], "no folder"),
    ("readers/run.sh", ["desk", "hollow"], "? 1"),
    ("readers/score.mjs", [], "no pack"),
    ("readers/score.mjs", ["unvouched.zip", "object.json"], "vouches for nothing"),
    ("readers/score.mjs", ["questionless.zip", "object.json"], "no questions"),
    ("readers/selftest.sh", [], "usage"),
    ("readers/selftest.sh", ["desk", "hollow"], "desk.zip"),
    ("readers/session.mjs", [], "no pack"),
    ("readers/session.mjs", ["empty.zip"], "no manifest.json"),
    ("readers/session.mjs", ["cueless.zip"], "no cue"),
    ("readers/stream.mjs", [], "usage"),
    ("readers/stream.mjs", ["empty.ndjson", "object.json"], "holds no guide"),
    ("readers/stream.mjs", ["header.ndjson", "object.json"], "holds no guide"),
    ("seeded_faults/run.py", [], "usage"),
    ("seeded_faults/run.py", ["tools/clean", SOURCES, "--only", "no-such-rule"], "no fault to try"),
    ("structure/catalogue.sh", [], "usage"),
    ("structure/catalogue.sh", ["tools/guidec", "empty.html"], "is empty"),
    ("structure/changelog.sh", [], "usage"),
    ("structure/changelog.sh", ["hollow"], "CMakeLists.txt"),
    ("structure/changelog.sh", ["versionless"], "names no version"),
    ("structure/changelog.sh", ["entryless"], "CHANGELOG.md has no entry"),
    ("structure/changelog.sh", ["outdated"], "begins with version 0.9.0"),
    ("structure/install.sh", [], "usage"),
    ("structure/layers.py", [], "layers.py SRC"),
    ("structure/layers.py", ["layers"], "nothing to compare"),
    ("structure/names.py", [], "names.py FOLDER"),
    ("structure/names.py", ["hollow"], "no type is defined"),
    ("structure/names.py", ["twice"], "guidec::Same is defined in"),
    ("structure/pages.py", [], "usage"),
    ("structure/pages.py", ["hollow"], "has no pages"),
    ("structure/programs.py", [], "usage"),
    ("structure/programs.py", ["made", "empty.md"], "names no package"),
    ("structure/programs.py", ["made", "nowhere.txt"], "nowhere.txt"),
    ("structure/words.py", [], "words.py SRC"),
    ("structure/words.py", ["hollow"], "nothing to compare"),
]

# (check, arguments that it accepts, what it must say of a spoilt tool). Of those without a tool, only that
# they accept is tried.
SOUND = [
    ("conformance/alternatives.py", ["--bundle", "pictured.json", "pictured.pdf"], "."),
    ("conformance/epubcheck.mjs", ["sound.epub"], "."),
    ("conformance/json_schema.mjs", ["a.schema.json", "sound.json"], "."),
    ("conformance/junit.sh", ["a.xsd", "sound.xml"], "xmllint"),
    ("conformance/man_page.sh", ["sound.1"], "mandoc|grep"),
    ("conformance/no_leak.py", ["--bundle", "bundle.json", "--key", "key.pdf", "quiz.pdf"], "pdftotext"),
    ("conformance/over.sh", ["*.pdf", "sheet", "--", "true"], "find|no file"),
    ("conformance/pdf_front.py", ["sheet"], "pdftotext"),
    ("conformance/pdf_page.py", ["sound.pdf"], "pdftotext"),
    ("conformance/pdf_structure.py", ["sound.pdf"], "."),
    ("conformance/pdf_ua.sh", ["sound.pdf"], "java|grep"),
    ("conformance/quiz_versions.py", ["versions.json", "quiz"], "pdftotext"),
    ("conformance/reproducible.sh", ["./faithful", "sources", "json"], "."),
    ("structure/changelog.sh", ["released"], "ci/release|writes something else|git init"),
]
# The tools of these are not in ci/packages-test.txt: their names stand here.
SPOILT = [
    ("conformance/action.sh", ["sound.yml"], ["node"], "."),
    ("conformance/html.sh", ["sound.html"], ["java"], "java|checker"),
    ("conformance/pre_commit.sh", ["tools/guidec", "sources", "sources"], ["pre-commit", "git"],
     "pre-commit fails|did not run|git"),
    ("cli/completion.py", ["bash", "tools/guidec"], ["bash"], "."),
    ("cli/completion.py", ["zsh", "tools/guidec"], ["zsh"], "."),
    ("cli/completion.py", ["fish", "tools/guidec"], ["fish"], "."),
    ("structure/install.sh", ["hollow", "sources"], ["cmake"], "."),
    ("structure/catalogue.sh", ["tools/guidec", CATALOGUE], ["diff"], "."),
    ("readers/run.sh", ["desk", "hollow"], ["diff", "node"], "."),
]
GUIDEC = [
    ("conformance/ci_kit.py", ["{guidec}", SOURCES, str(PROJECT)], "GitHub|guidec"),
    ("conformance/formats.py", ["{guidec}", SOURCES], "guidec|JSON|status|run"),
    ("conformance/real_texts.py", ["{guidec}", SOURCES], "guidec|JSON"),
    ("conformance/reproducible.sh", ["{guidec}", "sources", "json"], "guidec|nothing|no program"),
    ("conformance/yaml_suite.mjs", ["{guidec}"], "guidec lint ended with|JSON"),
    ("cli/completion.py", ["bash", "{guidec}"], "guidec|offers"),
    ("cli/run.py", ["{guidec}", "sources", "asking.md"], "guidec"),
    ("hostile/growth.py", ["{guidec}", "placeholders"], "FAILED|No such file"),
    ("hostile/growth.py", ["{guidec}", "YAML"], "FAILED|No such file"),
    ("hostile/memory.py", ["{guidec}", SOURCES, "nowhere.so"], "guidec|No such file"),
    ("hostile/memory.py", ["{guidec}", SOURCES, "nowhere.so", "--ladder"], "guidec|No such file"),
    ("hostile/run.py", ["{guidec}"], "guidec|does not"),
    ("hostile/streams.py", ["{guidec}", SOURCES, "standard_output"], "FAILED"),
    *(("hostile/text.py", ["{guidec}", test], "FAILED") for test in (
        "text_stays_text", "reports_stay_whole", "characters_are_found", "characters_stay_out", "ids_are_ours",
        "dois_are_encoded", "links_say_where_they_lead", "pictures_are_closed")),
    ("hostile/tools.py", ["{guidec}", "link_to_a_folder"], "FAILED"),
    ("hostile/tools.py", ["{guidec}", "link_to_a_file_of_the_workspace"], "FAILED"),
    ("kill/run.py", ["{guidec}", SOURCES, "--rounds", "1"], "ends with|No such file|the same outputs"),
    ("mutants/harmless.py", ["{guidec}"], "guidec|JSON"),
    ("mutants/run.py", ["{guidec}", JUGGLING, "--kind", "key-flipped"], "guidec|JSON"),
    ("print/run.py", ["{guidec}"], "guidec ended with|No such file"),
    ("quiz_flips/run.py", ["{guidec}", SOURCES], "guidec|JSON"),
    ("seeded_faults/run.py", ["{guidec}", SOURCES, "--only", "unknown-key"], "guidec"),
    ("structure/catalogue.sh", ["{guidec}", CATALOGUE], "does not print|out of date"),
]
# These find npm's packages by their own place: a copy elsewhere has none.
WITHOUT_PACKAGES = ["conformance/epubcheck.mjs", "conformance/json_schema.mjs", "conformance/pdf_ua.sh",
                    "conformance/yaml_suite.mjs"]

SPOILS = {"killed": "kill -SEGV $$", "failing": "exit 1", "refusing": "exit 2", "silent": "exit 0"}
# What moves files about; with it spoilt, there is no machine to test on.
PLUMBING = {"basename", "bash", "cat", "chmod", "chown", "cp", "cut", "dirname", "env", "head", "mkdir", "mktemp",
            "mv", "node", "python3", "realpath", "rm", "sh", "sort", "touch", "true"}

ARTEFACT = ("#!/bin/bash\nmkdir -p outputs/guide/instructor\n"
            "cat sources/guide.yaml >outputs/guide/instructor/artefact.json\n")
XSD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>'
WHY = "A warm muscle gives more easily than a cold one."
QUESTION = {"id": "q", "kind": "true-or-false", "answer": "true", "printedAnswer": ["True"], "ask": {"text": "Is it?"}}
CHOICE = {"ask": {"text": "Which?"}, "answer": "warm", "why": {"text": WHY},
          "choices": [{"id": "warm", "text": {"text": "A warm one"}}]}
BARE = {"guide": {"introduction": [], "sections": []}, "exercises": [], "quiz": {"questions": []}, "glossary": [],
        "references": [], "assets": []}
PLANK = {"id": "plank", "pictures": [], "stopIf": [{"text": "It hurts."}]}
SESSIONS = {
    "prose": "Words alone.\n", "hollow": "```console\n```\n", "wordless": "```console\n$ \n```\n",
    "commandless": "```console\nhello\n$ true\n```\n", "misspelt": "```consle\n$ true\n```\n",
    "endless": "```console\n$ true\n```\n\n```console\n$ false\n", "cut": "```console\n$ printf 'a\\nb\\n'\na\n```\n",
    "longer": "```console\n$ echo a\na\nb\n```\n", "unended": "```console\n$ printf a\na\n```\n",
    "status": "```console\n$ exit 3\n? 2\n```\n", "signal": "```console\n$ kill -SEGV $$\n? 11\n```\n",
    "piped": "```console\n$ no-such-tool 2>/dev/null | cat\n```\n",
    "behind": "```console\n$ echo a; exit 1\n? 1\na\n```\n", "asking": "```console\n$ guidec --version\nguidec 1\n```\n",
}


def bundle(**more):
    return json.dumps({**BARE, **more})


def pack(name, content, files=None):
    manifest = {"format": "guidec-manifest", "files": files if files is not None else [{"path": "manifest.json"}]}
    with zipfile.ZipFile(name, "w") as archive:
        if content is not None:
            # The reader checks the size and the hash of what the manifest names.
            data = content.encode()
            entry = {"path": "bundle.json", "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            manifest["files"] = [entry] if files is None else files
            archive.writestr("bundle.json", data)
            archive.writestr("manifest.json", json.dumps(manifest))


def write(path, text, mode=0o644):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)


def make_inputs():
    for name in ("epub", "html", "json", "ndjson", "xml", "1", "pdf", "md", "deb"):
        write(f"empty.{name}", "")
    pathlib.Path("hollow").mkdir()
    for name, text in SESSIONS.items():
        write(f"{name}.md", text)
    write("list.json", "[]")
    write("object.json", "{}")
    write("sound.json", '{"id": "a"}')
    write("a.schema.json", '{"$schema": "http://json-schema.org/draft-07/schema#"}')
    write("header.ndjson", '{"record": "header", "data": {}}\n')
    write("records.ndjson", '{"record": "header", "data": {}}\n{"record": "end", "records": 1}\n')
    write("manifest.json", '{"format": "guidec-manifest", "files": []}')
    write("version.json", '{"bundleVersion": "2.0.0"}')
    write("a.xsd", XSD)
    write("sound.xml", "<a/>")
    write("sound.1", '.TH TEST 1 "" "test" "User Commands"\n.SH NAME\ntest \\- a page\n')
    write("sound.html", "<!DOCTYPE html><title>Sound</title>")
    write("sound.yml", "name: Sound\n")
    write("sources/guide.yaml", "content\n")
    write("faithful", ARTEFACT, 0o755)
    write("layers/CMakeLists.txt", LAYERS_OF_NOTHING)
    write("twice/one.h", "namespace guidec {\nstruct Same {\n};\n}  // namespace guidec\n")
    write("twice/other.h", "namespace guidec {\nclass Same {\n};\n}  // namespace guidec\n")
    for name, version, entries in (("released", "1.0.0", "## [1.0.0] - 2026-02-28\n"), ("versionless", "", ""),
                                   ("entryless", "1.0.0", ""), ("outdated", "1.0.0", "## [0.9.0] - 2026-02-28\n")):
        write(f"{name}/CMakeLists.txt", f"project(guidec VERSION {version} LANGUAGES CXX)\n")
        write(f"{name}/CHANGELOG.md", f"# Changelog\n\n{entries}")
        pathlib.Path(name, "ci").symlink_to(PROJECT / "ci")
    pathlib.Path("guideless/guides").mkdir(parents=True)
    pathlib.Path("unbuilt/three-balls").mkdir(parents=True)
    for edition in ("three-balls", "three-balls/instructor"):
        write(f"wordless/{edition}/three-balls.md", "")
    write("bare.json", bundle())
    write("nameless.json", bundle())
    write("pictured.json", '{"exercises": [{"pictures": [{"alt": "A dot."}]}]}')
    write("bundle.json", bundle(quiz={"questions": [CHOICE]}))
    write("quizless.json", bundle())
    write("keyless.json", bundle(quiz={"questions": [{"ask": {"text": "Why?"}, "why": {"text": WHY}}]}))
    for name, questions, versions in (("versions", [QUESTION], True), ("versionless", [QUESTION], False),
                                      ("questionless", [], True)):
        version = {"version": "A", "questions": [{"id": "q", "printedAnswer": ["True"]}] if questions else []}
        quiz = {"questions": questions, "versions": [version] if versions else []}
        write(f"{name}.json", json.dumps({"quiz": quiz}))
    for guide, exercises in (("sheet", [PLANK]), ("blanks", [PLANK]), ("unprinted", [PLANK]), ("idle", [])):
        for edition in (guide, f"{guide}/instructor"):
            write(f"{edition}/{guide}.json", bundle(exercises=exercises))
        pathlib.Path(guide, "handouts").mkdir()
    of_instructor = {"format": "guidec-bundle", "bundleVersion": "2.0.0", "edition": "instructor"}
    pack("empty.zip", None)
    pack("unvouched.zip", bundle(**of_instructor), files=[])
    pack("questionless.zip", bundle(**of_instructor))
    routine = {"title": "Routine", "timeline": {"cues": [], "plannedSeconds": 0}}
    pack("cueless.zip", bundle(**of_instructor, routine=routine))
    pathlib.Path("quiz/instructor").mkdir(parents=True)
    text = {"sound.pdf": "= One\nText.", "pictured.pdf": '= One\n#figure(rect[Up], alt: "A dot.")', "blank.pdf": "",
            "half_blank.pdf": "Text. #pagebreak() #box()", "key.pdf": WHY, "quiz.pdf": "Which?",
            "sheet/handouts/plank.pdf": "It hurts.", "blanks/handouts/plank.pdf": ""}
    for suffix in ("", "-a"):
        text[f"quiz/quiz{suffix}.pdf"] = "Question 1 Is it?"
        text[f"quiz/instructor/answer-key{suffix}.pdf"] = "Answer True"
    pdfs = [f"{name}={body}" for name, body in text.items()]
    subprocess.run(["node", TESTS / "conformance/pdfs.mjs", *pdfs], check=True)
    subprocess.run(["pandoc", "--output", "sound.epub", "--metadata", "title=T", "--metadata", "lang=en"], check=True,
                   input=b"Sound.", stderr=subprocess.DEVNULL)
    pathlib.Path("tools/share/guidec/templates").mkdir(parents=True)
    pathlib.Path("tools/share/guidec/node_modules").symlink_to("/nonexistent")
    for name, what in {**SPOILS, "guidec": "echo words", "clean": "echo '[]'",
                       "finding": "echo unknown-key; exit 1"}.items():
        write(f"tools/{name}", f"#!/bin/bash\n{what}\n", 0o755)


class Path:
    """A folder of all programs, each of which notes that it was called."""

    def __init__(self, scratch):
        self.folder, self.real, self.called = scratch / "bin", scratch / "real", scratch / "called"
        for folder in (self.folder, self.real):
            folder.mkdir()
        recorder = scratch / "recorder"
        write(recorder, f'#!/bin/bash\nprintf "%s\\n" "${{0##*/}}" >>"{self.called}"\n'
                        f'exec "{self.real}/${{0##*/}}" "$@"\n', 0o755)
        # A version manager's python3 would start twice as slowly.
        for place in ["/usr/bin", *os.environ["PATH"].split(":")]:
            for program in pathlib.Path(place).glob("*") if place else []:
                if not (self.real / program.name).exists() and program.name != "[" and os.access(program, os.X_OK):
                    (self.real / program.name).symlink_to(program)
                    (self.folder / program.name).symlink_to(recorder)
        self.recorder = recorder

    def tools(self, run):
        """What `run` gives, and the programs that it called."""
        write(self.called, "", 0o666)
        result = run(self.folder)
        return result, sorted(set(self.called.read_text().split()) - PLUMBING)

    def spoil(self, tool, what):
        """Puts a program that is spoilt in its place; without `what`, none."""
        (self.real / tool).rename(self.real / f"{tool}.sound")
        if what is not None:
            write(self.real / tool, f"#!/bin/bash\n{what}\n", 0o755)
        else:
            (self.folder / tool).unlink()

    def restore(self, tool):
        (self.real / f"{tool}.sound").replace(self.real / tool)
        if not (self.folder / tool).is_symlink():
            (self.folder / tool).symlink_to(self.recorder)


class Trial:
    def __init__(self, scratch, only):
        self.path = Path(scratch)
        self.only = only
        self.failures, self.tried = 0, 0

    def run(self, judge, arguments, path=None, tests=TESTS):
        environment = {**os.environ, "PATH": f"{path or self.path.real}"}
        environment.pop("GUIDEC_UPDATE", None)
        return subprocess.run([tests / judge, *arguments], env=environment, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace", timeout=120)

    def fail(self, text):
        self.failures += 1
        print(text, flush=True)

    def wanted(self, judge):
        return not self.only or judge in self.only

    def refuses(self, judge, arguments, reason, why, **options):
        self.tried += 1
        done = self.run(judge, arguments, **options)
        what = f"{judge} {' '.join(map(str, arguments))}, {why}"
        if done.returncode == 0:
            self.fail(f"{what}: passes: {done.stdout.strip()[:300]}")
        elif done.returncode < 0:
            self.fail(f"{what}: is killed by signal {-done.returncode}")
        elif not re.search(reason, done.stdout, re.I):
            self.fail(f"{what}: does not say `{reason}` (status {done.returncode}): {done.stdout.strip()[:500]}")

    def spoilt(self, judge, arguments, tools, reason):
        for tool in tools:
            for name, what in {"missing": None, **SPOILS}.items():
                self.path.spoil(tool, what)
                try:
                    self.refuses(judge, arguments, reason, f"with {tool} {name}", path=self.path.folder)
                finally:
                    self.path.restore(tool)

    def sound(self, judge, arguments, reason):
        done, tools = self.path.tools(lambda path: self.run(judge, arguments, path=path))
        if done.returncode != 0:
            self.fail(f"{judge} {' '.join(arguments)}: rejects what is sound: {done.stdout.strip()[:500]}")
            return
        print(f"{judge}: {', '.join(tools) or 'no tools'}")
        self.spoilt(judge, arguments, tools, reason)

    def all(self):
        for judge, arguments, reason in NOTHING:
            if self.wanted(judge):
                self.refuses(judge, arguments, re.escape(reason) if reason != "." else reason, "nothing")
        for judge, arguments, reason in SOUND:
            if self.wanted(judge):
                self.sound(judge, arguments, reason)
        for judge, arguments, tools, reason in SPOILT:
            if self.wanted(judge):
                self.spoilt(judge, arguments, [tool for tool in tools if (self.path.real / tool).exists()], reason)
        for judge, arguments, reason in GUIDEC:
            for name in ("nowhere", *SPOILS) if self.wanted(judge) else ():
                words = [word.replace("{guidec}", f"./tools/{name}") for word in arguments]
                self.refuses(judge, words, reason, f"a guidec that is {name}")
        shutil.copytree(TESTS / "conformance", "elsewhere/tests/conformance")
        sound = {judge: arguments for judge, arguments, _ in SOUND}
        sound |= {judge: ["tools/clean"] for judge, *_ in GUIDEC if judge in WITHOUT_PACKAGES}
        for judge in WITHOUT_PACKAGES:
            if self.wanted(judge):
                self.refuses(judge, sound[judge], "cannot find|judged", "without npm's packages",
                             tests=pathlib.Path("elsewhere/tests").resolve())


def scripts():
    """Every script in tests/, by its first two characters."""
    for path in sorted(TESTS.rglob("*")):
        if path.is_file() and path.suffix in (".py", ".sh", ".mjs", "") and "corpus" not in path.parts:
            with open(path, "rb") as file:
                if file.read(2) == b"#!":
                    yield str(path.relative_to(TESTS))


def table_faults():
    known = set(NO_JUDGES) | {judge for judge, *_ in NOTHING}
    found = set(scripts())
    yield from (f"{one}: stands in no table of selftest_nothing.py" for one in sorted(found - known))
    yield from (f"{one}: is no script in tests/" for one in sorted(known - found))
    guarded = {judge for judge, *_ in [*SOUND, *SPOILT, *GUIDEC]}
    yield from (f"{one}: no row of nothing" for one in sorted(guarded - {judge for judge, *_ in NOTHING}))


def main():
    if sys.argv[1:] == ["--tables"]:
        faults = list(table_faults())
        print(*faults, sep="\n")
        return 1 if faults else 0
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        # Some judges run a part as somebody else.
        scratch.chmod(0o755)
        (scratch / "work").mkdir()
        os.chdir(scratch / "work")
        make_inputs()
        trial = Trial(scratch, set(sys.argv[1:]))
        for fault in table_faults():
            trial.fail(fault)
        trial.all()
        os.chdir("/")
    print(f"{trial.tried} ways to hold nothing, {trial.failures} failures")
    return 1 if trial.failures or not trial.tried else 0


sys.exit(main())
