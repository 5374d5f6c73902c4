#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "lint/example.h"
#include "model/quiz/facts.h"
#include "model/quiz/proof.h"
#include "unit/model/paragraphs.h"

namespace guidec {
namespace verdict_test {

constexpr std::string_view kGuide = R"yaml(introduction:
  - list: nobody
    items: {}
  - list: signs
    items:
      groin: {text: Groin, tags: [front]}
      hip: {text: Hip, tags: [side, front]}
      back: Back
  - protocol: twice
    title: Twice
    steps: {ice: Ice, rest: Rest}
  - exercises: [squat]
routine: {exercises: [hip-stretch, plank, hip-stretch], total: 3 min}
)yaml";

constexpr std::string_view kSquat = R"yaml(# yaml-language-server: $schema=../../schema/exercise.schema.json
id: squat
name: Squat
kind: strength
targets: [glutes, thighs]
equipment: [mat, bar]
dose:
  hold: 20-40 s
  sets: 3
)yaml";

// What a proof says of a question: its state and what it draws on; each verdict with its fact and the key's place;
// or the error with its labels.
std::string Proven(std::string_view question) {
  const NamedText pieces[] = {{"guides/hips/guide.yaml", std::string(kGuide)},
                              {"exercises/squat.yaml", std::string(kSquat)},
                              {"guides/hips/quiz.yaml", fmt::format("questions:\n  - {{id: q, {}}}\n", question)}};
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  const auto at = [&](const Span& span) {
    return fmt::format("`{}`", sources[span.source].Slice(span));
  };
  const ProofResult& result = library.guides.front().quiz->questions.front().proven;
  static constexpr std::string_view kStates[] = {"none", "unread", "error", "contradicted", "proven"};
  std::string text = fmt::format("{} by `{}`", kStates[static_cast<std::size_t>(result.state)], result.fact_id);
  for (const Verdict& verdict : result.verdicts) {
    text += fmt::format("\n{}: {}{} {}: {} {}", verdict.id, verdict.is_answer ? "answer, " : "",
                        verdict.truth == Truth::kHolds ? "holds" : "fails", at(verdict.key), verdict.fact.message,
                        at(verdict.fact.span));
  }
  if (result.error) text += fmt::format("\n{} {}", at(result.error->span), result.error->message);
  if (result.error) {
    for (const Label& label : result.error->labels) text += fmt::format("\n| {} {}", at(label.span), label.message);
  }
  for (const Fact* fact : result.used) text += "\n+ " + fact->words;
  return text + "\n";
}

TEST_CASE("every verdict and every error of a proof has its place and what explains it") {
  const int count = ForEachParagraph("verdicts.txt", [](const std::string& question, const std::string& proven) {
    INFO(question);
    CHECK(Proven(question) == proven);
  });
  CHECK(count == 66);
}

}  // namespace verdict_test
}  // namespace guidec
