// The rules that judge by words, each over a table of sentences: what it finds in a main message, an
// exercise's step or a section's blocks.
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "lint/example.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace prose_rules_test {

constexpr std::string_view kNothing = "-";

// What the rule points at in the file with `yaml` laid over it: each finding's text, apart by "; ".
std::string Found(std::string_view rule, std::string_view file, const std::string& yaml) {
  const Rule* const rules[] = {FindRule(rule)};
  REQUIRE(rules[0] != nullptr);
  Sources sources;
  const Library library = LoadExample(file, yaml, sources);
  REQUIRE(library.faults.empty());
  std::string found;
  for (const Diagnostic& finding : Lint(library, rules, "2026-11-22")) {
    if (!found.empty()) found += "; ";
    found += sources[finding.span.source].Slice(finding.span);
  }
  return found.empty() ? std::string(kNothing) : found;
}

std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

std::string InMessage(std::string_view rule, std::string_view sentence) {
  return Found(rule, "guides/hips/guide.yaml", "main-message: " + Quoted(sentence) + "\n");
}

std::string InStep(std::string_view rule, std::string_view sentence) {
  return Found(rule, "exercises/plank.yaml", "steps:\n  - " + Quoted(sentence) + "\n");
}

struct Case {
  std::string_view sentence;
  std::string_view found;
};

template <std::size_t kCount>
void CheckMessages(std::string_view rule, const Case (&cases)[kCount]) {
  for (const Case& c : cases) {
    INFO(c.sentence);
    CHECK(InMessage(rule, c.sentence) == c.found);
  }
}

template <std::size_t kCount>
void CheckSteps(std::string_view rule, const Case (&cases)[kCount]) {
  for (const Case& c : cases) {
    INFO(c.sentence);
    CHECK(InStep(rule, c.sentence) == c.found);
  }
}

TEST_CASE("absolute-promise") {
  constexpr Case kCases[] = {
      {"This cures hip pain.", "cures"},
      {"Relief is guaranteed.", "guaranteed"},
      {"We guarantee lasting relief.", "guarantee lasting relief"},
      {"This grip guarantees a straight wrist.", kNothing},
      {"Rest always works.", "always works"},
      {"It is 100 % safe.", "100 % safe"},
      {"It is 100% effective.", "100% effective"},
      {"Give 100 % of your weight to the wall.", kNothing},
      {"A completely safe stretch.", "completely safe"},
      {"The pain will never come back.", "never come back"},
      {"The pain will never return.", "will never return"},
      {"Your hip will never hurt again.", "never hurt again"},
      {"It works every time.", "works every time"},
      {"It never fails.", "never fails"},
      {"It is risk-free.", "is risk-free"},
      {"It is a miracle.", "miracle"},
      {"It brings instant relief.", "instant relief"},
      {"It is a permanent cure.", "permanent cure"},
      {"This does not cure hip pain.", kNothing},
      {"No exercise cures pain.", kNothing},
      {"Nothing is guaranteed.", kNothing},
      {"Does it cure the pain?", kNothing},
      {"It may cure the pain.", kNothing},
      {"It can ease the pain.", kNothing},
      {"This isn\u2019t guaranteed to help.", kNothing},
  };
  CheckMessages("absolute-promise", kCases);
}

TEST_CASE("what a guide denies promises nothing") {
  CHECK(Found("absolute-promise", "guides/hips/guide.yaml",
              "introduction:\n  - {claim: myth, text: Stretching cures pain., truth: false}\n") == kNothing);
  CHECK(Found("absolute-promise", "guides/hips/guide.yaml",
              "introduction:\n  - {claim: fact, text: Stretching cures pain.}\n") == "cures");
}

TEST_CASE("pain-as-goal") {
  constexpr Case kCases[] = {
      {"Stretch until it hurts.", "until it hurts"},
      {"Lean in until your hip hurts.", "until your hip hurts"},
      {"Bend until you feel pain.", "until you feel pain"},
      {"Bend until you feel a sharp pain.", "until you feel a sharp pain"},
      {"Push through the pain.", "Push through the pain"},
      {"No pain, no gain.", "No pain, no gain"},
      {"It should hurt.", "should hurt"},
      {"Stretch to the point of pain.", "to the point of pain"},
      {"Stop if it hurts.", kNothing},
      {"Stop before it hurts.", kNothing},
      {"Do not stretch until it hurts.", kNothing},
      {"Never push through the pain.", kNothing},
      {"It should not hurt.", kNothing},
      {"Rest until it hurts less.", kNothing},
      {"Rest until the pain eases.", kNothing},
      {"Rest until you feel no pain.", kNothing},
      {"Stretch until you feel a mild pull.", kNothing},
      {"Stretch to the point of mild discomfort.", kNothing},
      {"Breathe through the nose.", kNothing},
  };
  CheckSteps("pain-as-goal", kCases);
}

