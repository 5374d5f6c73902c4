#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/prose/reading_order.h"
#include "text/instruction.h"

namespace guidec::rules::passive_voice {
namespace {

constexpr Threshold kMost{"passive-percent", 15};
constexpr Threshold kThresholds[] = {kMost};

// One or two passives may be the right choice, however short the part is.
constexpr std::size_t kLeast = 3;

void CheckPart(const GuidePart& part, const Guide& guide, double most, RuleContext& context) {
  std::size_t sentences = 0;
  std::vector<Label> passives;
  for (const ProseUse& use : ProseOf(*part.blocks, guide)) {
    if (use.role == Role::kTitle) continue;
    for (const Passage& passage : PassagesOf(use)) {
      for (const auto& [sentence, words] : passage.sentences(guide.language)) {
        ++sentences;
        const auto passive = FindPassiveInProse(passage.Slice(sentence));
        if (!passive) continue;
        const Piece place{sentence.begin + passive->begin, sentence.begin + passive->end};
        passives.push_back({passage.SpanOf(place), "passive"});
      }
    }
  }
  const double percent = 100.0 * static_cast<double>(passives.size()) / static_cast<double>(sentences);
  if (passives.size() < kLeast || percent <= most) return;
  Diagnostic& finding = context.Report(
      part.place, fmt::format("{} of the {} sentences in this {} are in the passive voice, more than {} %; "
                              "say who does it",
                              passives.size(), sentences, part.name, most));
  finding.labels = std::move(passives);
}

void Check(const Guide& guide, RuleContext& context) {
  const double most = context.Value(kMost);
  for (const GuidePart& part : PartsOf(guide)) CheckPart(part, guide, most, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(introduction: # expect: LG011 @ 1-13 "3 of the 4 sentences"
  - text: The hip is moved all day. Its muscles are often overlooked. They are seldom trained. Warm them up first.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Strong muscles move your hip. Many people overlook them. Warm them up before they are used.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG011",
    .name = "passive-voice",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Too many sentences of a part of a guide are in the passive voice.",
    .rationale =
        R"md(The passive hides who acts, and a reader who does not know whether to act, to wait or to ask does nothing.
Counted are the sentences of an introduction or a section with a form of "to be" and a participle; what
tells a state ("the muscle is strained"), gives a name ("is known as") or a cause ("is caused by a
virus") is not. Three such sentences that are also more than the threshold `passive-percent` of all draw one
finding, which shows each of them. Steps have a stricter rule of their own, `passive-step`.)md",
    .source = "AHRQ PEMAT-P and CDC Clear Communication Index: active voice; guidec's own share of 15 %",
    .thresholds = kThresholds,
    .examples = kExamples,
    .languages = kEnglish,
    .guide = Check,
};

}  // namespace guidec::rules::passive_voice
