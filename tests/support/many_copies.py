"""Many copies of a workspace, each with a change of its own, that one run of guidec checks."""
import json
import os
import pathlib
import shutil
import subprocess
import sys

# A day on which the reviews of the guides in sources/ and tests/ hold, so that no test grows old.
TODAY = "1796083200"


def copy_of(whole, name):
    """A copy beside the folder `whole`. Its files are links: put a new one in the place of one that changes."""
    return pathlib.Path(shutil.copytree(whole, whole.with_name(str(name)), copy_function=os.link))


def replace(path, data):
    path.unlink(missing_ok=True)
    path.write_bytes(data)


def lint(guidec, folders, *options, statuses=(0, 1)):
    """The findings in each folder, in the order of the folders, which are all in one."""
    run = subprocess.run([guidec, "lint", "--format", "json", "--max-findings", "0", *options,
                          *(folder.name for folder in folders)],
                         capture_output=True, cwd=folders[0].parent, env=os.environ | {"SOURCE_DATE_EPOCH": TODAY})
    if run.returncode not in statuses or not run.stdout:
        sys.exit(f"guidec ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
    found = {folder.name: [] for folder in folders}
    for one in json.loads(run.stdout):
        found[pathlib.PurePath(one["path"]).parts[0]].append(one)
    return list(found.values())
