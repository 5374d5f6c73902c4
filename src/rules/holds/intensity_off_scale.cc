#include "diag/rule.h"

namespace guidec::rules::intensity_off_scale {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  intensity: effort 12 of 10 # expect: HT020 @ 21-23 "not on the scale from 0 to 10"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  intensity: effort 8 # expect: HT020 @ 21-22 "write `8 of 10` or `8 of 20`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  intensity: 120 % of 1RM # expect: HT020 @ 14-19 "no part of a maximum"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  intensity: effort 5-6 of 10, with mild discomfort at most
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT020",
    .name = "intensity-off-scale",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "An intensity is off its scale, or fits two of them.",
    .rationale =
        R"md(Perceived effort is graded from 0 to 10 and from 6 to 20: eight points are hard on the one and very light
on the other, so that a figure both have needs its scale. A share of a maximum is at most the whole. What is
said in words ("a mild pull") is left alone. English texts only.)md",
    .source =
        "Borg 1982, Medicine & Science in Sports & Exercise 14(5), for both scales of effort; ACSM (Garber "
        "et al. "
        "2011) for shares of a maximum",
    .examples = kExamples,
    .languages = kEnglish,
};

}  // namespace guidec::rules::intensity_off_scale
