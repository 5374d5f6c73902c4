#!/usr/bin/env python3
"""Writes a library of guides: make_corpus.py DIR --guides N [--shelf M] [--seed S]

Every guide has four exercises of its own, a quiz of seven questions with proofs, and a reference. The
sentences are written here; which of them a guide takes, and for whom and which part of the body it is,
follows from the seed and the guide's number alone, so that guide 17 is the same in every library. The
content is made up to be measured, and is no advice.

DIR/shelf-0001, DIR/shelf-0002, … are workspaces of M guides each (100 where not said), as a publisher
keeps one for each subject. `--shelf N` puts all guides into one workspace.
"""
import argparse
import pathlib
import random
import textwrap

READERS = ["runners", "walkers", "cyclists", "swimmers", "dancers", "hikers", "rowers", "skaters", "climbers",
           "gardeners", "drivers", "nurses", "teachers", "cooks", "bakers", "painters", "musicians",
           "farmers", "students", "sailors"]
OCCASIONS = ["after a long day", "in the morning", "in winter", "before a race", "at home", "on a trip",
             "after a break", "in the first month", "in the second month", "after an easy week",
             "after a hard week", "with a friend", "in the park", "in the evening", "at lunch"]
# The part of the body, the muscles there, and what they do.
AREAS = [("hip", "hip flexors", "the muscles that lift your thigh"),
         ("knee", "quadriceps", "the muscles at the front of your thigh"),
         ("back", "core", "the muscles around your trunk"),
         ("thigh", "hamstrings", "the muscles at the back of your thigh"),
         ("calf", "calf muscles", "the muscles at the back of your lower leg"),
         ("shoulder", "shoulder muscles", "the muscles that turn and lift your arm"),
         ("buttock", "glutes", "the muscles of your buttocks")]
CAUSES = [("overuse", "Too much work at once"), ("weak-muscles", "Weak muscles"),
          ("tight-muscles", "Tight muscles"), ("long-sitting", "Long hours in a chair"),
          ("sudden-start", "A fast start in spring"), ("worn-shoes", "Old shoes"),
          ("cold-muscles", "Cold muscles"), ("little-sleep", "Short nights")]
NOT_CAUSES = [("tea", "A cup of tea with milk"), ("music", "Music in the next room"),
              ("rain", "Days with a lot of rain"), ("books", "A book about birds")]
SIGNS = [("stiffness", "Stiffness"), ("dull-ache", "A dull ache"), ("less-movement", "Less movement than usual"),
         ("weakness", "Weakness"), ("tiredness", "A tired feeling"), ("soreness", "Soreness when you press on it"),
         ("pulling", "A pull when you stretch")]
NOT_SIGNS = [("cough", "A cough"), ("itch", "An itch"), ("sneezing", "Fits of sneezing"), ("thirst", "Thirst")]
PLAN = [("slow-start", "Start slowly", "Do less than you can, and wait a day."),
              ("warm-up", "Warm up", "Walk for a while, until you feel warm."),
              ("gentle-work", "Work gently", "Move in a way that does not hurt."),
              ("cool-down", "Cool down", "Walk slowly, and let your breath calm down."),
              ("rest-day", "Rest", "Take a day off before you go on.")]
OPENINGS = ["Many {readers} know a sore {area}. It comes slowly, and it often goes the same way [@notes].",
            "A sore {area} can spoil the best day. Most {readers} have had one at some time [@notes].",
            "When your {area} hurts, it is hard to think of anything else. You are not alone [@notes].",
            "Your {area} works hard for you. When it gets sore, it asks you to change something [@notes]."]
EXPLANATIONS = ["The **{muscles}** are {meaning}. They tire when they work for too long [@notes].",
                "The **{muscles}** are {meaning}. They get stiff when you do not use them [@notes].",
                "Look first at the **{muscles}**, which are {meaning}. They need both work and rest [@notes]."]
CLOSINGS = ["Read about the [signs](#signs) first. After that, see what you [can do](#what-helps).",
            "First find out what the [signs](#signs) are. Then go on to [what helps](#what-helps).",
            "Begin with the [signs](#signs). The part on [what helps](#what-helps) comes next."]
