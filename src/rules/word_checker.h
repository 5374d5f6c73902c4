#ifndef GUIDEC_RULES_WORD_CHECKER_H_
#define GUIDEC_RULES_WORD_CHECKER_H_

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "rules/lexicon.h"

namespace guidec {

// The words of one guide, or those that guides share.
class WordChecker {
 public:
  explicit WordChecker(Lexicon& lexicon) : lexicon_(lexicon) {}

  void Check(Role role, const Passage& passage);
  bool misses_dictionary() const { return misses_dictionary_; }
  // Whether so many words are unknown that the text is in another language.
  bool IsForeign() const;
  // The unknown words that are neither names nor of another language.
  void Report(RuleContext& context, SuggestionBudget& budget);

 private:
  struct Unknown {
    Span span;
    std::string word;
    const Lexicon::Entry* entry;
    Piece whole;  // of the passage: the word of which it may be a part
    bool is_name_like;
    bool may_be_name;
    bool is_command;  // of TeX: "\textbf"
  };

  // "Carsonella ruddii": a name of science that opens with one that no dictionary has.
  bool IsSpecies(const Passage& passage, const Piece& before, const Piece& word);
  // "vastus medialis", "tensor fasciae latae"
  bool IsOfBody(const Passage& passage, const WordList& words, std::size_t at);
  // `is_name`: what stands beside it, or what is asked, makes it a name.
  void AddUnknown(const Passage& passage, const Piece& word, bool is_name);

  // A passage or a quotation in another language: its words are let pass, wherever they are said again.
  void MarkForeign(Role role, const Passage& passage, std::size_t first);

  // Half of the words in `range` are unknown, at least `fewest`, and not all of them names.
  bool MarkForeign(const Passage& passage, const Piece& range, std::size_t first, std::size_t fewest,
                   bool may_be_names);

  // Every unknown word in `range`, of those from `first` on.
  void LetPass(const Piece& range, std::size_t first);

  Lexicon& lexicon_;
  bool misses_dictionary_ = false;
  bool is_question_foreign_ = false;  // the last one
  bool asks_for_name_ = false;        // the last question
  std::unordered_set<const Lexicon::Entry*> foreign_;
  std::unordered_set<const Lexicon::Entry*> seen_;
  std::unordered_set<const Lexicon::Entry*> distinct_;
  std::vector<Unknown> unknown_;
};

}  // namespace guidec

#endif  // GUIDEC_RULES_WORD_CHECKER_H_
