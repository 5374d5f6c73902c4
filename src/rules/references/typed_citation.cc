#include "lint/rule_context.h"
#include "rules/printed_marks.h"

namespace guidec::rules::typed_citation {
namespace {

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  for (PrintedMark& mark : PrintedMarks(use, passage)) {
    if (mark.kind == MarkKind::kCitation) context.Report(passage.SpanOf(mark.piece), std::move(mark.message));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first (@leaflet). # expect: RF020 @ 26-36 "square brackets"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first [@leaflet, p. 5]. # expect: RF020 @ 26-42 "the id of a reference"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first (Smith et al., 2019). # expect: RF020 @ 26-46 "no source"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first [@leaflet]. Write to <me@example.org>. (Since May 2019 it is so.)
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF020",
    .name = "typed-citation",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A citation is written in a form that is printed as it is typed.",
    .rationale =
        R"md(A citation is `[@id]`, or `[@id; @other]`. With round brackets, a page, a capital letter or a blank it is no
citation: the reader meets an at sign, and the source is missing from the list of sources. Names and a year lead to no
source either.)md",
    .source = "guidec's source format; Pandoc's citations, of which it has the plain form",
    .examples = kExamples,
    .passage = Check,
};

}  // namespace guidec::rules::typed_citation