LONGER = ["Most people feel better when they change one small thing at a time. Give each change a week, and "
          "keep a short note of what you did. The note shows you later what worked [@notes].",
          "You do not need a gym for this. A quiet room, a mat and a wall are enough. The whole session "
          "fits between two other things that you do [@notes].",
          "Good days and bad days take turns. A bad day does not mean that you have lost what you have gained. "
          "Do a little less, and go on the next day [@notes].",
          "It helps to train at the same time of day. Put your mat where you can see it, and tell somebody "
          "at home what you plan to do [@notes].",
          "Shoes, chairs and bags matter more than most people think. Look at the things that you use each "
          "day, and ask whether they still fit you [@notes]."]
HABITS = [("steps", "Count your steps", "A short walk keeps the muscles warm.",
           ["Walk to the shop when you can.", "Get up once an hour."]),
          ("sleep", "Sleep well", "Muscles grow while you sleep.",
           ["Go to bed at the same time each night.", "Keep the room dark and cool."]),
          ("water", "Drink enough", "You tire sooner when you are thirsty.",
           ["Keep a glass of water near you.", "Drink a little before you train."]),
          ("friends", "Train with others", "It is easier to go on when somebody waits for you.",
           ["Ask a friend to come along.", "Agree on a day and a time."])]
TRUE_CLAIMS = [("small-steps", "Small steps help you more than large ones.", "A small step is easy to keep up.",
                "You get further with small steps than with large ones."),
               ("rest-helps", "Your muscles need rest to get stronger.", "Muscles recover while you rest.",
                "Muscles need rest if they are to get stronger."),
               ("warm-is-better", "Warm muscles stretch more easily.", "A warm muscle gives way sooner.",
                "It is easier to stretch a warm muscle.")]
FALSE_CLAIMS = [("more-is-better", "You get better fastest when you train twice as much.",
                 "This is a myth. Too much work makes a sore muscle worse.",
                 "You heal sooner when you train twice as much."),
                ("only-the-young", "Only young people can get stronger.",
                 "This is a myth. People of every age gain strength when they train.",
                 "To gain strength you have to be young.")]
STOP = ["You feel sharp pain.", "You feel dizzy.", "Your {area} hurts more than before.", "Your leg goes numb."]
CAUTIONS = ["Keep breathing while you move.", "Move slowly, and do not bounce.",
            "Put a hand on the wall if you feel unsteady."]
# id, name, purpose, start, equipment, sides, what it does, steps.
STRENGTH = [
    ("heel-raise", "Heel raise", "standing", "wall", "together",
     ["Stand tall and put both hands on the wall.", "Lift your heels off the floor.",
      "Lower your heels slowly.", "Do {reps} repetitions."]),
    ("wall-squat", "Wall squat", "standing", "wall", "together",
     ["Stand with your back to the wall.", "Bend your knees and slide down a little.",
      "Push yourself up again.", "Do {reps} repetitions."]),
    ("bridge", "Bridge", "lying on your back", "mat", "together",
     ["Lie on your back on a mat.", "Bend your knees.", "Lift your hips toward the ceiling.",
      "Lower your hips slowly to the mat.", "Do {reps} repetitions."]),
    ("chair-stand", "Chair stand", "sitting", "chair", "together",
     ["Sit on the front half of a chair.", "Lean forward and stand up.", "Sit down slowly.",
      "Do {reps} repetitions."]),
    ("leg-lift", "Leg lift", "lying on your side", "mat", "each",
     ["Lie on your left side on a mat.", "Keep your right leg straight and lift it.", "Lower your leg slowly.",
      "Do {reps} repetitions.", "Repeat the steps on the other side."]),
    ("step-up", "Step-up", "standing", "step", "each",
     ["Stand in front of a step.", "Put your right foot on the step.", "Push yourself up.",
      "Come down slowly.", "Do {reps} repetitions.", "Repeat the steps on the other side."]),
]
STRETCHES = [
    ("calf-stretch", "Calf stretch", "standing", "wall", "each",
     ["Stand in front of a wall.", "Put both hands on the wall.", "Take a step back with your right foot.",
      "Press your right heel into the floor until your calf stretches.", "Hold for {hold}.",
      "Repeat the steps on the other side."]),
    ("thigh-stretch", "Thigh stretch", "standing", "wall", "each",
     ["Stand tall beside a wall.", "Bend your right knee behind you.",
      "Take hold of your right foot with your right hand.",
      "Pull your right heel toward your buttocks until your thigh stretches.", "Hold for {hold}.",
      "Repeat the steps on the other side."]),
    ("knee-hug", "Knee hug", "lying on your back", "mat", "each",
     ["Lie on your back on a mat.", "Pull your right knee toward your chest.", "Keep your left leg straight.",
      "Hold for {hold}.", "Repeat the steps on the other side."]),
    ("seated-reach", "Seated reach", "sitting", "mat", "together",
     ["Sit on a mat with your legs straight.", "Lean forward from your hips.",
      "Reach toward your feet until the back of your thighs stretches.", "Hold for {hold}."]),
]
PURPOSES = {"strength": ["Builds strength in your {muscles}.", "Makes your {muscles} work.",
                         "Trains your {muscles}."],
            "stretch": ["Stretches your {muscles}.", "Helps your {muscles} move more freely.",
                        "Makes your {muscles} more flexible."]}
