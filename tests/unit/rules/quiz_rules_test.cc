// Rules that judge a quiz by words, each over a table of questions; and what their fixes write.
#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "diag/edits.h"
#include "lint/example.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace quiz_rules_test {

struct Checked {
  Checked(std::string_view rule, const std::string& quiz) {
    const Rule* const rules[] = {FindRule(rule)};
    REQUIRE(rules[0] != nullptr);
    library = LoadExample("guides/hips/quiz.yaml", quiz, sources);
    findings = Lint(library, rules, "2026-11-22");
  }

  // What the rule points at, apart by "; ".
  std::string Found() const {
    std::string found;
    for (const Diagnostic& finding : findings) {
      if (!found.empty()) found += "; ";
      found += sources[finding.span.source].Slice(finding.span);
    }
    return found.empty() ? "-" : found;
  }

  Sources sources;
  Library library;
  std::vector<Diagnostic> findings;
};

// `first` is the answer.
std::string Question(std::string_view ask, std::string_view first, std::string_view second,
                     std::string_view third) {
  const auto quoted = [](std::string_view text) {
    std::string escaped;
    for (const char c : text) escaped += c == '\'' ? std::string("''") : std::string(1, c);
    return "'" + escaped + "'";
  };
  return fmt::format(
      "questions:\n  - id: q\n    ask: {}\n    choices:\n      a: {}\n      b: {}\n      c: {}\n"
      "    answer: a\n",
      quoted(ask), quoted(first), quoted(second), quoted(third));
}

struct Case {
  std::string_view ask;
  std::string_view choices[3];
  std::string_view found;
};

template <std::size_t kCount>
void CheckAll(std::string_view rule, const Case (&cases)[kCount]) {
  for (const Case& c : cases) {
    INFO(c.ask << " " << c.choices[0] << " / " << c.choices[1] << " / " << c.choices[2]);
    const Checked checked(rule, Question(c.ask, c.choices[0], c.choices[1], c.choices[2]));
    CHECK(checked.Found() == c.found);
  }
}

TEST_CASE("clang-association") {
  constexpr Case kCases[] = {
      {"What eases a tight muscle?", {"A muscle stretch", "A cold drink", "A long run"}, "muscle"},
      {"What eases a tight muscle?", {"Tightening it", "A cold drink", "A long run"}, "Tightening"},
      {"What eases a tight muscle?", {"A muscle stretch", "A tight shoe", "A long run"}, "-"},
      {"What eases a tight muscle?", {"A cold drink", "A muscle stretch", "A long run"}, "-"},
      {"Which of these is the first one?", {"The first one", "The other one", "None"}, "-"},
      {"Who gives first aid?", {"The first person there", "A doctor", "A nurse"}, "-"},
      {"RICE begins with?", {"Ice", "Rest", "A lift"}, "-"},
      {"Which is **not** a muscle?", {"A muscle pull", "A calf", "A thigh"}, "-"},
      {"What is in The Tired Muscle?", {"A muscle", "A calf", "A thigh"}, "-"},
      {"What is in the tired muscle?", {"A muscle", "A calf", "A thigh"}, "muscle"},
      {"What is in the Muscle?", {"A muscle", "A calf", "A thigh"}, "muscle"},
      {"Who plays first?", {"The 1st man", "St. John", "St. Ann"}, "-"},
  };
  CheckAll("clang-association", kCases);
}

TEST_CASE("grammar-cue") {
  constexpr Case kCases[] = {
      {"The psoas is a", {"muscle", "organ", "nerve"}, "a"},
      {"It is an ____ that helps.", {"hour of rest", "run", "nap"}, "an"},
      {"It is a ____ that helps.", {"unit of ice", "one-mile run", "European nap"}, "-"},
      {"It is an ____ that helps.", {"MRI", "run", "nap"}, "-"},
      {"It is an ____ that helps.", {"the hour", "run", "nap"}, "-"},
      {"What you need is vitamin A", {"oranges", "apples", "milk"}, "-"},
      {"Which muscles are tight?", {"Hip flexors", "The calf", "The thigh"}, "'Hip flexors'"},
      {"Which muscle is tight?", {"The thigh", "Hip flexors", "Hamstrings"}, "'The thigh'"},
      {"Which muscles are tight?", {"Hip flexors", "Hamstrings", "The thigh"}, "-"},
      {"Which muscles are tight?", {"Hip flexors", "The psoas", "The thigh"}, "-"},
      {"Which of the muscles are tight?", {"Hip flexors", "The calf", "The thigh"}, "-"},
      {"Which two muscles are tight?", {"Hip flexors", "The calf", "The thigh"}, "-"},
  };
  CheckAll("grammar-cue", kCases);
}

