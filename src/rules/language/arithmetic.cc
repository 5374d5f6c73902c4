// Finds what asks readers to work a number out, in words that can hardly mean anything else: "runners get it
// twice as often" tells, and "rest twice as long" asks.
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::arithmetic {
namespace {

constexpr Phrases kSums{
    "subtract|subtracting",
    "multiply|multiplying your|the|it|this|that|by",
    "multiply|multiplying ... by",
    "divide|dividing your|the|it|this|that ... by",
    "add|adding up the|your|these|all",
    "minus your|the? age",
    "double|doubling|triple|tripling|halve|halving your|the|this|that|each daily|weekly|usual|normal? "
    "number|time|times|distance|amount|dose|repetitions|reps|sets|hold|holds|mileage",
    "half|third|quarter|twice|double of? your|the|this|that usual|normal|daily|weekly|previous|maximum "
    "number|time|distance|amount|dose|length|weight|load|repetitions|reps|sets|hold|mileage|speed|pace|heart",
    "half|third|quarter|twice|double of? your|the number|amount|dose|repetitions|reps|sets|mileage|maximum",
    "%|percent|cent of your|the max|maximum|maximal|usual|normal|body|weekly|total|best|top",
    "%|percent|cent more|less? a|per|each|every week|day|month|session",
    "for|hold|rest|run|walk|wait|stay|keep|stretch|pause|breathe|work|out|in it|them|still? "
    "twice|double|half|three|four|five|ten times? as long|far|many|much",
};

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  // A question about a formula asks for no more than the formula.
  if (use.role == Role::kTitle || use.role == Role::kStem || use.role == Role::kChoice) return;
  const WordList& tokens = passage.tokens();
  for (auto match = FindAnyPhrase(tokens.words, kSums); match;
       match = FindAnyPhrase(tokens.words, kSums, match->end)) {
    const Piece piece = tokens.PieceOf(match->begin, match->end);
    context.Report(passage.SpanOf(piece),
                   fmt::format("`{}` leaves a sum to the reader; give the result", passage.Slice(piece)));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(cautions:
  - Between two holds, rest three times as long as you held. # expect: LG013 @ 24-48 "leaves a sum"
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(cautions:
  - Between two holds, rest for a minute.
  - Runners get this pain twice as often as cyclists.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG013",
    .name = "arithmetic",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A text leaves a sum to the reader.",
    .rationale =
        R"md(Many adults get simple sums wrong, and nobody does them on a mat. Where the result is one number, give it;
where it depends on the reader, give a table or a sign to feel, such as being able to talk. Reported are
English words that ask for a sum: `subtract`, `half of the repetitions`, `70 % of your maximum`, `rest
three times as long`.)md",
    .source = "AHRQ PEMAT-P and CDC Clear Communication Index: no calculations for the reader",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::arithmetic
