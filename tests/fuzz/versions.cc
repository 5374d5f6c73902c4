// Versions of the quizzes of a workspace: each asks the same questions as the quiz, and its printed key, read
// back letter by letter, says what the quiz's own printed key says.
#include <algorithm>
#include <string>
#include <vector>

#include "fuzz/target.h"
#include "lint/example.h"
#include "model/quiz/kind.h"
#include "model/quiz/quiz_version.h"

namespace guidec {
namespace {

std::vector<std::string> IdsOf(const std::vector<PrintedQuestion>& questions) {
  std::vector<std::string> ids;
  for (const PrintedQuestion& printed : questions) ids.push_back(printed.question.id.value);
  std::ranges::sort(ids);
  return ids;
}

// The quiz in the order of its source, as a version of its own.
QuizVersion Unchanged(const Quiz& quiz) {
  QuizVersion version{"", {}};
  for (const Question& question : quiz.questions)
    version.questions.push_back({question, PrintedKey(question)});
  return version;
}

}  // namespace
}  // namespace guidec

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  Sources sources;
  const Library library = LoadExample(PiecesOf(TextOf(data, size)), sources);
  for (const Guide& guide : library.guides) {
    if (!guide.quiz) continue;
    const QuizVersion unchanged = Unchanged(*guide.quiz);
    const bool is_right = !FindWrongKey(guide, unchanged);
    for (const int seed : {1, 2026}) {
      for (const QuizVersion& version : VersionsOf(*guide.quiz, 3, seed)) {
        Require(IdsOf(version.questions) == IdsOf(unchanged.questions), "a version has other questions");
        if (is_right) Require(!FindWrongKey(guide, version), "a version has another key");
      }
    }
  }
  return 0;
}