TEST_CASE("vague-frequency and absolute-choice") {
  constexpr Case kVague[] = {
      {"What is so?", {"Pain that usually goes", "Pain", "Rest"}, "usually"},
      {"What is so?", {"Pain that may cause harm", "Pain", "Rest"}, "-"},
      {"What is so?", {"The most commonly used form", "Pain", "Rest"}, "-"},
      {"What is so?", {"A form that may be signed", "Pain", "Rest"}, "-"},
      {"What is so?", {"Pain more often than not", "Pain", "Rest"}, "-"},
      {"What is so?", {"Usually pain", "Often pain", "Rarely pain"}, "-"},
      {"What is so?", {"They sometimes hurt", "Pain", "Rest"}, "-"},
      {"What is so?", {"It hurts sometimes", "Pain", "Rest"}, "sometimes"},
      {"What is so?", {"Sometimes it hurts", "Pain", "Rest"}, "Sometimes"},
  };
  CheckAll("vague-frequency", kVague);
  constexpr Case kAbsolute[] = {
      {"What is so?", {"Pain", "All runners have it", "Rest"}, "All"},
      {"What is so?", {"Pain", "It helps all runners", "Rest"}, "all"},
      {"What is so?", {"Pain", "It ends all pain", "Rest"}, "all"},
      {"What is so?", {"Pain", "It hurts all the time", "Rest"}, "-"},
      {"What is so?", {"Pain", "Not all runners have it", "Rest"}, "-"},
      {"What is so?", {"Pain", "It is open to all", "Rest"}, "-"},
      {"What is so?", {"Pain", "It never heals", "Rest"}, "never"},
      {"What is so?", {"It never heals", "Pain", "It always heals"}, "-"},
      {"How often is it so?", {"Once", "Never", "Always"}, "-"},
      {"Who has it?", {"Runners", "Everyone", "Nobody"}, "-"},
      {"What is so?", {"Pain", "What was never meant", "Rest"}, "-"},
      {"What is so?", {"Pain", "It has always hurt", "Rest"}, "-"},
      {"What is so?", {"Pain", "It hurts every twenty seconds", "Rest"}, "-"},
      {"What is so?", {"Pain", "It hurts one in every 3", "Rest"}, "-"},
      {"What is so?", {"Pain", "It hurts every one", "Rest"}, "every"},
      {"What is so?", {"Pain", "All of these", "Rest"}, "-"},
      {"What is so?", {"Pain", "All sides hurt", "Rest"}, "-"},
      {"What is so?", {"It is there for all patients", "Everyone feels it", "Rest"}, "-"},
      {"What is so?", {"It is there for all to see", "Everyone feels it", "Rest"}, "Everyone"},
      {"What is the last line of it?", {"It heals", "It never heals", "Rest"}, "-"},
      {"What is the first line of care?", {"It heals", "It never heals", "Rest"}, "never"},
      {"What is so?", {"Pain", "Always Rest in Bed", "Rest"}, "-"},
      {"What is so?", {"Pain", "Always rest in bed", "Rest"}, "Always"},
  };
  CheckAll("absolute-choice", kAbsolute);
}

