#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/negation.h"
#include "text/phrase.h"

namespace guidec::rules::pain_as_goal {
namespace {

constexpr Phrases kGoals{
    "until it hurts|hurt",
    "until the|your ... hurts|hurt",
    "until you feel some|a|the|slight|mild|light|moderate|strong|sharp|real? pain|hurt",
    "until you feel a slight|mild|moderate|strong|sharp|little pain",
    "until there is some|slight|mild? pain",
    "to the point of some|slight|mild|moderate? pain",
    "to the point where it hurts",
    "push|work|stretch|run|train|exercise|move|go through the|your? pain",
    "into the|your? pain",
    "no pain no gain",
    "should|must|has|needs to? hurt",
    "aim|go for some|the? pain",
    "as much pain as",
};

// "until it hurts less": then its end is the goal.
bool IsEasing(const WordView& words, std::size_t at) {
  static constexpr Phrases kEasing{"less", "no longer|more", "a little|bit less", "relief",
                                   "ease|eases|fade|fades|goes|subside|subsides|stop|stops|lessen"};
  const auto easing = FindAnyPhrase(words.words, kEasing, at);
  return easing && easing->begin == at;
}

bool IsNegated(const WordView& words, const Match& goal) {
  if (words.words[goal.begin] == "no") {
    return FindPhrase(words.words, "saying|myth|true|wrong|false|forget|motto|outdated|old|not|never")
        .has_value();
  }
  return IsNegatedBefore(words.words, goal.begin);
}

void CheckSentence(const Passage& passage, const WordView& words, RuleContext& context) {
  const auto goal = FindAnyPhrase(words.words, kGoals);
  if (!goal || IsNegated(words, *goal) || IsEasing(words, goal->end)) return;
  const Piece place = words.PieceOf(goal->begin, goal->end);
  // What a placeholder prints is judged where it is written.
  if (passage.HasLiteral(place)) return;
  context.Report(passage.SpanOf(place), fmt::format("`{}` makes pain the goal; name a mild pull or a posture "
                                                    "instead",
                                                    passage.Slice(place)));
}

// The end of a hold is given without its "until".
void CheckUntil(const Exercise& exercise, RuleContext& context) {
  const OpenHold* open = OpenHoldOf(exercise.dose);
  if (open == nullptr) return;
  for (const Passage& passage : PassagesOf(open->until)) {
    WordList read = passage.words(context.language());
    read.words.insert(read.words.begin(), "until");
    read.pieces.insert(read.pieces.begin(), Piece{0, 0});
    const auto goal = FindAnyPhrase(read.words, kGoals);
    // One that has its own "until" is told like any other text.
    if (!goal || goal->begin > 0 || IsNegated(read, *goal) || IsEasing(read, goal->end)) continue;
    const Piece place = read.PieceOf(1, goal->end);
    context.Report(passage.SpanOf(place),
                   fmt::format("`until {}` makes pain the goal; name a sign that comes "
                               "before it",
                               passage.Slice(place)));
  }
}

bool MayNameGoal(Role role) {
  return role == Role::kText || role == Role::kStep || role == Role::kTitle || role == Role::kDose ||
         role == Role::kWhy;
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  if (!MayNameGoal(use.role) || use.is_denied) return;
  for (const Sentence& sentence : passage.sentences(context.language())) {
    CheckSentence(passage, sentence.words, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Kneel on your left knee on a mat.
  - Ease your hips forward until it hurts. # expect: SF007 @ 28-42 "`until it hurts`"
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold:
    until: you feel pain # expect: SF007 @ 12-25 "`until you feel pain`"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Kneel on your left knee on a mat.
  - Ease your hips forward, but do not go on until it hurts.
  - Hold for {hold}.
  - Repeat the steps on the other side.
stop-if: It hurts.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SF007",
    .name = "pain-as-goal",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A text makes pain the goal of an exercise.",
    .rationale =
        R"md(A stretch goes to tightness or slight discomfort; pain is the sign to stop. "Until it hurts" or "push
through the pain" tells the reader the opposite. A sentence that warns of it is no finding. English
texts only.)md",
    .source =
        "ACSM flexibility guidance (update 2021; after Garber et al. 2011): stretch to tightness or slight "
        "discomfort",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = CheckUntil,
    .passage = Check,
};

}  // namespace guidec::rules::pain_as_goal
