#!/usr/bin/env python3
"""Describes a Debian package, next to it: describe.py PACKAGE COMMIT [WHAT A RELEASE LACKS...]

PACKAGE.manifest.json  each file with its size and SHA-256, and what the package depends on
PACKAGE.cdx.json       a bill of materials, CycloneDX 1.5: npm packages, linked libraries and Rust crates
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from urllib.parse import quote as quote_all

PROJECT = Path(__file__).resolve().parents[2]
NPM_PACKAGES = ["@myriaddreamin/typst-ts-node-compiler",
                "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu",
                "@tree-sitter-grammars/tree-sitter-yaml"]  # the last is compiled into guidec
# Of these libraries guidec compiles in what their headers hold.
HEADERS = ["nlohmann/json.hpp", "tl/expected.hpp", "eigen3/Eigen/Core", "boost/version.hpp"]
# Where the publisher of Typst's binary compiled it; the binary names the sources of its checks.
CRATE = re.compile(rb"/registry/src/[^/]+/([A-Za-z0-9_-]+?)-(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)/")
CHECKOUT = re.compile(rb"/git/checkouts/([a-z0-9-]+)-[0-9a-f]{16}/([0-9a-f]{7,40})/")


def quote(text):
    return quote_all(text, safe="")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def digest(data):
    return hashlib.sha256(data).hexdigest()


def entries(package):
    """The files of the package with their bytes; a link has its target in place of them."""
    with tempfile.TemporaryFile() as file:
        subprocess.run(["dpkg-deb", "--fsys-tarfile", package], check=True, stdout=file)
        file.seek(0)
        with tarfile.open(fileobj=file) as archive:
            for member in archive:
                path = member.name.removeprefix(".")
                if member.isfile():
                    yield path, archive.extractfile(member).read()
                elif member.issym():
                    yield path, member.linkname


def debian_component(name, how):
    """A library in the version that guidec was linked with; a program is whatever Debian brings."""
    component = {"type": "library", "name": name, "scope": "required", "purl": f"pkg:deb/debian/{quote(name)}",
                 "properties": [{"name": "guidec:how", "value": how}]}
    if how == "run":
        return component | {"type": "application"}
    version, architecture = run("dpkg-query", "--show", "--showformat", "${Version}\t${Architecture}",
                                name).split("\t")
    return component | {"version": version, "purl": f"{component['purl']}@{quote(version)}?arch={architecture}"}


def debian_components(depends):
    lines = (PROJECT / "ci/packages-run.txt").read_text().splitlines()
    programs = {line.split()[0] for line in lines if line[:1].isalpha()}
    for name in sorted(dependency.split(" ")[0] for dependency in depends):
        yield debian_component(name, "run" if name in programs else "linked")
    owners = run("dpkg-query", "--search", *(f"/usr/include/{header}" for header in HEADERS))
    for name in sorted({line.split(":")[0] for line in owners.splitlines()}):
        yield debian_component(name, "headers compiled in")


def npm_components():
    lock = json.loads((PROJECT / "ci/package-lock.json").read_text())["packages"]
    for name in NPM_PACKAGES:
        entry = lock[f"node_modules/{name}"]
        version, licence = entry["version"], entry["license"]
        how = "compiled in" if "tree-sitter" in name else "bundled"
        yield {"type": "library", "name": name, "version": version, "scope": "required",
               "purl": f"pkg:npm/{quote_all(name)}@{quote(version)}", "licenses": [{"license": {"id": licence}}],
               "properties": [{"name": "guidec:how", "value": how},
                              {"name": "npm:integrity", "value": entry["integrity"]}]}


def crate_components(binary):
    """Those that the binary names, Typst at a commit; a crate without a check at run time goes unseen."""
    found = [("cargo", match) for match in CRATE.findall(binary)]
    found += [("generic", match) for match in CHECKOUT.findall(binary)]
    for kind, (name, version) in sorted(set(found)):
        name, version = name.decode(), version.decode()
        yield {"type": "library", "name": name, "version": version, "scope": "required",
               "purl": f"pkg:{kind}/{name}@{quote(version)}",
               "properties": [{"name": "guidec:how", "value": "named in Typst's binary"}]}


def main():
    package, commit, *lacks = sys.argv[1:]
    fields = dict(line.split(": ", 1) for line in run("dpkg-deb", "--field", package).splitlines()
                  if re.match(r"[A-Za-z-]+: ", line))
    files, crates = [], []
    for path, content in entries(package):
        if isinstance(content, str):
            files.append({"path": path, "link": content})
            continue
        files.append({"path": path, "size": len(content), "sha256": digest(content)})
        if path.endswith(".node"):
            crates += crate_components(content)
    whole = Path(package).read_bytes()
    depends = fields["Depends"].split(", ")
    stem = package.removesuffix(".deb")
    manifest = {"package": fields["Package"], "version": fields["Version"],
                "architecture": fields["Architecture"], "commit": commit, "released": not lacks, "lacks": lacks,
                "file": os.path.basename(package), "size": len(whole), "sha256": digest(whole),
                "depends": sorted(depends), "files": sorted(files, key=lambda file: file["path"])}
    Path(f"{stem}.manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")

    components = [*debian_components(depends), *npm_components(), *crates]
    for component in components:
        component["bom-ref"] = component["purl"]
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
            "metadata": {"component": {"type": "application", "name": "guidec", "version": fields["Version"],
                                       "bom-ref": "guidec", "licenses": [{"license": {"id": "MIT"}}],
                                       "hashes": [{"alg": "SHA-256", "content": digest(whole)}]}},
            "components": components}
    Path(f"{stem}.cdx.json").write_text(json.dumps(bill, indent=1) + "\n")


if __name__ == "__main__":
    main()
