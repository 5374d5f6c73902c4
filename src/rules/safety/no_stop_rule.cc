#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/missing_key.h"

namespace guidec::rules::no_stop_rule {
namespace {

void Check(const Exercise& exercise, RuleContext& context) {
  const Node& root = exercise.document->root;
  if (root.damaged || root.pairs.empty() || root.Find("stop-if") != nullptr) return;
  context.Report(PlaceOfMissing(root),
                 "the exercise has no stop rule; name the signs to stop at under `stop-if`");
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(# without: stop-if
id: plank # expect: SF001 @ 1-3 "`stop-if`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(stop-if:
  - You feel sharp pain.
  - You feel dizzy.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF001",
    .name = "no-stop-rule",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "An exercise does not say when to stop.",
    .rationale =
        R"md(A reader who exercises alone has nobody to ask whether a pain is normal. The stop rule is printed on
every sheet of the exercise.)md",
    .source =
        "CDC Clear Communication Index: risks; CERT (Slade et al. 2016), adverse events; guidec's own demand",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::no_stop_rule