TEST_CASE("pain-as-goal at the end of a hold is reported once, where it is written") {
  CHECK(Found("pain-as-goal", "exercises/plank.yaml", "dose:\n  hold: {until: it hurts}\n") == "it hurts");
  CHECK(Found("pain-as-goal", "exercises/plank.yaml", "dose:\n  hold: {until: your hips drop}\n") ==
        kNothing);
  CHECK(Found("pain-as-goal", "exercises/plank.yaml", "stop-if: You push through the pain.\n") == kNothing);
}

TEST_CASE("medicine-without-advice") {
  constexpr Case kCases[] = {
      {"Take ibuprofen.", "ibuprofen"},
      {"A painkiller can help.", "painkiller"},
      {"Try an anti-inflammatory cream.", "anti-inflammatory cream"},
      {"Take some pain medicine. Then rest.", "pain medicine"},
      {"Severe pain may call for a drug that a doctor prescribes.", "-"},
      {"Take ibuprofen. You need not ask your doctor. There is no need to ask your doctor.", "ibuprofen"},
      {"Take ibuprofen, but ask your doctor first.", kNothing},
      {"Talk to your doctor or pharmacist before you take any medicine.", kNothing},
      {"Take no painkiller unless your doctor says so.", kNothing},
      {"Use medicine only on the advice of a health professional.", kNothing},
      {"Get medical advice before you take ibuprofen.", kNothing},
      {"Your pharmacist can help you choose a pain reliever.", kNothing},
      {"Throw a medicine ball.", kNothing},
      {"Ask at the sports medicine desk.", kNothing},
      {"Movement is the best medicine.", kNothing},
      {"Rest first.", kNothing},
  };
  CheckMessages("medicine-without-advice", kCases);
}

TEST_CASE("advice counts within its own block only") {
  const std::string medicine = "  - text: Take ibuprofen.\n";
  const std::string advice = "  - text: Ask your doctor first.\n";
  CHECK(Found("medicine-without-advice", "guides/hips/guide.yaml", "introduction:\n" + medicine + advice) ==
        "ibuprofen");
  CHECK(Found("medicine-without-advice", "guides/hips/guide.yaml",
              "introduction:\n  - {advice: ask, title: Take ibuprofen, why: It helps., how: Ask your doctor "
              "first.}\n") == kNothing);
}

TEST_CASE("placeholder-text") {
  constexpr Case kCases[] = {
      {"TODO: write this.", "TODO"},
      {"Lorem ipsum dolor.", "Lorem ipsum"},
      {"Rest TBD days.", "TBD"},
      {"What to do first.", kNothing},
      {"Insert text here.", "Insert text here"},
      {"Write your name here.", kNothing},
  };
  CheckMessages("placeholder-text", kCases);
}

TEST_CASE("doubled-word") {
  constexpr Case kCases[] = {
      {"Rest the the hip.", "the"},       {"Rest the **the** hip.", "the"},
      {"Rest. Rest more.", kNothing},     {"It had had enough.", kNothing},
      {"Rest, rest and rest.", kNothing}, {"Count 10 10 times.", kNothing},
      {"Rest [@leaflet] rest.", "rest"},  {"The THE hip.", "THE"},
  };
  CheckMessages("doubled-word", kCases);
}

TEST_CASE("the fix of a doubled word leaves one, and none is offered across markup") {
  const Rule* const rules[] = {FindRule("doubled-word")};
  Sources sources;
  const Library plain =
      LoadExample("exercises/plank.yaml", "purpose: >-\n  Builds the\n  the trunk.\n", sources);
  const auto findings = Lint(plain, rules, "2026-11-22");
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].fix);
  const Edit& edit = findings[0].fix->edits.at(0);
  std::string text = sources[edit.span.source].text();
  text.replace(edit.span.begin, edit.span.size(), edit.replacement);
  CHECK(text.find("  Builds the trunk.\n") != std::string::npos);

  Sources other;
  const Library marked = LoadExample("exercises/plank.yaml", "purpose: Builds the *the* trunk.\n", other);
  const auto without = Lint(marked, rules, "2026-11-22");
  REQUIRE(without.size() == 1);
  CHECK_FALSE(without[0].fix);
}

TEST_CASE("unexplained-abbreviation") {
  constexpr Case kCases[] = {
      {"Ask for an MRA.", "MRA"},
      {"Ask for MRAs. An MRA is dear.", "MRA"},
      {"Ask for magnetic resonance angiography (MRA).", kNothing},
      {"Ask for an MRA (magnetic resonance angiography).", kNothing},
      {"Ask for an MRA. Magnetic resonance angiography is dear.", kNothing},
      {"Take nonsteroidal anti-inflammatory drugs (NSAIDs).", kNothing},
      {"Take pain medicine (NSAIPs), but ask your doctor.", "NSAIP"},
      {"ACL stands for a band in your knee.", kNothing},
      {"An ACL is a band in your knee.", kNothing},
      {"This band, known as the ACL, can tear.", kNothing},
      {"Start with RICE. Read the PDF, part IV.", kNothing},
      {"You MAY RUN, but DO NOT hop.", kNothing},
      {"Tap `MRI` or <https://example.org/MRI>.", kNothing},
      {"It may result in an ACL tear.", "ACL"},
  };
  CheckMessages("unexplained-abbreviation", kCases);
}

