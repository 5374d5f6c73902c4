#include "diag/rule.h"

namespace guidec::rules::wrong_type {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(equipment: mat # expect: SC003 @ 12-15 "expected a list"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC003",
    .name = "wrong-type",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A value is of the wrong type.",
    .rationale =
        R"md(A number where text is meant, or a list where one value is meant, cannot be printed.)md",
    .source = "schema/*.schema.json",
    .examples = kExamples,
};

}  // namespace guidec::rules::wrong_type
