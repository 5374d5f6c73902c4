#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "words/words.h"

namespace guidec::rules::words_in_english {
namespace {

void Check(const Guide& guide, RuleContext& context) {
  const Pair* own = guide.document->root.FindPair("language");
  const Document* workspace = context.library().workspace.document;
  if (own == nullptr && workspace != nullptr) own = workspace->root.FindPair("language");
  // "english" is no language tag, and reported as such.
  const bool is_tag = LikelyTag(guide.language).language.size() <= 3;
  const bool has_words = Wording(guide.language).language() == PrimaryLanguage(guide.language);
  if (own == nullptr || !is_tag || has_words) return;
  context.Report(own->value.span,
                 fmt::format("guidec has its own words (`Hold`, `each side`, `Stop if`) in English only, and "
                             "prints them so in the `{}` of `{}`; durations are in the guide's language",
                             guide.language, guide.id.value));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(language: la # expect: LG016 @ 11-13 "in English only" # expect: LG001
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(language: en-US
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG016",
    .name = "words-in-english",
    .severity = Severity::kInfo,
    .since = "0.2",
    .summary = "A guide in another language gets guidec's own words in English.",
    .rationale =
        R"md(Labels such as `Hold`, `Repetitions`, `each side` and `Stop if`, and what a timer says, are part of what is
printed, and nobody has checked them in another language: a wrong word in a dose does harm. Durations and
ranges are in the guide's language, as Unicode's CLDR has them (`30 Sekunden`); tempos are printed as they are
written; an open-ended hold prints `until` as the author words it, without a word in front.)md",
    .source = "WCAG 2.2, 3.1.2 language of parts",
    .examples = kExamples,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::words_in_english
