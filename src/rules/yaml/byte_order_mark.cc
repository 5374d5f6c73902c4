#include "diag/rule.h"

namespace guidec::rules::byte_order_mark {
namespace {

constexpr Example kExamples[] = {
    {Example::kGood, "exercises/plank.yaml", R"yaml()yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "YM004",
    .name = "byte-order-mark",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "The file starts with a byte order mark.",
    .rationale = R"md(UTF-8 needs none, and some tools take the mark for a part of the first key.)md",
    .source = "Unicode 15, section 23.8; YAML 1.2.2, section 5.2",
    .examples = kExamples,
};

}  // namespace guidec::rules::byte_order_mark
