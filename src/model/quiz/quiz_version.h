// Versions A, B, … of a quiz: the same questions, printed in another order and with their choices in
// another order. The same quiz, number of versions and seed give the same versions, on any machine.
#ifndef GUIDEC_MODEL_QUIZ_QUIZ_VERSION_H_
#define GUIDEC_MODEL_QUIZ_QUIZ_VERSION_H_

#include <optional>
#include <string>
#include <vector>

#include "model/content/guide.h"

namespace guidec {

// A question as a version prints it.
struct PrintedQuestion {
  Question question;  // its choices and matches in the version's order
  // The key as printed: letters of choices; for an order those of its items, the first place first; for a
  // matching that of each item's match, in the order of the items; "True" or "False"; "30 seconds".
  std::vector<std::string> key;
};

// A letter each.
inline constexpr int kMaxQuizVersions = 26;

struct QuizVersion {
  std::string name;  // "A", "B", …
  std::vector<PrintedQuestion> questions;
};

// The letter, or the number of a matching question's item, that is printed before a choice.
std::string LabelOf(const Question& question, std::size_t choice);

// The key of a question whose choices are printed as they stand.
std::vector<std::string> PrintedKey(const Question& question);

// Numbers stay in their order, and a choice that refers to the others stays the last. Items to put in
// order never stand in the right order or its reverse, where there are three or more.
std::vector<QuizVersion> VersionsOf(const Quiz& quiz, int count, int seed);

// The first proven question, by its id, whose proof does not hold for what the version's printed key says: the
// letters are read back as a reader would, and no other trace of the answer is looked at.
std::optional<std::string> FindWrongKey(const Guide& guide, const QuizVersion& version);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_QUIZ_VERSION_H_
