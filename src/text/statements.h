// Whether two English statements say the same: their content words, with what turns them round.
#ifndef GUIDEC_TEXT_STATEMENTS_H_
#define GUIDEC_TEXT_STATEMENTS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/phrase.h"
#include "text/quantity.h"

namespace guidec {

// What a statement says, cut into what can be compared. The places are tokens.
struct StatementWords {
  struct Word {
    std::string stem;
    std::size_t at = 0;
  };
  std::vector<Word> content;
  std::vector<Word> small;     // words of grammar that have an opposite: "more", "before", "with"
  std::vector<Word> excluded;  // content of "not at your hands" behind "look at the ball,"
  std::vector<Word> numbers;   // as they compare: "3", "30 to 40 seconds"
  std::vector<std::size_t> negations;
  std::size_t pivot = 0;        // "than", "before" or another word between two things; 0 without one
  bool compares = false;        // by "than"
  std::size_t clause_end = 0;   // of the first clause
  bool is_conditional = false;  // a negation may be one of a condition alone
};

// `tokens` are those of text/tokens.h, and `sentence` some of them.
StatementWords ReadStatement(const WordList& tokens, Match sentence);
inline StatementWords ReadStatement(const WordList& tokens) {
  return ReadStatement(tokens, {0, tokens.size()});
}

// Whether what negates the sentence stands at the token: "not", "cannot", "never"; other than in "not only".
bool IsNegation(std::span<const std::string> tokens, std::size_t at);

enum class Likeness : std::uint8_t {
  kUnlike,  // or not to be told
  kSame,
  kOpposite,
  kOtherNumber,
};

struct StatementComparison {
  Likeness likeness = Likeness::kUnlike;
  std::size_t at = 0;   // the token of the first statement that tells
  double coverage = 0;  // the share of the longer one's content words that they have in common
  std::size_t only_in_one = 0;  // content words that the other statement lacks
  std::size_t only_in_other = 0;

  std::size_t apart() const { return std::min(only_in_one, only_in_other); }
};

StatementComparison CompareStatements(const StatementWords& one, const StatementWords& other);

}  // namespace guidec

#endif  // GUIDEC_TEXT_STATEMENTS_H_
