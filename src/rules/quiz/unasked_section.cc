// A question without a proof may be about anything, so that a quiz with one is not judged.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/coverage.h"

namespace guidec::rules::unasked_section {
namespace {

constexpr Threshold kQuestions{"coverage-questions", 5};
constexpr Threshold kThresholds[] = {kQuestions};

void CheckGuide(const Library& library, const Guide& guide, const ExerciseNames& names,
                RuleContext& context) {
  const std::vector<Question>& questions = guide.quiz->questions;
  const auto is_unproven = [](const Question& question) { return !question.proof; };
  if (static_cast<double>(questions.size()) < library.Value(kQuestions) ||
      std::ranges::any_of(questions, is_unproven)) {
    return;
  }
  const Coverage coverage = CoverageOf(library, guide, names);
  const std::vector<const Section*>& unasked = coverage.unasked_sections;
  if (unasked.empty() || questions.size() < coverage.sections.size()) return;
  std::vector<std::string> missed;
  std::vector<Label> labels;
  for (const Section* section : unasked) {
    missed.push_back(section->id.value);
    labels.push_back({section->id.span, "nothing in it is asked about"});
  }
  Diagnostic& finding =
      context.Report(guide.quiz->document->root.FindPair("questions")->key.span,
                     fmt::format("no question asks about {} `{}`",
                                 missed.size() == 1 ? "section" : "sections", fmt::join(missed, "`, `")));
  finding.labels = std::move(labels);
}

void Check(const Library& library, RuleContext& context) {
  std::map<std::string, ExerciseNames> names;  // by language
  for (const Guide& guide : library.guides) {
    const bool is_whole =
        guide.quiz && !HasDamage(guide.document->root) && !HasDamage(guide.quiz->document->root);
    if (!is_whole) continue;
    const auto in_language = names.try_emplace(guide.language, library, guide.language).first;
    CheckGuide(library, guide, in_language->second, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions: # expect: QZ030 @ 1-10 "section `exercises`"
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
  - id: second-step
    ask: What follows the rest?
    choices: {compression: Compression, ice: Ice, elevation: Elevation}
    answer: ice
    why: The letters stand in that order.
    proof: {step: 2, of: rice}
  - id: last-step
    ask: How does RICE end?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: elevation
    why: The letters stand in that order.
    proof: {step: last, of: rice}
  - id: where
    ask: Where may it hurt?
    choices: {hip: Around your hip, knee: In your knee, elbow: In your elbow}
    answer: hip
    why: The pain shows up around your hip and in your groin.
    proof: {in: symptoms}
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ030",
    .name = "unasked-section",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "No question of the quiz asks about a section that holds facts or exercises.",
    .rationale =
        R"md(What is not asked about is taken for less important. A section counts when it holds a list, a protocol,
a claim or exercises, and it is asked about when a question's proof draws on one of them, or when the
question links to it or names one of its exercises. A quiz with fewer questions than such sections is not
judged, nor is one with an unproven answer; `thresholds: {coverage-questions: 5}` sets the fewest questions.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: base each item on important content; the rule is guidec's own",
    .thresholds = kThresholds,
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::unasked_section
