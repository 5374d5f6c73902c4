#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"
#include "rules/chance.h"

namespace guidec::rules::key_position {
namespace {

constexpr Threshold kRun{"answer-position-run", 3};
constexpr Threshold kPercent{"answer-position-percent", 50};
constexpr Threshold kThresholds[] = {kRun, kPercent};

constexpr std::size_t kLeastQuestions = 4;  // below that, a majority means nothing

struct Key {
  const Question* question;
  std::size_t position;  // counted from 1
};

std::vector<Key> KeysOf(const Quiz& quiz) {
  std::vector<Key> keys;
  for (const Question& question : quiz.questions) {
    const Choice* key = KeyOf(question);
    if (key != nullptr)
      keys.push_back({&question, static_cast<std::size_t>(key - question.choices.data()) + 1});
  }
  return keys;
}

std::size_t PlacesIn(const std::vector<Key>& keys) {
  std::size_t places = 0;
  for (const Key& key : keys) places = std::max(places, key.question->choices.size());
  return places;
}

double ChanceOf(const Key& key, std::size_t position) {
  const std::size_t choices = key.question->choices.size();
  return position > choices ? 0 : 1 / static_cast<double>(choices);
}

// How likely such a run, or a longer one, is anywhere in the quiz: at most the sum over the places where it
// can begin.
double ChanceOfRun(const std::vector<Key>& keys, std::size_t length) {
  const std::size_t places = PlacesIn(keys);
  double chance = 0;
  for (std::size_t begin = 0; begin + length <= keys.size(); ++begin) {
    for (std::size_t position = 1; position <= places; ++position) {
      double run = begin == 0 ? 1 : 1 - ChanceOf(keys[begin - 1], position);
      for (std::size_t at = begin; at < begin + length; ++at) run *= ChanceOf(keys[at], position);
      chance += run;
    }
  }
  return chance;
}

// How likely some place has so many of the answers.
double ChanceOfShare(const std::vector<Key>& keys, std::size_t count) {
  const std::size_t places = PlacesIn(keys);
  double chance = 0;
  for (std::size_t position = 1; position <= places; ++position) {
    std::vector<double> chances;
    for (const Key& key : keys) chances.push_back(ChanceOf(key, position));
    chance += ChanceOfAtLeast(count, chances);
  }
  return chance;
}

void Report(const std::vector<Key>& same, std::string message, RuleContext& context) {
  Diagnostic& finding = context.Report(same.back().question->answer->span, std::move(message));
  for (auto key = same.begin(); key + 1 != same.end(); ++key) {
    finding.labels.push_back({key->question->answer->span, fmt::format("choice {}", key->position)});
  }
}

bool ReportRuns(const std::vector<Key>& keys, std::size_t most, RuleContext& context) {
  bool found = false;
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    while (end < keys.size() && keys[end].position == keys[begin].position) ++end;
    if (most < 2 || end - begin < most || ChanceOfRun(keys, end - begin) > kLeastSurprise) continue;
    found = true;
    Report(
        {keys.begin() + static_cast<std::ptrdiff_t>(begin), keys.begin() + static_cast<std::ptrdiff_t>(end)},
        fmt::format("the answer is choice {} in {} questions in a row; change the order of some choices",
                    keys[begin].position, end - begin),
        context);
  }
  return found;
}

void Check(const Guide&, const Quiz& quiz, RuleContext& context) {
  const std::vector<Key> keys = KeysOf(quiz);
  const auto run = static_cast<std::size_t>(context.Value(kRun));
  if (ReportRuns(keys, run, context) || keys.size() < kLeastQuestions) return;
  std::map<std::size_t, std::vector<Key>> by_position;
  for (const Key& key : keys) by_position[key.position].push_back(key);
  const double share = context.Value(kPercent) / 100;
  for (const auto& [position, same] : by_position) {
    if (static_cast<double>(same.size()) <= share * static_cast<double>(keys.size())) continue;
    if (ChanceOfShare(keys, same.size()) > kLeastSurprise) continue;
    Report(same,
           fmt::format("the answer is choice {} in {} of {} questions; change the order of some choices",
                       position, same.size(), keys.size()),
           context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions: # expect: QZ030 @ 1-10
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: Which step comes second in RICE?
    choices: {ice: Ice, compression: Compression, elevation: Elevation}
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
  - id: third-step
    ask: How does RICE go on after the ice?
    choices: {compression: Compression, rest: Rest, ice: Ice}
    answer: compression
    why: The letters stand in that order.
    proof: {step: 3, of: rice}
  - id: last-step
    ask: How does RICE end?
    choices: {elevation: Elevation, rest: Rest, ice: Ice}
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
  - id: where
    ask: Where may it hurt?
    choices: {hip: Around your hip, knee: In your knee, elbow: In your elbow}
    answer: hip # expect: QZ012 @ 13-16 "choice 1 in 5 questions in a row"
    why: The list of signs says so.
    proof: {in: symptoms}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: where
    ask: Where may it hurt?
    choices: {hip: Around your hip, knee: In your knee, elbow: In your elbow}
    answer: hip
    why: The list of signs says so.
    proof: {in: symptoms}
  - id: last-step
    ask: How does RICE end?
    choices: {rest: Rest, elevation: Elevation, ice: Ice}
    answer: elevation
    why: E comes last.
    proof: {step: last, of: rice}
  - id: after-ice
    ask: What follows the ice?
    choices: {compression: Compression, elevation: Elevation, rest: Rest}
    answer: compression
    why: C comes behind I.
    proof: {after: ice, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ012",
    .name = "key-position",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "The answer stands at the same place in too many questions.",
    .rationale =
        R"md(Who notices that the answer is mostly the third choice need not read the questions. The rule counts
questions with choices; `thresholds: {answer-position-percent: 50, answer-position-run: 3}` sets the share
(from four questions on) and the number in a row. Neither is reported where chance alone would show it in one
quiz of fifty: with three choices, four answers in a row may well be chance, and five are not.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: vary the location of the right answer; the numbers are guidec's "
        "own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::key_position
