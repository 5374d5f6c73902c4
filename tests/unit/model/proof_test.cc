#include "model/quiz/proof.h"

#include <catch2/catch.hpp>

#include "lint/example.h"

namespace guidec {
namespace proof_test {

// For each choice whether the proof holds ("y" or "n"), or the error.
std::string Show(std::string_view question) {
  Sources sources;
  const Library library =
      LoadExample("guides/hips/quiz.yaml", "questions:\n" + std::string(question), sources);
  const Guide& guide = library.guides.front();
  const Question& parsed = guide.quiz->questions.front();
  const ProofResult result = Evaluate(guide.facts, parsed);
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
      {"value: hip-stretch.dose.sets", "a: Two sets, b: 3", "yn"},
      {"within: hip-stretch.dose.hold", "a: 30 s, b: 20-40 s, c: 45 s", "ynn"},
      {"value: plank.kind", "stretch: To stretch, strength: To get strong", "ny"},
      {"value: plank.sides", "each: One side at a time, together: Both sides", "ny"},
      {"value: hip-stretch.equipment", "mat: A mat, chair: A chair", "yn"},
      {"value: plank.dose.hold.until", "a: Your Hips begin to drop, b: You tire", "yn"},
      {"later-than: ice, of: rice", "rest: Rest, ice: Ice, compression: Press, elevation: Raise", "nnyy"},
      {"earlier-than: ice, of: rice", "rest: Rest, ice: Ice, compression: Press, elevation: Raise", "ynnn"},
      {"count: rice", "a: Three, b: Four steps, c: 5", "nyn"},
      {"count: symptoms", "a: 1, b: two", "ny"},
      {"field: targets, is: hip-flexors", "plank: Plank, hip-stretch: Hip stretch", "ny"},
      {"field: kind, is: strength", "plank: Plank, hip-stretch: Hip stretch, run: A run", "ynn"},
      {"field: dose.hold, is: half a minute", "plank: Plank, hip-stretch: Hip stretch", "ny"},
      {"not: {step: first, of: rice}", kSteps, "nyy"},
      {"not: {in: symptoms}", "groin: Groin, knee: Knee", "ny"},
      {"not: {later-than: rest, of: rice}", kSteps, "ynn"},
      {"in: symptoms, all: every", "groin: Groin, hip: Hip, every: All of these", "nny"},
      {"in: symptoms, all: every", "groin: Groin, knee: Knee, every: All of these", "ynn"},
      {"in: symptoms, none: no", "groin: Groin, no: None of these", "yn"},
      {"in: symptoms, none: no", "knee: Knee, toe: Toe, no: None of these", "nny"},
      {"not: {in: symptoms, none: no}", "groin: Groin, hip: Hip, no: None of these", "nny"},
      {"in: symptoms, all: every, none: no", "groin: Groin, hip: Hip, every: All, no: None", "nnyn"},
  };
  for (const Row& row : kRows) {
    INFO(row.proof);
    CHECK(ShowChoice(row.proof, row.choices) == row.verdicts);
  }
}

std::string ShowStatement(std::string_view proof) {
  return Show("  - id: q\n    true-or-false: It helps.\n    answer: true\n    proof: {" + std::string(proof) +
              "}\n");
}

TEST_CASE("a statement is judged by a claim or by what it is about") {
  struct Row {
    std::string_view proof;
    std::string_view verdicts;
  };
  static constexpr Row kRows[] = {
      {"claim: form-helps", "yn"},
      {"not: {claim: form-helps}", "ny"},
      {"in: symptoms, for: groin", "yn"},
      {"in: symptoms, for: knee", "ny"},
      {"not: {in: symptoms, for: knee}", "yn"},
      {"value: hip-stretch.dose.hold, for: 30 s", "yn"},
      {"value: hip-stretch.dose.sets, for: 3", "ny"},
      {"within: hip-stretch.dose.hold, for: a minute", "ny"},
      {"value: plank.sides, for: together", "yn"},
      {"field: targets, is: hip-flexors, for: plank", "ny"},
      {"earlier-than: elevation, of: rice, for: ice", "yn"},
      {"count: rice, for: 4", "yn"},
  };
  for (const Row& row : kRows) {
    INFO(row.proof);
    CHECK(ShowStatement(row.proof) == row.verdicts);
  }
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
      {"value: planck.dose.hold", "`planck` the guide has no exercise `planck`; did you mean `plank`?"},
      {"value: plank.dose.hold",
       "`plank` exercise `plank` states no hold that a choice can be compared with"},
      {"value: hip-stretch.dose.hold",
       "`hip-stretch` choice `rest` states no quantity that can be compared with hold (30 seconds)"},
      {"within: plank.dose.hold",
       "`plank` exercise `plank` states no hold that a choice can be compared with"},
      {"value: routine.total", "`routine` the guide has no exercise `routine`"},
      {"count: symptom", "`symptom` the guide has no protocol `symptom`"},
      {"count: rice", "`rice` choice `rest` states no quantity that can be compared with 4 steps"},
      {"field: targets, is: hip-flexor",
       "`hip-flexor` no exercise of the guide has `hip-flexor` as its targets; did you mean `hip-flexors`?"},
      {"in: symptoms, all: every", "`every` the question has no choice `every`"},
      {"in: symptoms, for: groin",
       "`groin` `for` says what a true-or-false statement is about; this question has choices"},
      {"not: {step: first, of: rice}",
       "`proof` `not` proves nothing of `knee`: step 1 of `rice` is `rest`, and "
       "`knee` is no step of `rice`"},
      {"not: {field: kind, is: strength}",
       "`proof` `not` proves nothing of `rest`: the guide has no exercise `rest`"},
  };
  for (const Row& row : kRows) {
    INFO(row.proof);
    CHECK(ShowChoice(row.proof) == row.message);
  }
  CHECK(ShowStatement("in: symptoms") ==
        "`proof` a proof with `in` judges choices, and a true-or-false question has none; say with `for` "
        "what the statement is about, or use `claim`");
  CHECK(ShowStatement("in: symptoms, for: groin, all: hip") ==
        "`hip` only a question with one right choice has one that stands for others");
  CHECK(ShowStatement("value: hip-stretch.dose.hold, for: 12 repetitions") ==
        "`hip-stretch` `for` states `12 repetitions`, which does not convert to hold (30 seconds)");
  CHECK(ShowStatement("value: hip-stretch.dose.sets, for: 20 s") ==
        "`hip-stretch` `for` states `20 s`, which does not convert to sets (2)");
}

