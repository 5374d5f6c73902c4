// Rules that read a quiz beside its guide and its settings, each over a table of questions.
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace quiz_guides_test {

// Laid over the example's guide.
constexpr std::string_view kGuide = R"yaml(introduction:
  - list: causes
    title: Causes of a fall
    items:
      blank: It is
      dark: {text: A dark room, tags: [stays-dry, home]}
      rug: {text: A loose rug, tags: [stays-dry, lies-flat]}
      slope: {text: A wet slope, tags: [gets-wet, on-streets]}
  - list: places
    title: Where it is
    items:
      park: {text: The park, tags: [under-trees]}
  - list: walk-aids
    title: Things that help walkers
    items: {stick: A stick, frame: A frame}
  - list: when-resting
    title: Rest at home
    items: {bed: Your bed, sofa: The sofa}
  - list: mistakes
    title: What walkers do
    items: {fast: Walking fast, bare: Bare feet}
  - list: signs
    title: Usual signs before a run
    items: {ache: A dull ache, cramp: A cramp}
  - list: tools
    title: Tools
    items: {ice: A soft chair, rest: A pack of peas}
  - list: things
    title: Things
    items: {none: It is, shoes: Light shoes, poles: Two poles}
  - list: seats
    title: Seats
    items: {stool: A stool, box: The box}
  - protocol: warm-up
    title: How a run starts
    steps: {walk: Walk., jog: Jog., hop: Hop.}
  - protocol: morning
    title: Exercises for the morning
    steps: {stand: Stand up., bend: Bend down.}
  - protocol: session
    title: Your session
    steps: {hip-stretch: Do the hip stretch., plank: Do the plank.}
  - {claim: knees, text: Light shoes save your knees on long walks.}
  - {claim: six, text: Light shoes save your weak old knees.}
  - {claim: seven, text: Light shoes save your weak old left knees.}
  - {claim: five, text: Light shoes save your knees today.}
  - {claim: four, text: Light shoes save your knees.}
  - {claim: socks, text: Good socks save your knees on long walks.}
  - {claim: two, text: Light shoes save two knees on long walks.}
  - {claim: seat, text: The box saves your knees on long walks.}
  - {claim: days, text: Three walks a week calm your hips.}
routine:
  exercises: [plank, hip-stretch]
  total: 3 min
)yaml";

constexpr std::string_view kPlank = R"yaml(dose: {reps: 10, sets: 3, rest: 20 s}
steps:
  - Lift your hips {reps} times.
)yaml";

// What the rule points at in a workspace with the pieces, each finding's text apart by "; ".
std::string Found(std::string_view rule, const std::vector<NamedText>& pieces) {
  const Rule* const rules[] = {FindRule(rule)};
  REQUIRE(rules[0] != nullptr);
  Sources sources;
  Library library = LoadExample(pieces, sources);
  library.faults.clear();  // what else is wrong with the pieces is another rule's business
  std::string found;
  for (const Diagnostic& finding : Lint(library, rules, "2026-11-22")) {
    found += found.empty() ? "" : "; ";
    found += sources[finding.span.source].Slice(finding.span);
  }
  return found;
}

struct Case {
  std::string question;  // what stands behind its id
  std::string_view found;
};

bool IsProven(const std::vector<NamedText>& pieces) {
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  return library.guides.front().quiz->questions.front().proven.state == ProofState::kProven;
}

template <std::size_t kCount>
void CheckAll(std::string_view rule, const Case (&cases)[kCount]) {
  for (const Case& c : cases) {
    INFO(c.question);
    const std::vector<NamedText> pieces = {
        {"guides/hips/guide.yaml", std::string(kGuide)},
        {"exercises/plank.yaml", std::string(kPlank)},
        {"guides/hips/quiz.yaml", fmt::format("questions:\n  - id: q\n    {}\n", c.question)}};
    CHECK(Found(rule, pieces) == c.found);
    if (rule.starts_with("st")) CHECK(IsProven(pieces));  // else a stem or statement is not judged
  }
}

