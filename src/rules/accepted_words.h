#ifndef GUIDEC_RULES_ACCEPTED_WORDS_H_
#define GUIDEC_RULES_ACCEPTED_WORDS_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/library.h"
#include "text/pattern.h"

namespace guidec {

// The spellings that a workspace accepts: of its dictionary and patterns, its glossary, ids and authors'
// names.
class AcceptedWords {
 public:
  explicit AcceptedWords(const Library& library);

  // An entry in small letters also covers the word in capitals, but no entry in capitals the word
  // in small letters.
  bool Has(std::string_view word);

  // Patterns that have taken so long that they are held against no more words.
  std::vector<Span> SlowPatterns() const;

  // The accepted word that is one or two slips away, or nothing; `reads` English, one of exercise and health
  // as well. Nothing, too, once so many words have been compared that a run would take long.
  std::optional<std::string> Nearest(const std::string& word, bool reads);

 private:
  struct TriedPattern {
    Pattern pattern;
    Span span;
    int steps = 0;  // that it has taken in all

    bool Accepts(std::string_view word);
  };

  void AddText(std::string_view text);
  void AddNames(const Node& csl);

  std::set<std::string> words_;
  std::vector<TriedPattern> patterns_;
  std::size_t compared_ = 0;
};

}  // namespace guidec

#endif  // GUIDEC_RULES_ACCEPTED_WORDS_H_