TEST_CASE("unordered-numbers") {
  constexpr Case kCases[] = {
      {"How many?", {"4", "2", "3"}, "'4'"},
      {"How many?", {"one", "three", "two"}, "'two'"},
      {"How many?", {"10 %", "5 %", "20 %"}, "'5 %'"},
      {"How much?", {"2 days", "1 day", "3 days"}, "'1 day'"},
      {"How long?", {"1 min", "90 s", "30 s"}, "'30 s'"},
      {"How many?", {"10-15", "12 to 20", "8-12"}, "'8-12'"},
      {"How many?", {"1.5", "0.5", "2.5"}, "'0.5'"},
      {"How many?", {"3", "2", "1"}, "-"},
      {"How many?", {"1", "2", "3"}, "-"},
      {"How many?", {"1/50", "1/27", "1/25"}, "-"},
      {"How many?", {"2 days", "1 week", "3 days"}, "-"},
      {"How many?", {"4", "2", "many"}, "-"},
      {"How many?", {"1,000", "10,000", "100"}, "-"},
      {"How long?", {"over 30 s", "10 s", "20 s"}, "-"},
      {"What?", {"Vitamin B12", "Vitamin B1", "Vitamin B6"}, "-"},
      {"What?", {"RA 7836", "RA 9293", "RA 4670"}, "-"},
      {"What?", {"COVID-19", "COVID-21", "COVID-20"}, "-"},
      {"How much?", {"P250", "P275", "P200"}, "'P200'"},
      {"How much?", {"USD 250", "USD 275", "USD 200"}, "'USD 200'"},
      {"Which?", {"Book 4", "Book 5", "Book 2"}, "'Book 2'"},
  };
  CheckAll("unordered-numbers", kCases);
}

TEST_CASE("choices in one form") {
  constexpr Case kForm[] = {
      {"Where?", {"In the hip", "In the groin", "It is in the knee"}, "'It is in the knee'"},
      {"What helps?", {"To rest", "Running far", "Sitting still"}, "'To rest'"},
      {"What helps?", {"To the left", "Running far", "Sitting still"}, "-"},
      {"What helps?", {"Swelling", "To rest", "To run"}, "-"},
      {"Which?", {"The swelling goes down", "The muscle can heal", "It is cold"}, "-"},
      {"Where?", {"In the hip", "Knee", "It is in the knee"}, "-"},
  };
  CheckAll("mixed-choice-form", kForm);
  constexpr Case kCapitals[] = {
      {"Which?", {"Rest", "ice", "Heat"}, "i"},    {"Which?", {"rest", "ice", "Heat"}, "H"},
      {"Which?", {"rest", "ice", "Monday"}, "-"},  {"Which?", {"pH", "Ice", "Heat"}, "-"},
      {"Which?", {"Rest", "12 ice", "Heat"}, "-"}, {"Which?", {"MRI", "ice", "heat"}, "-"},
      {"Which?", {"It is a rest", "ice", "heat"}, "-"}, {"Which?", {"A rest", "ice", "heat"}, "A"},
  };
  CheckAll("mixed-choice-capitals", kCapitals);
  constexpr Case kEnds[] = {
      {"Which?", {"Rest now.", "Ice it", "Heat it"}, "."},
      {"Which?", {"Rest now.", "Ice it.", "Heat it"}, "t"},
      {"Which?", {"Rest now,", "Ice it", "Heat it"}, ","},
      {"Which?", {"Rest, ice etc.", "Ice it", "Heat it"}, "-"},
      {"Which?", {"At 8 a.m.", "Ice it", "Heat it"}, "-"},
      {"Which?", {"Rest now...", "Ice it", "Heat it"}, "-"},
      {"Which?", {"Rest now?", "Ice it", "Heat it"}, "-"},
      {"Which?", {"Lou Hill, Jr.", "Ann Lee", "Max Poe"}, "-"},
      {"Which?", {"A walk", "It heals by itself.", "A nap"}, "-"},
      {"Which?", {"It heals by itself.", "A walk", "A nap"}, "."},
      {"Which?", {"They need ice.", "They need heat.", "All of these"}, "-"},
  };
  CheckAll("mixed-choice-punctuation", kEnds);
}

std::string Why(std::string_view why) {
  return Checked("why-names-another-choice", Question("What comes first?", "A rest", "Ice", "Lift the leg") +
                                                 fmt::format("    why: '{}'\n", why))
      .Found();
}

TEST_CASE("why-names-another-choice") {
  CHECK(Why("The right answer is ice.") == "ice");
  CHECK(Why("The answer: ice, because it cools.") == "ice");
  CHECK(Why("The answer is: ice.") == "ice");
  CHECK(Why("Ice is right.") == "Ice");
  CHECK(Why("Ice is the correct choice.") == "Ice");
  CHECK(Why("B is right, not A.") == "B");
  CHECK(Why("Lift the leg is the right answer.") == "Lift the leg");
  CHECK(Why("So, the correct option is (B).") == "(B)");
  CHECK(Why("(C) is the correct answer, because it cools.") == "(C)");
  CHECK(Why("Options (B) and (C) are wrong. The answer (B) is false.") == "-");
  CHECK(Why("(A) is right, and (B) is not.") == "-");
  CHECK(Why("The only remaining option is (B).") == "-");
  CHECK(Why("The answer is rest.") == "-");
  CHECK(Why("A is right.") == "-");
  CHECK(Why("Ice is right, but only later.") == "-");
  CHECK(Why("Ice is not right.") == "-");
  CHECK(Why("Ice is right for the second step.") == "-");
  CHECK(Why("If ice is right, so is rest.") == "-");
  CHECK(Why("The answer is not ice.") == "-");
  CHECK(Why("The answer is ice cream.") == "-");
}

