// A table of phrases gives each claim its aspect and value. A value of kSide is the first "left" or "right" of the
// phrase, kOtherSide the one across from it.
#include "rules/posture_claims.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "text/negation.h"

namespace guidec {
namespace {

enum class Of : unsigned char { kValue, kSide, kOtherSide, kFoot };

struct Form {
  Aspect aspect;
  Phrase phrase;
  Of of = Of::kSide;
  Held value = Held::kLeft;  // of kValue and kFoot
  bool at_start = false;     // only as the first words: "On your back, knees bent"
};

constexpr Form kForms[] = {
    {Aspect::kFootAhead, "left|right foot|leg ... ... forward|ahead"},
    {Aspect::kFootAhead, "left|right foot|leg|heel|toes ... ... in front"},
    {Aspect::kFootAhead, "step|lunge forward with|on your|the left|right foot|leg"},
    {Aspect::kFootAhead, "left|right foot|leg|heel|toes ... flat ... ... ... behind", Of::kOtherSide},
    {Aspect::kFootAhead, "left|right foot|leg|heel|toes far|just|well? behind the|your? left|right",
     Of::kOtherSide},
    {Aspect::kKneeDown, "kneel|kneeling down? on your|the left|right knee"},
    {Aspect::kKneeDown, "left|right knee down? on|onto|to a|the|your floor|mat|ground|towel|cushion"},
    {Aspect::kProp, "on|onto your|the left|right elbow|forearm"},
    {Aspect::kSideBelow, "lie|lying on your|the left|right side"},
    {Aspect::kKneeBehind, "bend your|the left|right knee behind"},
    {Aspect::kTurn,
     "turn|twist|rotate your|the? upper|torso|trunk|chest ... ... to|toward|towards the|your left|right"},
    {Aspect::kTurn,
     "chest|torso|trunk|body turned|twisted|rotated|turning|twisting to|toward|towards? the|your? "
     "left|right"},

    {Aspect::kStandsOn, "stand|standing|stands|balance|balancing on your|the left|right leg|foot"},
    {Aspect::kStandsOn, "on your|the left|right leg|foot", Of::kSide, Held::kLeft, true},
    {Aspect::kLeftFoot, "left leg|foot|knee|heel lifted|raised|up|off", Of::kFoot, Held::kUp},
    {Aspect::kRightFoot, "right leg|foot|knee|heel lifted|raised|up|off", Of::kFoot, Held::kUp},
    {Aspect::kLeftFoot, "lift|lifting|raise|raising your|the? left leg|foot|knee", Of::kFoot, Held::kUp},
    {Aspect::kRightFoot, "lift|lifting|raise|raising your|the? right leg|foot|knee", Of::kFoot, Held::kUp},
    {Aspect::kLeftFoot, "left leg|foot lowered|down", Of::kFoot, Held::kDown},
    {Aspect::kRightFoot, "right leg|foot lowered|down", Of::kFoot, Held::kDown},
    {Aspect::kLeftFoot, "lower|lowering|drop your|the? left leg|foot", Of::kFoot, Held::kDown},
    {Aspect::kRightFoot, "lower|lowering|drop your|the? right leg|foot", Of::kFoot, Held::kDown},
    {Aspect::kHandsOn, "both? hands|hand on|onto your|the? left|right thigh|knee|leg|foot|shin|ankle"},
    {Aspect::kHolder, "foot|ankle|heel with|in your|the left|right hand"},
    {Aspect::kLies, "lie|lying|lies ... on your|the back ,|.|on|with|and|;", Of::kValue, Held::kOnBack},
    {Aspect::kLies, "lie|lying|lies face up", Of::kValue, Held::kOnBack},
    {Aspect::kLies, "face up", Of::kValue, Held::kOnBack, true},
    {Aspect::kLies, "face down", Of::kValue, Held::kOnFront, true},
    {Aspect::kLies, "on your|the back ,|.|;|with", Of::kValue, Held::kOnBack, true},
    {Aspect::kLies, "lie|lying|lies ... on your|the front|stomach|belly|tummy|chest", Of::kValue,
     Held::kOnFront},
    {Aspect::kLies, "lie|lying|lies face down", Of::kValue, Held::kOnFront},
    {Aspect::kLies, "on your|the front|stomach|belly|tummy", Of::kValue, Held::kOnFront, true},
    {Aspect::kLies, "lie|lying|lies ... on your|the left|right? side", Of::kValue, Held::kOnSide},
    {Aspect::kLies, "on your|the left|right? side", Of::kValue, Held::kOnSide, true},
    {Aspect::kKnees, "both? knees|legs|knee is|are|stay|staying? bent|flexed", Of::kValue, Held::kBent},
    {Aspect::kKnees, "bent knees|legs", Of::kValue, Held::kBent},
    {Aspect::kKnees, "bend your|both knees|legs", Of::kValue, Held::kBent},
    {Aspect::kKnees, "both? knees|legs|knee is|are|stay|staying? straight|extended", Of::kValue,
     Held::kStraight},
    {Aspect::kKnees, "straight knees|legs", Of::kValue, Held::kStraight},
    {Aspect::kKnees, "straighten your|both knees|legs", Of::kValue, Held::kStraight},
    {Aspect::kHips, "hips|pelvis|buttocks|bottom lifted|raised|up|high|off", Of::kValue, Held::kUp},
    {Aspect::kHips, "lift|raise your|the hips|pelvis|buttocks|bottom", Of::kValue, Held::kUp},
    {Aspect::kHips, "hips|pelvis|buttocks|bottom lowered|down|low|dropped|sunk", Of::kValue, Held::kDown},
    {Aspect::kHips, "lower|drop your|the hips|pelvis|buttocks|bottom", Of::kValue, Held::kDown},
    {Aspect::kLegWay, "leg|foot lifted? ... out? to the|your? side", Of::kValue, Held::kSideways},
    {Aspect::kLegWay, "leg|foot lifted? ... straight|out|bent? to? the? back|backward|backwards", Of::kValue,
     Held::kBackward},
    {Aspect::kLegWay, "leg|foot lifted? ... straight|out|bent to? the? front|forward|forwards", Of::kValue,
     Held::kForward},
    {Aspect::kHands, "hands|arms down|lowered", Of::kValue, Held::kDown},
    {Aspect::kHands, "hands|arms up|overhead|raised|lifted", Of::kValue, Held::kUp},
    {Aspect::kHandPlace, "both|your hands to|on the floor|mat|ground ahead|in", Of::kValue, Held::kForward},
    {Aspect::kHandPlace, "both|your hands to|on the floor|mat|ground behind", Of::kValue, Held::kBackward},
    {Aspect::kLean, "lean|tilt|bend your|the? upper? body|torso|trunk|chest ... forward|forwards", Of::kValue,
     Held::kForward},
    {Aspect::kLean, "lean|tilt|bend your|the? upper? body|torso|trunk|chest ... back|backward|backwards",
     Of::kValue, Held::kBackward},
    {Aspect::kLine, "straight line from ... head|shoulders to ... heels|feet|ankles|toes", Of::kValue,
     Held::kStraight},
    {Aspect::kLine, "bent|curved|crooked|broken line", Of::kValue, Held::kBent},
    {Aspect::kLunge, "low|deep lunge", Of::kValue, Held::kDown},
    {Aspect::kLunge, "high|shallow lunge", Of::kValue, Held::kUp},
    {Aspect::kSole, "rise|up|stand|standing|come ... on|onto your|the|both? toes|tiptoe|tiptoes", Of::kValue,
     Held::kToes},
    {Aspect::kSole, "rise|up|stand|standing|come ... on|onto your|the|both? heel|heels", Of::kValue,
     Held::kHeels},
};

Held SideIn(std::span<const std::string> words, Of of) {
  const auto is_side = [](const std::string& word) { return word == "left" || word == "right"; };
  const std::string& side = *std::ranges::find_if(words, is_side);
  return (side == "left") == (of != Of::kOtherSide) ? Held::kLeft : Held::kRight;
}

// "Slightly bent", "almost straight" and what is denied claim nothing that a drawing shows.
bool IsCertain(std::span<const std::string> words, const Match& match) {
  constexpr std::string_view kHedges = "slightly|almost|nearly|partly|little|if|or|until|when";
  const auto before = words.first(match.begin);
  if (FindPhrase(before.last(std::min<std::size_t>(before.size(), 4)), "not|never|without|avoid|don't")) return false;
  const auto said = words.subspan(match.begin, match.end - match.begin);
  return !FindPhrase(said, kHedges) && !FindPhrase(said, "one|each|other") &&
         (match.begin == 0 || !IsOneOf(words[match.begin - 1], kHedges));
}

double Angle(const Figure& figure, Joint joint, std::size_t motion) {
  return figure.placed.angles.At(joint, motion);
}

Eigen::Vector3d PlaceOf(const Figure& figure, Segment segment) {
  return figure.placed.posture.Of(segment).origin;
}

std::optional<Held> SideOf(double towards_left, double least) {
  if (std::abs(towards_left) < least) return std::nullopt;
  return towards_left > 0 ? Held::kLeft : Held::kRight;
}

// The side whose part bears on something while the other's does not.
std::optional<Held> BearsOn(const Figure& figure, const Alternatives& parts) {
  bool left = false;
  bool right = false;
  for (const Contact& contact : figure.spec.contacts) {
    const std::string_view name = contact.part.name;
    const std::size_t blank = name.find(' ');
    if (blank == std::string_view::npos || !IsOneOf(name.substr(blank + 1), parts)) continue;
    if (std::holds_alternative<Part>(contact.on)) continue;
    left = left || name.starts_with("left ");
    right = right || name.starts_with("right ");
  }
  if (left == right) return std::nullopt;
  return left ? Held::kLeft : Held::kRight;
}

constexpr std::string_view kSoles = "foot|heel|toes|instep|outer foot|ankle";

bool Bears(const Figure& figure, std::string_view side, const Alternatives& parts) {
  return std::ranges::any_of(figure.spec.contacts, [&](const Contact& contact) {
    const std::string_view name = contact.part.name;
    return name.starts_with(side) && name.size() > side.size() + 1 && IsOneOf(name.substr(side.size() + 1), parts) &&
           !std::holds_alternative<Part>(contact.on);
  });
}

std::optional<Held> FootHeight(const Figure& figure, std::string_view side) {
  if (Bears(figure, side, kSoles)) return Held::kDown;
  const bool is_left = side == "left";
  const double foot = PlaceOf(figure, is_left ? Segment::kLeftFoot : Segment::kRightFoot).z();
  return foot > 1.5 * proportion::kAnkleHeight ? std::optional(Held::kUp) : std::nullopt;
}

// The side of the one part of the body that hands rest on.
std::optional<Held> HandsOn(const Figure& figure) {
  std::optional<Held> side;
  for (const Contact& contact : figure.spec.contacts) {
    const Part* on = std::get_if<Part>(&contact.on);
    if (on == nullptr || !contact.part.name.ends_with(" hand")) continue;
    if (!on->name.starts_with("left ") && !on->name.starts_with("right ")) return std::nullopt;
    const Held here = on->name.starts_with("left ") ? Held::kLeft : Held::kRight;
    if (side && side != here) return std::nullopt;
    side = here;
  }
  return side;
}

// The one hand that holds a foot.
std::optional<Held> Holder(const Figure& figure) {
  std::optional<Held> side;
  for (const Contact& contact : figure.spec.contacts) {
    const Part* on = std::get_if<Part>(&contact.on);
    if (on == nullptr || !contact.part.name.ends_with(" hand")) continue;
    if (side) return std::nullopt;
    side = contact.part.name.starts_with("left ") ? Held::kLeft : Held::kRight;
  }
  return side;
}

std::optional<Held> LiesOn(const Figure& figure) {
  const Eigen::Matrix3d& pelvis = figure.placed.posture.Of(Segment::kPelvis).axes;
  constexpr double kMostly = 0.7;
  if (pelvis.col(0).z() > kMostly) return Held::kOnBack;
  if (pelvis.col(0).z() < -kMostly) return Held::kOnFront;
  if (std::abs(pelvis.col(1).z()) > kMostly) return Held::kOnSide;
  return std::nullopt;
}

std::optional<Held> Knees(const Figure& figure) {
  const double left = Angle(figure, Joint::kLeftKnee, 0);
  const double right = Angle(figure, Joint::kRightKnee, 0);
  if (std::min(left, right) > 40) return Held::kBent;
  if (std::max(left, right) < 20) return Held::kStraight;
  return std::nullopt;
}

std::optional<Held> HipsAgainst(const Figure& figure, const Figure* other) {
  // Of bodies on the floor: who stood before has lower hips in a bridge.
  const double highest = proportion::kThigh;
  if (other == nullptr || PlaceOf(*other, Segment::kPelvis).z() > highest) return std::nullopt;
  if (PlaceOf(figure, Segment::kPelvis).z() > highest) return std::nullopt;
  const double rise = PlaceOf(figure, Segment::kPelvis).z() - PlaceOf(*other, Segment::kPelvis).z();
  if (std::abs(rise) < 0.03) return std::nullopt;
  return rise > 0 ? Held::kUp : Held::kDown;
}

// Which way the one lifted foot is from the other.
std::optional<Held> LegWay(const Figure& figure) {
  const auto left = FootHeight(figure, "left");
  const auto right = FootHeight(figure, "right");
  if (!left || !right || *left == *right) return std::nullopt;
  const Eigen::Vector3d apart = (PlaceOf(figure, Segment::kLeftFoot) - PlaceOf(figure, Segment::kRightFoot)) *
                                (*left == Held::kUp ? 1 : -1);
  const double across = std::abs(apart.y()) - 0.1;
  if (std::abs(apart.x()) > std::max(0.05, 2 * across)) return apart.x() > 0 ? Held::kForward : Held::kBackward;
  if (across > std::max(0.05, 2 * std::abs(apart.x()))) return Held::kSideways;
  return std::nullopt;
}

// Both on one side of a line, and clear of it.
std::optional<Held> Both(double left, double right, double least, Held above, Held below) {
  if (std::min(left, right) > least) return above;
  if (std::max(left, right) < -least) return below;
  return std::nullopt;
}

std::optional<Held> Hands(const Figure& figure) {
  const double shoulders = PlaceOf(figure, Segment::kLeftUpperArm).z() + PlaceOf(figure, Segment::kRightUpperArm).z();
  return Both(PlaceOf(figure, Segment::kLeftHand).z() - shoulders / 2,
              PlaceOf(figure, Segment::kRightHand).z() - shoulders / 2, 0.05, Held::kUp, Held::kDown);
}

std::optional<Held> HandPlace(const Figure& figure) {
  const double hips = PlaceOf(figure, Segment::kPelvis).x();
  return Both(PlaceOf(figure, Segment::kLeftHand).x() - hips, PlaceOf(figure, Segment::kRightHand).x() - hips, 0.1,
              Held::kForward, Held::kBackward);
}

std::optional<Held> Lean(const Figure& figure) {
  const double forward = figure.placed.posture.Of(Segment::kThorax).axes.col(2).x();
  if (LiesOn(figure) || std::abs(forward) < 0.2) return std::nullopt;
  return forward > 0 ? Held::kForward : Held::kBackward;
}

std::optional<Held> Line(const Figure& figure) {
  const double most =
      std::max({std::abs(Angle(figure, Joint::kLeftHip, 0)), std::abs(Angle(figure, Joint::kRightHip, 0)),
                std::abs(Angle(figure, Joint::kSpine, 0)), Angle(figure, Joint::kLeftKnee, 0),
                Angle(figure, Joint::kRightKnee, 0)});
  if (most < 20) return Held::kStraight;
  return most > 45 ? std::optional(Held::kBent) : std::nullopt;
}

std::optional<Held> Sole(const Figure& figure) {
  const auto both = [&](const Alternatives& part) {
    return Bears(figure, "left", part) && Bears(figure, "right", part);
  };
  if (both("foot")) return std::nullopt;
  if (both("toes") && !both("heel")) return Held::kToes;
  return both("heel") && !both("toes") ? std::optional(Held::kHeels) : std::nullopt;
}

}  // namespace

std::vector<PostureClaim> PostureClaimsIn(const WordList& tokens) {
  std::vector<PostureClaim> claims;
  const std::span<const std::string> words = tokens.words;
  for (const Form& form : kForms) {
    const auto found = FindPhrase(words, form.phrase);
    if (!found || (form.at_start && found->begin > 0) || !IsCertain(words, *found)) continue;
    // "Right knee bent" says nothing of the left one.
    const bool is_one = form.aspect == Aspect::kKnees && found->begin > 0 &&
                        IsOneOf(words[found->begin - 1], "left|right|front|back");
    if (is_one) continue;
    const bool has_value = form.of == Of::kValue || form.of == Of::kFoot;
    const Held value =
        has_value ? form.value : SideIn(words.subspan(found->begin, found->end - found->begin), form.of);
    claims.push_back({form.aspect, value, *found});
  }
  std::ranges::stable_sort(claims, {}, [](const PostureClaim& claim) { return claim.words.begin; });
  return claims;
}

std::optional<Held> DrawnIn(const Figure& figure, const Figure* other, Aspect aspect) {
  switch (aspect) {
    case Aspect::kFootAhead:
      // Clearly ahead: by more than half the length of a thigh.
      return SideOf(PlaceOf(figure, Segment::kLeftFoot).x() - PlaceOf(figure, Segment::kRightFoot).x(),
                    proportion::kThigh / 2);
    case Aspect::kKneeDown:
      return BearsOn(figure, "knee");
    case Aspect::kProp: {
      const auto forearm = BearsOn(figure, "forearm");
      return forearm ? forearm : BearsOn(figure, "elbow");
    }
    case Aspect::kSideBelow:
      return SideOf(-figure.placed.posture.Of(Segment::kPelvis).axes.col(1).z(), 0.5);
    case Aspect::kKneeBehind:
      return SideOf(PlaceOf(figure, Segment::kRightFoot).x() - PlaceOf(figure, Segment::kLeftFoot).x(),
                    proportion::kThigh / 2);
    case Aspect::kTurn:
      return SideOf(Angle(figure, Joint::kSpine, 2), 10);
    case Aspect::kStandsOn:
      return BearsOn(figure, "foot");
    case Aspect::kLeftFoot:
      return FootHeight(figure, "left");
    case Aspect::kRightFoot:
      return FootHeight(figure, "right");
    case Aspect::kHandsOn:
      return HandsOn(figure);
    case Aspect::kHolder:
      return Holder(figure);
    case Aspect::kLies:
      return LiesOn(figure);
    case Aspect::kKnees:
      return Knees(figure);
    case Aspect::kHips:
      return HipsAgainst(figure, other);
    case Aspect::kLegWay:
      return LegWay(figure);
    case Aspect::kHands:
      return Hands(figure);
    case Aspect::kHandPlace:
      return HandPlace(figure);
    case Aspect::kLean:
      return Lean(figure);
    case Aspect::kLine:
      return Line(figure);
    case Aspect::kLunge:
      return figure.spec.base.starts_with("low lunge") ? std::optional(Held::kDown) : std::nullopt;
    case Aspect::kSole:
      return Sole(figure);
  }
  return std::nullopt;
}

std::string Spell(Aspect aspect, Held value) {
  constexpr std::string_view kWords[] = {"left",     "right",       "up",           "down", "forward",
                                         "backward", "to the side", "on the back",  "on the front",
                                         "on the side", "bent",     "straight",     "on the toes", "on the heels"};
  constexpr std::string_view kForms[] = {"the {} foot ahead",
                                         "the {} knee down",
                                         "the {} arm below",
                                         "the {} side below",
                                         "the {} knee bent behind",
                                         "the upper body turned to the {}",
                                         "the {} leg standing",
                                         "the left foot {}",
                                         "the right foot {}",
                                         "hands on the {} leg",
                                         "the {} hand holding the leg",
                                         "the body lying {}",
                                         "the knees {}",
                                         "the hips {}",
                                         "the leg going {}",
                                         "the hands {}",
                                         "the hands on the floor {}",
                                         "the upper body leaning {}",
                                         "a {} line",
                                         "the lunge {}",
                                         "the body {}"};
  return fmt::format(fmt::runtime(kForms[static_cast<std::size_t>(aspect)]),
                     kWords[static_cast<std::size_t>(value)]);
}

}  // namespace guidec
