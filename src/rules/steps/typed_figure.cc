#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"
#include "model/prose/passage.h"
#include "rules/print_instead.h"

namespace guidec::rules::typed_figure {
namespace {

void CheckFigure(const Exercise& exercise, const Passage& passage, const StatedDose& stated,
                 RuleContext& context) {
  const Dose& dose = exercise.dose;
  if (!IsSameAsField(stated, dose)) return;
  const DoseField field = FieldMeant(stated, dose);
  const Quantity& quantity = stated.quantity;
  // {hold} prints its unit, {reps} does not.
  const bool has_unit = quantity.kind == QuantityKind::kSeconds;
  const Piece piece =
      has_unit ? Piece{quantity.begin, quantity.end} : Piece{quantity.figure_begin, quantity.figure_end};
  if (passage.HasLiteral(piece)) return;
  const Span span = passage.SpanOf(piece);
  const std::string figure(passage.Slice(piece));
  if (quantity.is_adjective) {
    context.Report(span, fmt::format("`{}` is typed in; reword it so that `{{{}}}` can print the dose",
                                     figure, FieldName(field)));
    return;
  }
  Diagnostic& finding = context.Report(
      span, fmt::format("`{}` is typed in; write `{{{}}}`, which prints the dose", figure, FieldName(field)));
  if (const Pair* pair = FindDoseField(exercise, field)) {
    finding.labels.push_back({SpanOfDoseField(*pair), "the dose"});
  }
  finding.fix = PrintInstead(passage, piece, FieldName(field), *exercise.document, context);
}

void Check(const Exercise& exercise, RuleContext& context) {
  for (const ProseUse& use : ProseOf(exercise)) {
    if (use.role != Role::kStep && use.role != Role::kText && use.role != Role::kStopRule) continue;
    for (const Passage& passage : PassagesOf(*use.prose)) {
      for (const StatedDose& stated : StatedDoses(passage.tokens())) {
        CheckFigure(exercise, passage, stated, context);
      }
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
steps:
  - Rest on your forearms on a mat.
  - Hold for half a minute. # expect: ST006 @ 14-27 "write `{hold}`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10-15
steps:
  - Lie on a mat.
  - Do ten to fifteen repetitions. # expect: ST006 @ 8-22 "write `{reps}`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
cautions:
  - Keep breathing as you hold for thirty seconds. # expect: ST006 @ 36-50 "write `{hold}`"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
steps:
  - Rest on your forearms on a mat.
  - Breathe out for 3 seconds.
  - Hold for {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST006",
    .name = "typed-figure",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A figure of the dose is typed into a text of its exercise.",
    .rationale =
        R"md(A figure that is typed twice is changed once. `{hold}` and its like print what `dose` says, in the
handout, the EPUB and the app.)md",
    .source = "guidec's own: one place for each fact",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::typed_figure
