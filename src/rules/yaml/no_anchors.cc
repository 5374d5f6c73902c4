#include "diag/rule.h"

namespace guidec::rules::no_anchors {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(equipment: &things [mat] # expect: YM008 @ 12-19 "anchor"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(equipment: [mat]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM008",
    .name = "no-anchors",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The file uses an anchor, an alias or a tag.",
    .rationale =
        R"md(The format has no use for them: they hide what a step or a dose says from the person who reads the
file, and expanding them can exhaust a machine.)md",
    .source = "guidec's source format; CWE-776 for expansion",
    .examples = kExamples,
};

}  // namespace guidec::rules::no_anchors
