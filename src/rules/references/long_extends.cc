#include "diag/rule.h"

namespace guidec::rules::long_extends {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(extends: endless.yaml # expect: RF016 @ 10-22 "more than 16 files"
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(thresholds:
  step-words: 12
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF016",
    .name = "long-extends",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "More than 16 files of settings extend one another in a row.",
    .rationale =
        R"md(Nobody can tell any more which of them a setting comes from. What lies beyond is not read. The limit is
`extends`.)md",
    .source = "guidec's own limit",
    .examples = kExamples,
};

}  // namespace guidec::rules::long_extends
