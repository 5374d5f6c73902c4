#include <map>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/question.h"

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
    if (most < 2 || end - begin < most) continue;
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
    Report(same,
           fmt::format("the answer is choice {} in {} of {} questions; change the order of some choices",
                       position, same.size(), keys.size()),
           context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: What is the second step of RICE?
    choices: {ice: Ice, compression: Compression, elevation: Elevation}
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
  - id: third-step
    ask: What is the third step of RICE?
    choices: {compression: Compression, rest: Rest, ice: Ice}
    answer: compression # expect: QZ012 @ 13-24 "choice 1 in 3 questions in a row"
    why: The letters stand in that order.
    proof: {step: 3, of: rice}
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
(from four questions on) and the number in a row.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: vary the location of the right answer; both numbers are guidec's "
        "own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::key_position
