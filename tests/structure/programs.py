#!/usr/bin/python3
"""Gathers the programs that tests may call: programs.py FOLDER LIST...

FOLDER becomes the only one in the PATH of the tests. It has links to what every Debian has (packages that are
essential or required), and to what the packages of the LISTs, ci/packages-*.txt, bring with them. A test that
calls anything else fails here as it would on a bare machine. Where a list names a COMMAND, any will do. A
system without dpkg has all its programs in it.
"""
import os
import pathlib
import re
import shutil
import sys
import tempfile

DPKG = pathlib.Path("/var/lib/dpkg")
FIELD = re.compile(r"^(Package|Status|Essential|Priority|Depends|Pre-Depends|Provides): (.*)$", re.M)
PLACES = [pathlib.Path(place) for place in ("/usr/bin", "/usr/sbin", "/bin", "/sbin")]


def installed():
    """The fields of every installed package, by its name."""
    packages = {}
    for paragraph in (DPKG / "status").read_text(errors="replace").split("\n\n"):
        fields = dict(FIELD.findall(paragraph))
        if fields.get("Status", "").endswith(" installed"):
            packages[fields["Package"]] = fields
    return packages


def names_in(field):
    """Each dependency as the list of its alternatives."""
    return [[re.match(r"[^\s:(]+", one.strip())[0] for one in part.split("|")] for part in field.split(",") if part]


def closure(packages, roots):
    """The packages with what they depend on. Of alternatives, the first that is there."""
    providers = {}
    for name, fields in packages.items():
        for [provided] in names_in(fields.get("Provides", "")):
            providers.setdefault(provided, name)
    found, rest = set(), list(roots)
    while rest:
        name = rest.pop()
        if name in found:
            continue
        found.add(name)
        for field in ("Depends", "Pre-Depends"):
            for alternatives in names_in(packages[name].get(field, "")):
                there = [one if one in packages else providers.get(one) for one in alternatives]
                rest += [one for one in there if one][:1]
    return found


def programs_of(names):
    """The programs among the packages' files."""
    for path in (DPKG / "info").glob("*.list"):
        if path.stem.split(":")[0] in names:
            # Those of /usr/lib too, to which Debian's alternatives lead.
            yield from map(merged, re.findall(r"^/.*\bs?bin/.+$", path.read_text(errors="replace"), re.M))


def merged(path):
    """Its name where /bin is /usr/bin."""
    return re.sub(r"^/(s?bin)/", r"/usr/\1/", str(path))


def chain(path):
    """The path and what it leads to, link by link: Debian's alternatives are no package's files."""
    for _ in range(10):
        yield merged(path)
        if not path.is_symlink():
            return
        path = path.parent / os.readlink(path)


def wanted(lists):
    """(package, command or None) of each line of the lists."""
    for name in lists:
        lines = [line.split("#")[0].split() for line in pathlib.Path(name).read_text().splitlines()]
        if not any(lines):
            sys.exit(f"{name} names no package")
        yield from ((words[0], words[1] if len(words) > 1 else None) for words in lines if words)


def programs(lists):
    """The path of each program, by its name, and what is not installed."""
    listed = list(wanted(lists))
    if not (DPKG / "status").exists():
        places = map(pathlib.Path, os.environ["PATH"].split(":"))
        return {path.name: path for place in places for path in sorted(place.glob("*"))}, []
    packages = installed()
    base = [name for name, fields in packages.items()
            if fields.get("Essential") == "yes" or fields.get("Priority") == "required"]
    owned = set(programs_of(closure(packages, base + [name for name, _ in listed if name in packages])))
    found = {}
    for path in (path for place in PLACES for path in sorted(place.glob("*"))):
        if any(one in owned for one in chain(path)):
            found.setdefault(path.name, path)
    missing = []
    for name, command in listed:
        if command and command not in found and (path := shutil.which(command)):
            found[command] = pathlib.Path(path)
        elif name not in packages and (command is None or command not in found):
            missing.append(name)
    # Who is not root reaches root as ci/setup does.
    if os.geteuid() != 0 and (sudo := shutil.which("sudo")):
        found.setdefault("sudo", pathlib.Path(sudo))
    return found, missing


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: programs.py FOLDER LIST...")
    folder = pathlib.Path(sys.argv[1])
    found, missing = programs(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    # Link by link, so that a test that runs meanwhile finds them.
    for name, path in found.items():
        link = folder / name
        if not link.is_symlink() or os.readlink(link) != str(path):
            fresh = pathlib.Path(tempfile.mktemp(dir=folder, prefix=".new-"))
            fresh.symlink_to(path)
            fresh.replace(link)
    for link in folder.iterdir():
        if link.name not in found and not link.name.startswith(".new-"):
            link.unlink()
    for name in missing:
        print(f"{name} is not installed: run ci/setup test")
    print(f"{len(found)} programs")
    return 0 if found else 1


sys.exit(main())