# The fields of a dose, and the seconds of exercise that it means for one side.
DOSES = {"strength": [({"reps": "8-12", "sets": 2, "rest": "30 s"}, 80),
                      ({"reps": "10-15", "sets": 2, "rest": "30 s"}, 100), ({"reps": 12, "sets": 2, "rest": "30 s"}, 96)],
         "stretch": [({"hold": "20 s", "sets": 3, "rest": "10 s"}, 60), ({"hold": "30 s", "sets": 2, "rest": "10 s"}, 60)]}
PROGRESSIONS = ["Add two repetitions each week.", "Add one set when three sets feel easy.",
                "Move more slowly when it gets easy."]


def folded(key, text, indent=0):
    margin = " " * (indent + 2)
    lines = textwrap.wrap(text, 92 - indent, break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * indent}{key}: >-"] + [margin + line for line in lines]


def modeline(kind, depth):
    return f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.schema.json"


def text_block(paragraphs, indent):
    """A block of prose, as it stands in a list."""
    lines = [f"{' ' * indent}- text: |"]
    for number, paragraph in enumerate(paragraphs):
        if number:
            lines.append("")
        margin = " " * (indent + 4)
        lines += [margin + line for line in textwrap.wrap(paragraph, 90, break_on_hyphens=False)]
    return lines


def list_block(name, title, items):
    return ([f"      - list: {name}", f"        title: {title}", "        items:"]
            + [f"          {key}: {text}" for key, text in items] + ["        cites: [notes]"])


