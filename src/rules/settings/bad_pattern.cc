#include "diag/rule.h"

namespace guidec::rules::bad_pattern {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "guidec.yaml", R"yaml(accept:
  - "[A-Z]{2}-[0-9]+"
  - "KT(ape" # expect: CF007 @ 5-13 "a parenthesis is not closed"
)yaml"},
    {Example::kGood, "guidec.yaml", R"yaml(accept:
  - "[A-Z]{2}-[0-9]+"
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "CF007",
    .name = "bad-pattern",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "A pattern of accepted words is no regular expression.",
    .rationale =
        R"md(The pattern accepts nothing. Patterns are ICU's regular expressions and are held against whole words.)md",
    .source = "The ICU User Guide, Regular Expressions",
    .examples = kExamples,
};

}  // namespace guidec::rules::bad_pattern
