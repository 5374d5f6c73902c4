// The exercise is the one that the proof names. A reason that names an exercise itself is
// prose-differs-from-dose's.
#include <map>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"
#include "model/prose/named_exercises.h"
#include "model/prose/passage.h"

namespace guidec::rules::why_differs_from_dose {
namespace {

void CheckQuestion(const Library& library, const Question& question, const ExerciseNames& names,
                   RuleContext& context) {
  const auto* value = question.proof ? std::get_if<ValueProof>(&question.proof->form) : nullptr;
  const Exercise* exercise = value == nullptr ? nullptr : library.FindExercise(value->exercise.value);
  if (exercise == nullptr || !question.why || HasDamage(*question.node)) return;
  for (const Passage& passage : PassagesOf(question.why)) {
    for (const StatedDose& stated : StatedDoses(passage.tokens())) {
      const DoseField field = FieldMeant(stated, exercise->dose);
      const Pair* pair = FindDoseField(*exercise, field);
      if (pair == nullptr || Compare(stated, exercise->dose) != Agreement::kDiffers) continue;
      if (!names.NamedIn(question.why).empty()) return;
      const Piece piece{stated.quantity.begin, stated.quantity.end};
      const std::string dose = PlaceholderText(exercise->dose, FieldName(field)).value_or("");
      Diagnostic& finding =
          context.Report(passage.SpanOf(piece), fmt::format("the reason says `{}`, and the dose of `{}` says "
                                                            "`{}`; correct one of the two",
                                                            passage.Slice(piece), exercise->id.value, dose));
      finding.labels.push_back({SpanOfDoseField(*pair), fmt::format("the dose: {}", dose)});
    }
  }
}

void Check(const Library& library, RuleContext& context) {
  std::map<std::string, ExerciseNames> names;  // by language
  for (const Guide& guide : library.guides) {
    if (!guide.quiz || !context.Reads(guide.language)) continue;
    const auto in_language = names.try_emplace(guide.language, library, guide.language).first;
    for (const Question& question : guide.quiz->questions) {
      CheckQuestion(library, question, in_language->second, context);
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      short: 10 seconds
      middle: 20 seconds
      long: 30 seconds
    answer: long
    why: Hold it for twenty seconds. # expect: QZ024 @ 22-36 "the dose of `hip-stretch` says `30 seconds`"
    proof: {value: hip-stretch.dose.hold}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      short: 10 seconds
      middle: 20 seconds
      long: 30 seconds
    answer: long
    why: Hold it for half a minute. Do not stop after twenty seconds.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ024",
    .name = "why-differs-from-dose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The reason for an answer gives another dose than the exercise of the proof.",
    .rationale =
        R"md(The answer key is read last and remembered. The proof says which exercise the question is about, so a
figure for holding, repeating or resting in `why` must be that exercise's.)md",
    .source = "guidec's own: what the proof names and what the key says are one fact",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::why_differs_from_dose
