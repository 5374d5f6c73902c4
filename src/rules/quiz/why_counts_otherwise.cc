#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "text/content_words.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec::rules::why_counts_otherwise {
namespace {

// Another number than `right` in front of the unit, in a sentence without the right one: "six steps" of five,
// where "three of the five steps" is none. Tokens.
std::optional<Match> FindOther(const WordList& tokens, Match sentence, double right, const std::string& unit) {
  const QuantityReader reader(tokens);
  std::optional<Match> other;
  for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
    const auto number = reader.NumberAt(at);
    if (!number) continue;
    if (number->value == right) return std::nullopt;
    const bool is_unit = number->end < sentence.end && WordStem(reader.Word(number->end)) == unit;
    if (is_unit && !other) other = Match{at, number->end + 1};
    at = number->end - 1;
  }
  return other;
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const bool counts = question.proof && std::holds_alternative<CountProof>(question.proof->form);
  if (!counts || !question.amount || question.amount->unit.empty() || !question.why) return;
  const std::string unit = WordStem(question.amount->unit);
  for (const Passage& passage : PassagesOf(question.why)) {
    const WordList& tokens = passage.tokens();
    for (std::size_t begin = 0; begin < tokens.size();) {
      const std::size_t end = std::max(SentenceAround(tokens.words, begin).end, begin);
      if (const auto other = FindOther(tokens, {begin, end}, question.amount->min, unit)) {
        Diagnostic& finding = context.Report(
            passage.SpanOf(tokens.PieceOf(other->begin, other->end)),
            fmt::format("the reason counts otherwise than the answer, `{}`; correct one of the two",
                        question.answer->value));
        finding.labels.push_back({question.answer->span, "the answer"});
      }
      begin = end + 1;
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: steps
    how-much: How many steps has RICE?
    answer: 4 steps
    why: RICE has five steps. # expect: QZ045 @ 19-29 "otherwise than the answer, `4 steps`"
    proof: {count: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: steps
    how-much: How many steps has RICE?
    answer: 4 steps
    why: Two steps of the four cool it or press on it.
    proof: {count: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ045",
    .name = "why-counts-otherwise",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The reason gives another count than the answer.",
    .rationale =
        R"md(Where a question asks how many steps or members there are, its answer is counted in the guide. A reason that
says another number of them is out of date. A sentence that has the right number as well may speak of a part.)md",
    .source = "guidec's own: what the proof counts and what the key says are one fact",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::why_counts_otherwise
