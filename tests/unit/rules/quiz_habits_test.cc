// Rules that look for habits in a quiz and hold its parts against each other, at the bounds of what they count.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace quiz_habits_test {

// What the rule says of the example workspace with the pieces laid over it, each message apart by "; ".
std::string Said(std::string_view rule, const std::vector<NamedText>& pieces) {
  const Rule* const rules[] = {FindRule(rule)};
  REQUIRE(rules[0] != nullptr);
  Sources sources;
  Library library = LoadExample(pieces, sources);
  library.faults.clear();  // what else is wrong with the pieces is another rule's business
  std::string said;
  for (const Diagnostic& finding : Lint(library, rules, "2026-11-22")) {
    said += (said.empty() ? "" : "; ") + finding.message;
  }
  return said;
}

NamedText Thresholds(std::string_view thresholds) {
  return {"guidec.yaml", thresholds.empty() ? "" : fmt::format("thresholds: {{{}}}\n", thresholds)};
}

struct Key {
  std::size_t choices;
  std::size_t place;  // counted from 1
  bool is_longest = false;
};

std::string QuizOf(const std::vector<Key>& keys) {
  std::string quiz = "questions:\n";
  for (std::size_t at = 0; at < keys.size(); ++at) {
    quiz += fmt::format("  - id: q{}\n    ask: What is it?\n    choices:\n", at);
    for (std::size_t place = 1; place <= keys[at].choices; ++place) {
      const bool is_key = place == keys[at].place;
      quiz += fmt::format("      c{}: {}\n", place, is_key && keys[at].is_longest ? "A longer one" : "A word");
    }
    quiz += fmt::format("    answer: c{}\n", keys[at].place);
  }
  return quiz;
}

std::string Told(std::string_view rule, const std::vector<Key>& keys, std::string_view thresholds = {}) {
  const std::string told = Said(rule, {Thresholds(thresholds), {"guides/hips/quiz.yaml", QuizOf(keys)}});
  return told.substr(0, told.find("; "));
}

// `count` keys at the second place, and `others` at places that make no run.
std::vector<Key> Scattered(std::size_t choices, std::size_t count, std::size_t others) {
  std::vector<Key> keys;
  for (std::size_t at = 0; at < std::max(count, others); ++at) {
    if (at < count) keys.push_back({choices, 2});
    if (at < others) keys.push_back({choices, at % 2 == 0 ? choices : 1});
  }
  return keys;
}

TEST_CASE("places of the answers that chance seldom gives") {
  const std::string_view rule = "key-position";
  CHECK(Told(rule, {{3, 2}, {3, 2}, {3, 2}, {4, 2}}).empty());
  CHECK(Told(rule, {{5, 1}, {4, 2}, {4, 2}, {5, 2}, {5, 2}}) == "the answer is choice 2 in 4 questions in a row");
  CHECK(Told(rule, {{5, 2}, {5, 2}, {5, 2}, {5, 2}, {5, 1}, {5, 3}}).empty());
  CHECK(Told(rule, {{8, 2}, {8, 2}, {8, 2}}) == "the answer is choice 2 in 3 questions in a row");
  CHECK(Told(rule, {{7, 2}, {7, 2}, {7, 2}}).empty());
  CHECK(Told(rule, {{8, 2}, {8, 2}}).empty());
  CHECK(Told(rule, {{4, 2}, {4, 2}, {4, 3}, {4, 2}, {4, 2}, {4, 2}}) == "the answer is choice 2 in 5 of 6 questions");
  CHECK(Told(rule, {{3, 2}, {3, 2}, {3, 2}, {3, 1}, {3, 2}, {3, 2}, {3, 2}}).empty());
  CHECK(Told(rule, Scattered(5, 10, 10)).empty());
  CHECK(Told(rule, Scattered(5, 10, 10), "answer-position-percent: 49") ==
        "the answer is choice 2 in 10 of 20 questions");
  CHECK(Told(rule, Scattered(5, 11, 10)) == "the answer is choice 2 in 11 of 21 questions");
}

