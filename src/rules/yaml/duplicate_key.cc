#include "diag/rule.h"

namespace guidec::rules::duplicate_key {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
  reps: 12 # expect: YM002 @ 3-7 "given twice"
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM002",
    .name = "duplicate-key",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A key is given twice in one mapping.",
    .rationale =
        R"md(Some readers keep the first of the two, some the last, some fail: what the editor sees is not what
an app gets.)md",
    .source = "YAML 1.2.2, section 3.2.1.3: the keys of a mapping are unique",
    .examples = kExamples,
};

}  // namespace guidec::rules::duplicate_key
