#include "model/quiz/kind.h"

#include <algorithm>

namespace guidec {

// Defined in the file that CMake writes.
extern const std::span<const QuestionKind* const> kRegisteredKinds;

std::span<const QuestionKind* const> AllQuestionKinds() {
  static const std::vector<const QuestionKind*> sorted = [] {
    std::vector<const QuestionKind*> kinds(kRegisteredKinds.begin(), kRegisteredKinds.end());
    std::ranges::sort(kinds, {}, &QuestionKind::turn);
    return kinds;
  }();
  return sorted;
}

}  // namespace guidec
