"""What size a sheet gets by how much is on it: copies of a guide's bundle that hold more and more, set in one go; and
two sheets of the bundle in a language that is read from the right."""
import collections
import copy
import json
import subprocess
import sys

from sheet import sheet


def repeated(items, count):
    return [copy.deepcopy(items[index % len(items)]) for index in range(count)]


def with_steps(count, stops=1):
    def change(bundle):
        exercise = next(one for one in bundle["exercises"] if one["id"] == "heel-raise")
        exercise["steps"] = repeated(exercise["steps"], count)
        exercise["stopIf"] = repeated(exercise["stopIf"], stops)
        exercise["pictures"], exercise["doseLabel"] = exercise["pictures"][:1], exercise["doseLabel"][:1]
        exercise["cautions"] = []
        del exercise["plan"]
    return change


def bare_with_steps(count):
    def change(bundle):
        with_steps(count, 0)(bundle)
        for exercise in bundle["exercises"]:
            exercise |= {"doseLabel": [], "sides": "together", "targets": [], "equipment": []}
            exercise.pop("startPosition", None)
    return change


def with_session(count):
    def change(bundle):
        bundle["routine"]["exercises"] = repeated(bundle["routine"]["exercises"], count)
    return change


def with_questions(count):
    def change(bundle):
        del bundle["quiz"]["versions"]
        bundle["quiz"]["questions"] = repeated(bundle["quiz"]["questions"], count)
    return change


def with_message(count):
    def change(bundle):
        message = bundle["guide"]["mainMessage"]["mdast"]["children"][0]["children"][0]
        message["value"] = " ".join(["Climb a little higher each day, and rest."] * count)
        bundle["guide"]["sections"], bundle["guide"]["introduction"] = [], []
        del bundle["routine"]
    return change


HANDOUT = {"exercise": "heel-raise"}
LARGE = {"large-print": "true"}
# Template, its inputs, how the bundle changes, and how much of it there is.
SHEETS = [
    *[("handout.typ", HANDOUT, bare_with_steps, (count,)) for count in range(1, 9)],
    *[("handout.typ", HANDOUT, with_steps, (count,)) for count in range(4, 23)],
    *[("handout.typ", HANDOUT | LARGE, with_steps, counts)
      for counts in ((1,), (6,), (7,), (8,), (9,), (12,), (18,), (2, 9), (6, 5), (6, 10), (9, 12))],
    *[("session.typ", {}, with_session, (count,)) for count in (1, 2, 4, 5, 6, 7, 9, 10)],
    *[("session.typ", LARGE, with_session, (count,)) for count in (2, 4)],
    *[("quiz.typ", {}, with_questions, (count,)) for count in (1, 2, 3, 4, 5, 10)],
    *[("quiz.typ", LARGE, with_questions, (count,)) for count in (2, 5)],
    *[("answer-key.typ", {}, with_questions, (count,)) for count in (2, 4, 5, 8, 11)],
    *[("answer-key.typ", LARGE, with_questions, (count,)) for count in (2, 5)],
    *[("guide.typ", {}, with_message, (count,)) for count in (1, 20, 21, 22, 23)],
    *[("guide.typ", LARGE, with_message, (count,)) for count in (2, 13, 14, 15, 16)],
]


def summary(file):
    """The pages, how many texts are on the first, the size of most of the text, the heights of pictures and of large boxes."""
    sizes, pictures, boxes, pages, first = collections.Counter(), [], [], 0, 0
    for line in sheet(file):
        place, *rest = line.split(" | ")
        words = place.split()
        if line.startswith("page "):
            pages += 1
        elif "picture" in words or "drawn" in words:
            pictures.append(words[2].split("x")[1])
        elif len(rest) == 2:
            sizes[words[2]] += len(rest[1])
            first += pages == 1
        elif "stroke" in words and words[-1] != "2":
            height = float(words[2].split("x")[1])
            boxes += [f"{height:g}"] if height > 60 else []
    return f"{pages} pages, {first} texts on the first, {sizes.most_common(1)[0][0]} pt, pictures {' '.join(pictures) or 'none'}, " \
        f"boxes {' '.join(boxes) or 'none'}"


def lines(templates, request_file, built, folder):
    folder.mkdir()
    request = json.loads(request_file.read_text())
    bundle_file = built / "stairs/instructor/stairs.json"
    bundle = json.loads(bundle_file.read_text())
    pictures = str(bundle_file.parent.parent)
    from_the_right = copy.deepcopy(bundle)
    from_the_right["guide"]["language"] = "ar"
    sheets = [*SHEETS, ("handout.typ", HANDOUT, None, ()), ("answer-key.typ", {}, None, ())]
    request |= {"templates": str(templates), "bundles": {}, "jobs": [], "pictures": pictures}
    for number, (template, inputs, change, counts) in enumerate(sheets):
        changed = copy.deepcopy(bundle if change else from_the_right)
        if change:
            change(*counts)(changed)
        name = f"{number:03}"
        (folder / f"{name}.json").write_text(json.dumps(changed))
        request["bundles"][name] = str(folder / f"{name}.json")
        request["jobs"].append({"template": template, "output": str(folder / f"{name}.pdf"), "bundle": name,
                                "inputs": inputs})
    run = subprocess.run(["node", templates / "compile.mjs"], input=json.dumps(request), capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"node ended with {run.returncode}: {run.stdout[-2000:]} {run.stderr}")
    for number, (template, inputs, change, counts) in enumerate(SHEETS):
        bare = "bare " if change == bare_with_steps else ""
        large = " in large print" if inputs.get("large-print") else ""
        what = f"{bare}{template.removesuffix('.typ')}{large} of {', '.join(map(str, counts))}"
        yield f"{what}: {summary(folder / f'{number:03}.pdf')}"
    for number, (template, *_) in enumerate(sheets[len(SHEETS):], start=len(SHEETS)):
        yield from ("", f"== {template} from the right", *sheet(folder / f"{number:03}.pdf"))
