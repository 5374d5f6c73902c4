"""A dose, a count, a frequency or a time told in other words, and with another figure."""
import re

from english import first_small, instead, spoken, with_sentence
from mutant import Mutant, kind, of
from workspace import child, end_of, pairs


def seconds(dose):
    """The seconds of a plain duration, or None."""
    match = re.fullmatch(r"(?:(\d+) min)? ?(?:(\d+) s)?", dose or "")
    total = int(match[1] or 0) * 60 + int(match[2] or 0) if match else 0
    return total or None


def count(dose):
    return int(dose) if re.fullmatch(r"\d+", dose or "") else int(dose.split("-")[1]) if re.fullmatch(r"\d+-\d+", dose
                                                                                                      or "") else None


def other_time(now):
    """Ways to tell another time than this one."""
    other = 20 if now != 20 else 45
    yield "figures", f"{other} seconds"
    yield "words", {20: "twenty seconds", 45: "forty-five seconds"}[other]
    yield "short", f"{other} sec"
    yield "range", f"{other}–{other + 5} seconds"
    yield "hyphen", f"{other}-second"
    yield "minute", "a minute" if now != 60 else "half a minute"
    yield "breaths", "a minute and a half" if now != 90 else "two minutes"


def other_count(now):
    other = 8 if now != 8 else 6
    yield "figures", str(other)
    yield "words", spoken(other)
    yield "range", f"{other}–{other + 1}" if now != other + 1 else f"{other - 2}–{other - 1}"
    yield "to", f"{spoken(other)} to {spoken(other + 1)}" if now != other + 1 else "two to three"


def place_of_dose(exercise, key):
    found = pairs(child(exercise.file.root, "dose")).get(key)
    return [(exercise.file, found[0].start_mark.index, end_of(found[1]))] if found else []


def told_in_steps(exercise, key, makes):
    """The placeholder of a step typed out with another figure."""
    for text in exercise.steps:
        for match in re.finditer(rf"\{{{key}\}}", text.value):
            for way, words in makes:
                if way != "hyphen":
                    yield of(text.becomes(instead(match, words)),
                             place_of_dose(exercise, key), f"steps {way}")


def told_beside(exercise, key, sentences):
    """A sentence more in the exercise's other texts."""
    for text in exercise.file.prose:
        if text.role in ("cautions", "purpose", "stop-if", "alt"):
            for way, sentence in sentences:
                yield of(text.becomes(with_sentence(text.value, sentence)), place_of_dose(exercise, key),
                         f"{text.role} {way}")


def told_in_guides(workspace, exercise, key, sentences):
    """A sentence more in a guide's prose, where the exercise is shown or asked about; it names the exercise."""
    for guide in workspace.guides:
        shown = [block for block in guide.blocks if block.kind == "exercises"
                 and exercise.id in [node.value for node, _ in block.members()]]
        sections = {block.section for block in shown}
        for text in guide.file.prose if shown else ():
            if text.role not in ("text", "why", "how", "main-message") or not text.value.rstrip().endswith("."):
                continue
            block = next((one for one in guide.blocks
                          if one.node.start_mark.index <= text.start < end_of(one.node)), None)
            where = block.kind if block else "routine" if "routine" in text.keys else "front"
            if block and block.section not in sections and where not in ("advice",) or where in ("claim", "list",
                                                                                                 "protocol"):
                continue
            for way, sentence in sentences:
                yield of(text.becomes(with_sentence(text.value, sentence)), place_of_dose(exercise, key),
                         f"{where} {way}")
        for question in guide.questions:
            why = question.text("why")
            if why and f"{exercise.id}.dose.{key}" in question.proof().values():
                for way, sentence in sentences:
                    yield of(why.becomes(with_sentence(why.value, sentence)), place_of_dose(exercise, key),
                             f"why {way}")


def named(exercise):
    return f"the {first_small(exercise.name)}"


def restated(workspace, key, read, makes, sentence, here):
    for exercise in workspace.exercises:
        now = read(exercise.dose.get(key))
        if now is None:
            continue
        ways = list(makes(now))
        yield from told_in_steps(exercise, key, ways)
        plain = [(way, words) for way, words in ways if way != "hyphen"]
        yield from told_beside(exercise, key, [(way, here.format(words)) for way, words in plain])
        yield from told_in_guides(workspace, exercise, key,
                                  [(way, sentence.format(name=named(exercise), words=words)) for way, words in plain])


@kind("meaning")
def hold_restated(workspace):
    """Another hold than the dose's."""
    yield from restated(workspace, "hold", seconds, other_time, "Hold {name} for {words}.", "Hold for {}.")


@kind("meaning")
def reps_restated(workspace):
    """Another number of repetitions than the dose's."""
    yield from restated(workspace, "reps", count, other_count, "Do {words} repetitions of {name}.",
                        "Do {} repetitions.")


@kind("meaning")
def sets_restated(workspace):
    """Another number of sets than the dose's."""
    yield from restated(workspace, "sets", count, lambda now: [("figures", str(now + 3)), ("words", spoken(now + 3))],
                        "Do {words} sets of {name}.", "Do {} sets.")


