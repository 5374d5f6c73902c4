#include "model/prose/prose_use.h"

#include <type_traits>

#include "model/content/library.h"
#include "model/quiz/question.h"

namespace guidec {
namespace {

class ProseCollector {
 public:
  explicit ProseCollector(std::vector<ProseUse>& uses) : uses_(uses) {}

  void AddTerm(const Term& term) {
    Add(term.term, Role::kTitle);
    Add(term.meaning, Role::kTerm);
  }

  void AddExercise(const Exercise& exercise) {
    of_ = {.exercise = &exercise, .is_cited = !exercise.cites.empty()};
    Add(exercise.name, Role::kTitle);
    Add(exercise.purpose, Role::kText);
    Add(exercise.start_position, Role::kTitle);
    for (const DosePart& part : PartsOf(exercise.dose)) {
      if (const auto* prose = std::get_if<const Prose*>(&part.value)) Add(**prose, Role::kDose);
    }
    Add(exercise.steps, Role::kStep);
    Add(exercise.stop_if, Role::kStopRule);
    Add(exercise.cautions, Role::kText);
    for (const Picture& picture : exercise.pictures) {
      Add(picture.alt, Role::kAlternative);
      Add(picture.caption, Role::kTitle);
    }
  }

  void AddBlock(const Block& block, const Guide& guide) {
    of_ = {.guide = &guide, .is_cited = !block.cites.empty()};
    std::visit(
        [&](const auto& content) {
          using Content = std::decay_t<decltype(content)>;
          if constexpr (requires { content.title; }) Add(content.title, Role::kTitle);
          if constexpr (std::is_same_v<Content, ClaimBlock>) {
            Add(content.text, Role::kText, !content.truth);
          } else if constexpr (requires { content.text; }) {
            Add(content.text, Role::kText);
          }
          if constexpr (std::is_same_v<Content, ListBlock>) {
            for (const ListItem& item : content.items) Add(item.text, Role::kText);
          } else if constexpr (std::is_same_v<Content, ProtocolBlock>) {
            for (const ProtocolStep& step : content.steps) {
              Add(step.title, Role::kTitle);
              Add(step.text, Role::kText);
            }
          } else if constexpr (std::is_same_v<Content, AdviceBlock>) {
            Add(content.why, Role::kText);
            Add(content.how, Role::kText);
          }
        },
        block.content);
    of_ = {.guide = &guide};
  }

  void AddGuide(const Guide& guide) {
    of_ = {.guide = &guide};
    Add(guide.title, Role::kTitle);
    Add(guide.subtitle, Role::kTitle);
    Add(guide.audience, Role::kText);
    Add(guide.main_message, Role::kText);
    Add(guide.seek_help_if, Role::kStopRule);
    Add(guide.disclaimer, Role::kText);
    for (const Block& block : guide.introduction) AddBlock(block, guide);
    for (const Section& section : guide.sections) {
      Add(section.title, Role::kTitle);
      for (const Block& block : section.blocks) AddBlock(block, guide);
    }
    if (guide.routine) {
      Add(guide.routine->title, Role::kTitle);
      Add(guide.routine->text, Role::kText);
    }
    if (guide.quiz) AddQuiz(*guide.quiz);
  }

 private:
  void Add(const Prose& prose, Role role, bool is_denied = false) {
    if (!prose) return;
    ProseUse& use = uses_.emplace_back(of_);
    use.prose = &prose;
    use.role = role;
    use.is_denied = is_denied;
  }
  void Add(const std::vector<Prose>& proses, Role role) {
    for (const Prose& prose : proses) Add(prose, role);
  }

  void AddQuiz(const Quiz& quiz) {
    Add(quiz.title, Role::kTitle);
    Add(quiz.text, Role::kText);
    for (const Question& question : quiz.questions) {
      Add(question.stem, Role::kStem, question.truth == false);
      const bool has_wrong = OffersWrongChoices(question);
      for (const Choice& choice : question.choices) {
        Add(choice.text, Role::kChoice, has_wrong && !IsRight(question, choice));
      }
      for (const Choice& match : question.matches) Add(match.text, Role::kChoice);
      Add(question.why, Role::kWhy);
    }
  }

  std::vector<ProseUse>& uses_;
  ProseUse of_;  // what the pieces to come belong to
};

}  // namespace

void CollectProse(Library& library) {
  ProseCollector collector(library.prose);
  for (const Term& term : library.terms) collector.AddTerm(term);
  for (const Exercise& exercise : library.exercises) collector.AddExercise(exercise);
  for (const Guide& guide : library.guides) collector.AddGuide(guide);
}

std::vector<ProseUse> ProseOf(const Block& block, const Guide& guide) {
  std::vector<ProseUse> uses;
  ProseCollector(uses).AddBlock(block, guide);
  return uses;
}

std::vector<ProseUse> ProseOf(const Exercise& exercise) {
  std::vector<ProseUse> uses;
  ProseCollector(uses).AddExercise(exercise);
  return uses;
}

std::vector<ProseUse> ProseOf(const Library& library, const Guide& guide) {
  std::vector<ProseUse> uses;
  ProseCollector collector(uses);
  collector.AddGuide(guide);
  for (const Exercise* exercise : ExercisesOf(library, guide)) collector.AddExercise(*exercise);
  return uses;
}

}  // namespace guidec
