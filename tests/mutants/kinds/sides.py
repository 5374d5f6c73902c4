"""Sides and directions that steps, pictures and their words state together."""
import re

from english import DIRECTIONS, SIDES, swapped
from mutant import kind, of

def sided(text):
    return re.search(r"\b(left|right)\b", text.value) is not None


def side_swapped_in(workspace, *roles):
    """Each side in such texts turned round, where another text of the exercise names one."""
    for exercise in workspace.exercises:
        for text in exercise.file.texts:
            if text.role in roles and any(sided(other) for other in exercise.file.texts if other is not text):
                for value, word in swapped(text.value, SIDES):
                    yield of(text.becomes(value), [], f"{text.role} {word}")


@kind("meaning")
def side_swapped_in_step(workspace):
    """Left for right in one step, where other steps or pictures name sides."""
    yield from side_swapped_in(workspace, "steps")


@kind("meaning")
def side_swapped_in_caption(workspace):
    """Left for right in a caption or alternative text."""
    yield from side_swapped_in(workspace, "caption", "alt")


@kind("meaning")
def side_swapped_in_figure(workspace):
    """Left for right in an arrow, a stretch mark, a contact, a pose."""
    yield from side_swapped_in(workspace, "arrows", "stretch", "contacts", "pose")


def shared(exercise, text, word):
    """Whether another text of the exercise holds the word in some form."""
    stem = word.split()[0][:4]
    return any(re.search(rf"(?i)\b{stem}", other.value) for other in exercise.file.texts if other is not text)


def direction_swapped_in(workspace, *roles):
    for exercise in workspace.exercises:
        for text in exercise.file.texts:
            if text.role in roles:
                for value, word in swapped(text.value, DIRECTIONS):
                    if shared(exercise, text, word):
                        yield of(text.becomes(value), [], f"{text.role} {word}")


@kind("meaning")
def direction_swapped_in_step(workspace):
    """Up for down, lift for lower and the like in a step, where other texts of the exercise hold the word."""
    yield from direction_swapped_in(workspace, "steps")


@kind("meaning")
def direction_swapped_in_caption(workspace):
    """The same in a caption or alternative text."""
    yield from direction_swapped_in(workspace, "caption", "alt")


@kind("meaning")
def direction_swapped_in_figure(workspace):
    """The same in an arrow or a stretch mark."""
    yield from direction_swapped_in(workspace, "arrows", "stretch")


@kind("meaning")
def direction_swapped_in_purpose(workspace):
    """The same in what an exercise is for, in its start position and in its cautions."""
    yield from direction_swapped_in(workspace, "purpose", "start-position", "cautions")
