"""Warnings that say the opposite, and advice that harms."""
import re

from english import REVERSED, denied, instead, swapped, with_sentence
from mutant import Mutant, kind, of, some
from workspace import child, pairs


@kind("meaning")
def red_flag_negated(workspace):
    """A sign that needs a doctor, denied: `You have no fever`."""
    for text in workspace.prose("seek-help-if"):
        value = text.value
        if other := denied(value):
            yield of(text.becomes(other), [], "not")
        if match := re.match(r"You (have|feel|get) (?:a |an )?(?!\w+(?:en|ed)\b)", value):
            yield of(text.becomes(f"You {match[1]} no {value[match.end():]}" if match[1] != "feel"
                                  else f"You do not feel {value[match.end():]}"), [], "no")
        for other, word in swapped(value, [("severe", "mild"), ("worse", "better"), ("cannot", "can"), ("new", "old"),
                                           ("lose", "keep"), ("sudden", "slow"), ("strong", "slight")]):
            yield of(text.becomes(other), [], word)


@kind("meaning")
def caution_reversed(workspace):
    """A caution, stop rule, disclaimer or warning that says the opposite."""
    for file in workspace.files:
        for text in file.prose:
            box = child(file.at(*text.keys[:-1]), "callout")
            if text.role not in ("cautions", "stop-if", "disclaimer") and getattr(box, "value", "") != "caution":
                continue
            for value, word in swapped(text.value, REVERSED):
                # "A short hold with good form is better than a long one": with both words alike it is true as well.
                if not any({word, other} == {one, two} and re.search(rf"\b{other}\b", text.value)
                           for one, two in REVERSED for other in (one, two)):
                    yield of(text.becomes(value), [], word)
            if match := re.search(r"\b(Do not|Don't|Never) (\w)", text.value):
                yield of(text.becomes(instead(match, match[2].upper())), [],
                         "not dropped")
            if text.role == "cautions" and (match := re.match(r"(Keep|Stop|Ask|Rest|Breathe|Move|Turn|Use|Talk|Hold|Put|Fold) ", text.value)):
                yield of(text.becomes("Do not " + text.value[:1].lower() + text.value[1:]), [], "not")


HARM = {"medicine": "Take 400 mg of ibuprofen before you start.", "pain": "It has to hurt to help.",
        "through": "Push through the pain.",
        "breath": "Hold your breath while you do this.", "bounce": "Bounce at the end of the movement.",
        "gain": "No pain, no gain.",
        "everyone": "This is safe for everyone.", "cure": "This cures the pain for good.",
        "doctor": "You need no doctor for this.",
        "stop medicine": "Stop taking your pills on those days.", "guarantee": "It works every time.",
        "numb": "Go on if your leg goes numb.",
        "dizzy": "Keep going when you feel dizzy.", "lock": "Lock your knees.",
        "alone": "Ignore the warning signs above."}


@kind("meaning")
def harmful_advice(workspace):
    """A dose of medicine, pain as an aim, held breath, a promise to cure."""
    for text in workspace.prose("text", "why", "how", "cautions", "purpose", "main-message", "steps"):
        if text.value.rstrip().endswith("."):
            for way, sentence in some(HARM, text):
                yield of(text.becomes(with_sentence(text.value, sentence)), [], way)


@kind("structure")
def safety_left_out(workspace):
    """No stop rule, no red flags, no disclaimer."""
    for file in workspace.files:
        for key in ("stop-if", "seek-help-if", "disclaimer", "cautions"):
            found = pairs(file.root).get(key)
            if found and key != "cautions":
                yield Mutant([file.line_without(found)], [(file, 0, len(file.text))], key)
