#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/negation.h"
#include "text/tokens.h"

namespace guidec::rules::negative_stem {
namespace {

// With `not-in` or `not`, several choices would be right the other way round: only the exception is one.
bool NeedsException(const Question& question) {
  if (!question.proof) return false;
  const auto* in = std::get_if<InProof>(&question.proof->form);
  return question.proof->negated || (in != nullptr && in->negated);
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!question.stem || NeedsException(question)) {
    return;
  }
  const PassageList passages = PassagesOf(question.stem);
  for (const Passage& passage : Asking(passages)) {
    const WordList& tokens = passage.tokens();
    if (const auto at = FindNegative(tokens)) {
      context.Report(passage.SpanOf(tokens.pieces[*at]),
                     fmt::format("`{}` turns the question round; ask for what is true, if you can",
                                 passage.Slice(tokens.pieces[*at])));
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: last-step
    ask: Which step of RICE is **not** followed by another? # expect: QZ027 @ 34-37 "`not` turns the question round"
    choices:
      rest: Rest
      ice: Ice
      elevation: Elevation
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: Pain in your groin
      hip: Pain around your hip
      knee: Pain in your knee
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ027",
    .name = "negative-stem",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "A question asks for what is not so.",
    .rationale =
        R"md(Who can say what is wrong need not know what is right, and a negative is harder to read even in bold.
Nothing is said where the proof is `not-in` or `not`: there several choices are right the other way round, and the
exception is what the list can prove. What a clause within the question denies, an aside, a text to complete or what is
told before the question turns nothing round.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: word the stem positively; the exception for `not-in` and "
        "`not` is guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::negative_stem