// For each verdict whether the key and the proof agree on it ("y" or "n"), or the error.
std::string ShowAgreed(std::string_view question) {
  Sources sources;
  const Library library = LoadExample("guides/hips/quiz.yaml",
                                      "questions:\n  - {id: q, " + std::string(question) + "}\n", sources);
  const Guide& guide = library.guides.front();
  const Question& parsed = guide.quiz->questions.front();
  const ProofResult result = Evaluate(guide.facts, parsed);
  if (result.error) return result.error->message;
  std::string agreed;
  for (const Verdict& verdict : result.verdicts) agreed += verdict.IsAgreed() ? "y" : "n";
  return agreed + (result.state == ProofState::kProven ? " proven" : "");
}

TEST_CASE("several right choices, an order, matches and a number are judged part by part") {
  struct Row {
    std::string_view question;
    std::string_view agreed;
  };
  static constexpr Row kRows[] = {
      {"choose-all: Q, choices: {groin: G, knee: K, hip: H}, answer: [groin, hip], proof: {in: symptoms}",
       "yyy proven"},
      {"choose-all: Q, choices: {groin: G, knee: K, hip: H}, answer: [groin], proof: {in: symptoms}", "yyn"},
      {"choose-all: Q, choices: {groin: G, knee: K, hip: H}, answer: [knee], proof: {not: {in: symptoms}}",
       "yyy proven"},
      {"put-in-order: Q, choices: {ice: I, rest: R, elevation: E}, answer: [rest, ice, elevation], "
       "proof: {in-order-of: rice}",
       "yyy proven"},
      {"put-in-order: Q, choices: {ice: I, rest: R, elevation: E}, answer: [rest, elevation, ice], "
       "proof: {in-order-of: rice}",
       "ynn"},
      {"put-in-order: Q, choices: {ice: I, rest: R, elevation: E}, answer: [rest, ice], "
       "proof: {in-order-of: rice}",
       "yy"},
      {"match: Q, choices: {plank: P, hip-stretch: H}, with: {stretch: S, strength: T, cardio: C}, "
       "answer: {plank: strength, hip-stretch: stretch}, proof: {field: kind, is: each}",
       "yyyyyy proven"},
      {"match: Q, choices: {plank: P, hip-stretch: H}, with: {stretch: S, strength: T, cardio: C}, "
       "answer: {plank: stretch, hip-stretch: stretch}, proof: {field: kind, is: each}",
       "nnyyyy"},
      {"match: Q, choices: {rest: R, ice: I}, with: {ice: I, compression: C}, "
       "answer: {ice: rest, compression: ice}, proof: {before: each, of: rice}",
       "nyyn"},
      {"match: Q, choices: {hip-stretch: H}, with: {a: 30 s, b: 60 s}, answer: {hip-stretch: a}, "
       "proof: {field: dose.hold, is: each}",
       "yy proven"},
      {"match: Q, choices: {a: 30 s, b: Two sets}, with: {hip-stretch: H, plank: P}, "
       "answer: {a: hip-stretch}, proof: {value: each.dose.hold}",
       "exercise `plank` states no hold that a choice can be compared with"},
      {"how-much: Q, answer: 30 s, proof: {value: hip-stretch.dose.hold}", "y proven"},
      {"how-much: Q, answer: 31 s, proof: {value: hip-stretch.dose.hold}", "n"},
      {"how-much: Q, answer: 2 sets, proof: {value: hip-stretch.dose.sets}", "y proven"},
      {"how-much: Q, answer: 4 steps, proof: {count: rice}", "y proven"},
      {"how-much: Q, answer: 5 steps, proof: {count: rice}", "n"},
      {"how-much: Q, answer: '4', proof: {count: rice}", ""},
  };
  for (const Row& row : kRows) {
    INFO(row.question);
    CHECK(ShowAgreed(row.question) == row.agreed);
  }
}

