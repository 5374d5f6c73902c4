#include "diag/rule.h"

namespace guidec::rules::duration_without_unit {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 30 # expect: HT001 @ 9-11 "has no unit"
steps:
  - Kneel on your left knee on a mat.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 30 s
  sets: 2
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT001",
    .name = "duration-without-unit",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A duration has no unit, or is not written as `30 s` or `1 min 30 s`.",
    .rationale =
        R"md(`30` may be seconds or breaths, `1:30` is ninety to some YAML readers and 5,400 to a person in a
hurry. A patient holds what the handout says.)md",
    .source = "guidec's source format; YAML 1.1 reads `1:30` in base 60",
    .examples = kExamples,
};

}  // namespace guidec::rules::duration_without_unit
