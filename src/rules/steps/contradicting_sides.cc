// Follows where each leg is, what is held and which way the body is turned, step by step, and reports when
// one side is given two places at once. What a step says is read from a few fixed phrases; any step that
// changes the position as a whole (stands up, lies down, changes sides) starts afresh, and so does the same
// movement on the other side. What is not understood is no contradiction.
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/step_reading.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::contradicting_sides {
namespace {

enum class Place : unsigned char {
  kForward,
  kBack,
  kKneeling,
  kFlat,  // the sole on the floor
  kStanding,
  kLifted,
  kBelow,
  kOnTop,
  kCrossedOver,
  kCrossedUnder,
  kFolded,  // the knee bent behind the body, so that the foot can be reached
  kHeld,
  kPulled,
  kStretched,  // the front of the hip or thigh
  kTurned,
  kLeaned,
};

std::string Spell(Place place, std::string_view side) {
  switch (place) {
    case Place::kForward:
      return fmt::format("puts the {} foot forward", side);
    case Place::kBack:
      return fmt::format("has the {} leg behind", side);
    case Place::kKneeling:
      return fmt::format("rests the {} knee on the floor", side);
    case Place::kFlat:
      return fmt::format("sets the {} foot flat on the floor", side);
    case Place::kStanding:
      return fmt::format("stands on the {} leg", side);
    case Place::kLifted:
      return fmt::format("lifts the {} leg", side);
    case Place::kBelow:
      return fmt::format("has the {} side below", side);
    case Place::kOnTop:
      return fmt::format("has the {} side on top", side);
    case Place::kCrossedOver:
      return fmt::format("crosses the {} leg over", side);
    case Place::kCrossedUnder:
      return fmt::format("has the {} leg below the other", side);
    case Place::kFolded:
      return fmt::format("bends the {} knee behind", side);
    case Place::kHeld:
      return fmt::format("holds the {} leg", side);
    case Place::kPulled:
      return fmt::format("pulls the {} leg", side);
    case Place::kStretched:
      return fmt::format("stretches the front of the {} side", side);
    case Place::kTurned:
      return fmt::format("turns to the {}", side);
    case Place::kLeaned:
      return fmt::format("leans to the {}", side);
  }
  return {};
}

enum class Tells : unsigned char {
  kMovement,  // or a state, where the clause says so
  kState,
  kStateIfLasting,  // nothing, unless the clause says that it lasts
};

// The first side that the phrase names has that place.
struct Form {
  Place place;
  Phrase phrase;
  Tells tells = Tells::kMovement;

  std::optional<Match> FindIn(std::span<const std::string> words) const {
    return FindPhrase(words, phrase);
  }
};

constexpr Form kForms[] = {
    {Place::kForward, "left|right foot|leg ... ... forward|ahead"},
    {Place::kForward, "left|right foot|leg|shin ... ... in front"},
    {Place::kForward, "left|right foot ... between your? hands"},
    {Place::kForward, "step|lunge|stride forward with|on|onto|to|into your|the? left|right foot|leg|knee"},
    {Place::kForward, "front (? left|right )? foot|leg|knee|thigh|heel|shin", Tells::kState},
    {Place::kForward, "left|right (? front|forward )? foot|leg|knee|thigh|heel|shin", Tells::kState},
    {Place::kBack, "back|rear (? left|right )? foot|leg|knee|thigh|heel|shin", Tells::kState},
    {Place::kBack, "left|right (? back|rear )? foot|leg|knee|thigh|heel|shin", Tells::kState},
    {Place::kBack, "left|right leg|foot|knee ... ... behind", Tells::kStateIfLasting},
    {Place::kBack, "left|right leg|foot straight? back", Tells::kStateIfLasting},
    {Place::kKneeling, "kneel|kneeling down? on|onto your|the? left|right knee"},
    {Place::kKneeling,
     "left|right knee down? on|onto|to|against a|the|your? floor|ground|mat|cushion|towel|pillow|pad|carpet"},
    {Place::kKneeling,
     "left|right knee is|are|rests|rest|resting|stays|staying down? on|onto|against a|the|your? "
     "floor|ground|mat|cushion|towel|pillow|pad|carpet"},
    {Place::kKneeling, "left|right knee touches|touch|touching|meets|reaches the|your floor|ground|mat"},
    {Place::kFlat, "left|right foot flat on|onto|against a|the|your? floor|ground|mat"},
    {Place::kFlat, "left|right foot|sole is|rests|stays flat on|against a|the|your? floor|ground|mat"},
    {Place::kStanding, "stand|standing|balance|balancing on your|the? left|right leg|foot"},
    {Place::kStanding, "weight on|onto|into|over your|the? left|right leg|foot", Tells::kStateIfLasting},
    {Place::kLifted, "lift|lifting|raise|raising your|the? left|right leg|foot|knee"},
    {Place::kLifted, "left|right leg|foot|knee off the|your floor|ground|mat"},
    {Place::kLifted, "bend|bending your|the? left|right knee|leg behind|back"},
    {Place::kFolded, "bend|bending your|the? left|right knee|leg behind|back"},
    // Ahead of the heel that comes up by it: the other foot that is held must not be forgotten.
    {Place::kPulled,
     "pull|pulling|draw|drawing your|the? left|right foot|ankle|heel|shin|toes ... "
     "toward|towards|to|into|closer|up|in"},
    {Place::kLifted,
     "left|right heel|foot|ankle up? toward|towards|to your|the? buttocks|buttock|glutes|bottom|seat|butt"},
    {Place::kBelow, "lie|lying on your|the? left|right side"},
    {Place::kBelow, "prop|propping ... up? on|onto your|the? left|right elbow|forearm|arm"},
    {Place::kBelow, "bottom (? left|right )? foot|leg|knee|thigh|hip|arm|hand|shoulder"},
    {Place::kOnTop, "top|uppermost (? left|right )? foot|leg|knee|thigh|hip|arm|hand|shoulder"},
    {Place::kOnTop,
     "stack|stacking your|the? left|right foot|leg|ankle on|over top? of? your|the? left|right"},
    {Place::kCrossedOver,
     "cross|crossing your|the? left|right ankle|leg|foot|knee|thigh|shin over|on|across|onto ... left|right"},
    {Place::kCrossedOver, "left|right ankle|leg|foot|knee|thigh|shin on top", Tells::kStateIfLasting},
    {Place::kHeld,
     "take|taking|grab|grabbing|grasp|grasping|clasp|catch hold? of? your|the? left|right "
     "foot|ankle|shin|heel|toes"},
    {Place::kHeld, "hold|holding onto|on|of? to? your|the? left|right foot|ankle|shin|heel|toes"},
    {Place::kStretched, "front of your|the? left|right hip|thigh ... stretch|stretches|stretched"},
    {Place::kStretched, "stretch|stretches|stretching ... ... front of your|the? left|right hip|thigh"},
    {Place::kTurned,
     "turn|twist|rotate|turning|twisting|rotating|twisted|turned|rotated|twist|rotation ... ... "
     "to|toward|towards the|your left|right"},
    {Place::kLeaned, "lean|tilt|leaning|tilting|leaned ... ... to|toward|towards the|your left|right"},
};

// The body turns or leans as a whole; of these, each may go a way of its own.
constexpr std::string_view kOwnWay =
    "head|neck|gaze|eyes|chin|face|look|foot|feet|toes|palm|palms|hand|hands|wrist|ankle|heel|thumb|arm|arms|"
    "knee|"
    "knees|leg|legs|elbow|elbows|hip|hips|pelvis|shoulder|bar|ball|weight";

// These turn a foot without placing it, or move a leg through the air.
constexpr std::string_view kGestures =
    "point|pointing|turn|face|facing|reach|swing|kick|slide|extend|toes|heel";

constexpr std::string_view kLasting =
    "keep|keeping|stay|staying|remain|remaining|leave|leaving|hold|holding|still|further|farther|deeper|"
    "continue|"
    "continuing|maintain";

constexpr Phrases kFresh{
    "other|opposite|second side|leg|foot|way|direction|hand|arm|knee",
    "change|switch|swap|alternate|alternating|repeat|return|rise|sit|stand|lie|roll|get|come|then|now|same|"
    "reverse|"
    "uncross|center|centre|middle|either|jump|hop|walk",
    "step|bring|draw|pull|put ... ... ... back|together",
    "push|press ... ... up",
    "each|both|per side|sides|leg|legs|foot|feet|knees",
    "left and|then|or ... right",
    "right and|then|or ... left",
};

// A leg that comes down is lifted no longer.
constexpr std::string_view kLowers =
    "lower|lowering|lowers|down|release|releasing|relax|let|drop|land|rest|place|put|set";

// What cannot follow: the same side, or the other one, at that later place.
struct Clash {
  Place earlier;
  Place later;
  bool is_same_side = true;
  bool only_lasting = false;  // the later one must be a state; or both stand in one step
};

constexpr Clash kClashes[] = {
    {Place::kForward, Place::kKneeling},
    {Place::kKneeling, Place::kForward},
    {Place::kForward, Place::kBack},
    {Place::kBack, Place::kForward, true, true},
    {Place::kForward, Place::kForward, false, true},
    {Place::kBack, Place::kBack, false},
    {Place::kKneeling, Place::kFlat, true, true},
    {Place::kFlat, Place::kKneeling, true, true},
    {Place::kStanding, Place::kLifted},
    {Place::kLifted, Place::kStanding},
    {Place::kBelow, Place::kOnTop},
    {Place::kOnTop, Place::kBelow},
    {Place::kCrossedUnder, Place::kCrossedOver, true, true},
    {Place::kFolded, Place::kHeld, false},
    {Place::kHeld, Place::kPulled, false},
    {Place::kForward, Place::kStretched},
    {Place::kKneeling, Place::kStretched, false},
    {Place::kFolded, Place::kStretched, false},
    {Place::kTurned, Place::kTurned, false, true},
    {Place::kLeaned, Place::kLeaned, false, true},
};

struct Placed {
  Place place;
  std::string side;
  bool is_lasting = false;
  Span span;
  std::size_t step = 0;
};

bool Contradict(const Placed& earlier, const Placed& later) {
  return std::ranges::any_of(kClashes, [&](const Clash& clash) {
    const bool is_state = later.is_lasting || (clash.is_same_side && earlier.step == later.step);
    return clash.earlier == earlier.place && clash.later == later.place &&
           clash.is_same_side == (earlier.side == later.side) && (!clash.only_lasting || is_state);
  });
}

std::string_view OtherSide(std::string_view side) {
  return side == "left" ? "right" : "left";
}

std::optional<Place> PlaceOfOther(Place place) {
  switch (place) {
    case Place::kBelow:
      return Place::kOnTop;
    case Place::kOnTop:
      return Place::kBelow;
    case Place::kCrossedOver:
      return Place::kCrossedUnder;
    default:
      return std::nullopt;
  }
}

struct Clause {
  Match words;
  bool is_lasting = false;
};

// A clause ends where another verb or another limb may begin.
std::vector<Clause> Clauses(const WordList& tokens) {
  std::vector<Clause> clauses;
  bool is_opened_by_with = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= tokens.size(); ++at) {
    // "step forward with your right foot" is one clause, "kneel, with your right foot forward" is two.
    // So is "left foot forward with right knee behind".
    const auto said = std::span<const std::string>(tokens.words).subspan(begin, at - begin);
    const bool is_with = at < tokens.size() && at > 0 && tokens.words[at] == "with" &&
                         (tokens.words[at - 1] != "forward" || FindPhrase(said, "left|right"));
    const bool ends =
        at == tokens.size() || is_with || IsOneOf(tokens.words[at], ",|;|:|.|!|and|while|as|until|so|but|or");
    if (!ends) continue;
    if (at > begin) {
      const auto words = std::span<const std::string>(tokens.words).subspan(begin, at - begin);
      // "Stay there, leaning to the left"
      const bool goes_on = !clauses.empty() && clauses.back().is_lasting && words.front().ends_with("ing");
      const bool is_lasting = is_opened_by_with || goes_on || FindPhrase(words, kLasting);
      clauses.push_back({{begin, at}, is_lasting});
    }
    begin = at + 1;
    is_opened_by_with = is_with || (at == 0 && tokens.size() > 0 && tokens.words[0] == "with");
  }
  return clauses;
}

// Whether the form's words may mean something else in this clause.
bool IsMeant(const Form& form, const Clause& clause, std::span<const std::string> words) {
  if (form.tells == Tells::kStateIfLasting && !clause.is_lasting) return false;
  switch (form.place) {
    case Place::kForward:
    case Place::kBack:
      return !FindPhrase(words, kGestures);
    case Place::kTurned:
    case Place::kLeaned:
      return !FindPhrase(words, kOwnWay);
    default:
      return true;
  }
}

std::vector<Placed> ReadClauses(const Passage& passage, const WordList& tokens, std::size_t step) {
  std::vector<Placed> found;
  for (const Clause& clause : Clauses(tokens)) {
    const auto words = std::span<const std::string>(tokens.words)
                           .subspan(clause.words.begin, clause.words.end - clause.words.begin);
    for (const Form& form : kForms) {
      const auto match = form.FindIn(words);
      if (!match || !IsMeant(form, clause, words)) continue;
      const auto side = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(match->begin), words.end(),
                                     [](const std::string& word) { return IsOneOf(word, "left|right"); });
      const Piece piece = tokens.PieceOf(clause.words.begin + match->begin, clause.words.begin + match->end);
      const bool is_lasting = clause.is_lasting || form.tells == Tells::kState;
      // "Flat on the floor in front" is in front.
      const bool is_in_front = form.place == Place::kFlat && !found.empty() &&
                               found.back().place == Place::kForward &&
                               found.back().span.begin == passage.SpanOf(piece).begin;
      // "Take hold of your foot" has "hold of your foot" in it.
      const bool is_said = !found.empty() && found.back().place == form.place && found.back().side == *side &&
                           found.back().span.end == passage.SpanOf(piece).end;
      if (!is_in_front && !is_said)
        found.push_back({form.place, *side, is_lasting, passage.SpanOf(piece), step});
    }
  }
  return found;
}

