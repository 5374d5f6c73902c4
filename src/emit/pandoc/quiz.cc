// The quiz and its answers.
#include <fmt/format.h>

#include "emit/pandoc/guide_writer.h"
#include "model/quiz/kind.h"
#include "model/quiz/question.h"

namespace guidec::pandoc {

// A statement to judge never stands alone: it may be false.
Nodes GuideWriter::Stem(const Question& question) {
  if (!question.kind->is_statement) return prose_.Blocks(question.stem, 2);
  Nodes inlines = ListOf(Strong(Text(words_[Word::kTrueOrFalse])), Space());
  Append(inlines, prose_.Line(question.stem));
  return ListOf(Para(std::move(inlines)));
}

// What the reader chooses from, and how.
Nodes GuideWriter::Offered(const QuestionView& view) {
  Nodes blocks = Nodes::array();
  for (const OfferedList& list : view.offered) {
    if (!list.note.empty()) blocks.push_back(Para(ListOf(Emph(Text(list.note)))));
    std::vector<Nodes> items;
    for (const Choice& choice : *list.choices) items.push_back(prose_.Item(choice.text, 2));
    if (items.empty()) continue;
    blocks.push_back(
        OrderedList(std::move(items), 1, list.is_numbered ? Numbering::kDecimal : Numbering::kUpperAlpha));
  }
  return blocks;
}

void GuideWriter::AddQuiz(const Quiz& quiz) {
  blocks_.push_back(
      Chapter("quiz_", quiz.title ? prose_.Line(quiz.title) : Text(words_[Word::kQuiz]), {"quiz"}));
  Append(blocks_, prose_.Blocks(quiz.text, 1));
  for (const QuestionView& view : view_.questions) {
    const Question& question = *view.question;
    Nodes body = Stem(question);
    Append(body, Offered(view));
    if (TellsAnswersIn(AnswerPlace::kDetails)) {
      body.push_back(Div({AnswerAnchor(question), {"key"}}, Answer(view)));
    } else if (TellsAnswersIn(AnswerPlace::kChapter)) {
      body.push_back(
          Div({{}, {"turn"}},
              ListOf(Plain(ListOf(Link(Text(words_[Word::kCheckAnswer]), "#" + AnswerAnchor(question)))))));
    }
    blocks_.push_back(Box(QuestionAnchor(question), 2,
                          Text(fmt::format("{} {}", words_[Word::kQuestion], view.number)), {"question"},
                          Contents::kUnlisted, std::move(body)));
  }
}

Nodes GuideWriter::AnswerLine(const std::vector<AnswerPart>& parts) {
  Nodes line = Nodes::array();
  for (const AnswerPart& part : parts) {
    if (&part != &parts.front()) Append(line, Text(": "));
    if (!part.label.empty()) Append(line, Text(part.choice == nullptr ? part.label : part.label + ". "));
    if (part.choice != nullptr) Append(line, prose_.Line(part.choice->text));
  }
  return line;
}

// Each line is strong by itself: Markdown has no mark that begins at a line's end, and takes "1." at a
// line's start for a list.
Nodes GuideWriter::AnswerText(const QuestionView& view) {
  Nodes text = Nodes::array();
  for (const std::vector<AnswerPart>& parts : view.answer) {
    Nodes line = AnswerLine(parts);
    if (line.empty()) continue;
    if (view.answer.size() > 1) text.push_back(LineBreak());
    text.push_back(Strong(std::move(line)));
  }
  return text;
}

Nodes GuideWriter::ProvenAt(const Place& place) {
  const std::string chapter = place.section != nullptr ? PrintedName(place.section->title, place.section->id)
                              : place.is_in_session    ? RoutineTitle()
                                                       : std::string(words_[Word::kStart]);
  const std::string name = place.title.empty() ? chapter
                           : chapter.empty()   ? place.title
                                               : fmt::format("{}: {}", chapter, place.title);
  return ListOf(LabelledPara(words_[Word::kProvenAt], ListOf(Link(Text(name), "#" + anchors_.at(place.id)))));
}

// The answer, why it is right, and where the guide says so.
Nodes GuideWriter::Answer(const QuestionView& view) {
  const Question& question = *view.question;
  Nodes blocks = Nodes::array();
  if (Nodes answer = AnswerText(view); !answer.empty()) {
    blocks.push_back(LabelledPara(words_[Word::kAnswer], std::move(answer)));
  }
  if (question.why) blocks.push_back(LabelledPara(words_[Word::kWhy], prose_.Line(question.why)));
  if (view.proven_at != nullptr) Append(blocks, ProvenAt(*view.proven_at));
  return blocks;
}

void GuideWriter::AddAnswers() {
  blocks_.push_back(Chapter("answers_", Text(words_[Word::kAnswers]), {"answers"}));
  for (const QuestionView& view : view_.questions) {
    const Question& question = *view.question;
    Nodes body = Stem(question);
    Append(body, Answer(view));
    body.push_back(Div(
        {{}, {"turn"}},
        ListOf(Plain(ListOf(Link(Text(words_[Word::kBackToQuestion]), "#" + QuestionAnchor(question)))))));
    blocks_.push_back(Box(AnswerAnchor(question), 2,
                          Text(words_.Filled(Word::kAnswerTo, {{"number", fmt::format("{}", view.number)}})),
                          {"answer"}, Contents::kUnlisted, std::move(body)));
  }
}

}  // namespace guidec::pandoc
