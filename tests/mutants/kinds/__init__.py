"""One module a subject; a new one has its import here."""
from . import (characters, doses, marks, order, quiz, records, safety, sides, statements, structure, terms,
               # noqa: F401
               wording)
