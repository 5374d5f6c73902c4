#include "emit/view/view.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/picture/figure.h"
#include "model/quiz/kind.h"

namespace guidec {
namespace {

ExerciseView ViewOf(const Library& library, const Exercise& exercise, const Wording& wording) {
  const auto& timing = library.workspace.timing;
  const Timing figures = timing.value_or(Timing{});
  ExerciseView view{&exercise,
                    DoseRows(exercise.dose, exercise.sides.value, wording),
                    {},
                    TimelineOf(exercise, figures),
                    PlanOf(exercise.dose),
                    {},
                    {}};
  for (const Picture& picture : exercise.pictures) {
    auto file = PictureFileOf(library, exercise, picture);
    if (file) view.pictures.push_back({&picture, *std::move(file), AlternativeText(exercise, picture)});
  }
  const int weeks = view.plan ? static_cast<int>(view.plan->weeks.size()) : 0;
  for (int week = 1; week <= weeks; ++week) view.weeks.push_back(TimelineOf(exercise, figures, week));
  if (timing) {
    const std::string time = AboutTime(RangeOf(view.timeline.total), wording);
    view.allow = wording.Filled(Word::kAllow, {{"time", time}});
  }
  return view;
}

RoutineView ViewOf(const GuideView& view, const Routine& routine) {
  const auto& timing = view.library.workspace.timing;
  RoutineView shown;
  for (const Id& id : routine.exercises) {
    const ExerciseView* exercise = view.Find(view.library.FindExercise(id.value));
    if (exercise != nullptr) shown.exercises.push_back(exercise);
  }
  shown.timeline = TimelineOf(view.library, routine, timing.value_or(Timing{}));
  shown.time = RangeOf(shown.timeline.total);
  shown.label = AboutMinutes(shown.time, view.wording);
  if (timing) {
    shown.total = shown.label;
  } else if (routine.total) {
    const std::string stated = Spell(routine.total->value, view.wording.tag());
    shown.total = view.wording.Filled(Word::kAbout, {{"time", stated}});
  }
  return shown;
}

std::string HowToAnswer(const QuestionView& view, const Wording& words) {
  const QuestionKind& kind = *view.question->kind;
  const auto word = FindWord(fmt::format("how-to-{}", kind.name));
  if (!word || (kind.is_number && view.unit.empty())) return {};
  return words.Filled(*word, {{"unit", view.unit}});
}

std::vector<OfferedList> OfferedBy(const QuestionView& view, const Wording& words) {
  const Question& question = *view.question;
  std::vector<OfferedList> lists = {{{}, &question.choices, question.kind->has_matches}};
  if (question.kind->has_matches) lists.push_back({{}, &question.matches});
  lists.back().note = HowToAnswer(view, words);
  return lists;
}

AnswerPart PartOf(const Question& question, const Choice* choice) {
  if (choice == nullptr) return {};
  for (std::size_t at = 0; at < question.choices.size(); ++at) {
    if (&question.choices[at] == choice) return {LabelOf(question, at), choice};
  }
  return {ChoiceLetter(static_cast<std::size_t>(choice - question.matches.data())), choice};
}

std::vector<std::vector<AnswerPart>> AnswerLines(const QuestionView& view) {
  const Question& question = *view.question;
  std::vector<std::vector<AnswerPart>> lines;
  for (const AnswerLine& line : question.kind->answer_lines(question)) {
    std::vector<AnswerPart>& parts = lines.emplace_back();
    for (const Choice* choice : line) parts.push_back(PartOf(question, choice));
  }
  if (lines.empty() && HasFittingAnswer(question)) lines.push_back({{fmt::format("{}", fmt::join(view.key, ", "))}});
  return lines;
}

QuestionView ViewOf(const GuideView& view, const Question& question) {
  QuestionView shown{&question,
                     static_cast<int>(view.questions.size()) + 1,
                     KeyText(question, PrintedKey(question), view.wording),
                     {},
                     {},
                     ScoringOf(question),
                     {},
                     {}};
  if (question.amount) {
    shown.amount = AmountText(*question.amount, view.wording);
    shown.unit = UnitOf(*question.amount, view.wording);
  }
  shown.offered = OfferedBy(shown, view.wording);
  shown.answer = AnswerLines(shown);
  if (const std::string& fact = question.proven.fact_id; !fact.empty()) {
    shown.proven_at = view.places.Find(fact);
    shown.proven_in_section = view.places.FindInSection(fact);
  }
  return shown;
}

TermView ViewOf(const Guide& guide, const Term& term) {
  TermView shown{&term, term.cites};
  std::erase_if(shown.cites, [&](const Id& cite) {
    return std::ranges::none_of(guide.references,
                                [&](const Reference& reference) { return reference.id.value == cite.value; });
  });
  return shown;
}

std::vector<PrintedVersion> VersionsOf(const Quiz& quiz, const Workspace& workspace, const Wording& wording) {
  std::vector<PrintedVersion> versions;
  for (QuizVersion& version : VersionsOf(quiz, workspace.quiz_versions, workspace.quiz_seed)) {
    PrintedVersion printed{std::move(version), {}};
    for (const PrintedQuestion& question : printed.version.questions) {
      printed.keys.push_back(KeyText(question.question, question.key, wording));
    }
    versions.push_back(std::move(printed));
  }
  return versions;
}

}  // namespace

GuideView::GuideView(const Library& in, const Guide& of)
    : library(in),
      guide(of),
      wording(of.language),
      places(in, of),
      references(PrintedReferences(of, wording)),
      review_due(ReviewDue(of)) {
  for (const Prose& author : guide.authors) authors += (authors.empty() ? "" : ", ") + PlainText(author.root);
  for (const Exercise* exercise : ExercisesOf(library, guide)) {
    exercises.push_back(ViewOf(library, *exercise, wording));
  }
  if (guide.routine) routine = ViewOf(*this, *guide.routine);
  for (const Term* term : guide.terms) terms.push_back(ViewOf(guide, *term));
  if (!guide.quiz) return;
  for (const Question& question : guide.quiz->questions) questions.push_back(ViewOf(*this, question));
  versions = VersionsOf(*guide.quiz, library.workspace, wording);
}

const ExerciseView* GuideView::Find(const Exercise* exercise) const {
  const auto found = std::ranges::find(exercises, exercise, &ExerciseView::exercise);
  return found == exercises.end() ? nullptr : &*found;
}

}  // namespace guidec
