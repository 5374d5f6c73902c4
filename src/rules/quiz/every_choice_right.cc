#include <algorithm>

#include "lint/rule_context.h"
#include "model/quiz/question.h"

namespace guidec::rules::every_choice_right {
namespace {

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!OffersWrongChoices(question) || question.answers.empty() || question.choices.size() < 2) return;
  const auto is_right = [&](const Choice& choice) { return IsRight(question, choice); };
  if (!std::ranges::all_of(question.choices, is_right)) return;
  context.Report(AnswerSpan(question), "every choice is right; add one that is wrong");
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: signs
    choose-all: Which of these come after rest?
    choices:
      ice: Ice
      compression: Compression
      elevation: Elevation
    answer: [ice, compression, elevation] # expect: QZ033 @ 5-11 "every choice is right"
    why: Rest comes first.
    proof: {later-than: rest, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: signs
    choose-all: Where may the pain show up?
    choices:
      groin: In your groin
      knee: In your knee
      hip: Around your hip
    answer: [groin, hip]
    why: Your knee is not among the signs.
    proof: {in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ033",
    .name = "every-choice-right",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Every choice of a question with several right ones is right.",
    .rationale =
        R"md(Who ticks everything has all points without having read a word. A wrong choice shows who knows the
subject.)md",
    .source = "guidec's own; after Haladyna, Downing, Rodriguez 2002: make all distractors plausible",
    .examples = kExamples,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::every_choice_right
