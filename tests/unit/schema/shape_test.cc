// What the schemas' keywords say to an author: rule, place and words.
#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "schema/shape.h"
#include "syntax/document.h"

namespace guidec {
namespace shape_test {

struct Case {
  std::string name;
  Kind kind;
  std::string yaml;
  std::string faults;
};

std::string Faults(Kind kind, const std::string& yaml) {
  const Source source(SourceId{}, "a.yaml", yaml);
  const Document document = Parse(source);
  std::string faults;
  for (const Fault& fault : CheckShape(document, kind)) {
    const Position begin = source.PositionOf(fault.span.begin);
    const Position end = source.PositionOf(fault.span.end);
    const std::string end_line = end.line == begin.line ? "" : fmt::format("{}:", end.line);
    faults += fmt::format("{}:{}-{}{} {} {}\n", begin.line, begin.column, end_line, end.column,
                          fault.rule.name, fault.message);
  }
  return faults;
}

// The smallest valid file of each kind, and lines added to it.
const std::string kWithoutPurpose =
    "id: plank\nname: Plank\nkind: strength\nsides: together\nsteps: [Lift your hips.]\n";
const std::string kExercise = kWithoutPurpose + "purpose: Lifts.\n";
const std::string kGuide =
    "id: hips\ntitle: Hips\nversion: 1.0.0\nsections:\n  - id: signs\n    title: Signs\n    body:\n";
const std::string kQuiz = "id: check\ntitle: Check\nquestions:\n";
const std::string kWorkspace = "name: Guides\n";

const Case kCases[] = {
    {"nothing for a member", Kind::kGuide, kGuide + "      - list: a\n        items:\n          d:\n",
     R"(10:11-12 wrong-type `d` is nothing, expected a text for the reader
)"},
    {"two wrong members", Kind::kGuide,
     kGuide + "      - list: a\n        items:\n          d: 3\n          e: 4\n",
     R"(10:14-15 wrong-type `d` is the number `3`, expected a text for the reader; write `"3"` if you mean a text
11:14-15 wrong-type `e` is the number `4`, expected a text for the reader; write `"4"` if you mean a text
)"},
    {"two members that lack a key", Kind::kGuide,
     kGuide + "      - list: a\n        items:\n          d: {tags: [x]}\n          e: {tags: [y]}\n",
     R"(10:11-12 missing-key key `text` is missing; add it, for example `text: Stretching loosens tight muscles.`
11:11-12 missing-key key `text` is missing; add it, for example `text: Stretching loosens tight muscles.`
)"},
    {"faults all over a guide", Kind::kGuide,
     kGuide + "      - list: a\n        items: {}\n      - text: 3\n      - claim: x\n  - id: 3\n",
     R"(9:9-14 wrong-value `items` is empty; fill it or leave it out
10:15-16 wrong-type `text` is the number `3`, expected a text for the reader; write `"3"` if you mean a text
11:9-14 missing-key key `text` is missing; add it, for example `text: Good running form helps prevent psoas pain.`
12:5-7 missing-key key `body` is missing; add it, for example `body: [{text: It hurts at the front of the hip.}]`
12:5-7 missing-key key `title` is missing; add it, for example `title: What it feels like`
12:9-10 wrong-type `id` is the number `3`, expected an id: small letters and digits, words joined by hyphens, such as `hip-flexors`
)"},
    {"faults all over an exercise", Kind::kExercise,
     "id: 3\nname: 4\nkind: b\nsteps: a\ndose: {sets: 1, frequency: 3, intensity: []}\ncites: a\n",
     R"(1:1-3 missing-key key `purpose` is missing; add it, for example `purpose: Eases the front of the hip.`
1:1-3 missing-key key `sides` is missing; add it, for example `sides: each`
1:5-6 wrong-type `id` is the number `3`, expected an id: small letters and digits, words joined by hyphens, such as `hip-flexors`
2:7-8 wrong-type `name` is the number `4`, expected one line of text, at most 200 characters; write `"4"` if you mean a text
3:7-8 wrong-value `kind` is `b`, expected `stretch`, `strength`, `mobility` or `cardio`
4:8-9 wrong-type `steps` is `a`, expected a list (lines that start with `- `), such as `[Stand tall., "Hold for {hold}."]`
5:28-29 wrong-type `frequency` is the number `3`, expected a text for the reader; write `"3"` if you mean a text
5:31-40 wrong-type `intensity` is a list, expected a text for the reader
6:8-9 wrong-type `cites` is `a`, expected a list of reference keys, such as `[psoas-pain-after-running]`
)"},
    {"a valid exercise", Kind::kExercise, kExercise, ""},
    {"a valid guide", Kind::kGuide, kGuide + "      - text: Hello.\n", ""},
    {"a valid workspace", Kind::kWorkspace, kWorkspace, ""},
    {"a valid quiz", Kind::kQuiz, kQuiz + "  - id: a\n    true-or-false: It helps.\n", ""},
    {"an unknown key near a known one", Kind::kExercise, kExercise + "equipmnet: [mat]\n",
     R"(7:1-10 unknown-key unknown key `equipmnet`; did you mean `equipment`?
)"},
    {"an unknown key far from all", Kind::kExercise, kExercise + "weight: 3 kg\n",
     R"(7:1-7 unknown-key unknown key `weight`; known here: `id`, `name`, `kind`, `purpose`, `targets`, `equipment`, `start-position`, `sides`, `dose`, `steps`, `stop-if`, `cautions`, `free-exercise-db`, `pictures`, `figures`, `cites`
)"},
    {"an unknown key deeper in", Kind::kExercise, kExercise + "dose:\n  reps: 10\n  holds: 30 s\n",
     R"(9:3-8 unknown-key unknown key `holds`; did you mean `hold`?
)"},
    {"two unknown keys", Kind::kExercise, kExercise + "stepz: a\nkinds: b\n",
     R"(7:1-6 unknown-key unknown key `stepz`; did you mean `steps`?
8:1-6 unknown-key unknown key `kinds`; did you mean `kind`?
)"},
    {"a member whose key is no id", Kind::kGuide,
     kGuide + "      - list: a\n        items:\n          Groin Pain: x\n",
     R"(10:11-21 unknown-key key `Groin Pain` does not belong here; expected members of the form `id: text`; an id has small letters and digits, words joined by hyphens, such as `hip-flexors`
)"},
    {"missing keys", Kind::kExercise, "id: plank\nname: Plank\n",
     R"(1:1-3 missing-key key `kind` is missing; add it, for example `kind: stretch`
1:1-3 missing-key key `purpose` is missing; add it, for example `purpose: Eases the front of the hip.`
1:1-3 missing-key key `sides` is missing; add it, for example `sides: each`
1:1-3 missing-key key `steps` is missing; add it, for example `steps: [Stand tall., "Hold for {hold}."]`
)"},
    {"missing keys in a list", Kind::kGuide,
     "id: hips\ntitle: Hips\nversion: 1.0.0\nsections:\n  - id: signs\n",
     R"(5:5-7 missing-key key `body` is missing; add it, for example `body: [{text: It hurts at the front of the hip.}]`
5:5-7 missing-key key `title` is missing; add it, for example `title: What it feels like`
)"},
    {"a file without values", Kind::kExercise, "# nothing\n",
     R"(1:1-2:1 wrong-type this is nothing, expected a mapping (`key: value` lines)
)"},
    {"a list for a mapping", Kind::kExercise, "- a\n",
     R"(1:1-4 wrong-type this is a list, expected a mapping (`key: value` lines)
)"},
    {"a text for a list", Kind::kExercise, kExercise + "equipment: mat\n",
     R"(7:12-15 wrong-type `equipment` is `mat`, expected a list (lines that start with `- `), such as `[mat]`
)"},
    {"a number for a text", Kind::kExercise, kWithoutPurpose + "purpose: 12\n",
     R"(6:10-12 wrong-type `purpose` is the number `12`, expected a text for the reader; write `"12"` if you mean a text
)"},
    {"a truth value for a text", Kind::kExercise, kWithoutPurpose + "purpose: true\n",
     R"(6:10-14 wrong-type `purpose` is the truth value `true`, expected a text for the reader; write `"true"` if you mean a text
)"},
    {"nothing for a text", Kind::kExercise, kWithoutPurpose + "purpose:\n",
     R"(6:1-8 wrong-type `purpose` is nothing, expected a text for the reader
)"},
    {"an unquoted placeholder", Kind::kExercise, kWithoutPurpose + "purpose: {hold}\n",
     R"(6:1-8 wrong-type `purpose` is a mapping, expected a text for the reader; put a text that starts with `{` in quotes
)"},
    {"a list for a text", Kind::kExercise, kWithoutPurpose + "purpose: [a]\n",
     R"(6:1-8 wrong-type `purpose` is a list, expected a text for the reader
)"},
    {"a text for a whole number", Kind::kWorkspace, kWorkspace + "thresholds:\n  step-words: many\n",
     R"(3:15-19 wrong-type `step-words` is `many`, expected a whole number
)"},
    {"a fraction for a whole number", Kind::kWorkspace, kWorkspace + "thresholds:\n  step-words: 1.5\n",
     R"(3:15-18 wrong-type `step-words` is the number `1.5`, expected a whole number
)"},
    {"a value near an allowed one", Kind::kExercise,
     "id: plank\nname: Plank\nkind: strenght\nsides: together\nsteps: [Lift.]\npurpose: Lifts.\n",
     R"(3:7-15 wrong-value `kind` is `strenght`, expected `stretch`, `strength`, `mobility` or `cardio`; did you mean `strength`?
)"},
    {"a value far from all that are allowed", Kind::kExercise,
     "id: plank\nname: Plank\nkind: yoga\nsides: together\nsteps: [Lift.]\npurpose: Lifts.\n",
     R"(3:7-11 wrong-value `kind` is `yoga`, expected `stretch`, `strength`, `mobility` or `cardio`
)"},
    {"a value in a list", Kind::kWorkspace, kWorkspace + "outputs:\n  editions: [learner, teacher]\n",
     R"(3:23-30 wrong-value this is `teacher`, expected `learner` or `instructor`
)"},
    {"an id of another form", Kind::kExercise,
     "id: The Plank\nname: Plank\nkind: strength\nsides: together\nsteps: [Lift.]\npurpose: Lifts.\n",
     R"(1:5-14 wrong-value `id` is `The Plank`, expected an id: small letters and digits, words joined by hyphens, such as `hip-flexors`
)"},
    {"a version that YAML takes for a number", Kind::kGuide,
     "id: hips\ntitle: Hips\nversion: 1.0\nsections:\n  - id: signs\n    title: Signs\n    body:\n      - "
     "text: Hello.\n",
     R"(3:10-13 wrong-type `version` is the number `1.0`, expected three numbers with dots between, such as `1.0.0`
)"},
    {"a language that is no tag", Kind::kWorkspace, kWorkspace + "language: english\n",
     R"(2:11-18 wrong-value `language` is `english`, expected a language tag such as `en-US` or `de`
)"},
    {"a date of another form", Kind::kGuide, kGuide + "      - text: Hello.\nreviewed: 22.11.2026\n",
     R"(9:11-21 wrong-value `reviewed` is `22.11.2026`, expected a date such as `2026-11-22`
)"},
    {"an id that is only too long", Kind::kExercise,
     "id: " + std::string(70, 'a') +
         "\nname: Plank\nkind: strength\nsides: together\nsteps: [Lift.]\npurpose: Lifts.\n",
     R"(1:5-75 wrong-value `id` is too long: at most 64 characters
)"},
    {"a line that is too long", Kind::kExercise,
     kExercise + "start-position: " + std::string(201, 'x') + "\n",
     R"(7:17-218 wrong-value `start-position` is too long: at most 200 characters
)"},
    {"a line that is just short enough", Kind::kExercise,
     kExercise + "start-position: " + std::string(200, 'x') + "\n", ""},
    {"a huge line", Kind::kExercise, kExercise + "start-position: " + std::string(90000, 'x') + "\n",
     R"(7:17-90017 wrong-value `start-position` is too long: at most 200 characters
)"},
    {"a huge id", Kind::kExercise,
     "id: " + std::string(90000, 'a') +
         "\nname: Plank\nkind: strength\nsides: together\nsteps: [Lift.]\npurpose: Lifts.\n",
     R"(1:5-90005 wrong-value `id` is a text, expected an id: small letters and digits, words joined by hyphens, such as `hip-flexors`
)"},
    {"a huge text", Kind::kExercise, kWithoutPurpose + "purpose: " + std::string(90000, 'x') + "\n", ""},
    {"an empty text", Kind::kExercise, kWithoutPurpose + "purpose: \"\"\n",
     R"(6:10-12 wrong-value `purpose` is empty; fill it or leave it out
)"},
    {"an empty list", Kind::kExercise, kExercise + "equipment: []\n",
     R"(7:1-10 wrong-value `equipment` is empty; fill it or leave it out
)"},
    {"an empty mapping", Kind::kExercise, kExercise + "dose: {}\n",
     R"(7:1-5 wrong-value `dose` is empty; fill it or leave it out
)"},
    {"too few entries", Kind::kQuiz, kQuiz + "  - id: a\n    ask: What?\n    choices: {x: One}\n",
     R"(6:5-12 wrong-value `choices` has too few entries: at least 2
)"},
    {"a value listed twice", Kind::kExercise, kExercise + "equipment: [mat, wall, mat]\n",
     R"(7:24-27 wrong-value `mat` is listed twice; keep one
)"},
    {"a number that is too small", Kind::kWorkspace, kWorkspace + "thresholds:\n  step-words: -1\n",
     R"(3:15-17 wrong-value `step-words` is the number `-1`, expected a whole number, at least 0
)"},
    {"a number that is too large", Kind::kWorkspace,
     kWorkspace + "thresholds:\n  answer-position-percent: 101\n",
     R"(3:28-31 wrong-value `answer-position-percent` is the number `101`, expected a number, at least 0, at most 100
)"},
    {"a block without a kind", Kind::kGuide, kGuide + "      - title: Hello.\n",
     R"(8:9-14 missing-key expected a block that opens with `text`, `list`, `protocol`, `exercises`, `claim`, `advice` or `callout`
)"},
    {"a block with a mistyped kind", Kind::kGuide, kGuide + "      - calout: tip\n        text: Hello.\n",
     R"(8:9-15 unknown-key unknown key `calout`; did you mean `callout`?
)"},
    {"the same for another kind", Kind::kGuide, kGuide + "      - lst: tip\n        items: {a: b}\n",
     R"(8:9-12 unknown-key unknown key `lst`; did you mean `list`?
)"},
    {"a key of another kind of block", Kind::kGuide, kGuide + "      - text: Hello.\n        items: {a: b}\n",
     R"(9:9-14 unknown-key key `items` does not belong beside `text`; known here: `text`
)"},
    {"a text for a block", Kind::kGuide, kGuide + "      - Hello.\n",
     R"(8:9-15 wrong-type this is `Hello.`, expected a mapping (`key: value` lines)
)"},
    {"nothing for a block", Kind::kGuide, kGuide + "      -\n",
     R"(8:7-8 wrong-type this is nothing, expected a mapping (`key: value` lines)
)"},
    {"a question without a kind", Kind::kQuiz, kQuiz + "  - id: a\n    why: b\n",
     R"(4:5-7 missing-key expected a question with `ask`, `choose-all`, `true-or-false`, `put-in-order`, `match` or `how-much`
)"},
    {"a proof without a kind", Kind::kQuiz,
     kQuiz + "  - id: a\n    ask: What?\n    choices: {x: One, y: Two}\n    proof: {of: rice}\n",
     R"(7:5-10 missing-key expected a proof with `in`, `not-in`, `tagged`, `step`, `after`, `before`, `later-than`, `earlier-than`, `claim`, `value`, `within`, `field`, `count`, `in-order-of`, `least-first` or `most-first`
)"},
    {"a step that is no number of a step", Kind::kQuiz,
     kQuiz + "  - id: a\n    ask: What?\n    choices: {x: One, y: Two}\n    proof: {step: 0, of: rice}\n",
     R"(7:19-20 wrong-value `step` is the number `0`, expected a number from 1 to 99, `first` or `last`
)"},
    {"a step that is no word for a step", Kind::kQuiz,
     kQuiz +
         "  - id: a\n    ask: What?\n    choices: {x: One, y: Two}\n    proof: {step: second, of: rice}\n",
     R"(7:19-25 wrong-value `step` is `second`, expected the number of a step, `first` or `last`
)"},
    {"a value that is no field", Kind::kQuiz,
     kQuiz + "  - id: a\n    ask: What?\n    choices: {x: One, y: Two}\n    proof: {value: plank.hold}\n",
     R"(7:20-30 wrong-value `value` is `plank.hold`, expected a field of an exercise, such as `hip-bridge.dose.reps` or `hip-bridge.kind`
)"},
    {"a proof within a `not`", Kind::kQuiz,
     kQuiz +
         "  - id: a\n    ask: What?\n    choices: {x: One, y: Two}\n    proof: {not: {step: 0, of: rice}}\n",
     R"(7:25-26 wrong-value `step` is the number `0`, expected a number from 1 to 99, `first` or `last`
)"},
    {"a key beside `not`", Kind::kQuiz,
     kQuiz + "  - id: a\n    ask: What?\n    choices: {x: One, y: Two}\n    proof: {not: {in: a}, for: x}\n",
     R"(7:27-30 unknown-key key `for` does not belong beside `not`; known here: `not`
)"},
    {"a severity near an allowed one", Kind::kWorkspace, kWorkspace + "rules:\n  spelling: of\n",
     R"(3:13-15 wrong-value `spelling` is `of`, expected `off`, `info`, `warning` or `error`; did you mean `off`?
)"},
    {"a truth value for a severity", Kind::kWorkspace, kWorkspace + "rules:\n  spelling: false\n",
     R"(3:13-18 wrong-value `spelling` is the truth value `false`, expected `off`, `info`, `warning` or `error`
)"},
    {"missing settings", Kind::kWorkspace, kWorkspace + "timing:\n  get-ready: 5 s\n",
     R"(2:1-7 missing-key key `between-exercises` is missing; add it, for example `between-exercises: 15 s`
2:1-7 missing-key key `change-sides` is missing; add it, for example `change-sides: 5 s`
2:1-7 missing-key key `open-hold` is missing; add it, for example `open-hold: 30 s`
2:1-7 missing-key key `repetition` is missing; add it, for example `repetition: 4 s`
)"},
    {"what other rules report", Kind::kExercise,
     kExercise + "dose:\n  hold: 30\n  reps: 15-10\n  rest: 1:30\n", ""},
    {"an open hold without an end", Kind::kExercise, kExercise + "dose:\n  hold: {start: 15 s}\n",
     R"(8:3-7 missing-key key `until` is missing; add it, for example `until: your hips begin to drop`
)"},
    {"an open hold that grows too seldom", Kind::kExercise,
     kExercise + "dose:\n  hold: {until: it hurts, start: 5 s, add: 5 s, each: month}\n",
     R"(8:55-60 wrong-value `each` is `month`, expected `day`, `week` or `session`
)"},
    {"a key that needs another", Kind::kExercise, kExercise + "dose:\n  hold: {until: it hurts, add: 5 s}\n",
     R"(8:3-7 missing-key key `each` is missing: `add` goes together with it
)"},
    {"what a lost line may have held", Kind::kExercise,
     "id: plank\nname: Plank\nkind: strength\nsteps\n  - Lift.\npurpose: Lifts.\n", ""},
    {"a reference", Kind::kReferences,
     "references:\n  - id: a\n    type: jounal\n    title: b\n    issued: May\n    URL: www.x.y\n    author: "
     "[A. Writer]\n",
     R"(3:11-17 wrong-value `type` is `jounal`, expected a CSL type such as `article-journal`, `webpage` or `document`
5:13-16 wrong-value `issued` is `May`, expected a year such as `2019`, or a date such as `2019-05-17`
6:10-17 wrong-value `URL` is `www.x.y`, expected a web address that opens with `https://`
7:14-23 wrong-type this is `A. Writer`, expected a mapping (`key: value` lines), such as `{literal: World Health Organization}`
)"},
    {"a glossary", Kind::kGlossary, "terms:\n  psoas: a muscle\n  Hip: {term: hip, meaning: x}\n",
     R"(2:10-18 wrong-type `psoas` is `a muscle`, expected a mapping (`key: value` lines)
3:3-6 unknown-key key `Hip` does not belong here; expected terms of the form `id: {term, meaning}`; an id has small letters and digits, words joined by hyphens, such as `hip-flexors`
)"},
    {"a duplicate key, which the parser reports", Kind::kExercise, kExercise + "name: Other\n", ""},
    {"a number for one text or many", Kind::kExercise, kExercise + "stop-if: 3\n",
     R"(7:10-11 wrong-type `stop-if` is the number `3`, expected a text for the reader; write `"3"` if you mean a text
)"},
    {"a mapping for one text or many", Kind::kExercise, kExercise + "stop-if: {a: b}\n",
     R"(7:1-8 wrong-type `stop-if` is a mapping, expected a text for the reader
)"},
    {"a number in such a list", Kind::kExercise, kExercise + "stop-if: [3]\n",
     R"(7:11-12 wrong-type this is the number `3`, expected a text for the reader; write `"3"` if you mean a text
)"},
    {"a path out of the folder", Kind::kExercise, kExercise + "pictures:\n  - file: ../x.gif\n",
     R"(8:11-19 wrong-value `file` is `../x.gif`, expected a path to a PNG, JPEG or SVG file beside the exercise, such as `pictures/hip-bridge.png`
)"},
    {"two wrong members of different forms", Kind::kGuide,
     kGuide + "      - list: a\n        items:\n          b: {tags: [c]}\n          d:\n",
     R"(10:11-12 missing-key key `text` is missing; add it, for example `text: Stretching loosens tight muscles.`
11:11-12 wrong-type `d` is nothing, expected a text for the reader
)"},
};

TEST_CASE("what does not fit the schema is said with its rule, place and remedy") {
  for (const Case& c : kCases) {
    INFO(c.name << ":\n" << c.yaml.substr(0, 500));
    CHECK(Faults(c.kind, c.yaml) == c.faults);
  }
}

TEST_CASE("however many entries are wrong, each is reported") {
  constexpr std::size_t kMembers = 300;
  std::string yaml = kGuide + "      - list: a\n        items:\n";
  for (std::size_t i = 0; i < kMembers; ++i) yaml += fmt::format("          m{}: 3\n", i);
  const std::string faults = Faults(Kind::kGuide, yaml);
  CHECK(static_cast<std::size_t>(std::ranges::count(faults, '\n')) == kMembers);
}

// Each is not compared with each, which would take minutes.
TEST_CASE("in a long list the value that is listed twice is found") {
  constexpr int kItems = 20000;
  std::string yaml = kExercise + "equipment:\n";
  for (int i = 0; i < kItems; ++i) yaml += fmt::format("  - mat{}\n", i);
  CHECK(Faults(Kind::kExercise, yaml + "  - mat7\n") ==
        fmt::format("{}:5-9 wrong-value `mat7` is listed twice; keep one\n", kItems + 8));
}

}  // namespace shape_test
}  // namespace guidec
