#include "diag/rule.h"

namespace guidec::rules::unclear_frequency {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  frequency: on 9 days a week # expect: HT019 @ 17-23 "a week has no 9 days"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  frequency: 3 times # expect: HT019 @ 14-21 "add `a day` or `a week`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  frequency: on 2-3 days a week, after a run
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT019",
    .name = "unclear-frequency",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "How often an exercise is done cannot be meant as it is written.",
    .rationale =
        R"md(A frequency is free text, and what reads as a figure goes to apps as one. A week of nine days, a count
without a span of time and a word with a letter wrong (`dayly`) are slips that neither a reader nor an app can
follow. English texts only.)md",
    .source = "ACSM (Garber et al. 2011): FITT-VP, where F is the frequency, in days a week",
    .examples = kExamples,
    .languages = kEnglish,
};

}  // namespace guidec::rules::unclear_frequency
