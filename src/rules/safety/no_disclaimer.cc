#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/missing_key.h"

namespace guidec::rules::no_disclaimer {
namespace {

void Check(const Guide& guide, RuleContext& context) {
  const Node& root = guide.document->root;
  if (root.damaged || root.pairs.empty() || root.Find("disclaimer") != nullptr) return;
  context.Report(PlaceOfMissing(root),
                 "the guide has no disclaimer; say under `disclaimer` what it does not replace");
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(# without: disclaimer
id: hips # expect: SF003 @ 1-3 "`disclaimer`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(disclaimer: Ask your doctor what is right for you. This guide cannot know that.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF003",
    .name = "no-disclaimer",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A guide does not say what it cannot replace.",
    .rationale =
        R"md(A guide has not seen the reader. Where it opens, it must say that it does not replace advice from
somebody who has.)md",
    .source = "CDC Clear Communication Index: what is known and not known; guidec's own demand",
    .examples = kExamples,
    .guide = Check,
};

}  // namespace guidec::rules::no_disclaimer
