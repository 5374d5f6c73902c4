"""A mutant is a clean workspace with one slip. A kind is a function that yields the mutants of a workspace."""
import collections
import hashlib

KINDS = {}
GROUPS = ("structure", "meaning", "language")


class Mutant:
    def __init__(self, edits, ends=(), way=""):
        """`ends` are the other places at which a finding is at home, as (file, start, end): where two places disagree,
        an editor may be sent to either. `way` is how the slip is made; a sample takes of each way in turn."""
        self.edits, self.ends, self.way = sorted(edits, key=lambda one: one.start), tuple(ends), way
        self.kind = None

    @property
    def file(self):
        return self.edits[0].file.path

    @property
    def line(self):
        edit = self.edits[0]
        return edit.file.text.count("\n", 0, edit.start) + 1

    def around(self, of):
        """The lines of the file that the slip changes, as they were or as they are."""
        file = self.edits[0].file
        mine = [edit for edit in self.edits if edit.file is file]
        before, after = mine[0].start, mine[-1].end
        begin = file.text.rfind("\n", 0, before) + 1
        end = file.text.find("\n", max(after - 1, before))
        end = len(file.text) if end < 0 else end
        return file.text[begin:end] if of == "old" else self.changed(file, begin, end)

    def changed(self, file, begin=0, end=None):
        text, at = "", begin
        for edit in self.edits:
            if edit.file is file:
                text += file.text[at : edit.start] + edit.new
                at = edit.end
        return text + file.text[at:end]

    def files(self):
        return list(dict.fromkeys(edit.file for edit in self.edits))

    def moved(self, file, offset):
        """Where in the changed file an offset of the clean one is."""
        return offset + sum(len(edit.new) - (edit.end - edit.start) for edit in self.edits
                            if edit.file is file and edit.end <= offset)

    def lines(self):
        """(path, first, last) of what is changed, and of the other ends, in the changed files."""
        places = [(edit.file, self.moved(edit.file, edit.start), self.moved(edit.file, edit.start) + len(edit.new))
                  for edit in self.edits]
        places += [(file, self.moved(file, start), self.moved(file, end)) for file, start, end in self.ends]
        for file, start, end in places:
            text = self.changed(file)
            yield str(file.path), text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1

    def key(self):
        edits = (f"{edit.file.path}\0{edit.old}\0{edit.new}" for edit in self.edits)
        return "\0".join([str(self.kind), self.way, self.around("old"), self.around("new"), *edits])


def kind(group):
    """Enters a function, by its name, into the table of kinds."""
    assert group in GROUPS

    def enter(function):
        name = function.__name__.replace("_", "-")
        assert name not in KINDS and function.__doc__, name
        function.group = group
        KINDS[name] = function
        return function

    return enter


def sampled(mutants, seed, most):
    """At most so many, of each way in turn. A mutant's rank follows from itself alone: a new text in a guide adds its
    mutants and leaves the others in their order."""
    ways = collections.defaultdict(list)
    for rank, mutant in sorted((hashlib.sha256(f"{seed}\0{one.key()}".encode()).hexdigest(), one)
                               for one in {one.key(): one for one in mutants}.values()):
        ways[mutant.way].append((rank, mutant))
    queues = [[mutant for _, mutant in queue] for queue in sorted(ways.values(), key=lambda queue: queue[0][0])]
    turns = [queue[turn] for turn in range(max(map(len, queues), default=0)) for queue in queues if turn < len(queue)]
    return turns[:most]


def some(ways, text, count=3):
    """A few of many ways to spoil a text. The text decides which: all would be far more than a sample takes."""
    ranked = sorted(ways, key=lambda way: hashlib.sha256(f"{way}\0{text.value}".encode()).digest())
    return [(way, ways[way]) for way in ranked[:count]]


def mutants_of(workspace, name, seed=1, most=None):
    made = [one for one in KINDS[name](workspace) if one is not None]
    for one in made:
        one.kind = name
    return sampled(made, seed, most)


def of(edit, ends=(), way=""):
    """The mutant of one edit, or None where there is none."""
    return Mutant([edit], ends, way) if edit else None
