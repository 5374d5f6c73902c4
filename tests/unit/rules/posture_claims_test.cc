// What words say of a posture, sentence by sentence.
#include "rules/posture_claims.h"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "text/tokens.h"

namespace guidec {
namespace posture_claims_test {

std::string Claims(std::string_view text) {
  std::string claims;
  for (const PostureClaim& claim : PostureClaimsIn(Tokens(text))) {
    claims += (claims.empty() ? "" : "; ") + Spell(claim.aspect, claim.value);
  }
  return claims;
}

TEST_CASE("each phrase claims one thing of a body") {
  struct Case {
    std::string_view text, claims;
  };
  constexpr Case kCases[] = {
      {"Left foot a step ahead", "the left foot ahead"},
      {"Right heel in front", "the right foot ahead"},
      {"Lunge forward with the left leg", "the left foot ahead"},
      {"Right toes flat on the floor behind", "the left foot ahead"},
      {"Left foot well behind your right", "the right foot ahead"},
      {"Kneel down on your right knee", "the right knee down"},
      {"Left knee on a towel", "the left knee down"},
      {"Rest on your right forearm", "the right arm below"},
      {"Lie on the left side", "the left side below; the body lying on the side"},
      {"Bend your right knee behind", "the right knee bent behind"},
      {"Twist your upper body gently to the left", "the upper body turned to the left"},
      {"Twist your wrist gently to the left", ""},
      {"Turn your trunk gently to the right", "the upper body turned to the right"},
      {"Chest twisted to the left", "the upper body turned to the left"},
      {"Balance on the right foot", "the right leg standing"},
      {"On your left leg, arms wide", "the left leg standing"},
      {"Rest on your left leg", ""},
      {"Left heel raised", "the left foot up"},
      {"Right knee off the mat", "the right foot up"},
      {"Lift left leg", "the left foot up"},
      {"Raising your right foot", "the right foot up"},
      {"Left foot lowered", "the left foot down"},
      {"Right leg down", "the right foot down"},
      {"Lowering the left leg", "the left foot down"},
      {"Drop your right foot", "the right foot down"},
      {"Both hands on your left thigh", "hands on the left leg"},
      {"Ankle in your right hand", "the right hand holding the leg"},
      {"Lie still on your back with care", "the body lying on the back"},
      {"Lie face up", "the body lying on the back"},
      {"Face up, arms wide", "the body lying on the back"},
      {"Look with your face up", ""},
      {"Face down, arms wide", "the body lying on the front"},
      {"On your back, arms wide", "the body lying on the back"},
      {"Rest on your back, arms wide", ""},
      {"Lie flat on your stomach", "the body lying on the front"},
      {"Lying face down", "the body lying on the front"},
      {"On the belly", "the body lying on the front"},
      {"Lie still on your side", "the body lying on the side"},
      {"On your right side", "the body lying on the side"},
      {"Knees stay flexed", "the knees bent"},
      {"Sit with bent legs", "the knees bent"},
      {"Bend both knees", "the knees bent"},
      {"Legs are extended", "the knees straight"},
      {"Sit with straight knees", "the knees straight"},
      {"Straighten your legs", "the knees straight"},
      {"Pelvis high", "the hips up"},
      {"Raise your bottom", "the hips up"},
      {"Hips sunk", "the hips down"},
      {"Drop the pelvis", "the hips down"},
      {"Leg lifted a bit out to the side", "the leg going to the side"},
      {"Foot straight back", "the leg going backward"},
      {"Leg lifted straight to the front", "the leg going forward"},
      {"Arms lowered", "the hands down"},
      {"Hands overhead", "the hands up"},
      {"Both hands on the floor ahead", "the hands on the floor forward"},
      {"Put your hands on the mat behind", "the hands on the floor backward"},
      {"Tilt your torso slowly forward", "the upper body leaning forward"},
      {"Bend the upper body backward", "the upper body leaning backward"},
      {"A straight line from your head to the heels", "a straight line"},
      {"A crooked line", "a bent line"},
      {"A deep lunge", "the lunge down"},
      {"A shallow lunge", "the lunge up"},
      {"Rise up on your toes", "the body on the toes"},
      {"Come onto both heels", "the body on the heels"},
  };
  for (const Case& test : kCases) {
    INFO(test.text);
    CHECK(Claims(test.text) == test.claims);
  }
}

TEST_CASE("what is denied, in doubt or of one side claims nothing") {
  for (const std::string_view text :
       {"Do not raise your hips", "Never ever ever raise your hips", "Avoid a deep lunge",
        "Rise without a deep lunge", "Don't raise your hips", "Slightly bent knees", "Almost straight legs",
        "If bent knees", "Knees nearly straight", "Right knee bent", "Front knee bent",
        "Left foot of each one ahead", "Hips when raised"}) {
    INFO(text);
    CHECK(Claims(text).empty());
  }
  CHECK(Claims("Not that it is so, raise your hips") == "the hips up");
  CHECK(Claims("Bent knees, and hips raised; arms down") == "the knees bent; the hips up; the hands down");
  CHECK(Claims("Knee bent") == "the knees bent");
}

TEST_CASE("only what a step does may be changed by the next one") {
  CHECK_FALSE(MayChange(Aspect::kFootAhead));
  CHECK_FALSE(MayChange(Aspect::kTurn));
  CHECK(MayChange(Aspect::kStandsOn));
  CHECK(MayChange(Aspect::kSole));
}

}  // namespace posture_claims_test
}  // namespace guidec
