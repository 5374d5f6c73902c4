// What words say of how a body is held, as values that a drawn figure can be asked for.
#ifndef GUIDEC_RULES_POSTURE_CLAIMS_H_
#define GUIDEC_RULES_POSTURE_CLAIMS_H_

#include <optional>
#include <string>
#include <vector>

#include "model/picture/figure.h"
#include "text/phrase.h"

namespace guidec {

enum class Aspect : unsigned char {
  kFootAhead,
  kKneeDown,
  kProp,
  kSideBelow,
  kKneeBehind,
  kTurn,
  // From here on, what steps change one after the other.
  kStandsOn,
  kLeftFoot,
  kRightFoot,
  kHandsOn,
  kHolder,
  kLies,
  kKnees,
  kHips,
  kLegWay,
  kHands,
  kHandPlace,
  kLean,
  kLine,
  kLunge,
  kSole,
};

enum class Held : unsigned char {
  kLeft,
  kRight,
  kUp,
  kDown,
  kForward,
  kBackward,
  kSideways,
  kOnBack,
  kOnFront,
  kOnSide,
  kBent,
  kStraight,
  kToes,
  kHeels,
};

struct PostureClaim {
  Aspect aspect;
  Held value;
  Match words;
};

// Whether a step may change it after another step has said it.
constexpr bool MayChange(Aspect aspect) {
  return aspect >= Aspect::kStandsOn;
}

// Of the tokens (text/tokens.h) of a passage, in their order; each aspect may come more than once.
std::vector<PostureClaim> PostureClaimsIn(const WordList& tokens);

// How the figure holds it; `other` is the figure before it, or null. Nothing where the drawing does not show
// it clearly.
std::optional<Held> DrawnIn(const Figure& figure, const Figure* other, Aspect aspect);

// "the left foot ahead".
std::string Spell(Aspect aspect, Held value);

}  // namespace guidec

#endif  // GUIDEC_RULES_POSTURE_CLAIMS_H_
