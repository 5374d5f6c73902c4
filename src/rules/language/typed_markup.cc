#include "lint/rule_context.h"
#include "rules/printed_marks.h"

namespace guidec::rules::typed_markup {
namespace {

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  for (PrintedMark& mark : PrintedMarks(use, passage)) {
    if (mark.kind == MarkKind::kMarkup) context.Report(passage.SpanOf(mark.piece), std::move(mark.message));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest ** first**. # expect: LG017 @ 20-30 "without blanks inside"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: ~~Rest first.~~ # expect: LG017 @ 15-30 "without the marks"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(title: "Hips: **rest** them" # expect: LG017 @ 15-23 "bold type"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: 'Rest **first**. It is 2 * 3, or `a*b`, ~30 s and the #1 cause \* [sic].'
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG017",
    .name = "typed-markup",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Marks are printed as they are typed.",
    .rationale =
        R"md(Prose is CommonMark. Emphasis with a blank inside its marks is none, and footnotes, task lists, struck-out text,
formulas, tables, TeX and the codes of other programs are unknown to it: the reader meets their marks. In titles and
choices no markup has a meaning. A mark that is meant to be printed stands in code, or behind a backslash.)md",
    .source = "CommonMark 0.31, section 6.2 (emphasis) and 2.4 (backslash escapes)",
    .examples = kExamples,
    .passage = Check,
};

}  // namespace guidec::rules::typed_markup
