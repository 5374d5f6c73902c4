// A count is wrong where there is something that it may count and no meaning of it has that many.
#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "rules/counts.h"

namespace guidec::rules::count_differs {
namespace {

void Judge(const Passage& passage, const Counted& counted, std::span<const CountMeaning> meanings,
           RuleContext& context) {
  const auto count = static_cast<std::size_t>(counted.count);
  if (std::ranges::find(meanings, count, &CountMeaning::count) != meanings.end()) return;
  const CountMeaning& nearest = meanings.front();
  const Piece piece = passage.tokens().PieceOf(counted.tokens.begin, counted.tokens.end);
  Diagnostic& finding =
      context.Report(passage.SpanOf(piece),
                     fmt::format("the text says `{}`, and {} are {}; correct the number, or add what is "
                                 "missing",
                                 passage.Slice(piece), nearest.what, nearest.count));
  finding.labels.push_back({nearest.span, fmt::format("{}: {}", nearest.what, nearest.count)});
}

void Check(const Guide& guide, RuleContext& context) {
  ForEachCount(guide, context.library(),
               [&](const Passage& passage, const Counted& counted, std::span<const CountMeaning> meanings) {
                 Judge(passage, counted, meanings, context);
               });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Do all three exercises. # expect: HT022 @ 22-37 "the guide's exercises are 2"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Do both exercises, or one of them, three times a day.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT022",
    .name = "count-differs",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "Prose counts exercises, questions, steps or members otherwise than there are.",
    .rationale =
        R"md(Someone adds a stretch or a question, and "all five" stays in the text. A reader who has found four looks
for the fifth. A count is compared with all that it may mean: the section, the guide, the routine, a kind of
exercise; "two more exercises" and "two exercises a day" count only a part. English texts only. Better still, let
a placeholder count: `{exercises.count}`, `{questions.count}`, `{symptoms.count}`.)md",
    .source =
        "guidec's source format: no number that can be worked out is typed; guidec's own check of prose "
        "against "
        "data",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::count_differs
