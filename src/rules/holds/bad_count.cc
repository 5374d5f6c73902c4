#include "diag/rule.h"

namespace guidec::rules::bad_count {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 15-10 # expect: HT002 @ 9-14 "runs downwards"
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 10-15
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT002",
    .name = "bad-count",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Repetitions or sets are no count such as `12` or range such as `10-15`.",
    .rationale =
        R"md(A count is printed in the dose box and counted in the timeline; what is no number can be neither.)md",
    .source = "guidec's source format",
    .examples = kExamples,
};

}  // namespace guidec::rules::bad_count
