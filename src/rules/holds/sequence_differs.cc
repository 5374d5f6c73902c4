// Reads two forms of a protocol in prose: what it stands for ("RICE stands for rest, ice, …"), which must be
// all of its steps in their order, and a chain of three or more ("rest, then ice, and finally elevation"),
// which must at least run in their direction.
#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::sequence_differs {
namespace {

constexpr std::size_t kFewest = 3;  // steps of a protocol, members of a chain

constexpr Phrases kStandsFor{"stands|stand|standing|short for", "consists|consist of", "is|are made up of",
                             "the|its steps|letters|parts are|mean"};
constexpr Phrases kChains{"then|next|finally|lastly", "followed by", "after that|this"};
constexpr Phrases kTurnedRound{"before", "after", "instead", "not", "or"};
constexpr Phrases kOpenEnd{"etc", "so on|forth", "and|or more|others", "among others|them", "such as"};

using Words = std::vector<std::string>;

struct Step {
  std::vector<Words> names;
  std::string printed;
  Span span{};
};

// Its title or its words, and its id.
Step NamesOf(const ProtocolStep& step) {
  const Prose& prose = step.title ? step.title : step.text;
  Step names{{}, PlainText(prose.root), step.id.span};
  Words words = Tokens(names.printed).words;
  while (!words.empty() && IsOneOf(words.back(), ".|!")) words.pop_back();
  if (!words.empty() && words.size() <= 4) names.names.push_back(std::move(words));
  std::string id = step.id.value;
  std::ranges::replace(id, '-', ' ');
  names.names.push_back(Tokens(id).words);
  return names;
}

struct Item {
  std::optional<std::size_t> step;
  Match tokens;
};

class Reader {
 public:
  Reader(const ProtocolBlock& protocol, const Passage& passage, RuleContext& context)
      : protocol_(protocol), passage_(passage), context_(context), words_(passage.tokens().words) {
    for (const ProtocolStep& step : protocol.steps) steps_.push_back(NamesOf(step));
  }

  void Run() {
    for (std::size_t at = 0; at < words_.size();) {
      const Match sentence = SentenceAround(words_, at);
      if (sentence.begin < sentence.end) ReadSentence(sentence);
      at = std::max(sentence.end, at) + 1;
    }
  }

 private:
  void ReadSentence(const Match& sentence) {
    const auto words = words_.subspan(sentence.begin, sentence.end - sentence.begin);
    if (FindAnyPhrase(words, kOpenEnd)) return;
    const auto defines = FindAnyPhrase(words, kStandsFor);
    const bool is_named = std::ranges::find(words, protocol_.id.value) != words.end();
    if (defines && is_named) {
      CheckAll(ItemsOf({sentence.begin + defines->end, sentence.end}));
    } else if (FindAnyPhrase(words, kChains) && !FindAnyPhrase(words, kTurnedRound)) {
      CheckDirection(MentionsIn(sentence));
    }
  }

  // The longest name that stands at a token.
  Item ItemAt(std::size_t at, std::size_t end) const {
    Item item{std::nullopt, {at, at}};
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      for (const Words& name : steps_[i].names) {
        const bool is_it =
            at + name.size() <= end && std::ranges::equal(name, words_.subspan(at, name.size()));
        if (is_it && at + name.size() > item.tokens.end) item = {i, {at, at + name.size()}};
      }
    }
    return item;
  }