// What the only finding's fix makes of a quiz; "-" where it has none.
std::string Fixed(std::string_view rule, const std::string& quiz) {
  const Checked checked(rule, quiz);
  REQUIRE(checked.findings.size() == 1);
  const Diagnostic& finding = checked.findings.front();
  if (!finding.fix) return "-";
  const std::string fixed = Apply(checked.sources[finding.span.source], finding.fix->edits);
  return fixed.substr(fixed.find("questions:"));
}

std::string Numbers(std::string_view choices) {
  return fmt::format("questions:\n  - id: q\n    ask: How many steps?\n    choices:{}\n    answer: a\n",
                     choices);
}

TEST_CASE("numbers are put in order line by line, with their comments") {
  CHECK(
      Fixed("unordered-numbers",
            Numbers("\n      a: 4 steps\n\n      b: 2 steps # two\n      # one more\n      c: '3 steps'")) ==
      Numbers("\n      b: 2 steps # two\n\n      # one more\n      c: '3 steps'\n      a: 4 steps"));
  CHECK(Fixed("unordered-numbers", Numbers(" {a: 4 steps, b: 2 steps, c: '3 steps'}")) ==
        Numbers(" {b: 2 steps, c: '3 steps', a: 4 steps}"));
  // In falling order where that moves fewer.
  CHECK(Fixed("unordered-numbers", Numbers(" {a: 8 steps, b: 6 steps, c: 9 steps, d: 4 steps}")) ==
        Numbers(" {c: 9 steps, a: 8 steps, b: 6 steps, d: 4 steps}"));
  // A comment above all may be about all; a folded choice ends where YAML says.
  CHECK(Fixed("unordered-numbers",
              Numbers("\n      # all\n      a: 4 steps\n      b: 2 steps\n      c: 3 steps")) == "-");
  CHECK(Fixed("unordered-numbers",
              Numbers("\n      a: 4 steps\n      b: >-\n        2 steps\n      c: 3 steps")) == "-");
  CHECK(Fixed("unordered-numbers", Numbers(" {a: 4 steps, # four\n      b: 2 steps, c: 3 steps}")) == "-");
}

TEST_CASE("numbers in a file with CR LF stay so") {
  const auto with_cr = [](std::string text) {
    std::string lines;
    for (const char c : text) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return lines;
  };
  CHECK(Fixed("unordered-numbers",
              with_cr(Numbers("\n      a: 4 steps\n      b: 2 steps\n      c: 3 steps"))) ==
        with_cr(Numbers("\n      b: 2 steps\n      c: 3 steps\n      a: 4 steps")));
}

TEST_CASE("first letters and last signs are written alike") {
  CHECK(Fixed("mixed-choice-capitals", Question("Which?", "Rest", "ice", "Heat")) ==
        Question("Which?", "Rest", "Ice", "Heat"));
  CHECK(Fixed("mixed-choice-punctuation", Question("Which?", "It isn't hot.", "Ice it", "Heat it")) ==
        Question("Which?", "It isn't hot", "Ice it", "Heat it"));
  CHECK(Fixed("mixed-choice-punctuation", Question("Which?", "It isn't hot.", "Ice it (now)", "Heat it.")) ==
        Question("Which?", "It isn't hot.", "Ice it (now).", "Heat it."));
  // Two sentences, one stop less: that would be another fault.
  CHECK(Fixed("mixed-choice-punctuation", Question("Which?", "Rest. Then ice.", "Ice it", "Heat it")) == "-");
  CHECK(Fixed("grammar-cue", Question("It is an", "organ", "muscle", "nerve")) ==
        Question("It is a/an", "organ", "muscle", "nerve"));
}

}  // namespace quiz_rules_test
}  // namespace guidec
