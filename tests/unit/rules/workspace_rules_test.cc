// Rules that hold one file against another: a glossary against a guide, an exercise against a routine.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "lint/example.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace workspace_rules_test {

// What the rule points at in the example workspace with the pieces laid over it: each finding's text, apart by "; ".
std::string Found(std::string_view rule, std::initializer_list<NamedText> pieces) {
  const Rule* const rules[] = {FindRule(rule)};
  REQUIRE(rules[0] != nullptr);
  Sources sources;
  const std::vector<NamedText> texts(pieces);
  Library library = LoadExample(texts, sources);
  library.faults.clear();  // what else these files lack is another rule's business
  std::string found;
  for (const Diagnostic& finding : Lint(library, rules, kExampleDay)) {
    found += found.empty() ? "" : "; ";
    found += sources[finding.span.source].Slice(finding.span);
  }
  return found;
}

// What the rule says in that workspace, apart by "; ".
std::string Said(std::string_view rule, std::initializer_list<NamedText> pieces) {
  const Rule* const rules[] = {FindRule(rule)};
  REQUIRE(rules[0] != nullptr);
  Sources sources;
  const std::vector<NamedText> texts(pieces);
  Library library = LoadExample(texts, sources);
  library.faults.clear();
  std::string said;
  for (const Diagnostic& finding : Lint(library, rules, kExampleDay)) {
    said += (said.empty() ? "" : "; ") + finding.message;
  }
  return said;
}

NamedText Guide(const std::string& yaml) {
  return {"guides/hips/guide.yaml", yaml};
}

NamedText Glossary(std::string_view meaning, std::string_view other = "the last meal of a day") {
  return {"glossary.yaml", fmt::format("terms:\n  hip-flexors:\n    term: hip flexors\n    meaning: {}\n"
                                       "  psoas:\n    term: psoas\n    meaning: {}\n",
                                       meaning, other)};
}

TEST_CASE("late-explanation counts the words of a meaning") {
  struct Case {
    std::string_view meaning, first, later;
    bool is_late;
  };
  constexpr std::string_view kFive = "strong red muscles that lift thighs";
  constexpr std::string_view kAll = "Hip flexors are the strong red muscles that lift your thighs.";
  constexpr Case kCases[] = {
      {kFive, "Ease your hip flexors, muscles of your thigh.", kAll, true},
      {kFive, "Ease your hip flexors, red muscles of your thigh.", kAll, false},
      {kFive, "Ease your hip flexors.", "Hip flexors are strong red muscles.", false},
      {kFive, "Ease your hip flexors.", "Hip flexors are strong red muscles of your thigh.", true},
      {"thigh muscles", "Ease your hip flexors.", "Hip flexors are thigh muscles.", true},
      {"muscles", "Ease your hip flexors.", "Hip flexors are muscles.", false},
  };
  for (const Case& test : kCases) {
    INFO(test.first << " " << test.later);
    const std::string guide = fmt::format("introduction:\n  - text: {}\n  - text: {}\n", test.first, test.later);
    CHECK(Found("late-explanation", {Glossary(test.meaning), Guide(guide)}) == (test.is_late ? "hip flexors" : ""));
  }
}

TEST_CASE("text-differs-from-glossary weighs the words of both") {
  struct Case {
    std::string_view meaning, other, said;
    bool differs;
  };
  constexpr std::string_view kThree = "the muscles that lift your thigh";
  constexpr std::string_view kFive = "strong red muscles that lift thighs";
  constexpr std::string_view kNone = "the last meal of a day";
  constexpr std::string_view kOwn = "muscles with sugar and salt";
  constexpr std::string_view kFour = "muscles with coffee, honey and lemon";
  constexpr Case kCases[] = {
      // A third of the words in common makes them comparable.
      {kThree, kNone, "the bones that lower your thigh", true},
      {kFive, kNone, "the bones that lower a red arm", false},
      // A denial counts where more than half is the same.
      {kThree, kNone, "the muscles that never rest", false},
      {kFive, kNone, "the strong red muscles that never touch water", true},
      // Another term's words: three of four in all, or three of its four and less than a third of the own.
      {kOwn, kFour, "the muscles with coffee and honey", true},
      {"muscles with coffee and salt", kFour, "the muscles with coffee and honey", true},
      {"muscles with coffee, honey, sugar and salt", kFour, "the muscles with coffee and honey", false},
      {"sugar and salt", "honey", "the honey of bees", false},
      {"sugar and salt", "honey and lemon", "the honey and lemon of bees", true},
      {"sugar and salt", kFour, "the coffee and honey of muscles from bees in trees", true},
      {"sugar and salt", kFour, "the coffee and honey of bees in trees", false},
      // What is a muscle is no bone, and what is a bone no tendon.
      {"the bones of your thigh", kNone, "the tendons of your thigh", true},
      {"the tendons of your thigh", kNone, "the bone of your thigh", true},
      {"the muscle of your thigh", kNone, "the organ of your thigh", true},
      {"the tendons of your thigh", kNone, "the ligament of your thigh", false},
  };
  for (const Case& test : kCases) {
    INFO(test.meaning << " / " << test.said);
    const std::string guide = fmt::format("introduction:\n  - text: Your hip flexors are {}.\n", test.said);
    const bool differs =
        !Found("text-differs-from-glossary", {Glossary(test.meaning, test.other), Guide(guide)}).empty();
    CHECK(differs == test.differs);
  }
}

