#include "diag/rule.h"

namespace guidec::rules::unknown_key {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(equipmnet: [mat] # expect: SC001 @ 1-10 "did you mean `equipment`"
equipment: [mat]
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC001",
    .name = "unknown-key",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A key is not part of the format.",
    .rationale =
        R"md(A mistyped key is silently ignored by most readers, and what it should have said is lost.)md",
    .source = "schema/*.schema.json",
    .examples = kExamples,
};

}  // namespace guidec::rules::unknown_key