  std::vector<Item> MentionsIn(const Match& sentence) const {
    std::vector<Item> mentions;
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
      const Item item = ItemAt(at, sentence.end);
      if (!item.step) continue;
      mentions.push_back(item);
      at = item.tokens.end - 1;
    }
    return mentions;
  }

  // Those of "rest, ice, compression and elevation": up to the clause's end.
  std::vector<Item> ItemsOf(const Match& range) const {
    std::vector<Item> items;
    std::size_t at = range.begin;
    while (at < range.end) {
      while (at < range.end && IsOneOf(words_[at], "the|a|an|your|then|finally|lastly|\"|:|,|and|&")) ++at;
      if (at == range.end || IsOneOf(words_[at], "so|because|which|that|where|but|in|this|these|it|they|you"))
        break;
      Item item = ItemAt(at, range.end);
      std::size_t next = std::max(at, item.tokens.end);
      // "The use of ice", "some gentle compression"
      while (next < range.end && !IsOneOf(words_[next], ",|;|and|&|then|\u2014|(")) {
        if (!item.step) item = ItemAt(next, range.end);
        next = std::max(next + 1, item.tokens.end);
      }
      if (!item.step) item.tokens = {at, next};
      items.push_back(item);
      if (next == range.end || !IsOneOf(words_[next], ",|and|&|then")) break;
      at = next + 1;
    }
    return items;
  }

  void CheckAll(const std::vector<Item>& items) {
    const auto known = static_cast<std::size_t>(
        std::ranges::count_if(items, [](const Item& item) { return item.step.has_value(); }));
    if (known < 2 || known + 2 < steps_.size() || items.size() + 1 < steps_.size()) return;
    if (IsLettersFault(items)) return;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].step == i) continue;
      Report(items[i],
             i < steps_.size()
                 ? fmt::format("step {} of `{}` is `{}`", i + 1, protocol_.id.value, steps_[i].printed)
                 : fmt::format("`{}` has {} steps", protocol_.id.value, steps_.size()),
             std::min(i, steps_.size() - 1));
      return;
    }
    if (items.size() == steps_.size()) return;
    Report(items.back(), fmt::format("`{}` goes on with `{}`", protocol_.id.value, steps_.back().printed),
           steps_.size() - 1);
  }

  // What spells the name where the steps do not is protocol-letters' business.
  bool IsLettersFault(const std::vector<Item>& items) const {
    std::string said;
    std::string stepped;
    for (const Item& item : items) said += words_[item.tokens.begin].front();
    for (const Step& step : steps_) {
      if (!step.names.back().empty()) stepped += step.names.back().front().front();
    }
    return said == protocol_.id.value && stepped != said;
  }

  void CheckDirection(const std::vector<Item>& mentions) {
    if (mentions.size() < kFewest) return;
    const auto repeats = [&](const Item& item) {
      return std::ranges::count(mentions, item.step, &Item::step) > 1;
    };
    if (std::ranges::any_of(mentions, repeats)) return;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      if (*mentions[i].step > *mentions[i - 1].step) continue;
      Report(mentions[i],
             fmt::format("in `{}` it comes before `{}`", protocol_.id.value,
                         steps_[*mentions[i - 1].step].printed),
             *mentions[i].step);
      return;
    }
  }

  void Report(const Item& item, const std::string& fact, std::size_t step) {
    const Piece piece =
        passage_.tokens().PieceOf(item.tokens.begin, std::max(item.tokens.end, item.tokens.begin + 1));
    Diagnostic& finding = context_.Report(
        passage_.SpanOf(piece),
        fmt::format("the text says `{}` here, and {}; correct one of the two", passage_.Slice(piece), fact));
    finding.labels.push_back({steps_[step].span, "the step"});
  }

  const ProtocolBlock& protocol_;
  const Passage& passage_;
  RuleContext& context_;
  std::span<const std::string> words_;
  std::vector<Step> steps_;
};

bool IsOf(const ProtocolBlock& protocol, const Prose* prose) {
  return prose == &protocol.title || std::ranges::any_of(protocol.steps, [&](const ProtocolStep& step) {
           return prose == &step.title || prose == &step.text;
         });
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  if (use.guide == nullptr || use.is_denied || use.role == Role::kStem || use.role == Role::kChoice) return;
  const std::span<const std::string> words = passage.tokens().words;
  if (!FindAnyPhrase(words, kStandsFor) && !FindAnyPhrase(words, kChains)) return;
  for (const Block* block : AllBlocks(*use.guide)) {
    const auto* protocol = std::get_if<ProtocolBlock>(&block->content);
    if (protocol == nullptr || protocol->steps.size() < kFewest) continue;
    if (IsOf(*protocol, use.prose)) continue;
    Reader(*protocol, passage, context).Run();
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: RICE stands for rest, compression, ice and elevation. # expect: HT024 @ 37-48 "step 2 of `rice` is"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: RICE stands for rest, ice, compression and elevation. Ice, elevation and rest ease pain.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT024",
    .name = "sequence-differs",
    .severity = Severity::kError,
    .since = "0.2",
    .summary = "Prose goes through the steps of a protocol otherwise than the protocol does.",
    .rationale =
        R"md(Steps that have an order are often told twice: as a protocol, and in a sentence. Where the sentence says what
the protocol stands for, it must name all steps in their order; where it leads from one to the next ("then",
"finally"), it must not lead back. A mere mention of some steps has no order. English texts only. Better still, let a
placeholder say it: `{rice.all}`.)md",
    .source = "AHRQ PEMAT-P: information in logical sequence; guidec's own check of prose against data",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::sequence_differs
