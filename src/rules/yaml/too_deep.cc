#include "diag/rule.h"

namespace guidec::rules::too_deep {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(# expect: YM009 @ 3:74-95 "more than 64"
# expect: SC003 @ 3:1-8 "is a list"
purpose: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM009",
    .name = "too-deep",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Values are nested more than 64 levels deep.",
    .rationale =
        R"md(No guide needs that depth. It is a mistake in the indentation or an attack on the reader.)md",
    .source = "guidec's own limit",
    .examples = kExamples,
};

}  // namespace guidec::rules::too_deep
