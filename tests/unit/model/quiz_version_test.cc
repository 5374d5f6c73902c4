#include "model/quiz/quiz_version.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "model/quiz/kind.h"
#include "model/quiz/proof.h"

namespace guidec {
namespace quiz_version_test {

constexpr std::string_view kQuiz = R"yaml(questions:
  - id: one
    ask: Where may the pain show up?
    choices: {groin: In your groin, knee: In your knee, toe: In your toe, ear: In your ear}
    answer: groin
    proof: {in: symptoms}
  - id: several
    choose-all: What is a sign?
    choices: {knee: A knee, groin: A groin, toe: A toe, hip: A hip}
    answer: [groin, hip]
    proof: {in: symptoms}
  - id: order
    put-in-order: Put the steps in order.
    choices: {ice: Ice, elevation: Elevation, rest: Rest}
    answer: [rest, ice, elevation]
    proof: {in-order-of: rice}
  - id: pairs
    match: What kind is each?
    choices: {hip-stretch: Hip stretch, plank: Plank}
    with: {strength: Strength, stretch: Stretch, cardio: Cardio}
    answer: {hip-stretch: stretch, plank: strength}
    proof: {field: kind, is: each}
  - id: statement
    true-or-false: Good form helps.
    answer: true
    proof: {claim: form-helps}
  - id: number
    how-much: How long is the hold?
    answer: 30 s
    proof: {value: hip-stretch.dose.hold}
  - id: figures
    ask: How long is the hold of the stretch?
    choices: {short: 10 seconds, right: 30 seconds, long: 1 minute}
    answer: right
    proof: {value: hip-stretch.dose.hold}
  - id: both
    ask: Which of these are signs?
    choices: {groin: A groin, hip: A hip, ever: All of these}
    answer: ever
    proof: {in: symptoms, all: ever}
)yaml";

struct Loaded {
  Loaded() : library(LoadExample("guides/hips/quiz.yaml", kQuiz, sources)) {}
  const Guide& guide() const { return library.guides.front(); }
  std::vector<QuizVersion> Versions(int count, int seed) const {
    return VersionsOf(*guide().quiz, count, seed);
  }

