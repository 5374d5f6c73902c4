#include "lint/rule_context.h"
#include "rules/printed_marks.h"

namespace guidec::rules::typed_link {
namespace {

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  for (PrintedMark& mark : PrintedMarks(use, passage)) {
    if (mark.kind == MarkKind::kLink) context.Report(passage.SpanOf(mark.piece), std::move(mark.message));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest, as in [the plan] (#rice). # expect: RF021 @ 27-45 "without blanks between"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest, as in www.example.org. # expect: RF021 @ 27-42 "around the address"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest, as in [the plan](#rice), or see <https://example.org>.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF021",
    .name = "typed-link",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A link or an address is printed as it is typed.",
    .rationale =
        R"md(A blank between the words of a link and its address, brackets the wrong way round, or the links of other
programs (`[[rest]]`, `[rest][rest]`) make no link: the reader meets brackets. A bare web or mail address is printed,
and cannot be followed.)md",
    .source = "CommonMark 0.31, section 6.3 (links) and 6.5 (autolinks)",
    .examples = kExamples,
    .passage = Check,
};

}  // namespace guidec::rules::typed_link