TEST_CASE("arithmetic") {
  constexpr Case kCases[] = {
      {"Rest twice as long.", "Rest twice as long"},
      {"Subtract your age from 220.", "Subtract"},
      {"Aim for 70 percent of your maximum.", "percent of your maximum"},
      {"Run 10 % more each week.", "% more each week"},
      {"Add 10 % each week.", "% each week"},
      {"Do half of the repetitions.", "half of the repetitions"},
      {"Halve your usual distance.", "Halve your usual distance"},
      {"Add up all the minutes.", "Add up all"},
      {"It is twice as likely in runners.", kNothing},
      {"Runners get it three times as often.", kNothing},
      {"Put half your weight on the leg.", kNothing},
      {"Double a towel.", kNothing},
  };
  CheckMessages("arithmetic", kCases);
}

TEST_CASE("avoided-term") {
  constexpr Case kCases[] = {
      {"Stretch your hip benders.", "hip benders"}, {"Hip  benders hurt.", "Hip  benders"},
      {"Stretch your `hip benders`.", kNothing},    {"Stretch your hip flexors.", kNothing},
      {"The hip-benders hurt.", kNothing},
  };
  CheckMessages("avoided-term", kCases);
}

TEST_CASE("spelling accepts what the workspace knows and skips what is no prose") {
  constexpr Case kCases[] = {
      {"Rest yuor hip.", "yuor"},
      {"A hip-flexxor stretch.", "flexxor"},
      {"Hip flexors, ACSM, MRIs, e.g. 3D and x.", kNothing},
      {"See `xqzzt`, <https://example.org/xqzzt> and [here](#xqzzt).", kNothing},
      {"Do the hip-stretch [@leaflet].", kNothing},
      {"Don\u2019t rest; it isn't the runner\u2019s hip.", kNothing},
      {"Pre-run and post-run.", kNothing},
      {"The water\u02bcs warm, so write a na\u00efve r\u00e9sum\u00e9.", kNothing},
      {"Glutes like kettlebells and semisquats.", kNothing},
      {"A nonxqzzt countermvement.", "countermvement"},
  };
  CheckMessages("spelling", kCases);
}

TEST_CASE("spelling says once that a text is in another language") {
  const std::string german =
      "introduction:\n  - text: Schone deine verletzte Huefte einige Wochen und dehne danach vorsichtig "
      "deine "
      "verspannten Muskeln, wobei du niemals ruckartig vorgehst oder Schmerzen ertragen solltest, sondern "
      "geduldig und regelmaessig deine Beweglichkeit verbesserst und ausserdem genuegend Pausen einplanst, "
      "damit sich Gewebe erholen kann und keine Beschwerden zurueckkehren.\n";
  CHECK(Found("spelling", "guides/hips/guide.yaml", german) == "en-US");
}

TEST_CASE("protocol-letters") {
  const auto found = [](std::string_view protocol) {
    return Found("protocol-letters", "guides/hips/guide.yaml",
                 "introduction:\n  - " + std::string(protocol) + "\n");
  };
  CHECK(found("{protocol: fast, title: FAST, steps: {face: A, arms: B, speech: C, time: D}}") == kNothing);
  CHECK(found("{protocol: fast, title: FAST, steps: {face: A, speech: C, time: D}}") == "FAST");
  CHECK(found("{protocol: signs, title: The FAST signs, steps: {face: A, speech: C}}") == kNothing);
  CHECK(found("{protocol: fast, title: The FAST signs, steps: {face: A, speech: C}}") == "FAST");
  CHECK(found("{protocol: love, title: PEACE & LOVE, steps: {protect: A, elevate: A, avoid-pills: A, "
              "compress: A, "
              "educate: A, load: A, optimism: A, vascularisation: A, exercise: A}}") == kNothing);
  CHECK(found("{protocol: abc, steps: {one: A, two: B}}") == kNothing);
  CHECK(found("{protocol: abc, steps: {one: Recall ABC, two: B}}") == "abc");
  CHECK(
      found("{protocol: ice, title: ICE, steps: {a: {title: Ice it, text: A}, b: {title: Cool it, text: B}, "
            "c: {title: Ease it, text: C}}}") == kNothing);
}

TEST_CASE("review-date") {
  const auto found = [](std::string_view dates) {
    return Found("review-date", "guides/hips/guide.yaml", std::string(dates));
  };
  CHECK(found("reviewed: 2024-11-23\nreview-every: 24 months\n") == kNothing);
  CHECK(found("reviewed: 2024-11-22\nreview-every: 24 months\n") == "2024-11-22");
  CHECK(found("reviewed: 2026-10-31\nreview-every: 1 month\n") == kNothing);
  CHECK(found("reviewed: 2026-10-22\nreview-every: 1 month\n") == "2026-10-22");
  CHECK(found("reviewed: 2025-11-22\nreview-every: 1 year\n") == "2025-11-22");
  CHECK(found("reviewed: 2026-11-23\n") == kNothing);
  CHECK(found("reviewed: 2026-11-24\n") == "2026-11-24");
}

}  // namespace prose_rules_test
}  // namespace guidec