  Sources sources;
  Library library;
};

// "one=BADC:C" for each question: its choices by their places in the source, its matches likewise, its key.
std::string Show(const QuizVersion& version, const Quiz& quiz) {
  std::string shown = version.name;
  for (const PrintedQuestion& printed : version.questions) {
    const auto source = std::ranges::find(quiz.questions, printed.question.id.value,
                                          [](const Question& question) { return question.id.value; });
    const auto places = [](const std::vector<Choice>& from, const std::vector<Choice>& to) {
      std::string places;
      for (const Choice& choice : to) {
        const auto at =
            std::ranges::find(from, choice.id.value, [](const Choice& one) { return one.id.value; });
        places += static_cast<char>('0' + (at - from.begin()));
      }
      return places;
    };
    shown += fmt::format(" {}={}{}:{}", printed.question.id.value,
                         places(source->choices, printed.question.choices),
                         places(source->matches, printed.question.matches), fmt::join(printed.key, ""));
  }
  return shown;
}

TEST_CASE("versions are the same on every machine") {
  const Loaded loaded;
  const std::vector<QuizVersion> versions = loaded.Versions(2, 7);
  REQUIRE(versions.size() == 2);
  CHECK(Show(versions[0], *loaded.guide().quiz) ==
        "A figures=012:B both=102:C order=210:ACB one=0132:A statement=:True pairs=01102:AB "
        "number=:30 seconds several=3210:AC");
  CHECK(Show(versions[1], *loaded.guide().quiz) ==
        "B order=120:BCA statement=:True number=:30 seconds both=012:C pairs=01021:CA several=0321:BD "
        "one=3021:B figures=012:B");
}

TEST_CASE("a version has every question and every choice, and keeps the orders that mean something") {
  const Loaded loaded;
  const Quiz& quiz = *loaded.guide().quiz;
  for (int seed = 0; seed < 50; ++seed) {
    for (const QuizVersion& version : loaded.Versions(3, seed)) {
      std::set<std::string> ids;
      for (const PrintedQuestion& printed : version.questions) {
        const Question& question = printed.question;
        ids.insert(question.id.value);
        if (question.id.value == "figures") CHECK(question.choices.front().id.value == "short");
        if (question.id.value == "both") CHECK(question.choices.back().id.value == "ever");
        if (question.id.value == "order") {
          CHECK(printed.key != std::vector<std::string>{"A", "B", "C"});
          CHECK(printed.key != std::vector<std::string>{"C", "B", "A"});
        }
      }
      CHECK(ids.size() == quiz.questions.size());
    }
  }
}

TEST_CASE("there are as many versions as are asked for, and choices are labelled by their kind") {
  const Loaded loaded;
  CHECK(loaded.Versions(0, 1).empty());
  CHECK(loaded.Versions(-1, 1).empty());
  const std::vector<QuizVersion> versions = loaded.Versions(27, 1);
  REQUIRE(versions.size() == 27);
  CHECK(versions[25].name == "Z");
  CHECK(versions[26].name == "AA");
  const std::vector<Question>& questions = loaded.guide().quiz->questions;
  CHECK(LabelOf(questions[0], 1) == "B");
  CHECK(LabelOf(questions[3], 1) == "2");
}

// Which of the choices may stand first in a version: their ids, sorted.
std::string First(std::string_view question) {
  Sources sources;
  const Library library = LoadExample("guides/hips/quiz.yaml",
                                      fmt::format("questions:\n  - {{id: q, {}}}\n", question), sources);
  std::set<std::string> first;
  for (int seed = 0; seed < 40; ++seed) {
    const auto versions = VersionsOf(*library.guides.front().quiz, 1, seed);
    first.insert(versions.front().questions.front().question.choices.front().id.value);
  }
  return fmt::format("{}", fmt::join(first, " "));
}

TEST_CASE("choices that are all numbers keep their places, and so do those that speak of the others") {
  CHECK(First("ask: Q, choices: {a: Ten, b: Twenty days, c: 30}, answer: a") == "a b c");
  CHECK(First("ask: Q, choices: {a: Ten, b: About twenty, c: 30 s}, answer: a") == "a");
  CHECK(First("ask: Q, choices: {a: Ten days, b: Two sets, c: C3}, answer: a") == "a b c");
  CHECK(First("ask: Q, choices: {a: Half a minute, b: Two sets, c: C3}, answer: a") == "a");
  CHECK(First("put-in-order: Q, choices: {a: '1', b: '2', c: '3', d: '4'}, answer: [b, a, d, c]") == "a b c d");
  CHECK(First("ask: Q, choices: {a: A, b: B, c: None of these}, answer: a") == "a b");
  CHECK(First("ask: Q, choices: {a: A, b: B, c: All of these, d: None of these}, answer: a") == "a b");
  CHECK(First("ask: Q, choices: {a: A, b: None of these, c: C}, answer: a") == "a");
  CHECK(First("ask: Q, choices: {a: A, b: B, c: C}, answer: a, proof: {in: symptoms, none: c}") == "a b");
  CHECK(First("ask: Q, choices: {a: A, b: B, c: C}, answer: a, proof: {in: symptoms, all: c}") == "a b");
  CHECK(First("put-in-order: Q, choices: {a: A, b: B}, answer: [a, b]") == "a b");
  CHECK(First("put-in-order: Q, choices: {a: A, b: B, c: C}, answer: [a, b, c]") == "a b c");
}

TEST_CASE("the first wrong key of a version is named") {
  const Loaded loaded;
  std::vector<QuizVersion> versions = loaded.Versions(1, 1);
  QuizVersion& version = versions.front();
  CHECK_FALSE(FindWrongKey(loaded.guide(), version));
  std::string wrong;
  for (PrintedQuestion& printed : version.questions) {
    if (printed.question.id.value != "one" && printed.question.id.value != "figures") continue;
    if (wrong.empty()) wrong = printed.question.id.value;
    printed.key = {"D"};
  }
  CHECK(FindWrongKey(loaded.guide(), version) == wrong);
  for (PrintedQuestion& printed : version.questions) printed.key = {"nothing"};
  CHECK(FindWrongKey(loaded.guide(), version) == version.questions.front().question.id.value);
}

TEST_CASE("a question keeps its order when others come or go") {
  const Loaded loaded;
  Quiz shorter = *loaded.guide().quiz;
  shorter.questions.erase(shorter.questions.begin());
  const auto choices_of = [](const std::vector<QuizVersion>& versions, std::string_view id) {
    std::string choices;
    for (const PrintedQuestion& printed : versions.front().questions) {
      if (printed.question.id.value != id) continue;
      for (const Choice& choice : printed.question.choices) choices += choice.id.value + " ";
    }
    return choices;
  };
  CHECK(choices_of(VersionsOf(shorter, 1, 3), "several") == choices_of(loaded.Versions(1, 3), "several"));
}

TEST_CASE("the printed key of each version is proven, and no other") {
  const Loaded loaded;
  const auto is_proven = [&](const PrintedQuestion& printed) {
    return !FindWrongKey(loaded.guide(), {"A", {printed}});
  };
  for (int seed = 0; seed < 50; ++seed) {
    for (const QuizVersion& version : loaded.Versions(2, seed)) {
      for (const PrintedQuestion& printed : version.questions) {
        INFO(seed << " " << version.name << " " << printed.question.id.value);
        CHECK(IsProven(printed.question));
        CHECK(is_proven(printed));
        PrintedQuestion other = printed;
        // The key of the question before its choices changed their places.
        std::vector<Choice>& choices = other.question.choices;
        std::rotate(choices.begin(), choices.empty() ? choices.begin() : choices.begin() + 1, choices.end());
        if (printed.question.choices.empty()) other.key.front() += "x";
        const bool is_true = printed.question.kind->is_statement;
        if (is_true) other.key = {"False"};
        CHECK_FALSE(is_proven(other));
      }
    }
  }
}

}  // namespace quiz_version_test
}  // namespace guidec