TEST_CASE("runs of answers as the settings count them") {
  const std::string_view rule = "key-position";
  const std::vector<Key> five(5, {3, 2});
  CHECK(Told(rule, five, "answer-position-run: 2") == "the answer is choice 2 in 5 questions in a row");
  CHECK(Told(rule, five, "answer-position-run: 5") == "the answer is choice 2 in 5 questions in a row");
  CHECK(Told(rule, five, "answer-position-run: 6") == "the answer is choice 2 in 5 of 5 questions");
  CHECK(Told(rule, five, "answer-position-run: 1") == "the answer is choice 2 in 5 of 5 questions");
  CHECK(Told(rule, five, "answer-position-run: 0") == "the answer is choice 2 in 5 of 5 questions");
  CHECK(Told(rule, std::vector<Key>(4, {4, 2}), "answer-position-run: 5") ==
        "the answer is choice 2 in 4 of 4 questions");
  CHECK(Told(rule, std::vector<Key>(3, {8, 2}), "answer-position-run: 5").empty());
}

std::vector<Key> Longest(std::size_t choices, std::size_t longest, std::size_t others) {
  std::vector<Key> keys(longest, {choices, 1, true});
  keys.insert(keys.end(), others, {choices, 1, false});
  return keys;
}

TEST_CASE("lengths of the answers that chance seldom gives") {
  const std::string_view rule = "mostly-longest-keys";
  CHECK(Told(rule, {{4, 1, true}, {3, 1, true}, {2, 1, true}, {2, 1, true}}).empty());
  CHECK(Told(rule, {{3, 1, true}, {3, 1, true}, {3, 1, true}, {2, 1, true}, {1, 1, true}}) ==
        "the answer is the longest choice in 4 of 4 questions");
  CHECK(Told(rule, Longest(3, 5, 1)) == "the answer is the longest choice in 5 of 6 questions");
  CHECK(Told(rule, Longest(3, 6, 2)) == "the answer is the longest choice in 6 of 8 questions");
  CHECK(Told(rule, Longest(3, 5, 2)).empty());
  CHECK(Told(rule, Longest(5, 6, 6)).empty());
  CHECK(Told(rule, Longest(5, 6, 6), "longest-answers-percent: 49") ==
        "the answer is the longest choice in 6 of 12 questions");
}

std::string Opening(std::string_view guide, std::string_view stem, std::size_t count, std::string_view thresholds) {
  std::string quiz = "questions:\n";
  for (std::size_t at = 0; at < count; ++at) {
    quiz += fmt::format("  - id: q{}\n    ask: {} {}?\n    choices: {{a: A, b: B, c: C}}\n    answer: a\n", at, stem,
                        at + 10);
  }
  return Said("repeated-opening", {Thresholds(thresholds),
                                   {"guides/hips/guide.yaml", std::string(guide)},
                                   {"guides/hips/quiz.yaml", quiz}});
}

TEST_CASE("openings as the settings and the language count them") {
  CHECK(Opening("", "Which letter stands first", 2, "opening-questions: 2") ==
        "2 questions open with `which letter stands first`; put some of them otherwise");
  CHECK(Opening("", "Which letter stands first", 2, "opening-questions: 3").empty());
  CHECK(Opening("", "Which letter", 3, "opening-words: 2").empty());
  CHECK(Opening("", "Cold letter", 3, "opening-words: 2") ==
        "3 questions open with `cold letter`; put some of them otherwise");
  CHECK(Opening("", "Cold letter", 3, "opening-words: 0").empty());
  CHECK(Opening("", "Was will man also", 3, "opening-words: 4").empty());
  CHECK(Opening("language: de\n", "Was will man also", 3, "opening-words: 4") ==
        "3 questions open with `was will man also`; put some of them otherwise");
}

TEST_CASE("sections without a question, where there are as many questions as sections") {
  const auto said = [](std::string_view thresholds, std::string_view guide) {
    return Said("unasked-section", {Thresholds(thresholds), {"guides/hips/guide.yaml", std::string(guide)}});
  };
  constexpr std::string_view kTwo =
      "sections:\n  - {id: a, title: A, body: [{list: symptoms, items: {hip: Hip, toe: Toe}}]}\n"
      "  - {id: b, title: B, body: [{list: causes, items: {run: Run, fall: Fall}}]}\n"
      "  - {id: text, title: Text, body: [{text: Nothing to ask about.}]}\n";
  const std::string three = std::string(kTwo) + "  - {id: c, title: C, body: [exercises: [plank]]}\n";
  CHECK(said("coverage-questions: 2", kTwo) == "no question asks about section `b`");
  CHECK(said("coverage-questions: 3", kTwo).empty());
  CHECK(said("coverage-questions: 2", three).empty());
  CHECK(Said("unasked-section",
             {Thresholds("coverage-questions: 2"),
              {"guides/hips/guide.yaml", three},
              {"guides/hips/quiz.yaml", QuizOf({{3, 1}, {3, 1}, {3, 1}})}})
            .empty());
  std::string quiz = "questions:\n";
  for (const std::string_view id : {"q", "r", "s"}) {
    quiz += fmt::format("  - {{id: {}, ask: \"What is it?\", choices: {{hip: It, arm: No}}, answer: hip, "
                        "proof: {{in: symptoms}}}}\n",
                        id);
  }
  CHECK(Said("unasked-section", {Thresholds("coverage-questions: 2"),
                                 {"guides/hips/guide.yaml", three},
                                 {"guides/hips/quiz.yaml", quiz}}) == "no question asks about sections `b`, `c`");
}

