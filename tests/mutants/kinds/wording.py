"""Slips of the pen: words, sentences and notes that no reader should meet."""
import re

from english import instead, with_sentence
from kinds.characters import words_of
from mutant import Mutant, kind, of, some
from workspace import Edit

NOTES = {"todo": "TODO", "xxx": "XXX", "fixme": "FIXME: dose", "check": "(check this)", "questions": "??", "tbd": "TBD",
         "tbc": "tbc", "source": "[source?]", "citation": "[citation needed]", "ask": "(Anna, is this right?)",
         "lorem": "Lorem ipsum dolor.",
         "insert": "<insert figure>", "here": "[TEXT HERE]", "arrows": ">>> new",
         "stars": "*** rewrite",
         "draft": "(draft)", "initials": "[JS: too long?]", "see above": "See page XX.", "blank": "____",
         "bullets": "..."}
HOMOPHONES = [("your", "you're"), ("there", "their"), ("to", "too"), ("too", "to"), ("then", "than"), ("than", "then"),
              ("its", "it's"),
              ("heel", "heal"), ("breath", "breathe"), ("lose", "loose"), ("weight", "wait"), ("floor", "flour"),
              ("pain", "pane"),
              ("whole", "hole"), ("feet", "feat"), ("sore", "soar"), ("straight", "strait"), ("waist", "waste"),
              ("knee", "need"),
              ("weak", "week"), ("week", "weak"), ("toes", "tows"), ("right", "write"), ("muscles", "mussels"),
              ("raise", "rays"),
              ("brakes", "breaks"), ("affect", "effect"), ("chest", "chess"), ("form", "from"),
              ("from", "form")]


@kind("language")
def editors_note(workspace):
    """A note to oneself or to a colleague, left in."""
    for text in workspace.prose():
        for way, note in some(NOTES, text):
            body = text.value.rstrip()
            yield of(text.becomes(f"{body} {note}{text.value[len(body):]}"), [], way)


@kind("structure")
def text_cut(workspace):
    """A text that YAML ends at ` #`, in the middle of the sentence."""
    for text in workspace.prose():
        if text.node.style not in (None, "") or "\n" in text.file.text[text.start : text.end]:
            continue
        for match in list(re.finditer(r"(?<=\w) (?=\w)", text.value))[1:]:
            edit = Edit(text.file, text.start + match.end(), text.start + match.end(), "#")
            if text.value == text.file.text[text.start : text.end] and text.reads(edit, text.value[: match.start()]):
                yield Mutant([edit], [], text.role)


@kind("language")
def word_doubled(workspace):
    """A word twice in a row."""
    for text in workspace.prose():
        for match in list(re.finditer(r"(?<= )(the|a|your|to|and|with|it|of|on|for)(?= \w)", text.value))[:2]:
            yield of(text.becomes(text.value[: match.end()] + " " + match.group() + text.value[match.end() :]), [],
                     match.group())


@kind("language")
def wrong_article(workspace):
    """`an` before a consonant, `a` before a vowel."""
    for text in workspace.prose():
        for match in re.finditer(r"\b([Aa]n?)(?= [b-df-gj-np-tv-z]\w+)", text.value):
            if match.group().lower() == "a":
                yield of(text.becomes(text.value[: match.end()] + "n" + text.value[match.end() :]), [], "an")
        for match in re.finditer(r"\b([Aa]n)(?= [aei]\w+)", text.value):
            yield of(text.becomes(text.value[: match.end() - 1] + text.value[match.end() :]), [], "a")


@kind("language")
def homophone(workspace):
    """A word that sounds like the right one, or is one letter away from it."""
    for text in workspace.prose():
        for right, wrong in HOMOPHONES:
            if match := re.search(rf"(?<![\w{{#\[(.-]){right}(?![\w}}\])-])", text.value):
                yield of(text.becomes(instead(match, wrong)), [], wrong)


@kind("language")
def misspelling(workspace):
    """Two letters of a word changed about, or one left out."""
    for text in workspace.prose():
        for word in words_of(text)[:1]:
            at = word.start() + len(word.group()) // 2
            yield of(text.becomes(text.value[:at] + text.value[at + 1] + text.value[at] + text.value[at + 2 :])
                     if at + 2 <= word.end() and text.value[at] != text.value[at + 1] else None, [], "changed about")
            yield of(text.becomes(text.value[:at] + text.value[at + 1 :]), [], "left out")


@kind("language")
def disagreement(workspace):
    """A verb in the wrong number after a pronoun or a plural."""
    turns = [("You are", "You is"), ("It is", "It are"), ("They are", "They is"), ("These are", "These is"),
             ("This is", "This are"),
             ("muscles are", "muscles is"), ("that are", "that is"), ("stretches are", "stretches is"),
             ("You have", "You has"),
             ("it does", "it do"), ("They can", "They cans"), ("You feel", "You feels"), ("You get", "You gets"),
             ("You do", "You does"),
             ("You need", "You needs"), ("These stretches", "This stretches"), ("you feel", "you feels"),
             ("you hold", "you holds"),
             ("It helps", "It help"), ("this helps", "this help"), ("muscles need", "muscles needs"),
             ("They do", "They does")]
    for text in workspace.prose():
        for right, wrong in turns:
            if match := re.search(rf"\b{right}\b", text.value):
                yield of(text.becomes(instead(match, wrong)), [], wrong)


@kind("language")
def sentence_unfinished(workspace):
    """A sentence that breaks off, lacks its period or begins small."""
    for text in workspace.sentences():
        body = text.value.rstrip()
        rest = text.value[len(body) :]
        words = body.split(" ")
        if len(words) > 6 and not re.search(r"[\]})*]", " ".join(words[-4:])):
            yield of(text.becomes(" ".join(words[:-3]) + " the" + rest), [], "broken off")
            yield of(text.becomes(body[:-1] + rest), [], "no period")
            yield of(text.becomes(body[:-1] + ".." + rest), [], "two periods")
            yield of(text.becomes(body[:-1] + " ." + rest), [], "blank")
            yield of(text.becomes(body[:-1] + "," + rest), [], "comma")
        if body[:2].istitle() and body[1:2].islower():
            yield of(text.becomes(body[0].lower() + body[1:] + rest), [], "small letter")
        if match := re.search(r"(?<=[a-z]), (?=[a-z])", body):
            yield of(text.becomes(body[: match.start()] + " ," + body[match.end() - 1 :] + rest), [], "comma moved")
        if match := re.search(r"(?<=[a-z])\. (?=[A-Z])", body):
            yield of(text.becomes(body[: match.end() - 1] + body[match.end() :] + rest), [], "glued")


@kind("language")
def sentence_twice(workspace):
    """The last sentence of a text, twice."""
    for text in workspace.sentences():
        last = re.split(r"(?<=[.!?])\s+", text.value.rstrip())[-1]
        if last.count(" ") > 2 and "[" not in last:
            yield of(text.becomes(with_sentence(text.value, last)), [], text.role)
