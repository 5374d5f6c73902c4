#include "rules/guide_gaps.h"

#include <algorithm>
#include <set>
#include <vector>

#include "model/prose/passage.h"
#include "rules/missing_key.h"
#include "text/tokens.h"

namespace guidec {
namespace {

bool SaysIt(const std::vector<ProseUse>& uses, const Topic& topic) {
  return std::ranges::any_of(uses, [&](const ProseUse& use) {
    return std::ranges::any_of(PassagesOf(use), [&](const Passage& passage) {
      return FindAnyPhrase(passage.tokens().words, topic.phrases).has_value();
    });
  });
}

// The guide's own prose, without its exercises'.
std::vector<ProseUse> OwnProse(const Library& library, const Guide& guide) {
  std::vector<ProseUse> uses = ProseOf(library, guide);
  std::erase_if(uses, [](const ProseUse& use) { return use.exercise != nullptr; });
  return uses;
}

bool IsReadable(const Exercise& exercise) {
  return !HasDamage(exercise.document->root) && !exercise.document->root.pairs.empty();
}

}  // namespace

void ReportGaps(const Library& library, const Topic& topic, RuleContext& context) {
  std::set<const Exercise*> reported;
  for (const Guide& guide : library.guides) {
    const Node& root = guide.document->root;
    if (!context.Reads(guide.language) || HasDamage(root) || SaysIt(OwnProse(library, guide), topic)) continue;
    std::vector<const Exercise*> silent;
    bool is_said = false;
    for (const Exercise* exercise : ExercisesOf(library, guide)) {
      if (!IsReadable(*exercise) || !topic.is_due(*exercise)) continue;
      const bool says = topic.has(*exercise) || SaysIt(ProseOf(*exercise), topic);
      is_said = is_said || says;
      if (!says) silent.push_back(exercise);
    }
    if (silent.empty()) continue;
    if (!is_said) {
      context.Report(PlaceOfMissing(root), topic.of_guide);
      continue;
    }
    for (const Exercise* exercise : silent) {
      if (!reported.insert(exercise).second) continue;
      const Pair* dose = exercise->document->root.FindPair("dose");
      context.Report(dose == nullptr ? PlaceOfMissing(exercise->document->root) : dose->key.span,
                     topic.of_exercise);
    }
  }
}

}  // namespace guidec
