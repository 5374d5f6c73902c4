#include "rules/accepted_words.h"

#include <algorithm>

#include "rules/health_words.h"
#include "text/nearest.h"
#include "text/words.h"

namespace guidec {
namespace {

// Pairs of an unknown and an accepted word; so many take a second or two.
constexpr std::size_t kMostCompared = 20'000'000;
// Of a pattern's, over all words: about as many milliseconds.
constexpr int kMostSteps = 10;

}  // namespace

bool AcceptedWords::TriedPattern::Accepts(std::string_view word) {
  if (steps >= kMostSteps) return false;
  const Pattern::Trial trial = pattern.Try(word);
  steps += trial.steps;
  return trial.matches;
}

AcceptedWords::AcceptedWords(const Library& library) {
  for (const std::string& word : library.workspace.dictionary) words_.insert(word);
  for (const Spanned<Pattern>& pattern : library.workspace.accept)
    patterns_.push_back({pattern.value, pattern.span});
  for (const Term& term : library.terms) {
    AddText(term.id.value);
    if (term.term) AddText(term.term.source_text());
    for (const Id& avoided : term.avoid) AddText(avoided.value);
  }
  for (const Exercise& exercise : library.exercises) words_.insert(exercise.id.value);
  for (const Guide& guide : library.guides) {
    for (const Prose& author : guide.authors) AddText(author.source_text());
    for (const ProtocolBlock* protocol : BlocksOf<ProtocolBlock>(guide)) {
      words_.insert(protocol->id.value);
    }
    for (const Reference& reference : guide.references) AddNames(*reference.csl);
  }
}

bool AcceptedWords::Has(std::string_view word) {
  std::string straight = StraightApostrophes(word);
  if (straight.ends_with("'s")) straight.resize(straight.size() - 2);
  return words_.contains(straight) || words_.contains(LowerCase(straight)) ||
         std::ranges::any_of(patterns_, [&](TriedPattern& pattern) { return pattern.Accepts(straight); });
}

std::vector<Span> AcceptedWords::SlowPatterns() const {
  std::vector<Span> slow;
  for (const TriedPattern& pattern : patterns_) {
    if (pattern.steps >= kMostSteps) slow.push_back(pattern.span);
  }
  return slow;
}

std::optional<std::string> AcceptedWords::Nearest(const std::string& word, bool reads) {
  const std::size_t most = word.size() >= 8 ? 2 : word.size() >= 4 ? 1 : 0;
  const std::string lower = LowerCase(word);
  std::optional<std::string> nearest;
  compared_ += words_.size();
  if (compared_ > kMostCompared) return nearest;
  std::size_t distance = most + 1;
  const auto compare = [&](std::string_view candidate) {
    const std::size_t length = candidate.size();
    if (length + distance <= word.size() || word.size() + distance <= length) return;
    const std::size_t edits = EditDistance(lower, candidate, distance - 1);
    if (edits < distance) {
      distance = edits;
      nearest = candidate;
    }
  };
  for (const std::string& candidate : words_) compare(candidate);
  if (reads) {
    for (const std::string_view candidate : kHealthWords) compare(candidate);
  }
  return nearest;
}

void AcceptedWords::AddText(std::string_view text) {
  for (const Piece& piece : Words(text, "")) {
    const std::string word(text.substr(piece.begin, piece.end - piece.begin));
    words_.insert(word);
    for (std::size_t from = 0; from <= word.size();) {
      const std::size_t end = std::min(word.find('-', from), word.size());
      if (end > from) words_.insert(word.substr(from, end - from));
      from = end + 1;
    }
  }
}

void AcceptedWords::AddNames(const Node& csl) {
  for (const std::string_view role : {"author", "editor"}) {
    const Node* people = csl.Find(role);
    if (people == nullptr) continue;
    for (const Node& person : people->items) {
      for (const std::string_view part : {"family", "given", "literal"}) {
        if (const Node* name = person.Find(part)) AddText(name->text);
      }
    }
  }
}

}  // namespace guidec
