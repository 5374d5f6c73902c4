// Rules of the exercise groups over many phrasings: what they find in the steps of one exercise, and what a
// guide around the exercise changes.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/runner.h"
#include "model/read/load.h"
#include "rules/registry.h"

namespace guidec {
namespace exercise_rules_test {

// What the rule points at in a workspace of one exercise and one guide: each finding's text, apart by "; ".
std::string Found(std::string_view rule, std::string_view exercise, std::string_view guide = {}) {
  const Rule* const rules[] = {FindRule(rule)};
  REQUIRE(rules[0] != nullptr);
  Sources sources;
  std::vector<NamedText> texts = {
      {"guidec.yaml", "name: Test\nlanguage: en-US\n"},
      {"exercises/one.yaml", fmt::format("id: one\nname: One\nsides: together\n{}", exercise)},
      {"guides/all/guide.yaml",
       fmt::format("id: all\ntitle: All\nlanguage: en-US\n{}sections:\n  - id: list\n"
                   "    title: List\n    body:\n      - exercises: [one]\n",
                   guide)},
  };
  Library library = LoadTexts(
      std::move(texts), ".", [](const std::string&) { return std::string(); }, sources);
  library.faults.clear();  // what else these files lack is another rule's business
  std::string found;
  for (const Diagnostic& finding : Lint(library, rules, "2026-11-22")) {
    found += found.empty() ? "" : "; ";
    found += sources[finding.span.source].Slice(finding.span);
  }
  return found;
}

struct Case {
  std::string_view given;
  std::string_view found;
};

// The steps of `given` stand apart by " / ".
std::string Steps(std::string_view given) {
  std::string yaml = "steps:\n";
  for (std::size_t begin = 0; begin <= given.size();) {
    const std::size_t end = std::min(given.find(" / ", begin), given.size());
    yaml += fmt::format("  - \"{}\"\n", given.substr(begin, end - begin));
    begin = end + 3;
  }
  return yaml;
}

template <std::size_t kCount>
void CheckSteps(std::string_view rule, const Case (&cases)[kCount]) {
  for (const Case& test : cases) {
    INFO(test.given);
    CHECK(Found(rule, Steps(test.given)) == test.found);
  }
}

TEST_CASE("without planning figures a session's time is told where it is far off") {
  const auto found = [](std::string_view total) {
    return Found("routine-time", "dose: {hold: 300 s}\n",
                 fmt::format("routine: {{exercises: [one], total: {}}}\n", total));
  };
  CHECK(found("20 min") == "20 min");
  CHECK(found("2 min") == "2 min");
  CHECK(found("7 min").empty());
  CHECK(found("4 min").empty());
}

TEST_CASE("sides that contradict each other") {
  static constexpr Case kCases[] = {
      {"Step forward with your right foot. / Lower your right knee to the floor.", "right knee to the floor"},
      {"Lunge forward on your left leg. / Your left knee rests on the mat.", "left knee rests on the mat"},
      {"Put your left foot between your hands. / Rest your left knee on a cushion.",
       "left knee on a cushion"},
      {"Kneel on your right knee with your right foot in front of you.", "right foot in front"},
      {"Step forward with your left foot. / Bend your right front knee.", "right front knee"},
      {"Step forward with your left foot. / Straighten your back left leg.", "back left leg"},
      {"Place your right leg ahead of you. / Keep your right leg behind you.", "right leg behind"},
      {"Lie on your right side. / Lift your top right leg.", "top right leg"},
      {"Lie on your right side. / Bend the bottom left knee.", "bottom left knee"},
      {"Lie on your left side. / Stack your left leg on your right.", "Stack your left leg on your right"},
      {"Stand on your left leg. / Pull your left heel to your buttocks.", "left heel to your buttocks"},
      {"Lift your right foot. / Balance on your right leg.", "Balance on your right leg"},
      {"Hold onto your left ankle. / Draw your right foot up.", "Draw your right foot up"},
      {"Twist your upper body to the right. / Hold the twist to the left.", "twist to the left"},
      {"Turn your trunk to the left. / Turn a little further to the right.",
       "Turn a little further to the right"},
      {"Cross your right foot over your right knee.", "right foot over your right knee"},
  };
  CheckSteps("contradicting-sides", kCases);
}

TEST_CASE("sides that agree, change or cannot be told") {
  static constexpr Case kCases[] = {
      {"Step forward with your right foot. / Lower your left knee to the floor.", ""},
      {"Step forward with your right foot. / Change legs. / Lower your right knee to the floor.", ""},
      {"Step forward with your right foot. / Step back, and lower your right knee to the floor.", ""},
      {"Kneel on your right knee. / Do the other side, with your right foot in front.", ""},
      {"Kneel on your right knee. / Mirror it: left and then right foot in front.", ""},
      {"Kneel on your left knee. / Turn your left toes forward.", ""},
      {"Lie on your right side. / Lift your top left leg. / Lift your bottom right leg.", ""},
      {"Lie on your right side. / Roll over. / Lift your top right leg.", ""},
      {"Stand on your left leg. / Raise your left heel.", ""},
      {"Lift your right foot. / Lower it. / Balance on your right leg.", ""},
      {"Hold your left ankle with your right hand. / Pull your left heel up.", ""},
      {"Hold your left ankle. / Let go. / Then draw your right foot up.", ""},
      {"Twist to the right. / Twist to the left.", ""},
      {"Twist to the right. / Keep your head turned to the left.", ""},
      {"Cross your right foot over your left knee. / Cross your left foot over your right knee.", ""},
      {"Put your left hand on your left knee.", ""},
  };
  CheckSteps("contradicting-sides", kCases);
}

TEST_CASE("steps that are there or not") {
  static constexpr Case kCases[] = {
      {"Kneel. / Repeat steps 1 to 3.", "3"},
      {"Kneel. / Repeat steps 1–2.", ""},
      {"Kneel. / Go back to step four.", "four"},
      {"Kneel. / Repeat the second step.", ""},
      {"Kneel. / Begin again from the third step.", "third"},
      {"Kneel. / Step 3 feet forward.", ""},
      {"Kneel. / Take 10 steps.", ""},
      {"Kneel. / Do 3 to 5 steps 4 times.", ""},
  };
  CheckSteps("unknown-step", kCases);
}

TEST_CASE("a hold is judged by whom the guide is for") {
  constexpr std::string_view kShort = "kind: stretch\ndose: {hold: 20 s, sets: 3}\n";
  constexpr std::string_view kLong = "kind: stretch\ndose: {hold: 45 s, sets: 2}\n";
  CHECK(Found("stretch-hold-length", kShort).empty());
  CHECK(Found("stretch-hold-length", kLong) == "45 s");
  for (const std::string_view audience :
       {"Older adults with stiff hips.", "Runners over 65.", "Seniors", "Readers aged 70 years and up.",
        "Women 60 or older.", "The elderly", "Our seniors' club", "A senior's club", "Old and older runners",
        "Readers over 60", "Readers over 120"}) {
    INFO(audience);
    const std::string guide = fmt::format("audience: {}\n", audience);
    CHECK(Found("stretch-hold-length", kShort, guide) == "20 s");
    CHECK(Found("stretch-hold-length", kLong, guide).empty());
  }
  for (const std::string_view audience : {"Runners over 40 who train 60 minutes a week.", "Readers over 59",
                                          "Readers over 121", "Readers in 70 towns"}) {
    INFO(audience);
    CHECK(Found("stretch-hold-length", kShort, fmt::format("audience: {}\n", audience)).empty());
  }
}

TEST_CASE("a frequency may stand in the dose, the exercise or the guide") {
  constexpr std::string_view kBare = "kind: stretch\ndose: {hold: 30 s}\n";
  CHECK(Found("no-frequency", kBare) == "id");
  CHECK(Found("no-frequency", "kind: stretch\ndose: {hold: 30 s, frequency: when you like}\n").empty());
  CHECK(Found("no-frequency", "kind: stretch\ncautions: [Do it twice a day.]\n").empty());
  for (const std::string_view message :
       {"Stretch every day.", "Stretch on 2–3 days a week.", "Stretch daily.",
        "Stretch three times per week.", "Stretch before each run.", "Stretch every two days.",
        "Stretch on a Monday.", "Stretch on Sundays.", "Stretch in the morning and at night."}) {
    INFO(message);
    CHECK(Found("no-frequency", kBare, fmt::format("main-message: {}\n", message)).empty());
  }
  CHECK(Found("no-frequency", kBare, "main-message: Rest for two days, then stretch.\n") == "id");
}

TEST_CASE("a guide may say once how long to rest between sets") {
  constexpr std::string_view kSets = "kind: strength\ndose: {sets: 3, reps: 8}\n";
  CHECK(Found("no-rest", kSets) == "3");
  CHECK(Found("no-rest", kSets, "main-message: Rest for one minute between two sets.\n").empty());
  CHECK(Found("no-rest", kSets, "main-message: Never do two sets in a row.\n") == "3");
}

TEST_CASE(
    "how an exercise grows may stand in the dose, as data or in words, in the exercise or in the guide") {
  const auto found = [](std::string_view dose, std::string_view rest = "", std::string_view guide = "") {
    return Found("no-progression", fmt::format("kind: strength\ndose: {{{}}}\n{}", dose, rest), guide);
  };
  CHECK(found("reps: 10") == "id");
  CHECK(found("reps: 10, progression: Do one more each week.").empty());
  CHECK(found("reps: 10, progression: {to: 15, by: 1, every: week}").empty());
  CHECK(found("hold: {start: 30 s, add: 5 s, until: you tire}").empty());
  CHECK(found("hold: {start: 30 s, until: you tire}") == "id");
  CHECK(found("reps: 10", "cautions: [Add one repetition each week.]\n").empty());
  CHECK(found("reps: 10", "", "main-message: Add one repetition each week.\n").empty());
  for (const std::string_view message :
       {"It grows little by little.", "Try it as you get fitter.", "Go on once you feel ready.",
        "Go on when it becomes too easy.", "It comes over time.", "Try a tougher one.",
        "Keep working up to it.", "Build up to it.", "Hold a bit longer.", "Go on next week.",
        "Start with one.", "Lengthen it."}) {
    INFO(message);
    CHECK(found("reps: 10", "", fmt::format("main-message: {}\n", message)).empty());
  }
  CHECK(found("reps: 10", "", "main-message: Keep to it.\n") == "id");
  CHECK(Found("no-progression", "kind: stretch\ndose: {hold: 30 s}\n").empty());
}

}  // namespace exercise_rules_test
}  // namespace guidec