std::string Ask(std::string_view stem, std::string_view choices, std::string_view answer, std::string_view proof) {
  return fmt::format("ask: \"{}\"\n    choices: {{{}}}\n    answer: {}\n    proof: {{{}}}", stem, choices, answer,
                     proof);
}
constexpr std::string_view kCauses = "dark: A dark room, stick: A stick, bed: Your bed";
constexpr std::string_view kAids = "stick: A stick, rug: A loose rug, bed: Your bed";
constexpr std::string_view kRests = "bed: Your bed, stick: A stick, rug: A loose rug";
constexpr std::string_view kSigns = "ache: A dull ache, stick: A stick, rug: A loose rug";
constexpr std::string_view kNoSigns = "stick: A stick, ache: A dull ache, cramp: A cramp";

TEST_CASE("a stem against the list that it is about") {
  static const Case kCases[] = {
      {Ask("Which of these prevents a fall?", kCauses, "dark", "in: causes"), "prevents"},
      {Ask("What can you do to prevent a fall?", kCauses, "dark", "in: causes"), ""},
      {Ask("To prevent a fall, what do you do?", kCauses, "dark", "in: causes"), ""},
      {Ask("Prevent a fall: how?", kCauses, "dark", "in: causes"), "Prevent"},
      {Ask("Which things help?", "rug: A loose rug, stick: A stick, frame: A frame", "rug", "not-in: walk-aids"),
       "Which"},
      {Ask("Which of these hurt?", "rug: A rug, groin: Your groin, hip: Your hip", "rug", "not-in: symptoms"), ""},
      {Ask("Which does **not** help?", kAids, "stick", "in: walk-aids"), "not"},
      {Ask("Which is **never** an aid of yours?", kAids, "stick", "in: walk-aids"), "never"},
      {Ask("Which is **never** yours?", kAids, "stick", "in: walk-aids"), ""},
      {Ask("When is it **never** cold?", kRests, "bed", "in: when-resting"), ""},
      {Ask("Which does a walker **not** do?", "bare: Bare feet, bed: Your bed, rug: A rug", "bare", "in: mistakes"),
       ""},
      {Ask("What is an unusual sign after a run?", kSigns, "ache", "in: signs"), "unusual"},
      {Ask("What would be unusual to feel?", kSigns, "ache", "in: signs"), ""},
      {Ask("Is a usual or an unusual sign meant?", kSigns, "ache", "in: signs"), ""},
      {Ask("Which is **not** an unusual sign?", kNoSigns, "stick", "not-in: signs"), "unusual"},
      {Ask("Which is an unusual sign?", kNoSigns, "stick", "not-in: signs"), ""},
      {Ask("Which is **not** a home?", "dark: A room, rug: A rug, slope: A slope", "dark",
           "tagged: home, in: causes"),
       "not"},
      {Ask("Which is **not** wide?", "dark: A room, rug: A rug, slope: A slope", "dark", "tagged: home, in: causes"),
       ""},
      {Ask("Which cause of a fall is dry?", "slope: A slope, dark: A room, rug: A rug", "slope",
           "not: {tagged: stays-dry, in: causes}"),
       "Which"},
      {"put-in-order: In which order does a run end?\n    choices: {jog: Jog, walk: Walk}\n"
       "    answer: [walk, jog]\n    proof: {in-order-of: warm-up}",
       "end"},
      {"how-much: How many steps end a run?\n    answer: 3 steps\n    proof: {count: warm-up}", "end"},
      {"true-or-false: Poor running form does **not** help.\n    answer: true\n    proof: {claim: form-helps}", ""},
      {"true-or-false: RICE does **not** begin with ice.\n    answer: true\n"
       "    proof: {not: {step: first, of: rice, for: ice}}",
       ""},
      {"true-or-false: But never does RICE begin with a break.\n    answer: true\n"
       "    proof: {step: first, of: rice, for: rest}",
       ""},
  };
  CheckAll("stem-contradicts-list", kCases);
}

