#include <set>
#include <string>

#include "lint/rule_context.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec::rules::matched_by_elimination {
namespace {

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (question.pairs.empty() || !HasFittingAnswer(question)) return;
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
    .summary = "A matching has just as many matches as items, and each is used once.",
    .rationale =
        R"md(Then the last pair is right by itself, and two wrong pairs come together. A match that goes with no item,
or one that goes with two, takes that away.)md",
    .source = "guidec's own; after Haladyna, Downing, Rodriguez 2002: avoid giving clues to the right answer",
    .examples = kExamples,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::matched_by_elimination
