// Follows where each leg is, step by step, and reports when one leg is given two places at once. What
// a step says is read from a few fixed phrases; any step that changes the position as a whole (stands
// up, lies down, changes sides) starts afresh. What is not understood is no contradiction.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/passage.h"
#include "text/tokens.h"

namespace guidec {
namespace {

enum class Place : unsigned char { kForward, kKneeling, kStanding, kLifted, kBelow, kOnTop };

std::string Spell(Place place, std::string_view side) {
  switch (place) {
    case Place::kForward:
      return fmt::format("puts the {} foot forward", side);
    case Place::kKneeling:
      return fmt::format("rests the {} knee on the floor", side);
    case Place::kStanding:
      return fmt::format("stands on the {} leg", side);
    case Place::kLifted:
      return fmt::format("lifts the {} leg", side);
    case Place::kBelow:
      return fmt::format("has the {} side below", side);
    case Place::kOnTop:
      return fmt::format("has the {} side on top", side);
  }
  return {};
}

// The first side that the phrase names has that place.
struct Form {
  Place place;
  std::string_view phrase;
};

constexpr Form kForms[] = {
    {Place::kForward, "left|right foot|leg ... ... forward|ahead"},
    {Place::kForward, "left|right foot|leg ... ... in front"},
    {Place::kForward, "step|lunge forward with|on|onto your? left|right foot|leg"},
    {Place::kKneeling, "kneel|kneeling on|onto your? left|right knee"},
    {Place::kKneeling, "left|right knee down? on|onto|to a|the|your? floor|ground|mat|cushion|towel|pillow"},
    {Place::kStanding, "stand|standing|balance|balancing on your? left|right leg|foot"},
    {Place::kLifted, "lift|lifting|raise|raising your? left|right leg|foot|knee"},
    {Place::kLifted, "left|right leg|foot|knee off the floor|ground|mat"},
    {Place::kBelow, "lie|lying on your? left|right side"},
    {Place::kBelow, "prop|propping ... up? on your? left|right elbow|forearm"},
    {Place::kOnTop, "stack|stacking your? left|right foot|leg on|over top? of? your? left|right"},
};

// These turn a foot without placing it, or move a leg through the air.
constexpr std::string_view kGestures = "point|turn|face|reach|swing|kick|slide|extend|toes|heel";

constexpr std::string_view kFresh[] = {
    "other|opposite|second side|leg|foot|way",
    "change|switch|swap|alternate|repeat|return|rise|sit|stand|lie|roll|get|come|then|now",
    "step|bring|draw|pull|put ... ... ... back|together",
};

bool Conflict(Place earlier, Place later) {
  const auto are = [&](Place a, Place b) {
    return (earlier == a && later == b) || (earlier == b && later == a);
  };
  return are(Place::kForward, Place::kKneeling) || are(Place::kBelow, Place::kOnTop) ||
         (earlier == Place::kStanding && later == Place::kLifted);
}

struct Placed {
  Place place;
  std::string side;
  Span span;
  std::size_t step;
};

std::string_view OtherSide(std::string_view side) {
  return side == "left" ? "right" : "left";
}

class ExerciseCheck {
 public:
  explicit ExerciseCheck(RuleContext& context) : context_(context) {}

  void CheckStep(const Prose& step, std::size_t number) {
    for (const Passage& passage : PassagesOf(step)) {
      const WordList tokens = Tokens(passage.text);
      if (FindAnyPhrase(tokens.words, kFresh)) placed_.clear();
      for (const Placed& found : ReadClauses(passage, tokens, number)) Take(found);
    }
  }

 private:
  // A clause ends where another verb or another limb may begin.
  static std::vector<Match> Clauses(const WordList& tokens) {
    std::vector<Match> clauses;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= tokens.size(); ++at) {
      // "step forward with your right foot" is one clause, "kneel, with your right foot forward" is two.
      const bool is_with =
          at < tokens.size() && at > 0 && tokens.words[at] == "with" && tokens.words[at - 1] != "forward";
      const bool ends = at == tokens.size() || is_with ||
                        IsOneOf(tokens.words[at], ",|;|:|.|!|(|)|and|while|as|until|so|but|or");
      if (!ends) continue;
      if (at > begin) clauses.push_back({begin, at});
      begin = at + 1;
    }
    return clauses;
  }

