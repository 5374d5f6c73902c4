// Reads a few certain phrases of the start position and of the steps before a change of sides, and looks
// whether the drawn body does the same. What is not understood is no contradiction.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/step_reading.h"
#include "model/picture/figure.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::figure_contradicts_text {
namespace {

// What a step says of one side, and how the drawn body is asked for it.
struct Claim {
  std::string_view what;  // "the {} foot ahead", of a side
  std::string_view phrase;
  std::optional<Side> (*drawn)(const Figure&);
};

std::optional<Side> SideOf(double towards_left, double least) {
  if (std::abs(towards_left) < least) return std::nullopt;
  return towards_left > 0 ? Side::kLeft : Side::kRight;
}

// Clearly ahead: by more than half the length of a thigh.
std::optional<Side> FootAhead(const Figure& figure) {
  const Posture& posture = figure.placed.posture;
  const double ahead = posture.Of(Segment::kLeftFoot).origin.x() - posture.Of(Segment::kRightFoot).origin.x();
  return SideOf(ahead, proportion::kThigh / 2);
}

// The side whose part bears on something while the other's does not.
std::optional<Side> BearsOn(const Figure& figure, std::string_view part) {
  bool left = false;
  bool right = false;
  for (const Contact& contact : figure.spec.contacts) {
    if (!contact.part.name.ends_with(part)) continue;
    left = left || contact.part.name.starts_with("left");
    right = right || contact.part.name.starts_with("right");
  }
  if (left == right) return std::nullopt;
  return left ? Side::kLeft : Side::kRight;
}
std::optional<Side> KneeDown(const Figure& figure) {
  return BearsOn(figure, " knee");
}
std::optional<Side> PropDown(const Figure& figure) {
  const auto forearm = BearsOn(figure, " forearm");
  return forearm ? forearm : BearsOn(figure, " elbow");
}

std::optional<Side> SideBelow(const Figure& figure) {
  const Eigen::Vector3d left = figure.placed.posture.Of(Segment::kPelvis).axes.col(1);
  return SideOf(-left.z(), 0.5);
}

std::optional<Side> KneeBentBehind(const Figure& figure) {
  const Posture& posture = figure.placed.posture;
  return SideOf(posture.Of(Segment::kRightFoot).origin.x() - posture.Of(Segment::kLeftFoot).origin.x(),
                proportion::kThigh / 2);
}

std::optional<Side> TurnedTo(const Figure& figure) {
  return SideOf(figure.placed.angles.At(Joint::kSpine, 2), 10);
}

constexpr Claim kClaims[] = {
    {"the {} foot ahead", "left|right foot|leg ... ... forward|ahead", FootAhead},
    {"the {} foot ahead", "left|right foot|leg ... ... in front", FootAhead},
    {"the {} foot ahead", "step|lunge forward with|on your|the left|right foot|leg", FootAhead},
    {"the {} knee down", "kneel|kneeling down? on your|the left|right knee", KneeDown},
    {"the {} knee down", "left|right knee down? on|onto|to a|the|your floor|mat|ground|towel|cushion",
     KneeDown},
    {"the {} arm below", "on|onto your|the left|right elbow|forearm", PropDown},
    {"the {} side below", "lie|lying on your|the left|right side", SideBelow},
    {"the {} knee bent behind", "bend your|the left|right knee behind", KneeBentBehind},
    {"the upper body turned to the {}",
     "turn|twist|rotate your|the? upper|torso|trunk|chest ... ... to|toward|towards the|your left|right",
     TurnedTo},
};

struct Stated {
  const Claim* claim;
  Side side;
  Span span;
};

std::string_view NameOfSide(Side side) {
  return side == Side::kLeft ? "left" : "right";
}

// Of the steps until one changes sides.
std::vector<Stated> StatedIn(const Exercise& exercise) {
  std::vector<Stated> stated;
  for (const Prose& step : exercise.steps) {
    for (const Passage& passage : PassagesOf(step)) {
      const WordList& tokens = passage.tokens();
      if (MayChangeSides(tokens)) return stated;
      for (const Claim& claim : kClaims) {
        const auto match = FindPhrase(tokens.words, claim.phrase);
        if (!match) continue;
        const auto begin = tokens.words.begin();
        const auto side = std::find_if(begin + static_cast<std::ptrdiff_t>(match->begin), tokens.words.end(),
                                       [](const std::string& word) { return IsOneOf(word, "left|right"); });
        stated.push_back({&claim, *side == "left" ? Side::kLeft : Side::kRight,
                          passage.SpanOf(tokens.PieceOf(match->begin, match->end))});
      }
    }
  }
  return stated;
}

void CheckSides(const Figure& figure, const std::vector<Stated>& stated, RuleContext& context) {
  for (const Stated& said : stated) {
    const auto drawn = said.claim->drawn(figure);
    if (!drawn || *drawn == said.side) continue;
    const auto tell = [&](Side side) {
      return fmt::format(fmt::runtime(said.claim->what), NameOfSide(side));
    };
    Diagnostic& finding = context.Report(
        figure.pose, fmt::format("the picture shows {}, and a step says {}; correct the one that is wrong",
                                 tell(*drawn), tell(said.side)));
    finding.labels.push_back({said.span, "the step"});
    return;
  }
}

bool Says(const Prose& prose, std::string_view words) {
  return std::ranges::any_of(PassagesOf(prose), [&](const Passage& passage) {
    return FindPhrase(passage.tokens().words, words).has_value() ||
           std::ranges::any_of(passage.tokens().words,
                               [&](const std::string& word) { return IsOneOf(word, words); });
  });
}

// The first of several figures is the start; one alone may be the hold.
void CheckStart(const Exercise& exercise, const Figure& figure, RuleContext& context) {
  if (!exercise.start_position || figure.is_mirrored) return;
  const BasePose* base = FindBasePose(figure.spec.base);
  if (base == nullptr || Says(exercise.start_position, base->position)) return;
  const bool is_known = std::ranges::any_of(
      BasePoses(), [&](const BasePose& pose) { return Says(exercise.start_position, pose.position); });
  if (!is_known) return;
  Diagnostic& finding = context.Report(
      figure.pose, fmt::format("the first picture starts from `{}`, and the start position is `{}`; "
                               "correct the one that is wrong",
                               base->name, PlainText(exercise.start_position.root)));
  finding.labels.push_back({exercise.start_position.span(), "the start position"});
}

void Check(const Exercise& exercise, RuleContext& context) {
  const auto figures = std::ranges::count_if(exercise.pictures, [](const Picture& picture) {
    return picture.figure && !picture.figure->is_mirrored;
  });
  bool is_first = figures > 1;
  std::optional<std::vector<Stated>> stated;
  for (const Picture& picture : exercise.pictures) {
    if (!picture.figure || !picture.figure->is_sound) continue;
    if (is_first) CheckStart(exercise, *picture.figure, context);
    is_first = false;
    if (picture.figure->is_mirrored) continue;
    if (!stated) stated = StatedIn(exercise);
    CheckSides(*picture.figure, *stated, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(figures:
  - id: start
    view: right side
    pose: half-kneeling, right knee down # expect: FG006 @ 11-41 "the picture shows the right knee down"
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(start-position: half-kneeling
figures:
  - id: start
    view: right side
    pose: standing # expect: FG006 @ 11-19 "starts from `standing`"
  - id: hold
    pose: half-kneeling, left knee down
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(start-position: half-kneeling
figures:
  - id: start
    view: right side
    pose: half-kneeling, left knee down
  - id: start-right
    other-side-of: start
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG006",
    .name = "figure-contradicts-text",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A figure shows another side or another start than the text says.",
    .rationale =
        R"md(Readers follow the picture before the words. Compared are the start position with the first figure's base
pose, and, up to the change of sides, which foot is ahead, which knee or elbow is down, on which side the body
lies, which knee is bent behind and which way the upper body turns. English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "the phrases that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::figure_contradicts_text
