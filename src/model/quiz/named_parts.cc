#include "model/quiz/named_parts.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "model/prose/passage.h"
#include "text/content_words.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec {
namespace {

constexpr std::string_view kSkipped =
    "a|an|the|of|in|on|at|to|for|from|by|with|into|and|or|as|that|which|what|how|your|you|their|them|its|it|is|"
    "are|be|can|may|do|does|this|these|there";
constexpr std::string_view kOrdinals[] = {"first", "second", "third", "fourth", "fifth", "sixth",
                                          "seventh", "eighth", "ninth", "tenth"};

bool IsWordOrFigure(std::string_view token) {
  const auto first = static_cast<unsigned char>(token.front());
  return (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9') || first >= 0xC3;
}

void AddNameWords(const WordList& tokens, NameWords& words) {
  const QuantityReader reader(tokens);
  for (std::size_t at = 0; at < tokens.size();) {
    const std::string& token = tokens.words[at];
    const auto ordinal = std::ranges::find(kOrdinals, token);
    if (ordinal != std::end(kOrdinals)) {
      words.insert(fmt::format("{}", ordinal - std::begin(kOrdinals) + 1));
    } else if (const auto number = reader.NumberAt(at)) {
      words.insert(fmt::format("{}", number->value));
      at = number->end;
      continue;
    } else if (IsWordOrFigure(token) && !IsOneOf(token, kSkipped)) {
      words.insert(WordStem(token));
    }
    ++at;
  }
}

NameWords WordsOfId(const Id& id) {
  std::string text = id.value;
  std::ranges::replace_if(text, [](char c) { return c == '-' || c == '_'; }, ' ');
  return NameWordsOf(text);
}

void AddWhole(SubjectKind kind, const Id& id, const Prose& title, NamedParts& named) {
  named.wholes.push_back({kind, &id, &title, title ? NameWordsOf(title) : NameWords(), WordsOfId(id)});
}

void AddPart(const Id& id, const Id* whole, const Prose& title, const Prose& text,
             const std::vector<Id>* tags, NamedParts& named) {
  NamedPart part{&id, whole, tags, NameWordsOf(title ? title : text), WordsOfId(id)};
  part.words.insert(part.name.begin(), part.name.end());
  if (title && text) part.words.merge(NameWordsOf(text));
  named.parts.push_back(std::move(part));
}

}  // namespace

NameWords NameWordsOf(std::string_view text) {
  NameWords words;
  AddNameWords(Tokens(text), words);
  return words;
}

NameWords NameWordsOf(const Prose& prose) {
  NameWords words;
  if (!prose) return words;
  for (const Passage& passage : PassagesOf(prose)) AddNameWords(passage.tokens(), words);
  return words;
}

const NamedWhole* NamedParts::FindWhole(std::string_view id) const {
  const auto found = std::ranges::find_if(wholes, [&](const NamedWhole& one) { return one.id->value == id; });
  return found == wholes.end() ? nullptr : &*found;
}

const NamedPart* NamedParts::FindPart(std::string_view whole, std::string_view id) const {
  const auto found = std::ranges::find_if(parts, [&](const NamedPart& one) {
    return one.id->value == id && (one.whole == nullptr ? std::string_view() : one.whole->value) == whole;
  });
  return found == parts.end() ? nullptr : &*found;
}

NamedParts NamedPartsOf(const Library& library, const Guide& guide) {
  static const Prose kNone;
  NamedParts named;
  for (const Block* block : AllBlocks(guide)) {
    if (const auto* list = std::get_if<ListBlock>(&block->content)) {
      AddWhole(SubjectKind::kList, list->id, list->title, named);
      for (const ListItem& item : list->items) AddPart(item.id, &list->id, kNone, item.text, &item.tags, named);
    } else if (const auto* protocol = std::get_if<ProtocolBlock>(&block->content)) {
      AddWhole(SubjectKind::kProtocol, protocol->id, protocol->title, named);
      for (const ProtocolStep& step : protocol->steps)
        AddPart(step.id, &protocol->id, step.title, step.text, nullptr, named);
    }
  }
  for (const Exercise* exercise : ExercisesOf(library, guide))
    AddPart(exercise->id, nullptr, exercise->name, kNone, nullptr, named);
  return named;
}

bool Contains(const NameWords& words, const NameWords& some) {
  return std::ranges::includes(words, some);
}

NameWords Minus(const NameWords& words, const NameWords& others) {
  NameWords rest;
  std::ranges::set_difference(words, others, std::inserter(rest, rest.end()));
  return rest;
}

bool ShareAny(const NameWords& words, const NameWords& others) {
  return std::ranges::any_of(words, [&](const std::string& word) { return others.contains(word); });
}

}  // namespace guidec