// A leg that is laid over itself: "cross your left ankle over your left knee". The two sides named.
constexpr Phrases kOverItself{
    "left ankle|foot|leg|shin|thigh over|on|across|onto top? of? your|the? left "
    "ankle|foot|leg|shin|thigh|knee",
    "right ankle|foot|leg|shin|thigh over|on|across|onto top? of? your|the? right "
    "ankle|foot|leg|shin|thigh|knee",
};

class ExerciseCheck {
 public:
  explicit ExerciseCheck(RuleContext& context) : context_(context) {}

  void CheckStep(const Prose& step, std::size_t number) {
    for (const Passage& passage : PassagesOf(step)) {
      const WordList& tokens = passage.tokens();
      if (FindAnyPhrase(tokens.words, kFresh)) placed_.clear();
      // "Spend the first half with your right leg forward, the second with the left."
      if (FindPhrase(tokens.words, "first half ... ... ... ... ... ... ... ... second half?")) continue;
      static constexpr Phrases kPair{"legs|feet|knees"};
      has_pair_ = has_pair_ || FindAnyPhrase(tokens.words, kPair);
      if (!has_pair_ && !placed_.empty()) CheckLowered(passage, tokens);
      if (FindPhrase(tokens.words, kLowers)) Forget(Place::kLifted);
      CheckItself(passage, tokens);
      for (const Placed& found : ReadClauses(passage, tokens, number)) Take(found);
    }
  }

