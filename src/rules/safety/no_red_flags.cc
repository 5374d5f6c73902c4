#include <variant>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "rules/missing_key.h"
#include "rules/says.h"

namespace guidec::rules::no_red_flags {
namespace {

constexpr Phrases kWarnings{
    "red flag|flags",
    "warning|danger|alarm sign|signs|symptom|symptoms",
    "when to see|call|contact|visit|ask|tell",
    "when to get|seek|look ... help|care|attention|advice",
    "seek|get medical? help|care|attention|advice",
    "see|call|contact|tell your|a doctor|physician|professional if|when",
};

// Where a guide speaks of warning signs, and whether its readers meet an exercise first.
struct Place {
  const Prose* title = nullptr;
  bool is_after_exercise = false;
};

const Prose* TitleOf(const Block& block) {
  if (const auto* list = std::get_if<ListBlock>(&block.content)) return &list->title;
  if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content)) return &protocol->title;
  if (const auto* advice = std::get_if<AdviceBlock>(&block.content)) return &advice->title;
  if (const auto* callout = std::get_if<CalloutBlock>(&block.content)) return &callout->title;
  return nullptr;
}

bool IsAboutWarnings(const Prose* title) {
  return title != nullptr && *title && Says(*title, kWarnings);
}

Place FindWarnings(const Guide& guide) {
  bool has_exercise = false;
  const auto find = [&](const std::vector<Block>& blocks) -> const Prose* {
    for (const Block& block : blocks) {
      has_exercise = has_exercise || std::holds_alternative<ExercisesBlock>(block.content);
      if (IsAboutWarnings(TitleOf(block))) return TitleOf(block);
    }
    return nullptr;
  };
  if (const Prose* title = find(guide.introduction)) return {title, has_exercise};
  for (const Section& section : guide.sections) {
    if (IsAboutWarnings(&section.title)) return {&section.title, has_exercise};
    if (const Prose* title = find(section.blocks)) return {title, has_exercise};
  }
  return {};
}

void Check(const Guide& guide, RuleContext& context) {
  const Node& root = guide.document->root;
  if (root.damaged || root.pairs.empty() || root.Find("seek-help-if") != nullptr) return;
  const Place place = context.Reads(guide.language) ? FindWarnings(guide) : Place{};
  if (place.title == nullptr) {
    context.Report(PlaceOfMissing(root),
                   "the guide names no warning signs; list under `seek-help-if` what needs a doctor");
    return;
  }
  context.Report(place.title->span(),
                 fmt::format("these warning signs stand {}; list them under `seek-help-if`, which is printed "
                             "before the first exercise",
                             place.is_after_exercise ? "after the first exercise" : "in the running text"));
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(# without: seek-help-if
id: hips # expect: SF002 @ 1-3 "`seek-help-if`"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(# without: seek-help-if
sections:
  - id: exercises
    title: Exercises
    body:
      - exercises: [hip-stretch, plank]
  - id: help
    title: When to see a doctor # expect: SF002 @ 12-32 "after the first exercise"
    body:
      - list: symptoms
        title: Where it hurts
        items: {groin: In your groin, hip: Around your hip}
        cites: [leaflet]
      - protocol: rice
        title: RICE
        steps: {rest: Rest it., ice: Cool it., compression: Press it., elevation: Raise it.}
        cites: [leaflet]
      - claim: form-helps
        text: Good running form helps.
        cites: [leaflet]
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(seek-help-if:
  - You cannot put weight on your leg.
  - Your leg goes numb.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
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
    .reads = kEnglish,
    .guide = Check,
};

}  // namespace guidec::rules::no_red_flags