constexpr std::string_view kSets = "two: 2 sets, three: 3 sets, four: 4 sets";
constexpr std::string_view kReps = "eight: 8 repetitions, ten: 10 repetitions, few: 6 repetitions";
constexpr std::string_view kSeconds = "some: 10 seconds, right: 20 seconds, long: 30 seconds";

TEST_CASE("a stem against the measure, the tag or the steps that it is about") {
  static const Case kCases[] = {
      {Ask("How many repetitions do you do?", kSets, "three", "value: plank.dose.sets"), "repetitions"},
      {Ask("How many reps do you do in each round?", kSets, "three", "value: plank.dose.sets"), ""},
      {Ask("How many sets do you do?", kReps, "ten", "value: plank.dose.reps"), "sets"},
      {Ask("How often do you do it, in how many sets?", kReps, "ten", "value: plank.dose.reps"), ""},
      {Ask("How long do you hold it?", kSeconds, "right", "value: plank.dose.rest"), "hold"},
      {Ask("How long do you hold it before you pause?", kSeconds, "right", "value: plank.dose.rest"), ""},
      {Ask("For how long do you rest", kSeconds, "long", "value: hip-stretch.dose.hold"), "rest"},
      {Ask("For how long do you rest on it?", kSeconds, "long", "value: hip-stretch.dose.hold"), ""},
      {Ask("Longest rest, how long is it?", kSeconds, "long", "value: hip-stretch.dose.hold"), "rest"},
      {Ask("What is the longest rest on it?", kSeconds, "long", "value: hip-stretch.dose.hold"), "rest"},
      {"put-in-order: Which has the most reps? Put it first.\n"
       "    choices: {hip-stretch: Hip stretch, plank: Plank}\n    answer: [plank, hip-stretch]\n"
       "    proof: {most-first: dose.sets}",
       "reps"},
      {Ask("Which has the most reps?", "hip-stretch: Hip stretch, plank: Plank, run: A run", "plank",
           "field: dose.sets, is: 3 sets"),
       "reps"},
      {Ask("Which is found on streets?", "dark: A room, slope: A slope, bed: A bed", "dark",
           "tagged: home, in: causes"),
       "streets"},
      {Ask("Which is found at home or on streets?", "dark: A room, slope: A slope, bed: A bed", "dark",
           "tagged: home, in: causes"),
       ""},
      {Ask("Which is found under trees?", "dark: A room, slope: A slope, bed: A bed", "dark",
           "tagged: home, in: causes"),
       ""},
      {"put-in-order: Put these exercises in order.\n    choices: {bend: Bend, stand: Stand}\n"
       "    answer: [stand, bend]\n    proof: {in-order-of: morning}",
       ""},
      {"put-in-order: Put these exercises in order.\n    choices: {plank: Plank, hip-stretch: Hip stretch}\n"
       "    answer: [hip-stretch, plank]\n    proof: {in-order-of: session}",
       ""},
      {"how-much: Of steps, RICE has how many\n    answer: 4 steps\n    proof: {count: rice}", ""},
  };
  CheckAll("stem-names-another", kCases);
}

TEST_CASE("a stem against the order that it is about") {
  static const Case kCases[] = {
      {Ask("What comes last in the session?", "plank: Plank, hip-stretch: Hip stretch, run: A run", "plank",
           "step: first, of: routine"),
       "last"},
      {Ask("What comes first in the session?", "plank: Plank, hip-stretch: Hip stretch, run: A run", "plank",
           "step: first, of: routine"),
       ""},
      {"put-in-order: Go from the fewest sets to the most.\n    choices: {hip-stretch: Hip stretch, plank: Plank}\n"
       "    answer: [plank, hip-stretch]\n    proof: {most-first: dose.sets}",
       "fewest"},
      {"put-in-order: Go from the most sets to the fewest.\n    choices: {hip-stretch: Hip stretch, plank: Plank}\n"
       "    answer: [plank, hip-stretch]\n    proof: {most-first: dose.sets}",
       ""},
      {"put-in-order: Go from the most sets to the fewest.\n    choices: {plank: Plank, hip-stretch: Hip stretch}\n"
       "    answer: [hip-stretch, plank]\n    proof: {least-first: dose.sets}",
       "most"},
      {"put-in-order: End with the most sets.\n    choices: {plank: Plank, hip-stretch: Hip stretch}\n"
       "    answer: [hip-stretch, plank]\n    proof: {least-first: dose.sets}",
       ""},
      {"put-in-order: Put these in order.\n    choices: {plank: Plank, hip-stretch: Hip stretch}\n"
       "    answer: [hip-stretch, plank]\n    proof: {least-first: dose.sets}",
       ""},
  };
  CheckAll("stem-contradicts-proof", kCases);
}

