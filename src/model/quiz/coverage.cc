#include "model/quiz/coverage.h"

#include <algorithm>
#include <set>

#include "model/quiz/proof.h"
#include "model/quiz/question.h"

namespace guidec {
namespace {

using Ids = std::set<std::string>;

void AddMentions(const Prose& prose, const ExerciseNames& names, Ids& asked) {
  if (!prose) return;
  ForEachNode(prose.root, [&](const MarkdownNode& node) {
    if (node.type == MarkdownType::kLink && node.url.starts_with('#')) asked.insert(node.url.substr(1));
  });
  asked.merge(names.NamedIn(prose));
}

Ids AskedAbout(const Guide& guide, const ExerciseNames& names) {
  Ids asked;
  for (const Question& question : guide.quiz->questions) {
    if (question.proof) {
      for (std::string& subject : SubjectsOf(*question.proof)) asked.insert(std::move(subject));
    }
    AddMentions(question.stem, names, asked);
    AddMentions(question.why, names, asked);
    for (const std::span<const Choice> group : ChoiceGroupsOf(question)) {
      for (const Choice& choice : group) {
        asked.insert(choice.id.value);
        AddMentions(choice.text, names, asked);
      }
    }
  }
  return asked;
}

// The ids of what a proof can draw on in the section.
Ids SubjectsIn(const Section& section) {
  Ids subjects;
  for (const Block& block : section.blocks) {
    if (const auto* list = std::get_if<ListBlock>(&block.content)) subjects.insert(list->id.value);
    if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content))
      subjects.insert(protocol->id.value);
    if (const auto* claim = std::get_if<ClaimBlock>(&block.content)) subjects.insert(claim->id.value);
    if (const auto* shown = std::get_if<ExercisesBlock>(&block.content)) {
      for (const Id& id : shown->ids) subjects.insert(id.value);
    }
  }
  return subjects;
}

bool Meet(const Ids& a, const Ids& b) {
  return std::ranges::any_of(a, [&](const std::string& id) { return b.contains(id); });
}

}  // namespace

Coverage CoverageOf(const Library& library, const Guide& guide, const ExerciseNames& names) {
  const Ids asked = AskedAbout(guide, names);
  Coverage coverage;
  for (const Section& section : guide.sections) {
    const Ids subjects = SubjectsIn(section);
    if (subjects.empty()) continue;
    coverage.sections.push_back(&section);
    if (!asked.contains(section.id.value) && !Meet(subjects, asked))
      coverage.unasked_sections.push_back(&section);
  }
  coverage.exercises = ExercisesOf(library, guide);
  for (const Exercise* exercise : coverage.exercises) {
    if (!asked.contains(exercise->id.value)) coverage.unasked_exercises.push_back(exercise);
  }
  std::set<const Fact*> used;
  for (const Question& question : guide.quiz->questions) {
    used.insert(question.proven.used.begin(), question.proven.used.end());
  }
  for (const Fact& fact : guide.facts.facts) {
    if (!used.contains(&fact)) coverage.unasked_facts.push_back(&fact);
  }
  return coverage;
}

}  // namespace guidec
