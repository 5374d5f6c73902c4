#include "diag/rule.h"

namespace guidec::rules::too_many_lines {
namespace {

constexpr Example kExamples[] = {
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM010",
    .name = "too-many-lines",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The file has more than 32,000 lines.",
    .rationale =
        R"md(The parser counts lines in 16 bits; beyond that, places would be wrong. Split the file.)md",
    .source = "The YAML grammar's own limit",
    .examples = kExamples,
};

}  // namespace guidec::rules::too_many_lines