std::string State(std::string_view statement, std::string_view answer, std::string_view proof) {
  return fmt::format("true-or-false: {}\n    answer: {}\n    proof: {{{}}}", statement, answer, proof);
}

TEST_CASE("a statement against the claim that it is about") {
  static const Case kCases[] = {
      {State("Two poles save your knees on long walks.", "true", "claim: knees"), "Two"},
      {State("Light shoes save your knees on long walks.", "true", "claim: knees"), ""},
      {State("Two poles save your knees.", "true", "claim: four"), ""},
      {State("Two poles save your knees today.", "true", "claim: five"), "Two"},
      {State("Two poles save your old knees.", "true", "claim: six"), "Two"},
      {State("Two poles save your old knees.", "true", "claim: seven"), ""},
      {State("Two poles save your knees on long walks.", "true", "claim: socks"), ""},
      {State("Two poles and light legs save your knees on long walks.", "true", "claim: knees"), ""},
      {State("Two poles save two knees on long walks.", "true", "claim: two"), ""},
      {State("Two poles save your knees on long walks.", "true", "claim: seat"), ""},
      {State("A stool saves your knees on long walks.", "true", "claim: seat"), "A"},
      {State("Four walks a week calm your hips.", "true", "claim: days"), "Four"},
      {State("Four walks a week calm your hips.", "false", "not: {claim: days}"), ""},
      {State("Three walks a week do **not** calm your hips.", "true", "claim: days"), "not"},
      {State("Three walks a week do **not** calm your hips.", "false", "not: {claim: days}"), ""},
      {State("Three walks a week calm your hips.", "false", "not: {claim: days}"), "Three"},
  };
  CheckAll("statement-differs-from-claim", kCases);
}

std::string Why(std::string_view why, std::string_view answer, std::string_view proof) {
  return fmt::format(
      "choose-all: Which is it?\n    choices: {{dark: A dark room, rug: A loose rug, slope: A wet slope, "
      "moon: The moon, ache: A dull ache, jog: Jogging}}\n    answer: [{}]\n    why: {}\n    proof: {{{}}}",
      answer, why, proof);
}
std::string OfTag(std::string_view why) {
  return Why(why, "dark, rug", "tagged: stays-dry, in: causes");
}
std::string OfList(std::string_view why) {
  return Why(why, "dark, rug, slope", "in: causes");
}

TEST_CASE("a reason against the tags and lists of what it names") {
  static const Case kCases[] = {
      {OfTag("A wet slope stays dry."), "A wet slope"},
      {OfTag("The wet slope may not stay dry."), ""},
      {OfTag("A loose rug stays dry."), ""},
      {OfTag("A dark room lies flat."), "A dark room"},
      {OfTag("A wet slope gets wet."), ""},
      {OfTag("A wet slope."), ""},
      {OfTag("A wet slope is at home."), ""},
      {OfTag("A wet slope lies under trees."), ""},
      {OfTag("The moon stays dry."), ""},
      {OfTag("A dark room is one of the usual signs before a run."), "A dark room"},
      {OfTag("A dull ache is one of the usual signs before a run."), ""},
      {OfTag("The moon is one of the usual signs before a run."), ""},
      {OfTag("Jogging is one of the usual signs before a run."), ""},
      {OfTag("A dark room is for tools."), ""},
      {OfList("A dark room, the moon and a loose rug cause a fall."), "the moon"},
      {OfList("A dark room and the moon make you fall."), ""},
      {OfList("The moon can cause a fall."), ""},
      {OfList("A dark room and a dull ache cause a fall."), "a dull ache"},
      {Why("A dark room, the moon and a loose rug cause a fall.", "moon, ache, jog", "not-in: causes"), ""},
      {Why("A dark room, the moon and a loose rug cause a fall.", "moon, ache, jog", "not: {in: causes}"), ""},
      {Why("It is the moon, a usual sign of a run.", "ache", "in: signs"), ""},
      {Why("A run has a dull ache and the moon as usual signs.", "ache", "in: signs"), "the moon"},
  };
  CheckAll("why-misnames", kCases);
}