  static std::vector<Placed> ReadClauses(const Passage& passage, const WordList& tokens, std::size_t number) {
    std::vector<Placed> found;
    for (const Match& clause : Clauses(tokens)) {
      const auto words = std::span(tokens.words).subspan(clause.begin, clause.end - clause.begin);
      const bool is_gesture = FindPhrase(words, kGestures).has_value();
      for (const Form& form : kForms) {
        if (is_gesture && form.place == Place::kForward) continue;
        const auto match = FindPhrase(words, form.phrase);
        if (!match) continue;
        const auto side = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(match->begin), words.end(),
                                       [](const std::string& word) { return IsOneOf(word, "left|right"); });
        const Span span =
            passage.SpanOf(tokens.PieceOf(clause.begin + match->begin, clause.begin + match->end));
        found.push_back({form.place, *side, span, number});
      }
    }
    return found;
  }

  void Take(const Placed& found) {
    const auto earlier = std::ranges::find_if(placed_, [&](const Placed& known) {
      return known.side == found.side && Conflict(known.place, found.place);
    });
    if (earlier != placed_.end()) {
      const std::string where =
          earlier->step == found.step ? std::string("it also") : fmt::format("step {}", earlier->step);
      Diagnostic& finding =
          context_.Report(found.span, fmt::format("the step {}, and {} {}; correct one of the two sides",
                                                  Spell(found.place, found.side), where,
                                                  Spell(earlier->place, earlier->side)));
      finding.labels.push_back({earlier->span, Spell(earlier->place, earlier->side)});
      return;
    }
    if (found.place == Place::kLifted) {
      std::erase_if(placed_, [&](const Placed& known) {
        return known.side == found.side && known.place != Place::kBelow && known.place != Place::kOnTop;
      });
    }
    placed_.push_back(found);
    if (found.place == Place::kBelow || found.place == Place::kOnTop) {
      Placed other = found;
      other.side = OtherSide(found.side);
      other.place = found.place == Place::kBelow ? Place::kOnTop : Place::kBelow;
      placed_.push_back(std::move(other));
    }
  }

  RuleContext& context_;
  std::vector<Placed> placed_;
};

void Check(const Library& library, RuleContext& context) {
  if (!IsEnglish(library.workspace.language)) return;
  for (const Exercise& exercise : library.exercises) {
    if (HasDamage(exercise.document->root)) continue;
    ExerciseCheck check(context);
    for (std::size_t i = 0; i < exercise.steps.size(); ++i) check.CheckStep(exercise.steps[i], i + 1);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Step forward with your right foot.
  - Rest your right knee on a mat. # expect: ST007 @ 15-34 "step 1 puts the right foot forward"
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Lie on your left side on a mat.
  - Prop yourself up on your right elbow. # expect: ST007 @ 5-41 "has the right side on top"
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(equipment: [wall]
steps:
  - Stand on your right leg beside a wall.
  - Lift your right foot behind you. # expect: ST007 @ 5-25 "stands on the right leg"
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Kneel on your left knee on a mat.
  - Set your right foot flat on the floor ahead of you.
  - Hold for {hold}.
  - Change sides, with your left foot forward and your right knee on the mat.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Kneel on your left knee on a mat.
  - Lift your left knee off the floor.
  - Step your left foot forward.
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
};

}  // namespace

extern const Rule contradicting_sides;
constinit const Rule contradicting_sides = {
    .code = "ST007",
    .name = "contradicting-sides",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The steps give one leg, or one side of the body, two places at once.",
    .rationale =
        R"md(With the right foot forward the left knee is on the floor. Left and right are the slip that a reader
notices last: the words read well, and only the body finds that they cannot be done.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "the phrases that are understood are guidec's own",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
