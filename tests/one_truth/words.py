"""How guidec words a quantity, a label, a date: words.tsv, a column a language. An empty cell is English."""

import csv
from functools import cache
from pathlib import Path


@cache
def table():
    with open(Path(__file__).with_name("words.tsv"), encoding="utf-8", newline="") as file:
        return {row["key"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


class Words:
    def __init__(self, language):
        self.language = language
        self.is_english = language.split("-")[0] == "en"

    def __getitem__(self, key):
        row = table()[key]
        return row.get(self.language) or row.get(self.language.split("-")[0]) or row["en"]

    def plural(self, key, number):
        """The form for one or for several: `second|seconds`."""
        return f"{number} {self[key].split('|')[number != 1]}"

    def duration(self, bounds):
        least, most = bounds
        if least == most:
            parts = [self.plural("minute", least // 60)] if least >= 60 else []
            parts += [self.plural("second", least % 60)] if least % 60 or not parts else []
            return self["and-seconds"].join(parts) if len(parts) > 1 else parts[0]
        unit, factor = ("minute", 60) if least % 60 == most % 60 == 0 else ("second", 1)
        return f"{self.range(least // factor, most // factor)} {self[unit].split('|')[1]}"

    def range(self, least, most):
        return self["range"].format(least, most)

    def count(self, bounds):
        return str(bounds[0]) if bounds[0] == bounds[1] else self.range(*bounds)

    def until(self, sign):
        """A guide in English leaves out the word; another writes its own."""
        return f"until {sign}" if self.is_english else sign

    def tempo(self, parts):
        if not self.is_english:
            return "-".join(map(str, parts))
        said = [f"{self[name]} {self.duration((number, number))}"
                for name, number in zip(("lower", "pause", "lift"), parts) if number]
        if len(parts) > 3 and parts[3]:
            said.append(self["pause-top"].format(self.duration((parts[3], parts[3]))))
        return ", ".join(said)

    def each(self, number, unit):
        return f"each {unit}" if number == 1 else f"every {number} {unit}s"

    def every(self, text):
        """`week` → `each week`; `2 weeks` → `every 2 weeks`."""
        number, _, unit = text.rpartition(" ")
        return f"every {number} {unit}" if number else f"each {unit}"

    def date(self, day):
        return self["date"].format(day=day.day, month=self["months"].split()[day.month - 1], year=day.year)

    def about(self, least, most):
        """A span of seconds in whole minutes, each end rounded to the nearest."""
        least, most = (max(1, (end + 30) // 60) for end in (least, most))
        if least == most:
            return f"{self['about']} {self.plural_english('minute', least)}"
        return f"{self['about']} {least} to {most} minutes"

    @staticmethod
    def plural_english(unit, number):
        return f"{number} {unit}{'s' if number != 1 else ''}"