class Guide:
    """One guide with all that belongs to it; the same number and seed give the same bytes."""

    def __init__(self, seed, number):
        self.number = number
        self.random = random.Random(f"{seed}/{number}")
        readers, occasion = number % len(READERS), number // len(READERS) % len(OCCASIONS)
        self.readers = READERS[readers]
        self.occasion = OCCASIONS[occasion]
        self.area, self.muscles, self.meaning = AREAS[number // (len(READERS) * len(OCCASIONS)) % len(AREAS)]
        self.id = f"{self.area}-care-for-{self.readers}-{number:05}"
        self.words = {"readers": self.readers, "area": self.area, "muscles": self.muscles, "meaning": self.meaning}
        self.causes = self.random.sample(CAUSES, 4)
        self.signs = self.random.sample(SIGNS, 4)
        self.claim = self.random.choice(TRUE_CLAIMS)
        self.myth = self.random.choice(FALSE_CLAIMS)
        self.place = self.random.randrange(3)
        self.seconds = 0  # of the routine
        strength = self.random.sample(STRENGTH, 2)
        self.first = strength[0][1].lower()
        self.exercises = dict(self.exercise("strength", *made) for made in strength)
        self.exercises |= dict(self.exercise("stretch", *made) for made in self.random.sample(STRETCHES, 2))

    def said(self, sentences):
        return self.random.choice(sentences).format(**self.words)

    def exercise(self, kind, stem, name, start, equipment, sides, steps):
        key = f"{stem}-for-{self.readers}-{self.number:05}"
        dose, seconds = self.random.choice(DOSES[kind])
        takes_turns = sides == "each"
        self.seconds += 10 + 15 + seconds * (1 + takes_turns) + int(dose["rest"].split()[0]) * (dose["sets"] - 1)
        self.seconds += 5 * dose["sets"] * takes_turns
        stops = self.random.sample(STOP, 2)
        lines = [modeline("exercise", 2), f"id: {key}", f"name: {name} for {self.readers}", f"kind: {kind}",
                 f"purpose: {self.said(PURPOSES[kind])}", f"targets: [{self.muscles.replace(' ', '-')}]",
                 f"equipment: [{equipment}]", f"start-position: {start}", f"sides: {sides}", "dose:",
                 *(f"  {field}: {value}" for field, value in dose.items()),
                 "  frequency: 2-3 days a week", f"  progression: {self.random.choice(PROGRESSIONS)}", "steps:"]
        lines += [f"  - {step}" if "{" not in step else f"  - \"{step}\"" for step in steps]
        lines += ["stop-if:"] + [f"  - {stop.format(**self.words)}" for stop in stops]
        lines += ["cautions:", f"  - {self.random.choice(CAUTIONS)}", "cites: [notes]"]
        return key, lines

    def guide(self):
        habits = self.random.sample(HABITS, 2)
        longer = self.random.sample(LONGER, 3)
        title = f"{self.area.capitalize()} care for {self.readers} {self.occasion}"
        # The day is in quotes, since readers of YAML 1.1 would make another type of it.
        lines = [modeline("guide", 3), f"id: {self.id}", f"title: {title}",
                 f"subtitle: What a sore {self.area} needs, and how to train", "language: en-US", "version: 1.0.0",
                 f"audience: {self.readers.capitalize()} who have a sore {self.area}, or who want to prevent it.",
                 "authors: [guidec maintainers]", "licence: CC-BY-4.0", "reviewed: \"2026-11-22\"",
                 "review-every: 24 months"]
        lines += folded("main-message", f"Rest your {self.area} first. Then train it gently, a little more each week.")
        lines += ["seek-help-if:", "  - Your pain is severe, or it began with a fall or a blow.",
                  "  - You cannot put weight on your leg.",
                  "  - You lose feeling between your legs, or you lose control of your bladder or bowels.",
                  "  - You have a fever or feel ill.", "  - Your pain wakes you at night."]
        lines += folded("disclaimer", "This guide was made to measure a program. It gives no advice, and it does not "
                        "replace advice from your doctor.")
        lines += ["introduction:"] + text_block(
            [self.said(OPENINGS), self.said(EXPLANATIONS) + " " + longer[0], self.random.choice(CLOSINGS)], 2)
        lines += ["sections:", "  - id: signs", "    title: Causes and signs", "    body:"]
        lines += list_block("causes", "Why it gets sore", self.causes) + list_block("symptoms", "What you may feel",
                                                                                    self.signs)
        lines += text_block([longer[1]], 6)
        lines += [f"      - claim: {self.claim[0]}", f"        text: {self.claim[1]}", "        cites: [notes]"]
        lines += [f"      - claim: {self.myth[0]}", f"        text: {self.myth[1]}", "        truth: false",
                  "        cites: [notes]", "", "  - id: what-helps", "    title: What helps", "    body:"]
        lines += text_block([longer[2]], 6)
        lines += ["      - protocol: plan", "        title: A plan for the first week", "        steps:"]
        for key, name, text in PLAN:
            lines += [f"          {key}:", f"            title: {name}", f"            text: {text}"]
        lines += ["        cites: [notes]"]
        for key, name, why, how in habits:
            lines += [f"      - advice: {key}", f"        title: {name}", f"        why: {why}", "        how:"]
            lines += [f"          - {way}" for way in how] + ["        cites: [notes]"]
        lines += ["      - callout: caution", "        title: Go easy"]
        lines += folded("text", "Move slowly, and go only as far as a mild pull. Stop if your pain gets worse.", 8)
        lines += ["", "  - id: exercises", "    title: Four exercises", "    body:"]
        first = next(iter(self.exercises))
        lines += text_block([f"Do all four on the same day [@notes]. Begin with the [{self.first}](#{first}), for it "
                             "warms you up. Take your time between them, and drink some water."], 6)
        lines += ["      - exercises:"] + [f"          - {key}" for key in self.exercises]
        lines += ["", "routine:", "  title: Your session"]
        lines += folded("text", "Do the two strength exercises first, then the two stretches.", 2)
        lines += ["  exercises:"] + [f"    - {key}" for key in self.exercises] + [f"  total: {(self.seconds + 30) // 60} min"]
        return lines

    def question(self, key, form, question, choices, answer, why, proof):
        lines = [f"  - id: {key}", f"    {form}: {question}"]
        if choices:
            lines += ["    choices:"] + [f"      {name}: {text}" for name, text in choices]
        return lines + [f"    answer: {answer}"] + folded("why", why, 4) + [f"    proof: {proof}"]

    def shuffled(self, choices):
        return self.random.sample(choices, len(choices))

    def placed(self, right, others):
        """The choices, with the right one in another place than in the question before."""
        self.place = (self.place + 1) % 3
        choices = self.shuffled(others)
        return choices[:self.place] + [right] + choices[self.place:]

    def quiz(self):
        odd = self.random.choice(NOT_SIGNS)
        first = next(iter(self.exercises))
        cause = self.random.choice(self.causes)
        steps = self.random.sample(PLAN, 4)
        order = [step for step in PLAN if step in steps]
        lines = [modeline("quiz", 3), f"id: {self.id}-check", "title: Check what you know",
                 "text: Answer all the questions first. Then look at the answer key.", "questions:"]
        lines += self.question("not-a-sign", "ask", f"Which of these is **not** a sign of a sore {self.area}?",
                               self.placed(odd, self.signs[:2]), odd[0],
                               f"{odd[1]} has nothing to do with your {self.area}.", "{not-in: symptoms}")
        lines += self.question("one-cause", "ask", f"What can make your {self.area} sore?",
                               self.placed(cause, self.random.sample(NOT_CAUSES, 2)), cause[0],
                               f"This is in the list of causes: {cause[1][0].lower() + cause[1][1:]}.", "{in: causes}")
        lines += self.question("true-claim", "true-or-false", self.claim[3], [], "true", self.claim[2],
                               f"{{claim: {self.claim[0]}}}")
        lines += self.question("false-claim", "true-or-false", self.myth[3], [], "false", self.myth[2],
                               f"{{claim: {self.myth[0]}}}")
        lines += self.question("first-step", "ask", "What comes first in the plan for the week?",
                               self.placed(PLAN[0][:2], [step[:2] for step in PLAN[2:4]]),
                               PLAN[0][0], "The plan begins with little work.", "{step: first, of: plan}")
        given = self.shuffled(steps)
        while given in (order, order[::-1]):
            given = self.shuffled(steps)
        lines += self.question("order-of-steps", "put-in-order", "In which order do these steps of the plan come?",
                               [(key, name) for key, name, _ in given], f"[{', '.join(s[0] for s in order)}]",
                               "Each step makes you ready for the next one.", "{in-order-of: plan}")
        lines += self.question("how-often", "how-much", f"How many sets of the exercise {{{first}.name}} do you do?",
                               [], "2 sets", f"You do {{{first}.sets}} sets.", f"{{value: {first}.dose.sets}}")
        return lines

    def references(self):
        return [modeline("references", 3), "references:", "  - id: notes", "    type: document",
                f"    title: Notes on {self.area} care that were made up for guide {self.number}"]

    def files(self):
        yield f"guides/{self.id}/guide.yaml", self.guide()
        yield f"guides/{self.id}/quiz.yaml", self.quiz()
        yield f"guides/{self.id}/references.yaml", self.references()
        for key, lines in self.exercises.items():
            yield f"exercises/{key}.yaml", lines


def shared_files(name, guides):
    """The settings, and a glossary of what these guides are about."""
    yield "guidec.yaml", [modeline("workspace", 1), f"name: {name}", "language: en-US", "timing:",
                          "  get-ready: 10 s", "  change-sides: 5 s", "  between-exercises: 15 s",
                          "  repetition: 4 s", "  open-hold: 30 s"]
    lines = [modeline("glossary", 1), "terms:"]
    for term, meaning in sorted({(guide.muscles, guide.meaning) for guide in guides}):
        key = term.replace(" ", "-")
        lines += [f"  {key}:", f"    term: {term}", f"    meaning: {meaning}"]
    yield "glossary.yaml", lines


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--guides", type=int, required=True)
    parser.add_argument("--shelf", type=int, default=100)
    parser.add_argument("--seed", default="guidec")
    options = parser.parse_args()
    for shelf, first in enumerate(range(0, options.guides, options.shelf), start=1):
        folder = options.folder / f"shelf-{shelf:04}"
        numbers = range(first, min(first + options.shelf, options.guides))
        guides = [Guide(options.seed, number) for number in numbers]
        for name, lines in shared_files(f"Shelf {shelf}", guides):
            write(folder / name, lines)
        for guide in guides:
            for name, lines in guide.files():
                write(folder / name, lines)


if __name__ == "__main__":
    main()
