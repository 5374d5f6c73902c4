#include "diag/rule.h"

namespace guidec::rules::syntax_error {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength: a lot of it. # expect: YM001 @ 10-39 "must be in quotes"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(purpose: 'Builds strength: a lot of it.'
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM001",
    .name = "syntax-error",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A line is not valid YAML.",
    .rationale =
        R"md(Nothing can be read from a line that is not YAML. Every such line is reported, left out, and the
rest of the file is checked without it.)md",
    .source = "YAML 1.2.2",
    .examples = kExamples,
};

}  // namespace guidec::rules::syntax_error
