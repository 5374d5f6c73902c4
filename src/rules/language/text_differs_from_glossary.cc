// A text's own explanation of a term and the glossary's say the same when their words do. What one says and
// the other does not is compared: opposite words, parts of the body that are far apart, a negation, or where
// something lies. An explanation that has more of another term's words than of its own belongs to that one.
#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/explained_term.h"
#include "text/body_part.h"
#include "text/content_words.h"
#include "text/opposites.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec::rules::text_differs_from_glossary {
namespace {

constexpr double kShareToCompare = 1.0 / 3;  // less in common: they speak of different things
constexpr double kShareOfOther = 0.75;       // of the words of both
constexpr double kLead = 0.25;
constexpr std::size_t kFewestWords = 2;

struct Meaning {
  std::vector<std::string> words;
  std::map<std::string, std::string> content;  // stem and word, without the term's own
};

Meaning Read(std::string_view text, const ExplainedTerm& term) {
  Meaning meaning;
  meaning.words = Tokens(text).words;
  for (const auto& [stem, place] : ContentWords(text)) {
    if (std::ranges::find(term.name, stem) != term.name.end()) continue;
    meaning.content.emplace(stem, LowerCase(text.substr(place.begin, place.end - place.begin)));
  }
  return meaning;
}

double Likeness(const Meaning& one, const Meaning& other) {
  const auto common = std::ranges::count_if(
      one.content, [&](const auto& word) { return other.content.contains(word.first); });
  const auto all = one.content.size() + other.content.size() - static_cast<std::size_t>(common);
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

double ShareIn(const Meaning& said, const Meaning& meaning) {
  const auto common = std::ranges::count_if(
      meaning.content, [&](const auto& word) { return said.content.contains(word.first); });
  return meaning.content.empty() ? 0
                                 : static_cast<double>(common) / static_cast<double>(meaning.content.size());
}

// The words of one that the other lacks.
std::vector<std::string> Own(const Meaning& one, const Meaning& other) {
  std::vector<std::string> own;
  for (const std::string& word : one.words) {
    if (std::ranges::find(other.words, word) == other.words.end()) own.push_back(word);
  }
  return own;
}

// What is a muscle is no bone.
bool AreOfOtherTissue(std::string_view one, std::string_view other) {
  static constexpr struct {
    Alternatives one;
    Alternatives other;
  } kTissues[] = {
      {"muscle|muscles", "bone|bones|nerve|nerves|joint|joints|organ|organs"},
      {"bone|bones", "tendon|tendons|ligament|ligaments|nerve|nerves|organ|organs"},
  };
  return std::ranges::any_of(kTissues, [&](const auto& pair) {
    return (IsOneOf(one, pair.one) && IsOneOf(other, pair.other)) ||
           (IsOneOf(other, pair.one) && IsOneOf(one, pair.other));
  });
}

std::optional<std::string> FindOpposite(const std::vector<std::string>& one,
                                        const std::vector<std::string>& other) {
  for (const std::string& word : one) {
    for (const std::string& against : other) {
      if (AreOpposite(WordStem(word), WordStem(against)) || AreOfOtherTissue(word, against)) {
        return fmt::format("`{}`, not `{}`", word, against);
      }
    }
  }
  return std::nullopt;
}

// The parts that the words of one name and the other does not.
std::vector<MentionedPart> OwnParts(const Meaning& one, const Meaning& other) {
  std::vector<MentionedPart> parts = PartsIn(one.words);
  std::erase_if(parts, [&](const MentionedPart& part) {
    return std::ranges::find(other.words, one.words[part.at]) != other.words.end();
  });
  return parts;
}

// A part of one that lies apart from all that only the other names.
std::optional<std::string> FindOtherPart(const Meaning& one, const Meaning& other) {
  const auto there = OwnParts(other, one);
  if (there.empty()) return std::nullopt;
  for (const MentionedPart& part : OwnParts(one, other)) {
    const bool is_near =
        std::ranges::any_of(there, [&](const MentionedPart& near) { return (part.region & near.region) != 0; });
    if (!is_near) return fmt::format("`{}`, not `{}`", one.words[part.at], other.words[there.front().at]);
  }
  return std::nullopt;
}

// "around your trunk" against "below your trunk".
std::optional<std::string> FindOtherPlace(const Meaning& one, const Meaning& other) {
  constexpr std::string_view kPlaces = "around|below|above|under|over|behind|between|beside";
  const auto placed = [&](const std::vector<std::string>& words, std::size_t at) {
    return IsOneOf(words[at], kPlaces) && at + 2 < words.size() && IsOneOf(words[at + 1], "your|the|a");
  };
  for (std::size_t at = 0; at < one.words.size(); ++at) {
    if (!placed(one.words, at)) continue;
    for (std::size_t there = 0; there < other.words.size(); ++there) {
      if (placed(other.words, there) && one.words[at] != other.words[there] &&
          one.words[at + 2] == other.words[there + 2]) {
        return fmt::format("`{}`, not `{}`", one.words[at], other.words[there]);
      }
    }
  }
  return std::nullopt;
}

// In its first sentence: what follows tells more than the meaning.
bool IsNegative(const Meaning& meaning) {
  return FindPhrase(std::span(meaning.words.begin(), std::ranges::find(meaning.words, ".")),
                    "not|never|no|cannot")
      .has_value();
}

// What the text says that the glossary does not; nothing where they agree.
std::optional<std::string> FindDifference(const Meaning& text, const Meaning& glossary) {
  const auto share = std::max(ShareIn(text, glossary), ShareIn(glossary, text));
  if (share < kShareToCompare) return std::nullopt;
  if (auto opposite = FindOpposite(Own(text, glossary), Own(glossary, text))) return opposite;
  if (auto part = FindOtherPart(text, glossary)) return part;
  if (auto place = FindOtherPlace(text, glossary)) return place;
  if (share > 0.5 && IsNegative(text) != IsNegative(glossary)) {
    return IsNegative(text) ? "it denies what the glossary says" : "the glossary denies it";
  }
  return std::nullopt;
}

// All but the same words, or all of them where the own meaning has few of what is said.
bool FitsBetter(const Meaning& said, const Meaning& other, const Meaning& own) {
  const double likeness = Likeness(said, other);
  if (likeness >= kShareOfOther && likeness >= Likeness(said, own) + kLead) return true;
  return other.content.size() >= kFewestWords && ShareIn(said, other) >= kShareOfOther &&
         ShareIn(said, own) < kShareToCompare;
}

struct Entry {
  const Term* term;
  ExplainedTerm explained;
  Meaning meaning;
};

struct Said {
  Span span;
  std::string difference;  // from the glossary; empty where they agree
};

class Checker {
 public:
  Checker(const Library& library, RuleContext& context) : context_(context), language_(context.language()) {
    for (const Term& term : library.terms) {
      if (!term.term || !term.meaning) continue;
      ExplainedTerm explained = Explain(term, language_);
      Meaning meaning = Read(PlainText(term.meaning.root), explained);
      entries_.push_back({&term, std::move(explained), std::move(meaning)});
    }
    said_.resize(entries_.size());
  }

  void Take(const Passage& passage) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const auto piece = FindMeaning(passage, entries_[i].explained, language_);
      if (!piece || passage.HasLiteral(*piece)) continue;
      const Meaning meaning = Read(passage.Slice(*piece), entries_[i].explained);
      if (meaning.content.empty()) continue;
      if (auto difference = Differs(meaning, i)) {
        said_[i].push_back({passage.SpanOf(*piece), *difference});
      } else if (Likeness(meaning, entries_[i].meaning) >= kShareToCompare) {
        said_[i].push_back({passage.SpanOf(*piece), {}});
      }
    }
  }