TEST_CASE("a proof is told in words") {
  struct Row {
    std::string_view proof;
    std::string_view words;
  };
  static constexpr Row kRows[] = {
      {"not-in: symptoms", "the choice is not in list `symptoms`"},
      {"tagged: a, in: symptoms", "the choice bears the tag `a` in list `symptoms`"},
      {"step: last, of: rice", "the choice is the last step of `rice`"},
      {"after: ice, of: rice", "the choice comes right after `ice` in `rice`"},
      {"earlier-than: ice, of: rice, for: rest", "`rest` comes earlier than `ice` in `rice`"},
      {"not: {claim: form-helps}", "it is not so that the statement is what claim `form-helps` says"},
      {"within: plank.dose.hold", "the choice lies within `hold` of `plank`"},
      {"field: targets, is: hip", "the choice is an exercise whose targets is `hip`"},
      {"count: rice, all: a, none: b",
       "the choice states how many `rice` has; `a` stands for all others; `b` stands for none of the others"},
  };
  for (const Row& row : kRows) {
    Sources sources;
    const Library library =
        LoadExample("guides/hips/quiz.yaml",
                    "questions:\n  - {id: q, ask: Why, proof: {" + std::string(row.proof) + "}}\n", sources);
    const Question& question = library.guides.front().quiz->questions.front();
    CHECK(WordsOf(question, *question.proof) == row.words);
  }
}

TEST_CASE("the session's time proves a choice") {
  const auto verdicts = [](std::vector<NamedText> pieces) {
    pieces.push_back({"guides/hips/quiz.yaml",
                      "questions:\n  - id: q\n    ask: How long?\n    choices: {a: 2 minutes, b: 30 s}\n    answer: a\n"
                      "    proof: {value: routine.total}\n"});
    Sources sources;
    const Library library = LoadExample(pieces, sources);
    const Guide& guide = library.guides.front();
    const ProofResult result = Evaluate(guide.facts, guide.quiz->questions.front());
    if (result.error) return result.error->message;
    std::string verdicts;
    for (const Verdict& verdict : result.verdicts) verdicts += verdict.truth == Truth::kHolds ? "y" : "n";
    return verdicts;
  };
  const NamedText session{"guides/hips/guide.yaml", "routine:\n  exercises: [hip-stretch]\n  total: 2 min\n"};
  CHECK(verdicts({session}) == "yn");
}

}  // namespace proof_test
}  // namespace guidec
