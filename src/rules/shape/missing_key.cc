#include "diag/rule.h"

namespace guidec::rules::missing_key {
namespace {

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet # expect: SC002 @ 5-7 "`title` is missing"
    type: pamphlet
)yaml"},
    {Example::kGood, "guides/hips/references.yaml", R"yaml(references:
  - id: leaflet
    type: pamphlet
    title: A leaflet
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC002",
    .name = "missing-key",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A key that the format needs is missing.",
    .rationale = R"md(Without it, a part of every output would be empty.)md",
    .source = "schema/*.schema.json",
    .examples = kExamples,
};

}  // namespace guidec::rules::missing_key
