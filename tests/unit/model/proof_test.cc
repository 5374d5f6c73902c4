#include "model/proof.h"

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace {

// For each choice whether the proof holds ("y" or "n"), or the error.
std::string Show(std::string_view question) {
  Sources sources;
  const Library library =
      LoadExample("guides/hips/quiz.yaml", "questions:\n" + std::string(question), sources);
  const Guide& guide = library.guides.front();
  const Question& parsed = guide.quiz->questions.front();
  const ProofResult result = Evaluate(library, guide, parsed, *parsed.proof);
  if (result.error) {
    return "`" + std::string(sources[result.error->span.source].Slice(result.error->span)) + "` " +
           result.error->message;
  }
  std::string verdicts;
  for (const Verdict& verdict : result.verdicts) verdicts += verdict.truth == Truth::kHolds ? "y" : "n";
  return verdicts;
}

std::string ShowChoice(std::string_view proof,
                       std::string_view choices = "rest: Rest, ice: Ice, knee: Knee") {
  return Show("  - id: q\n    ask: What?\n    choices: {" + std::string(choices) +
              "}\n    answer: rest\n    proof: {" + std::string(proof) + "}\n");
}

TEST_CASE("each form of proof is judged for every choice") {
  struct Row {
    std::string_view proof;
    std::string_view choices;
    std::string_view verdicts;
  };
  static constexpr std::string_view kSteps = "rest: Rest, ice: Ice, elevation: Elevation";
  static constexpr Row kRows[] = {
      {"in: symptoms", "groin: Groin, knee: Knee", "yn"},
      {"not-in: symptoms", "groin: Groin, knee: Knee", "ny"},
      {"step: first, of: rice", kSteps, "ynn"},
      {"step: last, of: rice", kSteps, "nny"},
      {"step: 2, of: rice", kSteps, "nyn"},
      {"after: rest, of: rice", kSteps, "nyn"},
      {"before: ice, of: rice", kSteps, "ynn"},
      {"value: hip-stretch.dose.hold", "a: 30 s, b: 30 seconds, c: 45 s, d: 1 minute", "yynn"},
      {"value: hip-stretch.dose.hold", "a: Half a minute on each side, b: For a minute", "yn"},
  };
  for (const Row& row : kRows) {
    INFO(row.proof);
    CHECK(ShowChoice(row.proof, row.choices) == row.verdicts);
  }
  CHECK(Show("  - id: q\n    true-or-false: It helps.\n    answer: true\n    proof: {claim: form-helps}\n") ==
        "yn");
}

TEST_CASE("a proof over what the guide lacks says so at the word") {
  struct Row {
    std::string_view proof;
    std::string_view message;
  };
  static constexpr Row kRows[] = {
      {"in: symptom", "`symptom` the guide has no list `symptom`; did you mean `symptoms`?"},
      {"step: 9, of: rice", "`9` protocol `rice` has 4 steps, not 9"},
      {"step: 1, of: ricce", "`ricce` the guide has no protocol `ricce`; did you mean `rice`?"},
      {"after: elevation, of: rice",
       "`elevation` `elevation` is the last step of `rice`; nothing comes after it"},
      {"before: rest, of: rice", "`rest` `rest` is the first step of `rice`; nothing comes before it"},
      {"after: icing, of: rice", "`icing` protocol `rice` has no step `icing`"},
      {"claim: form-helps",
       "`proof` a proof with `claim` judges a true-or-false question; this one has choices"},
      {"tagged: pain, in: symptoms", "`pain` no member of list `symptoms` bears the tag `pain`"},
      {"value: planck.dose.hold", "`planck` there is no exercise `planck`; did you mean `plank`?"},
      {"value: plank.dose.hold",
       "`plank` exercise `plank` states no hold that a choice can be compared with"},
      {"value: hip-stretch.dose.hold",
       "`Rest` choice `rest` states no quantity that can be compared with hold (30 seconds)"},
  };
  for (const Row& row : kRows) {
    INFO(row.proof);
    CHECK(ShowChoice(row.proof) == row.message);
  }
  CHECK(Show("  - id: q\n    true-or-false: It helps.\n    answer: true\n    proof: {in: symptoms}\n") ==
        "`proof` a proof with `in` judges choices, and a true-or-false question has none; use `claim`");
}

}  // namespace
}  // namespace guidec
