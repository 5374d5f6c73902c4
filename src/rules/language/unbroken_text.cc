#include <algorithm>
#include <type_traits>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"

namespace guidec::rules::unbroken_text {
namespace {

constexpr Threshold kMost{"chunk-words", 150};
constexpr Threshold kThresholds[] = {kMost};

// Whether a block stands out from running text: as a list, as exercises or by a title of its own.
bool StandsOut(const Block& block) {
  return std::visit(
      [](const auto& content) {
        using Content = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<Content, TextBlock> || std::is_same_v<Content, ClaimBlock>) {
          return false;
        } else if constexpr (std::is_same_v<Content, CalloutBlock>) {
          return static_cast<bool>(content.title);
        } else {
          return true;
        }
      },
      block.content);
}

// Running text without a break, over one block or several.
class Chunk {
 public:
  Chunk(double most, RuleContext& context) : most_(most), context_(context) {}

  void AddBlock(const Block& block, const Guide& guide) {
    for (const ProseUse& use : ProseOf(block, guide)) AddProse(*use.prose, guide.language);
  }

  void Finish() {
    if (static_cast<double>(words_) > most_) {
      context_.Report(start_,
                      fmt::format("{} words in a row without a list or a heading, more than {}; break "
                                  "them up",
                                  words_, most_));
    }
    words_ = 0;
  }

 private:
  void AddProse(const Prose& prose, const std::string& language) {
    for (const MarkdownNode& part : prose.root.children) {
      if (part.type == MarkdownType::kList || part.type == MarkdownType::kHeading) {
        Finish();
        continue;
      }
      if (words_ == 0) start_ = StartOf(prose, part);
      words_ += Words(PlainText(part), language).size();
    }
  }

  // Where its first run of text stands.
  static Span StartOf(const Prose& prose, const MarkdownNode& part) {
    const MarkdownNode* first = nullptr;
    ForEachNode(part, [&](const MarkdownNode& node) {
      if (first == nullptr && node.type == MarkdownType::kText) first = &node;
    });
    return first == nullptr ? prose.SpanOf(part) : prose.SpanOf(*first);
  }

  double most_;
  RuleContext& context_;
  std::size_t words_ = 0;
  Span start_;
};

void Check(const Guide& guide, RuleContext& context) {
  const double most = context.Value(kMost);
  for (const Section& section : guide.sections) {
    Chunk chunk(most, context);
    for (const Block& block : section.blocks) {
      if (StandsOut(block)) {
        chunk.Finish();
      } else {
        chunk.AddBlock(block, guide);
      }
    }
    chunk.Finish();
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(sections:
  - id: signs
    title: What it feels like
    body:
      - text: |
          Your hip may hurt when you run a lot. It may also hurt when you sit for a long time. Each
          runner is different, so your pain may not feel like that of your friends. Rest is the
          first thing to try. If you do not rest, your hip may hurt more. Warm up before you run.
      - text: |
          Build up your strength bit by bit. Do not run much more from one week to the next. Watch
          how your hip feels, and plan your next run by that. If you are new to sport, take more
          time. Stay active and stretch your hip as well. Give it some weeks to heal. When you know
          that, the time will be easier for you. Try to walk each day, and go a little further from
          week to week. Swim or ride a bike when a walk is too much for your hip. Sleep on the side
          that does not hurt. Put a cushion between your knees if that helps you sleep.
      - list: symptoms
        items: {groin: In your groin, hip: Around your hip}
        cites: [leaflet]
      - claim: form-helps
        text: Good running form helps.
        cites: [leaflet]
      - exercises: [hip-stretch, plank]
# expect: LG014 @ 6:11-8:98 "168 words in a row"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(sections:
  - id: signs
    title: What it feels like
    body:
      - text: |
          Your hip may hurt when you run a lot. It may also hurt when you sit for a long time. Each
          runner is different, so your pain may not feel like that of your friends. Rest is the
          first thing to try. If you do not rest, your hip may hurt more. Warm up before you run.
      - advice: build-up
        title: Build up slowly
        why: Your hip needs some weeks to heal.
        how:
          - Walk each day, and go a little further from week to week.
          - Swim or ride a bike when a walk is too much for your hip.
        cites: [leaflet]
      - list: symptoms
        items: {groin: In your groin, hip: Around your hip}
        cites: [leaflet]
      - claim: form-helps
        text: Good running form helps.
        cites: [leaflet]
      - exercises: [hip-stretch, plank]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG014",
    .name = "unbroken-text",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "A section has a long text without a list or a heading.",
    .rationale =
        R"md(Readers look for what they need before they read. A list, or a block with a title, gives their eyes a place
to stop. Counted are the words in a row, over the blocks of a section, from one list, exercise or titled
block to the next; the most is the threshold `chunk-words`.)md",
    .source =
        "CDC Clear Communication Index: chunks with headings, lists; AHRQ PEMAT-P: short sections with "
        "headings; guidec's own bound of 150 words",
    .thresholds = kThresholds,
    .examples = kExamples,
    .guide = Check,
};

}  // namespace guidec::rules::unbroken_text