  // Where every text says otherwise, the glossary is as likely to be wrong: one finding for all.
  void Report() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Term& term = *entries_[i].term;
      for (const Said& said : said_[i]) {
        if (said.difference.empty()) continue;
        Diagnostic& finding = context_.Report(
            said.span,
            fmt::format(
                "the text explains `{}` otherwise than the glossary: {}; correct the one that is wrong",
                PlainText(term.term.root), said.difference));
        finding.labels.push_back({term.meaning.span(), "the glossary"});
        const bool all_differ =
            std::ranges::none_of(said_[i], [](const Said& one) { return one.difference.empty(); });
        if (all_differ) {
          for (const Said& other : said_[i]) {
            if (&other != &said) finding.labels.push_back({other.span, "here too"});
          }
          break;
        }
      }
    }
  }

 private:
  std::optional<std::string> Differs(const Meaning& said, std::size_t own) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (i != own && FitsBetter(said, entries_[i].meaning, entries_[own].meaning)) {
        return fmt::format("that is what `{}` means", PlainText(entries_[i].term->term.root));
      }
    }
    return FindDifference(said, entries_[own].meaning);
  }

  RuleContext& context_;
  const std::string& language_;
  std::vector<Entry> entries_;
  std::vector<std::vector<Said>> said_;  // of each entry
};

void Check(const Library& library, RuleContext& context) {
  if (library.terms.empty()) return;
  Checker checker(library, context);
  for (const ProseUse& use : library.prose) {
    const bool may_explain = use.role == Role::kText || use.role == Role::kStep || use.role == Role::kWhy;
    if (use.is_denied || !may_explain || !context.Reads(LanguageOf(use, library))) continue;
    for (const Passage& passage : PassagesOf(use)) checker.Take(passage);
  }
  checker.Report();
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Your **hip flexors**, the muscles that lower your thigh, may be tight. # expect: LG042 "`lower`, not `lift`"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: The **hip flexors** are the muscles that lift your shin. # expect: LG042 "`shin`, not `thigh`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: Your **hip flexors**, the group of muscles with which you raise your thigh, may be tight.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG042",
    .name = "text-differs-from-glossary",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A text explains a term otherwise than the glossary does.",
    .rationale =
        R"md(One of the two is wrong, and whoever looks the word up reads both. Compared is what stands right behind the
term, as in "the **psoas**, a large muscle deep in your belly": opposite words, parts of the body that lie apart,
a negation, and words that are another term's. Other words for the same thing are no finding. English texts
only.)md",
    .source = "AHRQ PEMAT-P: medical terms are defined; the comparison is guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::text_differs_from_glossary
