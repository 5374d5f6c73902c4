#include "lint/rule_context.h"
#include "model/library.h"

namespace guidec {
namespace {

void Check(const Library& library, RuleContext& context) {
  for (const Guide& guide : library.guides) {
    const Node& root = guide.document->root;
    if (root.damaged || root.pairs.empty() || root.Find("disclaimer") != nullptr) continue;
    context.Report(root.pairs.front().key.span,
                   "the guide has no disclaimer; say under `disclaimer` what it does not replace");
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(# yaml-language-server: $schema=../../../schema/guide.schema.json
id: hips # expect: SF003 @ 1-3 "`disclaimer`"
title: Hip pain
language: en-US
version: 1.0.0
authors: [A. Writer]
licence: CC-BY-4.0
reviewed: 2026-11-22
review-every: 24 months
main-message: Rest first. Then stretch gently.
seek-help-if:
  - You cannot put weight on your leg.
sections:
  - id: signs
    title: What it feels like
    body:
      - list: symptoms
        title: Where it hurts
        items:
          groin: In your groin
          hip: Around your hip
        cites: [leaflet]
      - protocol: rice
        title: RICE
        steps:
          rest: Take a break from running.
          ice: Cool the sore spot.
          compression: Put gentle pressure on it.
          elevation: Raise it.
        cites: [leaflet]
      - claim: form-helps
        text: Good running form helps.
        cites: [leaflet]
  - id: exercises
    title: Exercises
    body:
      - exercises: [hip-stretch, plank]
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(disclaimer: Ask your doctor what is right for you. This guide cannot know that.
)yaml"},
};

}  // namespace

extern const Rule no_disclaimer;
constinit const Rule no_disclaimer = {
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
    .check = Check,
};

}  // namespace guidec
