#include "diag/rule.h"

namespace guidec::rules::too_many_values {
namespace {

constexpr Example kExamples[] = {
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM015",
    .name = "too-many-values",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "The file holds more keys, items and texts than the limit.",
    .rationale =
        R"md(No guide comes near. It is a mistake or an attack on the reader: split the file, or let whoever runs
guidec allow more with `--limit values=N`.)md",
    .source = "guidec's own limit",
    .examples = kExamples,
};

}  // namespace guidec::rules::too_many_values
