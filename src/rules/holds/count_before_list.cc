// A sentence that announces a number of ways, habits or signs in front of a list is compared with that list.
// Whatever else the words may count is looked at first: the sentences that follow, the other lists of the
// section, the parts of an enumeration.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "text/counted.h"
#include "text/tokens.h"

namespace guidec::rules::count_before_list {
namespace {

// The text goes on to count by itself.
constexpr Phrases kCountsUp{"first|firstly|second|secondly", "one|another is|are|way|thing|of",
                            "the other|others"};

struct Members {
  std::size_t count = 0;
  Span span{};
};

std::optional<Members> MembersOf(const Block& block) {
  if (const auto* list = std::get_if<ListBlock>(&block.content))
    return Members{list->items.size(), list->id.span};
  if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content))
    return Members{protocol->steps.size(), protocol->id.span};
  return std::nullopt;
}

// What stands behind a text: a list, a protocol, or pieces of advice one after the other.
std::optional<Members> MembersBehind(std::span<const Block> blocks) {
  if (blocks.empty()) return std::nullopt;
  if (const auto members = MembersOf(blocks.front())) return members;
  Members advice;
  for (const Block& block : blocks) {
    if (const auto* one = std::get_if<AdviceBlock>(&block.content)) {
      if (advice.count++ == 0) advice.span = one->id.span;
    } else if (!std::holds_alternative<ClaimBlock>(block.content) &&
               !std::holds_alternative<CalloutBlock>(block.content)) {
      break;
    }
  }
  return advice.count > 0 ? std::optional(advice) : std::nullopt;
}

class BlocksCheck {
 public:
  BlocksCheck(std::span<const Block> blocks, RuleContext& context) : blocks_(blocks), context_(context) {}

  void Run() {
    for (std::size_t at = 0; at + 1 < blocks_.size(); ++at) {
      const auto* text = std::get_if<TextBlock>(&blocks_[at].content);
      const auto members = text == nullptr ? std::nullopt : MembersBehind(blocks_.subspan(at + 1));
      if (!members || !text->text) continue;
      const PassageList passages = PassagesOf(text->text);
      if (!passages.empty()) CheckPassage(passages[passages.size() - 1], passages.size(), *members);
    }
  }

 private:
  void CheckPassage(const Passage& passage, std::size_t paragraphs, const Members& members) {
    const WordList& tokens = passage.tokens();
    for (const Counted& counted : FindCounted(tokens)) {
      if (counted.noun != CountedNoun::kThings && counted.noun != CountedNoun::kSteps) continue;
      const auto count = static_cast<std::size_t>(counted.count);
      const Match sentence = SentenceAround(tokens.words, counted.tokens.begin);
      const auto behind = std::span(tokens.words).subspan(sentence.end);
      const auto sentences = static_cast<std::size_t>(
          std::ranges::count_if(behind, [](const std::string& word) { return IsOneOf(word, ".|!|?"); }));
      const bool counts_text = sentences >= count || paragraphs > count || IsEnumerated(tokens, counted) ||
                               FindAnyPhrase(behind, kCountsUp);
      if (counts_text || IsInSection(count)) continue;
      const Piece piece = tokens.PieceOf(counted.tokens.begin, counted.tokens.end);
      Diagnostic& finding = context_.Report(
          passage.SpanOf(piece),
          fmt::format(
              "the text says `{}`, and what follows has {}; correct the number, or add what is missing",
              passage.Slice(piece), members.count));
      finding.labels.push_back({members.span, "what follows"});
    }
  }

  // "In three ways: it eases pain, …", "two habits, sleep and exercise"
  static bool IsEnumerated(const WordList& tokens, const Counted& counted) {
    const Match sentence = SentenceAround(tokens.words, counted.tokens.begin);
    const auto rest = std::span(tokens.words).subspan(counted.tokens.end, sentence.end - counted.tokens.end);
    return std::ranges::any_of(rest, [](const std::string& word) { return IsOneOf(word, ":|,|\u2014|("); }) &&
           !(rest.size() == 1);
  }

  bool IsInSection(std::size_t count) const {
    std::size_t advice = 0;
    for (const Block& block : blocks_) {
      const auto members = MembersOf(block);
      if (members && members->count == count) return true;
      if (std::holds_alternative<AdviceBlock>(block.content)) ++advice;
    }
    return advice == count;
  }

  std::span<const Block> blocks_;
  RuleContext& context_;
};

void Check(const Guide& guide, RuleContext& context) {
  BlocksCheck(guide.introduction, context).Run();
  for (const Section& section : guide.sections) BlocksCheck(section.blocks, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Three habits keep your hips well. # expect: HT023 @ 11-23 "what follows has 2"
  - list: good-habits
    items: {sleep: Sleep well, walk: Walk often}
    cites: [leaflet]
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Three things help. Sleep well. Walk often. Eat what grows.
  - list: good-habits
    items: {sleep: Sleep well, walk: Walk often}
    cites: [leaflet]
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT023",
    .name = "count-before-list",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "A text announces another number of things than the list behind it has.",
    .rationale =
        R"md("Four habits help", says the text, and five follow since last spring. Readers who learn from a list count
along. Only the paragraph right before a list, a protocol or pieces of advice is read, and only where neither its
own sentences nor another list of the section can be what is counted. English texts only.)md",
    .source =
        "guidec's source format: no number that can be worked out is typed; guidec's own check of prose "
        "against "
        "data",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .guide = Check,
};

}  // namespace guidec::rules::count_before_list
