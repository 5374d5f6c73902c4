#include "model/dose/step_reading.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "text/tokens.h"

namespace guidec {
namespace {

constexpr Phrases kHolds{"hold|stay|keep|pause ... for|until", "hold still|this|there|here"};
constexpr Phrases kRepeats{"repetitions|reps|times"};
constexpr Phrases kRests{"rest|pause for|between", "rest between|before"};

// "Rest your hands on the floor" is no rest, "a right angle" and "right behind you" are no sides.
constexpr Phrases kSides{
    "left|right upper|lower|front|back|rear|top|bottom|bent|straight|outer|inner|big? "
    "side|leg|arm|foot|hand|knee|hip|elbow|shoulder|ankle|heel|thigh|calf|shin|wrist|forearm|palm|toe|toes|"
    "buttock|glute|ear|cheek|hamstring|groin|fist|finger|fingers|thumb|limb",
    "to|toward|towards|on the|your left|right",
    "turn|twist|bend|lean|rotate|look|tilt left|right",
};
constexpr std::string_view kNoSides =
    "angle|angles|away|behind|above|below|beside|next|under|over|up|down|at|in";

std::vector<WordList> TokensOf(const std::vector<Prose>& steps) {
  std::vector<WordList> tokens;
  for (const Prose& step : steps) tokens.push_back(Tokens(PlainText(step.root)));
  return tokens;
}

// The placeholder's step, or else the first that has one of the phrases.
std::optional<std::size_t> FindStep(const std::vector<WordList>& steps, const Phrase& placeholder,
                                    PhraseView phrases) {
  const auto find = [&](const auto& says) -> std::optional<std::size_t> {
    const auto found = std::ranges::find_if(steps, says);
    if (found == steps.end()) return std::nullopt;
    return static_cast<std::size_t>(found - steps.begin());
  };
  const auto holder =
      find([&](const WordList& step) { return FindPhrase(step.words, placeholder).has_value(); });
  if (holder) return holder;
  return find([&](const WordList& step) { return FindAnyPhrase(step.words, phrases).has_value(); });
}

std::optional<Side> FirstSideIn(const WordList& step) {
  std::size_t from = 0;
  while (const auto match = FindAnyPhrase(step.words, kSides, from)) {
    from = match->begin + 1;
    const bool ends_in_side = IsOneOf(step.words[match->end - 1], "left|right");
    if (ends_in_side && match->end < step.size() && IsOneOf(step.words[match->end], kNoSides)) continue;
    const auto named = std::span(step.words).subspan(match->begin, match->end - match->begin);
    return std::ranges::find(named, "left") != named.end() ? Side::kLeft : Side::kRight;
  }
  return std::nullopt;
}

std::optional<Side> FirstSideIn(std::span<const WordList> steps) {
  for (const WordList& step : steps) {
    if (const auto side = FirstSideIn(step)) return side;
  }
  return std::nullopt;
}

// The first step from the work on that changes sides in words, or else the first after it that names the
// side which the steps before it do not start with.
std::optional<std::size_t> FindChange(std::span<const WordList> steps, std::size_t work) {
  for (std::size_t at = work; at < steps.size(); ++at) {
    if (MayChangeSides(steps[at])) return at;
  }
  const auto first = FirstSideIn(steps.first(std::min(work + 1, steps.size())));
  for (std::size_t at = work + 1; first && at < steps.size(); ++at) {
    const auto side = FirstSideIn(steps[at]);
    if (side && side != first) return at;
  }
  return std::nullopt;
}

}  // namespace

bool MayChangeSides(const WordList& step) {
  static constexpr Phrases kChanges{
      "other|opposite|second|remaining|each|per|both side|sides",
      "each|opposite leg|arm|foot|hand|knee|hip|elbow|shoulder|ankle|heel|thigh|limb",
      "change|changing|switch|switching|swap|swapping|alternate|alternating|alternately|mirror",
      "repeat|repeating|same ... ... ... left|right|other|opposite|second",
      "now|next|then with|on|for|use|do? the|your left|right|other",
      "left and|then? the? right",
      "right and|then? the? left",
      "work|works|working|train|training|exercise both arms|legs|hands|feet",
      "immediately|now|next|then ... ... with your|the other|opposite",
      "in turn|turns",
      "one at a time",
      "one after the other",
  };
  std::size_t from = 0;
  while (const auto match = FindAnyPhrase(step.words, kChanges, from)) {
    // "on each side of your foot" is a place, not a change.
    const bool is_place = match->end < step.size() && step.words[match->end] == "of";
    if (!is_place) return true;
    from = match->begin + 1;
  }
  return false;
}

StepRoles RolesOfSteps(const Exercise& exercise) {
  const std::vector<WordList> steps = TokensOf(exercise.steps);
  StepRoles roles;
  roles.hold = FindStep(steps, "{hold}", kHolds);
  roles.repetitions = FindStep(steps, "{reps}", kRepeats);
  roles.rest = FindStep(steps, "{rest}", kRests);
  if (exercise.sides.value != Sides::kEach) return roles;
  const auto work = exercise.dose.reps && roles.repetitions ? roles.repetitions : roles.hold;
  roles.change_of_sides = FindChange(steps, work.value_or(0));
  // What the change itself names is the other side, unless one step says it all.
  const std::size_t change = roles.change_of_sides.value_or(steps.size());
  const bool says_all = change < steps.size() && change <= work.value_or(0);
  roles.first_side = FirstSideIn(std::span(steps).first(says_all ? change + 1 : change));
  return roles;
}

}  // namespace guidec
