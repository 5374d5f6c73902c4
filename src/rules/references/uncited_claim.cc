#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/citations.h"

namespace guidec::rules::uncited_claim {
namespace {

void Check(const Guide& guide, RuleContext& context) {
  for (const Block* block : AllBlocks(guide)) {
    const auto* claim = std::get_if<ClaimBlock>(&block->content);
    const auto* advice = std::get_if<AdviceBlock>(&block->content);
    if ((claim == nullptr && advice == nullptr) || HasCitation(*block, guide)) continue;
    const Id& id = claim != nullptr ? claim->id : advice->id;
    context.Report(id.span, fmt::format("{} `{}` cites no source; name it in `cites`",
                                        claim != nullptr ? "claim" : "advice", id.value));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - claim: rest-helps # expect: RF010 @ 12-22 "cites no source"
    text: Rest helps.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - claim: rest-helps
    text: Rest helps.
    cites: [leaflet]
  - advice: rest
    title: Rest
    why: Rest helps [@leaflet].
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF010",
    .name = "uncited-claim",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A claim or an advice names no source.",
    .rationale =
        R"md(A reader, a reviewer and the next editor want to know what it rests on. Advice that is the
editor's own common sense belongs into a callout, marked as such.)md",
    .source = "CDC Clear Communication Index: what is known and what is not; guidec's source format",
    .examples = kExamples,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::uncited_claim