@kind("meaning")
def rest_restated(workspace):
    """Another rest than the dose's."""
    yield from restated(workspace, "rest", seconds, other_time, "Rest for {words} between the sets of {name}.",
                        "Rest for {} between the sets.")


@kind("meaning")
def frequency_restated(workspace):
    """Another frequency than the dose's."""
    for exercise in workspace.exercises:
        now = exercise.dose.get("frequency")
        if not now:
            continue
        ways = [("a day", "twice a day" if "once" in now or "day" not in now else "once a day"),
                ("a week", "once a week" if "week" not in now else "seven days a week"),
                ("every", "every other day" if "other" not in now else "every day")]
        yield from told_beside(exercise, "frequency", [(way, f"Do this {words}.") for way, words in ways])
        yield from told_in_guides(workspace, exercise, "frequency",
                                  [(way, f"Do {named(exercise)} {words}.") for way, words in ways])


@kind("meaning")
def caption_counts_otherwise(workspace):
    """Another hold or number of repetitions in a caption."""
    for exercise in workspace.exercises:
        now = seconds(exercise.dose.get("hold"))
        times = count(exercise.dose.get("reps"))
        for text in exercise.file.prose:
            if text.role == "caption" and now:
                for way, words in other_time(now):
                    if way != "hyphen":
                        yield of(text.becomes(f"{text.value}, for {words}"), place_of_dose(exercise, "hold"), way)
            elif text.role == "caption" and times:
                for way, words in other_count(times):
                    yield of(text.becomes(f"{text.value}, {words} times"), place_of_dose(exercise, "reps"), way)


@kind("meaning")
def title_counts_otherwise(workspace):
    """Another hold in the title of a section all of whose exercises are held equally long."""
    for guide in workspace.guides:
        for block in guide.blocks:
            if block.kind != "exercises":
                continue
            shown = [workspace.by_id[node.value] for node, _ in block.members() if node.value in workspace.by_id]
            holds = {seconds(one.dose.get("hold")) for one in shown}
            if len(holds) == 1 and None not in holds:
                at = next(at for at, node in enumerate(child(guide.file.root, "sections").value)
                          if child(node, "id").value == block.section)
                title = guide.file.text_of(child(child(guide.file.root, "sections").value[at], "title"))
                for way, words in other_time(holds.pop()):
                    yield of(title.becomes(f"{title.value}: hold each for {words}") if way != "hyphen" else None,
                             [end for one in shown for end in place_of_dose(one, "hold")], way)


@kind("meaning")
def session_time_restated(workspace):
    """Another time for the whole session than the routine's total."""
    for guide in workspace.guides:
        routine = child(guide.file.root, "routine")
        total = child(routine, "total") if routine is not None else None
        if total is None or not seconds(total.value):
            continue
        end = [(guide.file, total.start_mark.index, total.end_mark.index)]
        now = seconds(total.value) // 60
        ways = [("words", "half an hour" if now != 30 else "an hour"), ("figures", f"{now + 5} minutes"),
                ("quarter", "a quarter of an hour" if now != 15 else "half an hour"),
                ("spoken", f"{spoken(now + 2)} minutes")]
        for text in guide.file.prose:
            if text.role in ("text", "main-message", "subtitle", "why") and (text.role != "text"
                                                                             or "routine" in text.keys):
                for way, words in ways:
                    yield of(text.becomes(with_sentence(text.value, f"The whole session takes {words}.")), end,
                             f"{text.role} {way}")


@kind("meaning")
def total_changed(workspace):
    """A total that the routine's exercises do not take."""
    for guide in workspace.guides:
        routine = child(guide.file.root, "routine")
        total = child(routine, "total") if routine is not None else None
        if total is not None and (now := seconds(total.value)):
            end = [(guide.file, routine.start_mark.index, end_of(routine))]
            for other in (now // 60 * 2, max(now // 120, 1), now // 60 + 5):
                yield Mutant([guide.file.put(total, f"{other} min")], end)


@kind("meaning")
def progression_of_another_dose(workspace):
    """A progression that adds to what the dose does not have: seconds to repetitions, repetitions to a hold."""
    for exercise in workspace.exercises:
        text = next((one for one in exercise.file.texts if one.role == "progression"), None)
        if text is None:
            continue
        if "hold" in exercise.dose and "reps" not in exercise.dose:
            yield of(text.becomes("Add two repetitions each week."), place_of_dose(exercise, "hold"), "repetitions")
        if "reps" in exercise.dose and "hold" not in exercise.dose:
            yield of(text.becomes("Hold it five seconds longer each week."), place_of_dose(exercise, "reps"), "seconds")


@kind("meaning")
def tempo_restated(workspace):
    """A tempo in a step's words that the dose's tempo denies."""
    for exercise in workspace.exercises:
        tempo = exercise.dose.get("tempo")
        first = int(tempo.split("-")[0]) if tempo and tempo[0].isdigit() else None
        for text in exercise.steps if first else ():
            if re.search(r"\b[Ll]ower\b", text.value):
                for way, words in (("figures", f"{first + 4} seconds"), ("words", f"{spoken(first + 4)} seconds")):
                    value = text.value.rstrip(".") + f" for {words}."
                    yield of(text.becomes(value), place_of_dose(exercise, "tempo"), way)