 private:
  void Forget(Place place) {
    std::erase_if(placed_, [&](const Placed& known) { return known.place == place; });
  }

  // One leg is up, and the other comes down.
  void CheckLowered(const Passage& passage, const WordList& tokens) {
    static constexpr Phrases kLowered{"lower|lowering your|the? left|right leg|foot"};
    const auto lowered = FindAnyPhrase(tokens.words, kLowered);
    if (!lowered) return;
    const std::string& side = *std::find_if(tokens.words.begin() + static_cast<std::ptrdiff_t>(lowered->begin),
                                            tokens.words.end(),
                                            [](const std::string& word) { return IsOneOf(word, "left|right"); });
    const auto is_lifted = [&](const Placed& known) { return known.place == Place::kLifted; };
    const auto lifted = std::ranges::find_if(placed_, is_lifted);
    const bool may_be = std::ranges::any_of(
        placed_, [&](const Placed& known) { return is_lifted(known) && known.side == side; });
    if (lifted == placed_.end() || may_be) return;
    Diagnostic& finding = context_.Report(
        passage.SpanOf(tokens.PieceOf(lowered->begin, lowered->end)),
        fmt::format("the step lowers the {} leg, and step {} lifts the other one; correct one of the two sides", side,
                    lifted->step));
    finding.labels.push_back({lifted->span, Spell(lifted->place, lifted->side)});
  }

