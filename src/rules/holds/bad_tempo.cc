#include "diag/rule.h"

namespace guidec::rules::bad_tempo {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
  tempo: 3/1/3 # expect: HT014 @ 10-15 "write the tempo as `3-1-3`"
steps:
  - Lie on a mat.
  - Lift your hips {reps} times.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  reps: 10
  tempo: 3-1-3
steps:
  - Lie on a mat.
  - Lift your hips {reps} times.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT014",
    .name = "bad-tempo",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A tempo is not the seconds of lowering, pause and lifting, such as `3-1-3`.",
    .rationale =
        R"md(The figures are printed in words and multiplied by the repetitions in the timeline, so each has to be a
number of seconds from 0 to 60 in its place. A fourth one is the pause at the top.)md",
    .source =
        "Wilk et al. 2018 (PMC6006544) write eccentric, transition, concentric, transition, in seconds, as "
        "in "
        "2/0/2/0; hyphens and the limit of 60 seconds are guidec's own",
    .examples = kExamples,
};

}  // namespace guidec::rules::bad_tempo
