#include "model/quiz/kind.h"

namespace guidec {

std::span<const QuestionKind* const> AllQuestionKinds() {
  static constexpr const QuestionKind* kKinds[] = {&kTrueOrFalse, &kMultipleChoice, &kOrdering,
                                                   &kMatching,    &kNumber,         &kSingleChoice};
  return kKinds;
}

}  // namespace guidec
