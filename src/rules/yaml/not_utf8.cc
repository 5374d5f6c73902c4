#include "diag/rule.h"

namespace guidec::rules::not_utf8 {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds \xE0 strength. # expect: YM005 @ 17-18 \"0xE0\"\n"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(purpose: Builds strength — all around your trunk.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM005",
    .name = "not-utf8",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The file is not UTF-8.",
    .rationale = R"md(Text in another encoding shows as broken letters in every output.)md",
    .source = "YAML 1.2.2, section 5.2; RFC 8259, section 8.1",
    .examples = kExamples,
};

}  // namespace guidec::rules::not_utf8
