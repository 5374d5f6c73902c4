#include "diag/rule.h"

namespace guidec::rules::line_too_long {
namespace {

constexpr Example kExamples[] = {
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM014",
    .name = "line-too-long",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A line of the file is longer than the limit.",
    .rationale =
        R"md(No editor writes lines of a hundred thousand bytes, and tools that show a line of it show nothing else.
It is a mistake or an attack on the reader: break the line, or let whoever runs guidec allow more with
`--limit line-length=N`.)md",
    .source = "guidec's own limit",
    .examples = kExamples,
};

}  // namespace guidec::rules::line_too_long
