#include <set>
#include <string>

#include "lint/rule_context.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"
#include "rules/says.h"

namespace guidec::rules::matched_by_elimination {
namespace {

// Of more pairs, whoever knows all but one knows enough.
constexpr std::size_t kFewPairs = 3;

// "Use each word once": where the stem tells it, it is meant so.
bool TellsIt(const Question& question) {
  static constexpr Phrases kOnce{"once", "one each", "each other"};
  return question.stem && Says(question.stem, kOnce);
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (question.pairs.empty() || question.pairs.size() > kFewPairs || TellsIt(question) ||
      !HasFittingAnswer(question))
    return;
  std::set<std::string> used;
  for (const auto& pair : question.pairs) used.insert(pair.second.value);
  if (used.size() != question.matches.size() || used.size() != question.pairs.size()) return;
  context.Report(
      question.node->FindPair(question.kind->matches_key)->key.span,
      "each match goes with one item, so that the last pair is left over; add a match that goes with "
      "none, or use one twice");
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: kinds
    match: What does each exercise do for you?
    choices:
      hip-stretch: Hip stretch
      plank: Plank
      walk: A walk
    with: # expect: QZ034 @ 5-9 "left over"
      stretch: It stretches
      strength: It makes you strong
      cardio: It makes your heart beat faster
    answer: {hip-stretch: stretch, plank: strength, walk: cardio} # expect: QZ006 @ 5-11 "nothing in the guide proves"
    why: A walk trains your heart.
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: kinds
    match: What does each exercise do for you?
    choices:
      hip-stretch: Hip stretch
      plank: Plank
    with:
      stretch: It stretches
      strength: It makes you strong
      cardio: It makes your heart beat faster
    answer: {hip-stretch: stretch, plank: strength}
    why: Neither makes you breathe harder.
    proof: {field: kind, is: each}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ034",
    .name = "matched-by-elimination",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "A matching of up to three pairs has no match to spare.",
    .rationale =
        R"md(Where each match is used once, the last pair is right by itself, and of three pairs that is a third. A match
that goes with no item, or one that goes with two, takes that away. Nothing is said where the question tells the
reader that each is used once.)md",
    .source = "guidec's own; after Haladyna, Downing, Rodriguez 2002: avoid giving clues to the right answer",
    .examples = kExamples,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::matched_by_elimination