  void CheckItself(const Passage& passage, const WordList& tokens) {
    const auto match = FindAnyPhrase(tokens.words, kOverItself);
    if (!match) return;
    const std::string& side = tokens.words[match->begin];
    const auto words = std::span<const std::string>(tokens.words).first(match->end);
    const auto last = std::find(words.rbegin(), words.rend(), side);
    const auto second = static_cast<std::size_t>(words.rend() - last) - 1;
    Diagnostic& finding = context_.Report(
        passage.SpanOf(tokens.PieceOf(match->begin, match->end)),
        fmt::format("the {0} leg cannot lie over the {0} leg; correct one of the two sides", side));
    finding.labels.push_back({passage.SpanOf(tokens.pieces[match->begin]), "this side"});
    finding.labels.push_back({passage.SpanOf(tokens.pieces[second]), "or this one"});
  }

  void Take(const Placed& found) {
    // A movement that the other side has made before: the next one of a series.
    const bool is_next =
        !found.is_lasting && !PlaceOfOther(found.place) &&
        std::ranges::any_of(placed_, [&](const Placed& known) {
          return known.place == found.place && known.side != found.side && known.step != found.step;
        });
    if (is_next) placed_.clear();
    const auto earlier =
        std::ranges::find_if(placed_, [&](const Placed& known) { return Contradict(known, found); });
    if (earlier != placed_.end()) {
      Report(*earlier, found);
      // One slip may stand against many steps: what goes with either of the two is left alone.
      std::erase_if(placed_, [step = earlier->step](const Placed& known) { return known.step == step; });
      return;
    }
    if (found.place == Place::kLifted) {
      std::erase_if(placed_, [&](const Placed& known) {
        return known.side == found.side && known.place != Place::kBelow && known.place != Place::kOnTop;
      });
    }
    placed_.push_back(found);
    if (const auto place = PlaceOfOther(found.place)) {
      Placed other = found;
      other.side = OtherSide(found.side);
      other.place = *place;
      placed_.push_back(std::move(other));
    }
  }

