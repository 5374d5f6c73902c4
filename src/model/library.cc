#include "model/library.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <type_traits>

#include "model/question.h"
#include "text/calendar.h"

namespace guidec {
namespace {

class Collector {
 public:
  explicit Collector(std::vector<ProseUse>& uses) : uses_(uses) {}

  void Add(const Prose& prose, Role role, const Exercise* exercise, const Guide* guide) {
    if (prose) uses_.push_back({&prose, role, exercise, guide});
  }
  void Add(const std::vector<Prose>& proses, Role role, const Exercise* exercise, const Guide* guide) {
    for (const Prose& prose : proses) Add(prose, role, exercise, guide);
  }

  void AddExercise(const Exercise& exercise) {
    const Exercise* owner = &exercise;
    Add(exercise.name, Role::kTitle, owner, nullptr);
    Add(exercise.purpose, Role::kText, owner, nullptr);
    Add(exercise.start_position, Role::kTitle, owner, nullptr);
    const Dose& dose = exercise.dose;
    if (dose.hold) {
      if (const auto* open = std::get_if<OpenHold>(&dose.hold->value)) {
        Add(open->until, Role::kDose, owner, nullptr);
      }
    }
    for (const Prose* prose : {&dose.frequency, &dose.intensity, &dose.progression}) {
      Add(*prose, Role::kDose, owner, nullptr);
    }
    Add(exercise.steps, Role::kStep, owner, nullptr);
    Add(exercise.stop_if, Role::kStopRule, owner, nullptr);
    Add(exercise.cautions, Role::kText, owner, nullptr);
    for (const Picture& picture : exercise.pictures) {
      Add(picture.alt, Role::kAlternative, owner, nullptr);
      Add(picture.caption, Role::kTitle, owner, nullptr);
    }
  }

  void AddBlock(const Block& block, const Guide* guide) {
    const auto text = [&](const Prose& prose) { Add(prose, Role::kText, nullptr, guide); };
    const auto title = [&](const Prose& prose) { Add(prose, Role::kTitle, nullptr, guide); };
    std::visit(
        [&](const auto& content) {
          using Content = std::decay_t<decltype(content)>;
          if constexpr (requires { content.title; }) title(content.title);
          if constexpr (requires { content.text; }) text(content.text);
          if constexpr (std::is_same_v<Content, ListBlock>) {
            for (const ListItem& item : content.items) text(item.text);
          } else if constexpr (std::is_same_v<Content, ProtocolBlock>) {
            for (const ProtocolStep& step : content.steps) {
              title(step.title);
              text(step.text);
            }
          } else if constexpr (std::is_same_v<Content, AdviceBlock>) {
            text(content.why);
            for (const Prose& way : content.how) text(way);
          }
        },
        block.content);
  }

  void AddGuide(const Guide& guide) {
    const Guide* owner = &guide;
    Add(guide.title, Role::kTitle, nullptr, owner);
    Add(guide.subtitle, Role::kTitle, nullptr, owner);
    Add(guide.audience, Role::kText, nullptr, owner);
    Add(guide.main_message, Role::kText, nullptr, owner);
    Add(guide.seek_help_if, Role::kStopRule, nullptr, owner);
    Add(guide.disclaimer, Role::kText, nullptr, owner);
    for (const Block& block : guide.introduction) AddBlock(block, owner);
    for (const Section& section : guide.sections) {
      Add(section.title, Role::kTitle, nullptr, owner);
      for (const Block& block : section.blocks) AddBlock(block, owner);
    }
    if (guide.routine) {
      Add(guide.routine->title, Role::kTitle, nullptr, owner);
      Add(guide.routine->text, Role::kText, nullptr, owner);
    }
    if (!guide.quiz) return;
    Add(guide.quiz->title, Role::kTitle, nullptr, owner);
    Add(guide.quiz->text, Role::kText, nullptr, owner);
    for (const Question& question : guide.quiz->questions) {
      Add(question.stem, Role::kStem, nullptr, owner);
      for (const Choice& choice : question.choices) Add(choice.text, Role::kChoice, nullptr, owner);
      for (const Choice& match : question.matches) Add(match.text, Role::kChoice, nullptr, owner);
      Add(question.why, Role::kWhy, nullptr, owner);
    }
  }

 private:
  std::vector<ProseUse>& uses_;
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
  Collector collector(library.prose);
  for (const Term& term : library.terms) {
    collector.Add(term.term, Role::kTitle, nullptr, nullptr);
    collector.Add(term.meaning, Role::kTerm, nullptr, nullptr);
  }
  for (const Exercise& exercise : library.exercises) collector.AddExercise(exercise);
  for (const Guide& guide : library.guides) collector.AddGuide(guide);
}

std::set<const Prose*> DeniedProse(const Library& library) {
  std::set<const Prose*> denied;
  for (const Guide& guide : library.guides) {
    for (const ClaimBlock* claim : BlocksOf<ClaimBlock>(guide)) {
      if (!claim->truth) denied.insert(&claim->text);
    }
    if (!guide.quiz) continue;
    for (const Question& question : guide.quiz->questions) {
      const bool is_false = question.answer && question.answer->value == "false";
      if (question.kind == QuestionKind::kTrueOrFalse && is_false) denied.insert(&question.stem);
      if (!OffersWrongChoices(question)) continue;
      for (const Choice& choice : question.choices) {
        if (!IsRight(question, choice)) denied.insert(&choice.text);
      }
    }
  }
  return denied;
}

std::vector<ProseUse> ProseOf(const Block& block, const Guide& guide) {
  std::vector<ProseUse> uses;
  Collector(uses).AddBlock(block, &guide);
  return uses;
}

std::vector<ProseUse> ProseOf(const Exercise& exercise) {
  std::vector<ProseUse> uses;
  Collector(uses).AddExercise(exercise);
  return uses;
}

std::vector<ProseUse> ProseOf(const Library& library, const Guide& guide) {
  std::vector<ProseUse> uses;
  Collector collector(uses);
  collector.AddGuide(guide);
  for (const Exercise* exercise : ExercisesOf(library, guide)) collector.AddExercise(*exercise);
  return uses;
}

}  // namespace guidec