TEST_CASE("statements of one truth as the settings count them") {
  const auto told = [](std::string_view thresholds, std::string_view truth) {
    return Said("one-sided-truths",
                {Thresholds(thresholds),
                 {"guides/hips/quiz.yaml",
                  fmt::format("questions:\n  - {{id: q, true-or-false: Ice is cold., answer: true}}\n"
                              "  - {{id: r, true-or-false: Ice is red., answer: {}}}\n",
                              truth)}});
  };
  CHECK(told("statements-least: 2", "true") == "all 2 statements are true; turn some of them round");
  CHECK(told("statements-least: 2", "false").empty());
  CHECK(told("statements-least: 3", "true").empty());
}

std::string Asked(const std::vector<std::string>& choices, std::string_view answer) {
  std::string quiz = "questions:\n  - id: q\n    ask: How long is it?\n    choices:\n";
  for (std::size_t at = 0; at < choices.size(); ++at) quiz += fmt::format("      c{}: {}\n", at, choices[at]);
  return quiz + fmt::format("    answer: {}\n", answer);
}

std::string SaidOf(std::string_view rule, const std::string& quiz, std::string_view thresholds = {}) {
  return Said(rule, {Thresholds(thresholds), {"guides/hips/quiz.yaml", quiz}});
}

TEST_CASE("nearly alike are words, and choices that stand near each other") {
  const std::vector<std::string> three = {"Rest on the mat", "Cool on the mat", "Press on the mat"};
  CHECK(SaidOf("near-duplicate-choice", Asked(three, "c0"), "choice-likeness: 0.1").empty());
  std::vector<std::string> four;
  for (const std::string& choice : three) four.push_back(choice + " now");
  CHECK(SaidOf("near-duplicate-choice", Asked(four, "c0"), "choice-likeness: 0.1") ==
        "choice `c1` has nearly the same words as `c0`; move what all of them share into the question");
  CHECK(SaidOf("near-duplicate-choice", Asked(four, "c0"), "choice-likeness: 0.81").empty());
  std::vector<std::string> many = {"Press the sore muscle"};
  for (int at = 1; at < 50; ++at) many.push_back(fmt::format("Use {}", at));
  many.push_back("Press your sore muscles");
  CHECK(SaidOf("near-duplicate-choice", Asked(many, "c0")) ==
        "choice `c50` has nearly the same words as `c0`; write another, or leave one out");
  many.insert(many.begin() + 1, "Use 50");
  CHECK(SaidOf("near-duplicate-choice", Asked(many, "c0")).empty());
}

TEST_CASE("amounts are held against the answer among the first hundred") {
  std::vector<std::string> amounts = {"20 to 40 seconds"};
  for (int at = 1; at < 99; ++at) amounts.push_back(fmt::format("{} seconds", at + 100));
  amounts.push_back("30 seconds");
  CHECK(SaidOf("overlapping-choices", Asked(amounts, "c99")) ==
        "choice `c0` includes the answer `c99`; give it a figure of its own");
  amounts.insert(amounts.begin() + 1, "100 seconds");
  CHECK(SaidOf("overlapping-choices", Asked(amounts, "c100")).empty());
}

TEST_CASE("a question is held against the hundred before it") {
  const auto quiz = [](int between) {
    std::string text = "questions:\n";
    for (int at = 0; at <= between + 1; ++at) {
      text += fmt::format("  - {{id: q{}, ask: \"What is {}?\", choices: {{a: A, b: B}}, answer: a}}\n", at,
                          at > between ? 0 : at);
    }
    return text;
  };
  CHECK(SaidOf("repeated-question", quiz(99)) ==
        "this repeats question `q0`; ask about something else or leave it out");
  CHECK(SaidOf("repeated-question", quiz(100)).empty());
}

}  // namespace quiz_habits_test
}  // namespace guidec