  void Report(const Placed& earlier, const Placed& later) {
    const std::string where =
        earlier.step == later.step ? std::string("it also") : fmt::format("step {}", earlier.step);
    Diagnostic& finding = context_.Report(
        later.span, fmt::format("the step {}, and {} {}; correct one of the two sides",
                                Spell(later.place, later.side), where, Spell(earlier.place, earlier.side)));
    finding.labels.push_back({earlier.span, Spell(earlier.place, earlier.side)});
  }

  RuleContext& context_;
  std::vector<Placed> placed_;
  bool has_pair_ = false;  // a step speaks of both legs
};

// "Repeat the steps with your right leg", where the right one was first.
void CheckRepeat(const Exercise& exercise, RuleContext& context) {
  if (exercise.sides.value != Sides::kEach) return;
  static constexpr Phrases kRepeats{
      "repeat ... ... with|on|using|for your|the left|right leg|side|foot|arm|hand|knee"};
  const bool may_be = std::ranges::any_of(exercise.steps, [](const Prose& step) {
    return std::ranges::any_of(PassagesOf(step), [](const Passage& passage) {
      return FindAnyPhrase(passage.tokens().words, kRepeats).has_value();
    });
  });
  if (!may_be) return;
  const StepRoles roles = RolesOfSteps(exercise);
  if (!roles.change_of_sides || !roles.first_side || *roles.change_of_sides == 0) return;
  const std::string_view first = roles.first_side == Side::kLeft ? "left" : "right";
  for (const Passage& passage : PassagesOf(exercise.steps[*roles.change_of_sides])) {
    const WordList& tokens = passage.tokens();
    const auto found = FindAnyPhrase(tokens.words, kRepeats);
    if (!found || tokens.words[found->end - 2] != first) continue;
    const std::string_view other = first == "left" ? "right" : "left";
    if (std::ranges::find(tokens.words, other) != tokens.words.end()) continue;
    context.Report(passage.SpanOf(tokens.PieceOf(found->end - 2, found->end)),
                   fmt::format("the steps before are done with the {} side already; write the other one", first));
  }
}

void Check(const Exercise& exercise, RuleContext& context) {
  ExerciseCheck check(context);
  for (std::size_t i = 0; i < exercise.steps.size(); ++i) check.CheckStep(exercise.steps[i], i + 1);
  CheckRepeat(exercise, context);
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
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(equipment: [wall]
steps:
  - Stand tall beside a wall.
  - Take hold of your right foot.
  - Pull your left heel toward your buttocks. # expect: ST007 @ 5-31 "step 2 holds the right leg"
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

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST007",
    .name = "contradicting-sides",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The steps give one leg, or one side of the body, two places at once.",
    .rationale =
        R"md(With the right foot forward the left knee is on the floor. Left and right are the slip that a reader
notices last: the words read well, and only the body finds that they cannot be done. Followed are the leg
in front, behind, on the floor, lifted, bent, crossed or held, the hip or thigh that is stretched, the side
that is below and the way the body turns; a change of sides, or of the whole position, starts afresh. English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "the phrases that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::contradicting_sides