TEST_CASE("routine-order knows the kinds of exercises") {
  for (const auto& [kind, name] : {std::pair{"mobility", "mobility exercises"}, {"cardio", "cardio exercises"},
                                   {"cardio", "aerobic exercises"}, {"strength", "strengthening exercises"},
                                   {"strength", "strength exercises"}, {"strength", "strength training"}}) {
    INFO(name);
    const std::string plank = fmt::format("kind: {}\n", kind);
    const auto found = [&](std::string_view first, std::string_view last) {
      return Found("routine-order",
                   {{"exercises/plank.yaml", plank},
                    Guide(fmt::format("routine:\n  text: First do the {}, then the {}.\n  total: 3 min\n"
                                      "  exercises: [plank, hip-stretch]\n",
                                      first, last))});
    };
    CHECK(found("stretches", name) == "plank");
    CHECK(found("stretching exercises", name) == "plank");
    CHECK(found(name, "stretches").empty());
  }
}

TEST_CASE("spelling knows the names of authors and editors") {
  constexpr std::string_view kReferences =
      "references:\n  - id: leaflet\n    type: pamphlet\n    title: A leaflet\n"
      "    author: [{family: Strenght, given: Musle}, {literal: The Stretchh Groop}]\n"
      "    editor: [{family: Forearmz}]\n    translator: [{family: kneez}]\n";
  const NamedText references{"guides/hips/references.yaml", std::string(kReferences)};
  const NamedText guide = Guide("main-message: Read Strenght, Musle, Stretchh, Groop, Forearmz, kneez.\n");
  CHECK(Found("spelling", {references, guide}) == "kneez");
}

TEST_CASE("text-differs-from-glossary says in what") {
  const auto said = [](std::string_view meaning, std::string_view other, std::string_view text) {
    return Said("text-differs-from-glossary",
                {Glossary(meaning, other), Guide(fmt::format("introduction:\n  - text: Hip flexors are {}.\n", text))});
  };
  constexpr std::string_view kOtherwise = "the text explains `hip flexors` otherwise than the glossary: ";
  constexpr std::string_view kCorrect = "; correct the one that is wrong";
  CHECK(said("muscles that never lift your thigh", "a meal", "the muscles that lift your thigh") ==
        fmt::format("{}the glossary denies it{}", kOtherwise, kCorrect));
  CHECK(said("sugar and salt", "honey and lemon", "the honey and lemon of bees") ==
        fmt::format("{}that is what `psoas` means{}", kOtherwise, kCorrect));
}

TEST_CASE("misused-placeholder goes through the exercises of a sentence") {
  const NamedText plank{"exercises/plank.yaml", "dose: {hold: 30 s, sets: 3}\n"};
  const auto said = [&](std::string_view text) {
    return Said("misused-placeholder", {plank, Guide(fmt::format("introduction:\n  - text: '{}'\n", text))});
  };
  CHECK(said("Do {hip-stretch.sets} of the stretch, {plank.sets} of the plank and {plank.sets} of the last.") ==
        "`{plank.sets}` stands twice in a sentence that goes through several exercises; name the other exercise");
  CHECK(said("Do {hip-stretch.hold} of the stretch, {plank.sets} of the plank and {hip-stretch.hold} of it.") ==
        "`{plank.sets}` prints the sets, and the others of its sentence print the hold; write `{plank.hold}`");
  CHECK(said("Hold the plank for {hip-stretch.hold}.") ==
        "`{hip-stretch.hold}` prints the dose of another exercise than `plank`, which the text names; write "
        "`{plank.hold}`");
  CHECK(said("Hold the plank for {plank.hold}.").empty());
  CHECK(said("Do {hip-stretch.sets} of the stretch and {plank.sets} of the plank.").empty());
}

TEST_CASE("what some exercises say, others are told to say") {
  const NamedText guide = Guide("subtitle: For runners\n");
  const NamedText daily{"exercises/plank.yaml", "dose: {hold: 20 s, frequency: once a day}\n"};
  CHECK(Said("no-frequency", {guide, daily}) ==
        "nothing says how often to do this exercise; add `frequency`, as in `once a day`");
  const NamedText cardio{"exercises/hip-stretch.yaml", "kind: cardio\n"};
  const NamedText grows{"exercises/plank.yaml", "dose: {hold: 20 s, progression: Hold it longer.}\n"};
  CHECK(Said("no-progression", {guide, cardio, grows}) ==
        "nothing says how this exercise grows with the reader's strength; add `progression`, as in `Do one more "
        "repetition each week.`");
  const NamedText stretch{"exercises/hip-stretch.yaml", "dose: {hold: 20 s}\n"};
  CHECK(Said("stretch-hold-length", {Guide("audience: Seniors\n"), stretch}) ==
        "the stretch is held for 20 seconds; 30 to 60 seconds are advised for older adults");
}

}  // namespace workspace_rules_test
}  // namespace guidec
