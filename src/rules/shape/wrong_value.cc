#include "diag/rule.h"

namespace guidec::rules::wrong_value {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(kind: strenght # expect: SC004 @ 7-15 "did you mean `strength`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(kind: strength
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC004",
    .name = "wrong-value",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A value is not among those allowed, or not of the form wanted.",
    .rationale =
        R"md(Every output relies on these values: a language tag chooses the hyphenation, a kind the colour.)md",
    .source = "schema/*.schema.json",
    .examples = kExamples,
};

}  // namespace guidec::rules::wrong_value