TEST_CASE("an id stands for what the proof is about") {
  static const Case kCases[] = {
      {Ask("What is first?", "rest: Nothing at all, ice: A pack of peas, run: A run", "rest", "step: first, of: rice"),
       ""},
      {Ask("What is it?", "rest: Nothing at all, ice: A pack of peas, run: A run", "rest", "in: tools"),
       "A pack of peas"},
  };
  CheckAll("choice-under-another-id", kCases);
}

TEST_CASE("a reason's dose is read in English") {
  const auto found = [](std::string_view language) {
    return Found("why-differs-from-dose",
                 {{"guides/hips/guide.yaml", fmt::format("language: {}\n", language)},
                  {"guides/hips/quiz.yaml", "questions:\n  - id: q\n    how-much: How long do you stay?\n"
                                            "    answer: 30 s\n    why: Hold it for 20 seconds.\n"
                                            "    proof: {value: hip-stretch.dose.hold}\n"}});
  };
  CHECK(found("en-GB") == "20 seconds");
  CHECK(found("cs") == "");
}

// A guide that is hardly more than its quiz is an exam; the same quiz beside a guide is none.
TEST_CASE("an exam may use the letters that courses teach, and longer questions") {
  const std::string words = "one two three four five six seven eight nine ten eleven twelve ";
  const std::vector<NamedText> quiz = {
      {"guides/hips/quiz.yaml",
       "questions:\n"
       "  - id: taught\n"
       "    ask: What raises the FSH, " +
           words + "and " + words +
           "?\n"
           "    choices: {a: The RAQ rises, b: The TSQ rises, c: A class IIA run}\n"
           "    answer: a\n"
           "    why: It is " +
           words + "and " + words +
           "here.\n"
           "  - id: untaught\n"
           "    ask: What raises the XQZ most, APGAR or the LEGOS?\n"
           "    choices: {a: The QXZ rises, b: The QXZ falls, c: A run of QXZ}\n"
           "    answer: a\n"
           "  - id: parts\n"
           "    ask: Which is no part of the VQR, the LQO or " +
           words + words + words +
           "?\n"
           "    choices: {a: A long queue ordinance, b: A cold thing, c: isTRUE(NQ)}\n"
           "    answer: a\n"}};
  std::vector<NamedText> exam = quiz;
  exam.push_back({"guides/hips/guide.yaml",
                  "# without: main-message\n# without: seek-help-if\n"
                  "sections: [{id: quiz, title: Quiz, body: [{text: See the quiz.}]}]\n"});
  CHECK(Found("unexplained-abbreviation", exam) == "XQZ; QXZ");
  CHECK(Found("unexplained-abbreviation", quiz) == "FSH; RAQ; TSQ; XQZ; APGAR; QXZ; VQR");
  const std::string of_why = "It is " + words + "and " + words + "here.";
  const std::string of_parts = "Which is no part of the VQR, the LQO or " + words + words + words + "?";
  CHECK(Found("long-sentence", exam) == of_why + "; " + of_parts);
  CHECK(Found("long-sentence", quiz) ==
        "What raises the FSH, " + words + "and " + words + "?; " + of_why + "; " + of_parts);
}

}  // namespace quiz_guides_test
}  // namespace guidec
