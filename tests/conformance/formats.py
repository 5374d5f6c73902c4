#!/usr/bin/env python3
"""Judges that every format of `guidec lint` says what its JSON says, and that this is true of the files:
formats.py GUIDEC PATH [FINDINGS]

Each format is read here with a reader of its own: Python's for JSON and XML, GitHub's escapes undone as
its runner does. With FINDINGS, there must be at least so many.
"""
import hashlib
import json
import re
import subprocess
import sys
import unicodedata
import urllib.parse
import xml.etree.ElementTree as xml

SEVERITIES = {
    "sarif": {"error": "error", "warning": "warning", "info": "note"},
    "github": {"error": "error", "warning": "warning", "info": "notice"},
    "gitlab": {"error": "major", "warning": "minor", "info": "info"},
    "rdjson": {"error": "ERROR", "warning": "WARNING", "info": "INFO"},
}


class Judge:
    def __init__(self, guidec, path):
        self.command = [guidec, "lint", path, "--color", "never", "--max-findings", "0", "--format"]
        self.faults = []
        self.statuses = set()

    def fault(self, name, text):
        self.faults.append(f"{name}: {text}")

    def run(self, name):
        try:
            done = subprocess.run(self.command + [name], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError as error:
            sys.exit(f"{self.command[0]} does not run: {error.strerror}")
        self.statuses.add(done.returncode)
        if done.stderr or done.returncode not in (0, 1):
            self.fault(name, f"exit status {done.returncode}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode()

    # Two lists of the same findings, as tuples.
    def same(self, name, expected, found):
        if len(expected) != len(found):
            self.fault(name, f"{len(found)} findings, {len(expected)} in json")
        for one, other in zip(expected, found):
            if one != other:
                return self.fault(name, f"{other!r} where json has {one!r}")


def printable(text):
    """As one line for people: what nobody would see is shown by its code."""
    return shown(text.replace("\t", " ").replace("\n", " ").replace("\r", " "))


def shown(text):
    """The same with its tabs and line ends."""
    def code(c):
        if c in "\t\n" or not is_forbidden(ord(c)) and unicodedata.category(c) not in ("Cf", "Zl", "Zp"):
            return c if c != "\r" else "\\x0d"
        return f"\\x{ord(c):02x}" if ord(c) < 0x100 else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}"
    return "".join(code(c) for c in text)


def in_text(text):
    """As XML holds it: U+FFFD for what XML and HTML do not let stand in text."""
    return "".join("\uFFFD" if is_forbidden(ord(c)) else c for c in text)


def is_forbidden(code):
    is_control = code < 0x20 and chr(code) not in "\t\n\r" or 0x7F <= code < 0xA0
    return is_control or 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE


def explained(finding):
    labels = [f"\n{a['path']}:{a['line']}:{a['column']}: {a['message']}" for a in finding.get("labels", [])]
    return finding["message"] + "".join(labels)


def line_starts(data):
    return [0] + [m.end() for m in re.finditer(rb"\r\n|\n|\r", data)]


def code_points(data):
    """As many as an editor shows: each byte that is not UTF-8 is one, or part of one."""
    return len(data.decode(errors="replace"))


def check_place(judge, name, data, place):
    starts = line_starts(data)
    for line, column, offset in (
        (place["line"], place["column"], place["byteBegin"]),
        (place["endLine"], place["endColumn"], place["byteEnd"]),
    ):
        before = data[starts[line - 1]:offset] if line <= len(starts) else None
        if before is None or offset > len(data) or code_points(before) + 1 != column:
            judge.fault(name, f"line {line}, column {column} of {place['path']!r} is not byte {offset}")


def check_sarif(judge, findings):
    log = json.loads(judge.run("sarif"))
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    files = []
    if not run["artifacts"]:
        judge.fault("sarif", "no file was looked at")
    for artifact in run["artifacts"]:
        location = artifact["location"]
        path = urllib.parse.unquote_to_bytes(location["uri"].removeprefix("file://"))
        data = open(path, "rb").read()
        files.append((location["uri"], path.decode(errors="replace"), data))
        if artifact["length"] != len(data) or artifact["hashes"]["sha-256"] != hashlib.sha256(data).hexdigest():
            judge.fault("sarif", f"length or hash of {path!r}")

    def place(physical, changed=False):
        location, region = physical["artifactLocation"], physical["region"]
        uri, path, data = files[location["index"]]
        if uri != location["uri"]:
            judge.fault("sarif", f"artifact {location['index']} is {uri}, not {location['uri']}")
        begin, end = region["byteOffset"], region["byteOffset"] + region["byteLength"]
        found = {"path": path, "line": region["startLine"], "column": region["startColumn"],
                 "endLine": region["endLine"], "endColumn": region["endColumn"],
                 "byteBegin": begin, "byteEnd": end}
        check_place(judge, "sarif", data, found)
        if "snippet" in region and region["snippet"]["text"] != data[begin:end].decode(errors="replace"):
            judge.fault("sarif", f"the snippet of {path!r}, byte {begin}, is another text")
        return found

    def text(message):
        plain = message["text"]
        return re.sub(r"\\([\[\]\\])", r"\1", plain) if "](" in plain else plain

    found = []
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            judge.fault("sarif", f"rule {result['ruleIndex']} is not {result['ruleId']}")
        finding = {"code": result["ruleId"], "severity": result["level"], "message": text(result["message"]),
                   "labels": [], **place(result["locations"][0]["physicalLocation"])}
        for related in result.get("relatedLocations", []):
            finding["labels"].append({"message": text(related["message"]), **place(related["physicalLocation"])})
        found.append(finding)
    expected = []
    for finding in findings:
        same = {key: value for key, value in finding.items() if key not in ("rule", "fix")}
        expected.append({**same, "severity": SEVERITIES["sarif"][finding["severity"]],
                         "labels": finding.get("labels", [])})
    judge.same("sarif", expected, found)
    fixes = sum(1 for result in run["results"] if "fixes" in result)
    if fixes != sum(1 for finding in findings if "fix" in finding):
        judge.fault("sarif", f"{fixes} fixes")


def check_github(judge, findings):
    def unescaped(value):
        for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            value = value.replace(code, character)
        return value

    found = []
    for line in judge.run("github").split("\n")[:-1]:
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        if not match:
            judge.fault("github", f"no command: {line!r}")
            continue
        values = {key: unescaped(value) for key, value in (pair.split("=", 1) for pair in match[2].split(","))}
        if ("col" in values) != (values["line"] == values["endLine"]):
            judge.fault("github", f"columns: {line!r}")
        found.append((match[1], values["file"], int(values["line"]), values["title"], unescaped(match[3])))
    judge.same("github", [(SEVERITIES["github"][f["severity"]], shown(f["path"]), f["line"],
                           f"{f['code']} {f['rule']}", shown(explained(f))) for f in findings], found)


def check_gitlab(judge, findings):
    issues = json.loads(judge.run("gitlab"))
    found = [(i["severity"], i["location"]["path"], i["location"]["lines"], i["check_name"], i["description"])
             for i in issues]
    judge.same("gitlab", [(SEVERITIES["gitlab"][f["severity"]], f["path"],
                           {"begin": f["line"], "end": f["endLine"]}, f["rule"],
                           f"{f['code']}: {explained(f)}") for f in findings], found)
    if len({issue["fingerprint"] for issue in issues}) != len(issues):
        judge.fault("gitlab", "a fingerprint twice")


def check_rdjson(judge, findings):
    found = []
    for diagnostic in json.loads(judge.run("rdjson"))["diagnostics"]:
        location = diagnostic["location"]
        found.append((diagnostic["severity"], location["path"], location["range"]["start"]["line"],
                      location["range"]["end"]["line"], diagnostic["code"]["value"], diagnostic["message"]))
        for end in location["range"].values():
            if end["column"] < 1:
                judge.fault("rdjson", f"column {end['column']}")
    judge.same("rdjson", [(SEVERITIES["rdjson"][f["severity"]], f["path"], f["line"], f["endLine"], f["code"],
                           explained(f)) for f in findings], found)


# Both sort by file and keep the order within one; so do the findings of JSON.
def check_xml(judge, findings):
    found = [(error.get("severity"), file.get("name"), int(error.get("line")), int(error.get("column")),
              error.get("message"))
             for file in xml.fromstring(judge.run("checkstyle")) for error in file]
    judge.same("checkstyle", [(f["severity"], in_text(f["path"]), f["line"], f["column"], in_text(explained(f)))
                              for f in findings], found)
    found = []
    for suite in xml.fromstring(judge.run("junit")):
        failures = suite.findall("testcase/failure")
        counts = (int(suite.get("tests")), int(suite.get("failures")))
        if counts != (len(suite.findall("testcase")), len(failures)):
            judge.fault("junit", f"the counts of {suite.get('name')!r}")
        found += [(f.get("type"), suite.get("name"), f.get("message")) for f in failures]
    judge.same("junit", [(f["severity"], in_text(f["path"]), in_text(f["message"])) for f in findings
                         if f["severity"] != "info"], found)


def check_text(judge, findings):
    for name in ("text", "concise"):
        output = judge.run(name)
        if printable(output.replace("\n", "")) != output.replace("\n", ""):
            judge.fault(name, "a control character")
        if name == "concise":
            expected = [printable(f"{f['path']}:{f['line']}:{f['column']}: {f['severity']}[{f['code']}] "
                                  f"{f['message']} ({f['rule']})") for f in findings]
            judge.same(name, expected, output.split("\n")[:-1])
        else:
            heads = re.findall(r"^(?:error|warning|info)\[(\w+)\] (.*)$", output, re.M)
            judge.same(name, [(f["code"], printable(f["message"])) for f in findings], heads)


def main():
    if len(sys.argv) < 3:
        print("usage: formats.py GUIDEC PATH [FINDINGS]", file=sys.stderr)
        return 2
    judge = Judge(*sys.argv[1:3])
    least = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    try:
        findings = json.loads(judge.run("json"))
        judge.same("jsonl", findings, [json.loads(line) for line in judge.run("jsonl").split("\n") if line])
        for check in (check_text, check_sarif, check_github, check_gitlab, check_rdjson, check_xml):
            check(judge, findings)
        if len(findings) < least:
            judge.fault("json", f"{len(findings)} findings, {least} expected")
        fails = any(finding["severity"] != "info" for finding in findings)
        if judge.statuses != {1 if fails else 0}:
            judge.fault("lint", f"exit statuses {sorted(judge.statuses)} for {len(findings)} findings")
    except (ValueError, KeyError, IndexError, xml.ParseError) as error:
        judge.fault(type(error).__name__, str(error))
    print("\n".join(judge.faults), end="\n" if judge.faults else "")
    return 1 if judge.faults else 0


sys.exit(main())
