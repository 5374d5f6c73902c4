#include "model/read/readers.h"

#include <algorithm>
#include <iterator>

#include "model/prose/placeholder.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec {
namespace {

std::vector<Choice> ReadChoices(const Node& node, std::string_view key) {
  std::vector<Choice> choices;
  const Node* found = node.Find(key);
  if (found == nullptr) return choices;
  for (const Pair& pair : found->pairs) {
    if (pair.value.IsScalar()) choices.push_back({IdOf(pair.key), PlainProseWithPlaceholders(pair.value)});
  }
  return choices;
}

// What is wrong with the answer is told where it could suit: a question without its stem is of no kind.
void ReadAnswer(const Pair& answer, Question& question, std::vector<Fault>& faults) {
  std::vector<Fault> found;
  question.kind->read_answer(answer, question, found);
  if (!question.stem || HasDamage(*question.node)) return;
  std::ranges::move(found, std::back_inserter(faults));
}

Question ReadQuestion(ReadContext& in, const Node& node) {
  Question question;
  question.node = &node;
  question.span = node.pairs.empty() ? node.span : node.pairs.front().key.span;
  question.id = ReadId(node, "id");
  question.kind = AllQuestionKinds().back();
  for (const QuestionKind* kind : AllQuestionKinds()) {
    if (node.Find(kind->key) == nullptr) continue;
    question.kind = kind;
    question.stem = ReadMarkdown(in, node, kind->key);
    break;
  }
  question.choices = ReadChoices(node, "choices");
  question.matches = ReadChoices(node, question.kind->matches_key);
  const Pair* answer = WrittenAnswer(question);
  if (answer != nullptr && answer->value.kind != NodeKind::kNull) ReadAnswer(*answer, question, in.faults);
  question.why = ReadMarkdown(in, node, "why");
  question.proof = ReadProof(node);
  return question;
}

}  // namespace

Quiz ReadQuiz(ReadContext& in) {
  const Node& root = in.document.root;
  Quiz quiz{&in.document, ReadId(root, "id"), ReadLine(root, "title"), ReadMarkdown(in, root, "text"), {}};
  if (const Node* questions = root.Find("questions")) {
    for (const Node& question : questions->items) {
      if (question.IsMapping()) quiz.questions.push_back(ReadQuestion(in, question));
    }
  }
  return quiz;
}

}  // namespace guidec
