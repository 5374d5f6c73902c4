#include <string_view>

#include <catch2/catch.hpp>

#include "text/content_words.h"
#include "text/opposites.h"
#include "text/statements.h"
#include "text/tokens.h"

namespace guidec {
namespace {

Likeness Compare(std::string_view one, std::string_view other) {
  const WordList first = Tokens(one);
  const WordList second = Tokens(other);
  return CompareStatements(ReadStatement(first), ReadStatement(second)).likeness;
}

TEST_CASE("what turns a statement round makes it the opposite") {
  constexpr std::string_view kOpposites[][2] = {
      {"Ice does not bring down swelling.", "Ice brings down swelling."},
      {"Regular exercise can't lower your risk of falls.", "Regular exercise may lower your risk of falls."},
      {"Exercise may raise your risk of falls.", "Regular exercise may reduce your risk of falls."},
      {"Older adults are less likely to break a bone.", "Older adults are more likely to break a bone."},
      {"Stretch your calves before you run.", "Stretch your calves after you run."},
      {"Runners get this pain less often than cyclists do.", "Runners get this pain more often than cyclists do."},
      {"Runners get this pain more often than cyclists do.", "Cyclists get this pain more often than runners do."},
      {"Hold the stretch without pain.", "Hold the stretch with pain."},
      {"You never lock your knees.", "You lock your knees."},
      {"You look at your hands, not at the ball.", "You look at the ball, and not at your hands."},
      {"You look at your hands.", "You look at the ball, not at your hands."},
      {"Heat before a run warms your muscles.", "Heat after a run warms your muscles."},
      {"It is a myth that ice brings down swelling.", "Ice brings down swelling."},
      {"Strong legs make a fall more likely.", "Strong legs make a fall less likely."},
  };
  for (const auto& [one, other] : kOpposites) {
    INFO(one << " / " << other);
    CHECK(Compare(one, other) == Likeness::kOpposite);
    CHECK(Compare(other, one) == Likeness::kOpposite);
  }
}

TEST_CASE("what says the same in other words is no opposite") {
  constexpr std::string_view kHarmless[][2] = {
      {"Ice brings down swelling.", "Ice can bring down the swelling."},
      {"Ice comes before compression.", "Compression comes after ice."},
      {"A run is longer than a walk.", "A walk is shorter than a run."},
      {"Regular exercise lowers your risk of falls.", "Exercise, if regular, reduces the risk of a fall."},
      {"You look at the ball, not at your hands.", "You look at the ball, and let your hands do the rest."},
      {"It is not safe to run with a fever.", "It is unsafe to run with a fever."},
      {"Ice not only numbs the spot but cools it.", "Ice cools the spot."},
      {"Poor balance makes falls more likely.", "Good balance makes falls less likely."},
      {"Do not hold your breath.", "Breathe out as you lift."},
      {"Stop if it does not feel right.", "Stop if it feels wrong."},
      {"Warm up before you run.", "Cool down after you run."},
      {"You do not need strong arms.", "Anyone can learn to juggle."},
      {"Train your legs on 2 or more days a week.", "You train your legs on two or more days each week."},
      {"Hold it for half a minute.", "Hold it for 30 seconds."},
      {"A colour helps those who see it.", "A color helps those who see it."},
      {"Land on the middle of your foot.", "Your foot lands on its middle."},
      {"Rest eases the pain.", "Pain that does not go away needs a doctor."},
      {"Good form protects you from strain.", "Without good form you may strain a muscle."},
      {"Strong bones help.", "Weak bones break."},
      {"Rest at least one day in between.", "You rest for a day or more in between."},
  };
  for (const auto& [one, other] : kHarmless) {
    INFO(one << " / " << other);
    CHECK(Compare(one, other) != Likeness::kOpposite);
    CHECK(Compare(one, other) != Likeness::kOtherNumber);
  }
}

TEST_CASE("another number is told, however it is written") {
  CHECK(Compare("Train on three days a week.", "Train on two days a week.") == Likeness::kOtherNumber);
  CHECK(Compare("Hold the stretch for 45 seconds.", "Hold the stretch for half a minute.") ==
        Likeness::kOtherNumber);
  CHECK(Compare("Ice is the second step.", "Ice is the third step.") == Likeness::kOtherNumber);
  CHECK(Compare("Hold the stretch for 60 s.", "Hold the stretch for 1 minute.") == Likeness::kSame);
}

TEST_CASE("opposites go by stems") {
  CHECK(AreOpposite(WordStem("more"), WordStem("fewer")));
  CHECK(AreOpposite(WordStem("before"), WordStem("after")));
  CHECK(AreAlike(WordStem("less"), WordStem("fewer")));
  CHECK_FALSE(AreOpposite(WordStem("more"), WordStem("most")));
  CHECK_FALSE(AreOpposite(WordStem("rest"), WordStem("ice")));
}

}  // namespace
}  // namespace guidec
