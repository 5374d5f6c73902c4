#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "rules/counts.h"
#include "rules/print_instead.h"
#include "text/tokens.h"

namespace guidec::rules::typed_count {
namespace {

void Suggest(const Guide& guide, const Passage& passage, const Counted& counted,
             std::span<const CountMeaning> meanings, RuleContext& context) {
  const auto meaning = std::ranges::find_if(meanings, [&](const CountMeaning& one) {
    return one.count == static_cast<std::size_t>(counted.count) && !one.placeholder.empty();
  });
  const std::size_t at = counted.tokens.begin;
  const Piece figure = passage.tokens().pieces[at];
  const std::string_view typed = passage.Slice(figure);
  if (meaning == meanings.end() || passage.HasLiteral(figure) || IsOneOf(passage.tokens().words[at], "both"))
    return;
  // No sentence or title begins with a figure.
  const bool opens = SentenceAround(passage.tokens().words, at).begin == at;
  if (opens && std::isalpha(static_cast<unsigned char>(typed.front())) != 0) return;
  Diagnostic& finding = context.Report(
      passage.SpanOf(figure),
      fmt::format("`{}` is typed in; write `{{{}}}`, which counts them", typed, meaning->placeholder));
  finding.labels.push_back({meaning->span, fmt::format("{}: {}", meaning->what, meaning->count)});
  const bool is_guides = passage.prose->span().source == guide.document->source;
  finding.fix = PrintInstead(passage, figure, meaning->placeholder,
                             is_guides ? *guide.document : *guide.quiz->document, context);
}

void Check(const Guide& guide, RuleContext& context) {
  ForEachCount(guide, context.library(),
               [&](const Passage& passage, const Counted& counted, std::span<const CountMeaning> meanings) {
                 Suggest(guide, passage, counted, meanings, context);
               });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Do the two exercises. # expect: HT027 @ 22-25 "write `{exercises.count}`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Do both exercises, or the {exercises.count} exercises, with two feet. Two exercises will do.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT027",
    .name = "typed-count",
    .severity = Severity::kInfo,
    .since = "0.2",
    .summary = "Prose counts what a placeholder could count.",
    .rationale =
        R"md(A count that is typed is right until an exercise, a question or a member is added. A placeholder always
counts what is there: `{exercises.count}`, `{stretches.count}`, `{questions.count}`, `{routine.count}`,
`{symptoms.count}`. A word that opens a sentence or a title stays: neither begins with a figure. English texts
only.)md",
    .source = "guidec's source format: no number that can be worked out is typed",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::typed_count
