#include "diag/rule.h"

namespace guidec::rules::parsers_disagree {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(purpose: >+ # expect: YM007 @ 10-3:21 "in double quotes"
  Builds strength
  around your trunk.

)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(purpose: >-
  Builds strength
  around your trunk.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM007",
    .name = "parsers-disagree",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Two YAML readers take a value differently.",
    .rationale =
        R"md(guidec reads every file with two independent parsers. Where they differ, other tools may differ too,
and an app may show another text than the one that was checked.)md",
    .source = "YAML 1.2.2; guidec's own check",
    .examples = kExamples,
};

}  // namespace guidec::rules::parsers_disagree
