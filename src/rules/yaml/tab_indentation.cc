#include "diag/rule.h"

namespace guidec::rules::tab_indentation {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(equipment:
	- mat # expect: YM003 @ 1-2 "tab"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment:
  - mat
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM003",
    .name = "tab-indentation",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A tab indents a line.",
    .rationale =
        R"md(Editors show tabs at different widths, so YAML forbids them where indentation carries meaning.)md",
    .source = "YAML 1.2.2, section 6.1: indentation spaces",
    .examples = kExamples,
};

}  // namespace guidec::rules::tab_indentation
