// For whom an output is made.
#ifndef GUIDEC_MODEL_CONTENT_EDITION_H_
#define GUIDEC_MODEL_CONTENT_EDITION_H_

#include <optional>
#include <string_view>

namespace guidec {

// A learner's edition holds the quiz without a word of its key: no answer, no `why`, no proof. The
// instructor's holds all.
enum class Edition : unsigned char { kLearner, kInstructor };

// What `outputs.editions` and --edition call them, in the order of the enumerators.
inline constexpr std::string_view kEditions[] = {"learner", "instructor"};

constexpr std::string_view NameOf(Edition edition) {
  return kEditions[static_cast<unsigned char>(edition)];
}

constexpr std::optional<Edition> EditionNamed(std::string_view name) {
  for (const Edition edition : {Edition::kLearner, Edition::kInstructor}) {
    if (NameOf(edition) == name) return edition;
  }
  return std::nullopt;
}

// Where the instructor's edition of a document tells the answers: folded away behind each question, or
// in a chapter behind the quiz.
enum class AnswerPlace : unsigned char { kDetails, kChapter };

inline constexpr std::string_view kAnswerPlaces[] = {"details", "chapter"};

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_EDITION_H_
