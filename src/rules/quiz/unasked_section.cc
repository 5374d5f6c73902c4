// A question asks about what its proof draws on, what its links lead to and the exercises that it names.
// A question without a proof may be about anything, so that a quiz with one is not judged.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/named_exercises.h"

namespace guidec {
namespace {

constexpr Threshold kQuestions{"coverage-questions", 5};
constexpr Threshold kThresholds[] = {kQuestions};

using Ids = std::set<std::string>;

// The list, protocol, claim or exercise.
std::string SubjectOf(const Proof& proof) {
  if (const auto* in = std::get_if<InProof>(&proof.form)) return in->list.value;
  if (const auto* tagged = std::get_if<TaggedProof>(&proof.form)) return tagged->list.value;
  if (const auto* step = std::get_if<StepProof>(&proof.form)) return step->protocol.value;
  if (const auto* neighbour = std::get_if<NeighbourProof>(&proof.form)) return neighbour->protocol.value;
  if (const auto* claim = std::get_if<ClaimProof>(&proof.form)) return claim->claim.value;
  return std::get<ValueProof>(proof.form).exercise.value;
}

void AddMentions(const Prose& prose, const ExerciseNames& names, Ids& asked) {
  if (!prose) return;
  ForEachNode(prose.root, [&](const MarkdownNode& node) {
    if (node.type == MarkdownType::kLink && node.url.starts_with('#')) asked.insert(node.url.substr(1));
  });
  asked.merge(names.NamedIn(prose));
}

Ids AskedAbout(const Library& library, const Guide& guide) {
  const ExerciseNames names(library, guide.language);
  Ids asked;
  for (const Question& question : guide.quiz->questions) {
    asked.insert(SubjectOf(*question.proof));
    AddMentions(question.stem, names, asked);
    AddMentions(question.why, names, asked);
    for (const Choice& choice : question.choices) {
      asked.insert(choice.id.value);
      AddMentions(choice.text, names, asked);
    }
  }
  return asked;
}

// The ids of what a proof can draw on in the section.
Ids FactsOf(const Section& section) {
  Ids facts;
  for (const Block& block : section.blocks) {
    if (const auto* list = std::get_if<ListBlock>(&block.content)) facts.insert(list->id.value);
    if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content)) facts.insert(protocol->id.value);
    if (const auto* claim = std::get_if<ClaimBlock>(&block.content)) facts.insert(claim->id.value);
    if (const auto* shown = std::get_if<ExercisesBlock>(&block.content)) {
      for (const Id& id : shown->ids) facts.insert(id.value);
    }
  }
  return facts;
}

bool Meet(const Ids& a, const Ids& b) {
  return std::ranges::any_of(a, [&](const std::string& id) { return b.contains(id); });
}

void CheckGuide(const Library& library, const Guide& guide, RuleContext& context) {
  const std::vector<Question>& questions = guide.quiz->questions;
  const auto is_unproven = [](const Question& question) { return !question.proof; };
  if (static_cast<double>(questions.size()) < library.Value(kQuestions) ||
      std::ranges::any_of(questions, is_unproven)) {
    return;
  }
  const Ids asked = AskedAbout(library, guide);
  std::size_t count = 0;
  std::vector<std::string> missed;
  std::vector<Label> labels;
  for (const Section& section : guide.sections) {
    const Ids facts = FactsOf(section);
    if (!facts.empty()) ++count;
    if (facts.empty() || asked.contains(section.id.value) || Meet(facts, asked)) continue;
    missed.push_back(section.id.value);
    labels.push_back({section.id.span, "nothing in it is asked about"});
  }
  if (missed.empty() || questions.size() < count) return;
  Diagnostic& finding =
      context.Report(guide.quiz->document->root.FindPair("questions")->key.span,
                     fmt::format("no question asks about {} `{}`",
                                 missed.size() == 1 ? "section" : "sections", fmt::join(missed, "`, `")));
  finding.labels = std::move(labels);
}

void Check(const Library& library, RuleContext& context) {
  for (const Guide& guide : library.guides) {
    const bool is_whole =
        guide.quiz && !HasDamage(guide.document->root) && !HasDamage(guide.quiz->document->root);
    if (is_whole) CheckGuide(library, guide, context);
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

extern const Rule unasked_section;
constinit const Rule unasked_section = {
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
    .check = Check,
};

}  // namespace guidec
