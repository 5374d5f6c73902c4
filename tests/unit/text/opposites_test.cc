#include "text/opposites.h"

#include <string_view>

#include <catch2/catch.hpp>

#include "text/content_words.h"

namespace guidec {
namespace opposites_test {

bool AreOppositeWords(std::string_view one, std::string_view other) {
  return AreOpposite(WordStem(one), WordStem(other));
}

bool AreAlikeWords(std::string_view one, std::string_view other) {
  return AreAlike(WordStem(one), WordStem(other));
}

TEST_CASE("the one word turns round what the other says") {
  constexpr std::string_view kOpposites[][2] = {{"more", "less"},
                                                {"greater", "fewer"},
                                                {"most", "least"},
                                                {"highest", "lowest"},
                                                {"many", "few"},
                                                {"maximum", "minimum"},
                                                {"large", "small"},
                                                {"bigger", "little"},
                                                {"often", "rarely"},
                                                {"usual", "unusual"},
                                                {"increase", "reduce"},
                                                {"heighten", "cut"},
                                                {"rise", "fall"},
                                                {"grow", "drop"},
                                                {"gain", "lose"},
                                                {"full", "empty"},
                                                {"entire", "partial"},
                                                {"longer", "shorter"},
                                                {"longest", "shortest"},
                                                {"long", "short"},
                                                {"faster", "slower"},
                                                {"fastest", "slowest"},
                                                {"fast", "slow"},
                                                {"before", "after"},
                                                {"prior", "afterwards"},
                                                {"earlier", "later"},
                                                {"earliest", "latest"},
                                                {"early", "late"},
                                                {"first", "last"},
                                                {"begin", "end"},
                                                {"start", "stop"},
                                                {"keep", "quit"},
                                                {"next", "previous"},
                                                {"morning", "evening"},
                                                {"day", "night"},
                                                {"temporary", "permanent"},
                                                {"left", "right"},
                                                {"top", "bottom"},
                                                {"upper", "lower"},
                                                {"higher", "lower"},
                                                {"high", "low"},
                                                {"up", "down"},
                                                {"above", "below"},
                                                {"over", "underneath"},
                                                {"front", "back"},
                                                {"ahead", "behind"},
                                                {"inside", "outside"},
                                                {"internal", "external"},
                                                {"toward", "away"},
                                                {"near", "far"},
                                                {"together", "apart"},
                                                {"indoors", "outdoors"},
                                                {"deep", "shallow"},
                                                {"wide", "narrow"},
                                                {"thick", "thin"},
                                                {"with", "without"},
                                                {"prevent", "trigger"},
                                                {"prevention", "cause"},
                                                {"help", "harm"},
                                                {"useful", "useless"},
                                                {"ease", "worsen"},
                                                {"calm", "increase"},
                                                {"improve", "worsen"},
                                                {"enhance", "damage"},
                                                {"strengthen", "weaken"},
                                                {"strength", "weakness"},
                                                {"protect", "endanger"},
                                                {"support", "oppose"},
                                                {"allow", "forbid"},
                                                {"include", "exclude"},
                                                {"accept", "reject"},
                                                {"agree", "disagree"},
                                                {"succeed", "fail"},
                                                {"lift", "lower"},
                                                {"bend", "straighten"},
                                                {"push", "pull"},
                                                {"open", "close"},
                                                {"tense", "loosen"},
                                                {"inhale", "exhale"},
                                                {"speed", "slow"},
                                                {"sit", "stand"},
                                                {"active", "passive"},
                                                {"attach", "detach"},
                                                {"better", "worse"},
                                                {"best", "worst"},
                                                {"good", "bad"},
                                                {"strong", "weak"},
                                                {"stronger", "weaker"},
                                                {"strongest", "weakest"},
                                                {"likely", "unlikely"},
                                                {"possible", "impossible"},
                                                {"able", "unable"},
                                                {"safe", "unsafe"},
                                                {"healthy", "unhealthy"},
                                                {"necessary", "unnecessary"},
                                                {"important", "unimportant"},
                                                {"stable", "unstable"},
                                                {"normal", "abnormal"},
                                                {"comfortable", "uncomfortable"},
                                                {"equal", "unequal"},
                                                {"same", "different"},
                                                {"tight", "loose"},
                                                {"stiffer", "flexible"},
                                                {"stretch", "shorten"},
                                                {"move", "still"},
                                                {"always", "never"},
                                                {"basic", "advanced"},
                                                {"flexibility", "stiffness"},
                                                {"warm", "cool"},
                                                {"heat", "chill"},
                                                {"hard", "easy"},
                                                {"harder", "easier"},
                                                {"hardest", "easiest"},
                                                {"hard", "soft"},
                                                {"vigorously", "lightly"},
                                                {"heavy", "light"},
                                                {"severe", "mild"},
                                                {"sharp", "dull"},
                                                {"acute", "chronic"},
                                                {"old", "young"},
                                                {"men", "women"},
                                                {"boys", "girls"},
                                                {"positive", "negative"},
                                                {"simple", "complex"},
                                                {"dry", "wet"},
                                                {"loud", "quiet"},
                                                {"cheap", "expensive"}};
  for (const auto& [one, other] : kOpposites) {
    INFO(one << " " << other);
    CHECK(AreOppositeWords(one, other));
    CHECK(AreOppositeWords(other, one));
    CHECK_FALSE(AreAlikeWords(one, other));
    CHECK(HasOpposite(WordStem(one)));
    CHECK(HasOpposite(WordStem(other)));
  }
}

TEST_CASE("words on one side of a pair are alike, and any word is like itself") {
  constexpr std::string_view kAlike[][2] = {{"more", "greater"}, {"fewer", "less"},  {"lower", "reduce"},
                                            {"lessen", "cut"},   {"soothe", "ease"}, {"knee", "knee"}};
  for (const auto& [one, other] : kAlike) {
    INFO(one << " " << other);
    CHECK(AreAlikeWords(one, other));
    CHECK(AreAlikeWords(other, one));
    CHECK_FALSE(AreOppositeWords(one, other));
  }
  constexpr std::string_view kApart[][2] = {
      {"more", "knee"}, {"knee", "more"}, {"knee", "hip"}, {"more", "sooner"}, {"less", "later"}};
  for (const auto& [one, other] : kApart) {
    INFO(one << " " << other);
    CHECK_FALSE(AreAlikeWords(one, other));
    CHECK_FALSE(AreOppositeWords(one, other));
  }
  CHECK_FALSE(HasOpposite("knee"));
  CHECK_FALSE(HasOpposite(""));
}

}  // namespace opposites_test
}  // namespace guidec
