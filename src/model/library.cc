#include "model/library.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <type_traits>

#include "model/question.h"
#include "text/calendar.h"

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
    const Dose& dose = exercise.dose;
    if (dose.hold) {
      if (const auto* open = std::get_if<OpenHold>(&dose.hold->value)) Add(open->until, Role::kDose);
    }
    for (const Prose* prose : {&dose.frequency, &dose.intensity, &dose.progression}) Add(*prose, Role::kDose);
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
      const bool is_statement = question.kind == QuestionKind::kTrueOrFalse;
      Add(question.stem, Role::kStem, is_statement && question.answer && question.answer->value == "false");
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

const Exercise* Library::FindExercise(std::string_view id) const {
  const auto id_of = [](const Exercise& exercise) { return std::string_view(exercise.id.value); };
  const auto found = std::ranges::lower_bound(exercises, id, {}, id_of);
  return found == exercises.end() || id_of(*found) != id ? nullptr : &*found;
}

const Term* Library::FindTerm(std::string_view id) const {
  const auto found = std::ranges::find(terms, id, [](const Term& t) { return std::string_view(t.id.value); });
  return found == terms.end() ? nullptr : &*found;
}

double Library::Value(const Threshold& threshold) const {
  const auto found = workspace.thresholds.find(threshold.name);
  return found == workspace.thresholds.end() ? threshold.otherwise : found->second.value;
}

std::vector<const Block*> AllBlocks(const Guide& guide) {
  std::vector<const Block*> blocks;
  for (const Block& block : guide.introduction) blocks.push_back(&block);
  for (const Section& section : guide.sections) {
    for (const Block& block : section.blocks) blocks.push_back(&block);
  }
  return blocks;
}

std::vector<const Id*> AnchorsOf(const Guide& guide) {
  std::vector<const Id*> anchors;
  const auto add_blocks = [&](const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      std::visit(
          [&](const auto& content) {
            if constexpr (requires { content.id; }) anchors.push_back(&content.id);
            if constexpr (requires { content.ids; }) {
              for (const Id& id : content.ids) anchors.push_back(&id);
            }
          },
          block.content);
    }
  };
  add_blocks(guide.introduction);
  for (const Section& section : guide.sections) {
    anchors.push_back(&section.id);
    add_blocks(section.blocks);
  }
  return anchors;
}

std::vector<const Exercise*> ExercisesOf(const Library& library, const Guide& guide) {
  std::vector<const Exercise*> exercises;
  const auto add = [&](const Id& id) {
    const Exercise* exercise = library.FindExercise(id.value);
    if (exercise != nullptr && std::ranges::find(exercises, exercise) == exercises.end()) {
      exercises.push_back(exercise);
    }
  };
  for (const ExercisesBlock* block : BlocksOf<ExercisesBlock>(guide)) std::ranges::for_each(block->ids, add);
  if (guide.routine) std::ranges::for_each(guide.routine->exercises, add);
  return exercises;
}

namespace {

std::string Lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool NamesWord(const std::string& text, const std::string& word) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool opens = at == 0 || !is_letter(at - 1);
    // A plural is the same term: "glutes", "stretches".
    const std::string_view rest = std::string_view(text).substr(at + word.size());
    const std::size_t plural = rest.starts_with("es") ? 2 : rest.starts_with('s') ? 1 : 0;
    if (opens && (!is_letter(at + word.size()) || !is_letter(at + word.size() + plural))) return true;
  }
  return false;
}

}  // namespace

std::vector<const Term*> TermsOf(const Library& library, const Guide& guide) {
  const std::vector<const Exercise*> exercises = ExercisesOf(library, guide);
  std::set<std::string> targets;
  for (const Exercise* exercise : exercises) {
    for (const Id& target : exercise->targets) targets.insert(target.value);
  }
  std::string text;
  for (const ProseUse& use : ProseOf(library, guide)) text += Lower(PlainText(use.prose->root)) + "\n";
  std::vector<const Term*> terms;
  for (const Term& term : library.terms) {
    if (!term.term) continue;
    if (targets.contains(term.id.value) || NamesWord(text, Lower(PlainText(term.term.root)))) {
      terms.push_back(&term);
    }
  }
  std::ranges::stable_sort(terms, {}, [](const Term* term) { return Lower(PlainText(term->term.root)); });
  return terms;
}

std::optional<std::string> ReviewDue(const Guide& guide) {
  const auto reviewed = ReadDay(guide.reviewed.value);
  const auto months = ReadMonths(guide.review_every.value);
  if (!reviewed || !reviewed->ok() || !months) return std::nullopt;
  return WriteDay(AddMonths(*reviewed, *months));
}

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
