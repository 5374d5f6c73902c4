// "Arrange the words to form a sentence": there the choices are words, and their capitals and doublets are
// part of the puzzle.
#ifndef GUIDEC_RULES_WORD_PUZZLE_H_
#define GUIDEC_RULES_WORD_PUZZLE_H_

#include "model/quiz/kind.h"
#include "model/quiz/question.h"
#include "rules/says.h"

namespace guidec {

inline bool IsWordPuzzle(const Question& question) {
  static constexpr Phrases kAsks{"word|words|sentence|sentences|phrase"};
  return question.kind->is_order && question.stem && Says(question.stem, kAsks);
}

}  // namespace guidec

#endif  // GUIDEC_RULES_WORD_PUZZLE_H_
