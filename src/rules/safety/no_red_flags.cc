#include "lint/rule_context.h"
#include "model/library.h"

namespace guidec {
namespace {

void Check(const Library& library, RuleContext& context) {
  for (const Guide& guide : library.guides) {
    const Node& root = guide.document->root;
    if (root.damaged || root.pairs.empty() || root.Find("seek-help-if") != nullptr) continue;
    context.Report(root.pairs.front().key.span,
                   "the guide names no warning signs; list under `seek-help-if` what needs a doctor");
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(# yaml-language-server: $schema=../../../schema/guide.schema.json
id: hips # expect: SF002 @ 1-3 "`seek-help-if`"
title: Hip pain
language: en-US
version: 1.0.0
authors: [A. Writer]
licence: CC-BY-4.0
reviewed: 2026-11-22
review-every: 24 months
main-message: Rest first. Then stretch gently.
disclaimer: This guide does not replace advice from your doctor.
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
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(seek-help-if:
  - You cannot put weight on your leg.
  - Your leg goes numb.
)yaml"},
};

}  // namespace

extern const Rule no_red_flags;
constinit const Rule no_red_flags = {
    .code = "SF002",
    .name = "no-red-flags",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A guide does not say when to see a doctor.",
    .rationale =
        R"md(Some pain is no case for exercise. The warning signs under `seek-help-if` are printed before the first
exercise.)md",
    .source = "AHRQ PEMAT-P and CDC Clear Communication Index: risks before the first exercise",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
