#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::open_hold_growth {
namespace {

// A start beyond the end leaves nothing to grow to.
void CheckStart(const Exercise& exercise, RuleContext& context) {
  const OpenHold* open = OpenHoldOf(exercise.dose);
  if (open == nullptr || !open->start) return;
  const auto& end = open->until.meaning;
  if (!end || open->start->value.min < end->seconds) return;
  Diagnostic& finding = context.Report(
      open->start->span,
      fmt::format("the hold starts with {}, which is already beyond its end, `{}`; correct one "
                  "of the two",
                  Spell(open->start->value), end->words));
  finding.labels.push_back({open->until.span(), "where it ends"});
}

void Check(const Exercise& exercise, RuleContext& context) {
  const Node* dose = exercise.document->root.Find("dose");
  const Node* hold = dose == nullptr ? nullptr : dose->Find("hold");
  if (hold == nullptr || !hold->IsMapping() || HasDamage(*hold)) return;
  CheckStart(exercise, context);
  const Pair* add = hold->FindPair("add");
  if (add == nullptr || hold->Find("start") != nullptr) return;
  context.Report(add->key.span,
                 fmt::format("the hold grows by `{}`, and nothing says from where; give `start` "
                             "with `add`",
                             add->value.text));
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: your hips begin to drop
    add: 5 s # expect: HT007 @ 5-8 "give `start`"
    each: week
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: you reach one minute
    start: 90 s # expect: HT007 @ 12-16 "already beyond its end"
    add: 5 s
    each: week
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: your hips begin to drop
    start: 15 s
    add: 5 s
    each: week
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT007",
    .name = "open-hold-growth",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "An open-ended hold grows from nowhere, or starts beyond its end.",
    .rationale =
        R"md(A hold that lasts as long as the reader can has no length to which seconds could be added. With
`start` the plan can be followed: 15 seconds, then 5 more each week, until the position fails. Where
`until` names a length, `start` lies below it. A growth of nothing, or a negative one, is reported as
`duration-without-unit`.)md",
    .source = "CERT (Slade et al. 2016): the starting level and the progression are described",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::open_hold_growth
