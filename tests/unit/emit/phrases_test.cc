#include "emit/view/phrases.h"
#include "model/quiz/kind.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("minutes are told to the nearest") {
  const Wording english("en");
  CHECK(AboutMinutes({465, 485}, english) == "about 8 minutes");
  CHECK(AboutMinutes({60, 60}, english) == "about 1 minute");
  CHECK(AboutMinutes({5, 5}, english) == "about 1 minute");
  CHECK(AboutMinutes({300, 450}, english) == "about 5 to 8 minutes");
  CHECK(AboutMinutes({2147483647, 2147483647}, english) == "about 35791394 minutes");
  CHECK(AboutTime({90, 90}, english) == "about 1 minute 30 seconds");
  CHECK(AboutTime({120, 150}, english) == "about 2 to 3 minutes");
}

TEST_CASE("an answer in figures is in the guide's language") {
  const struct {
    std::string_view answer;
    std::string_view language;
    std::string_view text;
    std::string_view unit;
  } cases[] = {
      {"30 s", "en", "30 seconds", "seconds"},
      {"1-2 min", "en-US", "1 to 2 minutes", "minutes"},
      {"30 s", "de", "30 Sekunden", "Sekunden"},
      {"1-2 min", "de", "1–2 Minuten", "Minuten"},
      {"90 s", "de-AT", "1 Minute, 30 Sekunden", "Sekunden"},
      {"10-15 Schritte", "de", "10–15 Schritte", "Schritte"},
      {"30 s", "xx", "30 s", "sec"},
  };
  for (const auto& [answer, language, text, unit] : cases) {
    INFO(answer << " in " << language);
    const auto parsed = ParseAmount(answer);
    const auto& amount = std::get<Amount>(parsed);
    const Wording words(language);
    CHECK(AmountText(amount, words) == text);
    CHECK(UnitOf(amount, words) == unit);
    Question question;
    question.kind = &kNumber;
    question.amount = amount;
    CHECK(KeyText(question, {"30 seconds"}, words) == std::vector<std::string>{std::string(text)});
  }
  Question statement;
  statement.kind = &kTrueOrFalse;
  statement.truth = false;
  CHECK(KeyText(statement, {"False"}, Wording("en")) == std::vector<std::string>{"False"});
  Question choice;
  choice.kind = &kSingleChoice;
  CHECK(KeyText(choice, {"B"}, Wording("de")) == std::vector<std::string>{"B"});
}

}  // namespace
}  // namespace guidec
