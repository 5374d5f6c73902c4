#include "model/read/readers.h"

#include <utility>

#include "model/prose/placeholder.h"
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

void ReadAnswer(const Node& node, Question& question) {
  switch (question.kind) {
    case QuestionKind::kMultipleChoice:
    case QuestionKind::kOrdering:
      if (const Node* answer = node.Find("answer"); answer != nullptr && answer->IsSequence())
        question.answers = ReadIds(node, "answer");
      return;
    case QuestionKind::kMatching:
      if (const Node* answer = node.Find("answer")) {
        for (const Pair& pair : answer->pairs) {
          if (pair.value.IsScalar()) question.pairs.emplace_back(IdOf(pair.key), IdOf(pair.value));
        }
      }
      return;
    default:
      if (const Node* answer = Scalar(node, "answer")) question.answer = IdOf(*answer);
  }
}

Question ReadQuestion(ReadContext& in, const Node& node) {
  Question question;
  question.node = &node;
  question.span = node.pairs.empty() ? node.span : node.pairs.front().key.span;
  question.id = ReadId(node, "id");
  for (const QuestionForm& form : kQuestionForms) {
    if (node.Find(form.key) == nullptr) continue;
    question.kind = form.kind;
    question.stem = ReadMarkdown(in, node, form.key);
    break;
  }
  question.choices = ReadChoices(node, "choices");
  question.matches = ReadChoices(node, "with");
  ReadAnswer(node, question);
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
