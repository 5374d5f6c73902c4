#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/content_words.h"
#include "text/opposites.h"
#include "text/statements.h"
#include "text/tokens.h"

namespace guidec {
namespace statements_test {

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
      {"Ice, instead of heat, helps knees.", "Heat helps knees."},
      {"You rest sore calves rather than hips.", "You rest hips."},
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

// "opposite at 1, 100 %, alone 0 and 0"
std::string Compared(std::string_view one, std::string_view other) {
  constexpr std::string_view kLikenesses[] = {"unlike", "same", "opposite", "other number"};
  const WordList first = Tokens(one);
  const WordList second = Tokens(other);
  const auto compared = CompareStatements(ReadStatement(first), ReadStatement(second));
  CHECK(compared.apart() == std::min(compared.only_in_one, compared.only_in_other));
  return fmt::format("{} at {}, {:.0f} %, alone {} and {}",
                     kLikenesses[static_cast<std::size_t>(compared.likeness)], compared.at,
                     compared.coverage * 100, compared.only_in_one, compared.only_in_other);
}

TEST_CASE("a comparison says how much is shared, and where the first statement differs") {
  constexpr std::string_view kCases[][3] = {
      {"", "", "unlike at 0, 0 %, alone 0 and 0"},
      {"Ice helps.", "", "unlike at 0, 0 %, alone 0 and 0"},
      {"Ice cools knees.", "Ice cools knees.", "same at 0, 100 %, alone 0 and 0"},
      {"Ice numbs knees.", "Feet ache.", "unlike at 0, 0 %, alone 0 and 0"},
      {"Calves ache.", "Hips ache.", "unlike at 0, 50 %, alone 1 and 1"},
      {"Tight calves ache.", "Runners\u2019 hips ache.", "unlike at 0, 0 %, alone 0 and 0"},
      {"Sore knees rest.", "Tired knees rest.", "same at 0, 67 %, alone 1 and 1"},
      {"Knees bend.", "Sore knees bend in winter rain.", "same at 0, 40 %, alone 0 and 3"},
      {"Knees bend.", "Sore knees bend in icy winter rain.", "unlike at 0, 33 %, alone 0 and 4"},
      {"Sore knees bend in winter rain.", "Knees bend.", "same at 0, 40 %, alone 3 and 0"},
      {"You stretch sore calves.", "You do not stretch sore calves.", "opposite at 0, 100 %, alone 0 and 0"},
      {"You do not stretch sore calves.", "You stretch sore calves.", "opposite at 2, 100 %, alone 0 and 0"},
      {"You do not stretch calves.", "You never stretch calves.", "same at 2, 100 %, alone 0 and 0"},
      {"You stretch more now.", "You stretch less now.", "opposite at 2, 100 %, alone 0 and 0"},
      {"A weak knee bends.", "A strong knee bends.", "opposite at 1, 100 %, alone 0 and 0"},
      {"Weak men ski and swim.", "Strong women ski and swim.", "same at 1, 100 %, alone 0 and 0"},
      {"Weak old men ski and swim.", "Strong young women ski and swim.", "unlike at 2, 100 %, alone 0 and 0"},
      {"You look at the ball, not your hands.", "You look at your hands.",
       "opposite at 8, 100 %, alone 0 and 0"},
      {"You look at your hands.", "You look at the ball, not your hands.",
       "opposite at 1, 100 %, alone 0 and 0"},
      {"The runners rest longer than walkers.", "Walkers rest longer than runners.",
       "opposite at 1, 100 %, alone 0 and 0"},
      {"The ice comes before compression.", "Compression comes before ice.",
       "opposite at 1, 100 %, alone 0 and 0"},
      {"Rest for 30 seconds between sets.", "Rest for 40 seconds between sets.",
       "other number at 2, 100 %, alone 0 and 0"},
      {"You rest two knees.", "You rest three knees.", "other number at 2, 100 %, alone 0 and 0"},
      {"Rest two knees.", "Rest knees.", "same at 0, 100 %, alone 0 and 0"},
      {"It is the second knee.", "It is the tenth knee.", "other number at 3, 100 %, alone 0 and 0"},
      {"Stand up and rest your knees.", "Stand and rest your knees.", "same at 0, 100 %, alone 0 and 0"},
      {"Rest your knees more.", "Rest your knees.", "unlike at 0, 100 %, alone 0 and 0"},
      {"Rest your knees.", "Rest your knees more.", "unlike at 0, 100 %, alone 0 and 0"},
      {"Ice cools knees, never burns.", "Ice cools knees.", "unlike at 4, 75 %, alone 1 and 0"},
      {"Ice cools knees.", "Ice cools knees, never burns.", "unlike at 0, 75 %, alone 0 and 1"},
      {"If it hurts do not run.", "It hurts. Run.", "unlike at 4, 100 %, alone 0 and 0"},
      {"You reduce swelling fast.", "You lower swelling fast.", "same at 0, 100 %, alone 0 and 0"},
      {"You look at the ball, not your hands.", "Your hands.", "unlike at 0, 0 %, alone 0 and 0"},
      {"You look at the ball, not your hands.", "You look at your sore hands.", "unlike at 0, 33 %, alone 1 and 2"},
      {"Ice cools sore knees well before rest.", "Rest cools sore knees well before ice.",
       "same at 0, 100 %, alone 0 and 0"},
      {"It hurts. Run.", "If it hurts do not run.", "unlike at 0, 100 %, alone 0 and 0"},
  };
  for (const auto& [one, other, compared] : kCases) {
    INFO(one << " / " << other);
    CHECK(Compared(one, other) == compared);
  }
}

// What is read from a statement: "content ice@0; negations 2; pivot 3 than; clause 4; if".
std::string Read(std::string_view text) {
  const WordList tokens = Tokens(text);
  const StatementWords read = ReadStatement(tokens);
  std::string described;
  const auto add = [&](std::string_view name, const std::vector<StatementWords::Word>& words) {
    if (words.empty()) return;
    described += fmt::format("{}", name);
    for (const auto& word : words) described += fmt::format(" {}@{}", word.stem, word.at);
    described += "; ";
  };
  add("content", read.content);
  add("small", read.small);
  add("excluded", read.excluded);
  add("numbers", read.numbers);
  if (!read.negations.empty()) described += fmt::format("negations {}; ", fmt::join(read.negations, " "));
  if (read.pivot != 0) described += fmt::format("pivot {}{}; ", read.pivot, read.compares ? " compares" : "");
  return described + fmt::format("clause {}{}", read.clause_end, read.is_conditional ? "; conditional" : "");
}

TEST_CASE("a statement is cut into what can be compared") {
  constexpr std::string_view kCases[][2] = {
      {"", "clause 0"},
      {"Look at the ball, not at your hands; rest.",
       "content look@0 ball@3 rest@10; excluded hand@8; clause 4"},
      {"Look at the ball; and not at hands", "content look@0 ball@3; excluded hand@8; clause 4"},
      {"Look at it: rest.", "content look@0 rest@4; clause 3"},
      {"Look, not only rest.", "content look@0 rest@4; clause 1"},
      {"Rest for 30 seconds, then walk three times in the third week.",
       "content rest@0 walk@6 week@12; numbers 0 30-30@2 3 3-3@7 third@11; clause 4"},
      {"No more than two rests a day.",
       "content rest@4 day@6; small mor@1; numbers 2@3; pivot 2 compares; clause 8"},
      {"No pain is more than enough.",
       "content pain@1 enough@5; small mor@3; negations 0; pivot 4 compares; clause 7"},
      {"If it hurts, you never run.", "content hurt@2 run@6; negations 5; clause 3"},
      {"If hurt you never run.", "content hurt@1 run@4; negations 3; clause 6; conditional"},
      {"If knees hurt you never run.", "content kne@1 hurt@2 run@5; negations 4; clause 7; conditional"},
      {"If sore knees hurt you never run.", "content sor@1 kne@2 hurt@3 run@6; negations 5; clause 8"},
      {"People need strong legs after a run.",
       "content strong@2 leg@3 run@6; small need@1 after@4; pivot 4; clause 8"},
      {"Rest above, not below.", "content rest@0; small abov@1; pivot 1; clause 2"},
      {"It is neither a myth nor untrue.", "negations 2 4 6; clause 8"},
      {"Look at balls instead of hands.", "content look@0 ball@2; excluded hand@5; clause 7"},
      {"Rest \u20ac \u2014 walk \u2026", "content rest@0 walk@3; clause 5"},
      {"caf\u00e9 5", "content caf\u00e9@0; numbers 5@1; clause 2"},
  };
  for (const auto& [text, read] : kCases) {
    INFO(text);
    CHECK(Read(text) == read);
  }
}

TEST_CASE("a sentence is read by itself") {
  const WordList tokens = Tokens("Rest two knees. Ice three hips, not 4 feet. Walk 5 miles.");
  const StatementWords read = ReadStatement(tokens, {4, 11});
  REQUIRE(read.content.size() == 2);
  CHECK(read.content[0].at == 4);
  CHECK(read.content[1].at == 6);
  REQUIRE(read.excluded.size() == 1);
  CHECK(read.excluded[0].at == 10);
  REQUIRE(read.numbers.size() == 2);
  CHECK(read.numbers[0].stem == "3");
  CHECK(read.numbers[1].stem == "4");
  CHECK(read.clause_end == 7);
}

TEST_CASE("a condition of another sentence does not count") {
  const WordList tokens = Tokens("If. You do not run.");
  CHECK_FALSE(ReadStatement(tokens, {2, 6}).is_conditional);
  CHECK(ReadStatement(tokens, {2, 6}).negations == std::vector<std::size_t>{4});
  CHECK(ReadStatement(tokens).is_conditional);
}

TEST_CASE("a word that negates is told from one that does not") {
  constexpr std::string_view kNegating[] = {
      "not so", "cannot go", "no pain", "no more pain", "don't go",  "never go", "non stop", "nobody",
      "none",   "nothing",   "neither", "nowhere",      "hardly so", "myth",     "untrue",   "false"};
  constexpr std::string_view kOthers[] = {"not only so",   "cannot just go",
                                          "not merely",    "not necessarily",
                                          "no more than",  "no less sore than",
                                          "no later than", "rest",
                                          "know",          "nor"};
  for (const std::string_view text : kNegating) {
    INFO(text);
    CHECK(IsNegation(Tokens(text).words, 0));
  }
  for (const std::string_view text : kOthers) {
    INFO(text);
    CHECK_FALSE(IsNegation(Tokens(text).words, 0));
  }
  CHECK(IsNegation(Tokens("you do not").words, 2));
}

TEST_CASE("opposites go by stems") {
  CHECK(AreOpposite(WordStem("more"), WordStem("fewer")));
  CHECK(AreOpposite(WordStem("before"), WordStem("after")));
  CHECK(AreAlike(WordStem("less"), WordStem("fewer")));
  CHECK_FALSE(AreOpposite(WordStem("more"), WordStem("most")));
  CHECK_FALSE(AreOpposite(WordStem("rest"), WordStem("ice")));
}

}  // namespace statements_test
}  // namespace guidec
