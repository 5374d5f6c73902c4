#include "emit/view/phrases.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "model/quiz/kind.h"

namespace guidec {
namespace phrases_test {

TEST_CASE("minutes are told to the nearest") {
  const Wording english("en");
  CHECK(AboutMinutes({465, 485}, english) == "about 8 minutes");
  CHECK(AboutMinutes({60, 60}, english) == "about 1 minute");
  CHECK(AboutMinutes({5, 5}, english) == "about 1 minute");
  CHECK(AboutMinutes({300, 450}, english) == "about 5 to 8 minutes");
  CHECK(AboutMinutes({2147483647, 2147483647}, english) == "about 35791394 minutes");
  CHECK(AboutMinutes({89, 90}, english) == "about 1 to 2 minutes");
  CHECK(AboutMinutes({1, 29}, english) == "about 1 minute");
  CHECK(AboutMinutes({149, 149}, english) == "about 2 minutes");
  CHECK(AboutTime({90, 90}, english) == "about 1 minute 30 seconds");
  CHECK(AboutTime({60, 119}, english) == "about 60 to 119 seconds");
  CHECK(AboutTime({119, 120}, english) == "about 2 minutes");
  CHECK(AboutTime({120, 150}, english) == "about 2 to 3 minutes");
}

// The rows of the plank's dose with `yaml` laid over it, a line each.
std::string Rows(std::string_view yaml) {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", yaml, sources);
  const Exercise& plank = *library.FindExercise("plank");
  std::string text;
  for (const auto& [field, label, value] : DoseRows(plank.dose, plank.sides.value, Wording("en"))) {
    text += fmt::format("{}/{}: {}\n", field, label, value);
  }
  return text;
}

TEST_CASE("a dose is told in rows, and the side with the first of them") {
  CHECK(Rows("dose:\n  hold: 5 s\n  reps: 8-12\n  tempo: 3-1-3\n  sets: 2\n  rest: 30 s\n  frequency: daily\n"
             "  intensity: lightly\n  progression: More when you can.\n") ==
        "hold/Hold: 5 seconds\nreps/Repetitions: 8 to 12\n"
        "tempo/Tempo: lower for 3 seconds, pause for 1 second, lift for 3 seconds\nsets/Sets: 2\n"
        "rest/Rest: 30 seconds between sets\nfrequency/How often: daily\nintensity/How hard: lightly\n"
        "progression/Over time: More when you can.\n");
  CHECK(Rows("sides: each\ndose:\n  hold: 5-9 s\n  reps: 1\n") ==
        "hold/Hold: 5 to 9 seconds, each side\nreps/Repetitions: 1, each side\n");
  CHECK(Rows("sides: each\ndose:\n  hold: {until: you tire, start: 20 s, add: 10 s, each: week}\n") ==
        "hold/Hold: until you tire\nsides/Sides: each side\nhold/Start with: 20 seconds\n"
        "hold/Then add: 10 seconds each week\n");
  CHECK(Rows("dose:\n  hold: {until: you tire}\n") == "hold/Hold: until you tire\n");
  const struct {
    std::string_view dose;
    std::string_view growth;
  } cases[] = {
      {"hold: 15 s, progression: {to: 1 min, by: 5 s, every: week}",
       "5 seconds more each week, up to 1 minute"},
      {"hold: 15 s, progression: {from: 20 s, to: 1 min, by: 5 s, every: 2 weeks}",
       "from 20 seconds, 5 seconds more every 2 weeks, up to 1 minute"},
      {"reps: 4, progression: {of: reps, to: 8, by: 1, every: day}", "1 repetition more each day, up to 8"},
      {"reps: 4, progression: {of: reps, to: 8, by: 2, every: 3 days}",
       "2 repetitions more every 3 days, up to 8"},
      {"reps: 4, sets: 1, progression: {of: sets, to: 3, by: 1, every: session}",
       "1 set more each session, up to 3"},
      {"reps: 4, sets: 1, progression: {of: sets, to: 5, by: 2, every: 4 sessions}",
       "2 sets more every 4 sessions, up to 5"},
  };
  for (const auto& [dose, growth] : cases) {
    INFO(dose);
    const std::string rows = Rows(fmt::format("dose: {{{}}}\n", dose));
    CHECK(rows.substr(rows.find("progression/")) == fmt::format("progression/Over time: {}\n", growth));
  }
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
    question.amount = amount;
    CHECK(KeyText(question, {"30 seconds"}, words) == std::vector<std::string>{std::string(text)});
  }
  Question statement;
  statement.truth = false;
  CHECK(KeyText(statement, {"False"}, Wording("en")) == std::vector<std::string>{"False"});
  statement.truth = true;
  CHECK(KeyText(statement, {"x", "y"}, Wording("en")) == std::vector<std::string>{"True", "y"});
  CHECK(KeyText(statement, {}, Wording("en")).empty());
  CHECK(KeyText(Question{}, {"B"}, Wording("de")) == std::vector<std::string>{"B"});
}

TEST_CASE("what is said of how to answer is of a kind of questions") {
  for (const auto& [key, words] : Wording("en").All()) {
    for (const std::string_view before : {"how-to-", "on-paper-"}) {
      if (!key.starts_with(before)) continue;
      INFO(key);
      CHECK(std::ranges::count(AllQuestionKinds(), key.substr(before.size()), &QuestionKind::name) == 1);
    }
  }
}

}  // namespace phrases_test
}  // namespace guidec
