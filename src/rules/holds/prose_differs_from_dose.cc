// An exercise's own prose is about that exercise, a guide's about the one that DoseReader finds. "Each
// stretch" is about all stretches of the guide.
#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/dose_in_prose.h"

namespace guidec::rules::prose_differs_from_dose {
namespace {

void CheckFigure(const Exercise& exercise, const Passage& passage, const StatedDose& stated, bool is_step,
                 RuleContext& context) {
  if (Compare(stated, exercise.dose) != Agreement::kDiffers) return;
  const DoseField field = FieldMeant(stated, exercise.dose);
  const Pair* pair = FindDoseField(exercise, field);
  if (pair == nullptr) return;
  const Piece piece{stated.quantity.begin, stated.quantity.end};
  const std::string dose = PlaceholderText(exercise.dose, FieldName(field)).value_or("");
  const std::string remedy = is_step ? fmt::format("write `{{{}}}` or correct the dose", FieldName(field))
                                     : std::string("correct one of the two");
  Diagnostic& finding = context.Report(passage.SpanOf(piece),
                                       fmt::format("the text says `{}`, and the dose of `{}` says `{}`; {}",
                                                   passage.Slice(piece), exercise.id.value, dose, remedy));
  finding.labels.push_back({SpanOfDoseField(*pair), fmt::format("the dose: {}", dose)});
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  if (!context.Reads(context.language())) return;
  for (const ProseUse& use : ProseOf(exercise)) {
    if (use.role != Role::kText && use.role != Role::kStep && use.role != Role::kStopRule) continue;
    for (const Passage& passage : PassagesOf(*use.prose)) {
      for (const StatedDose& stated : StatedDoses(passage.tokens())) {
        CheckFigure(exercise, passage, stated, use.role == Role::kStep, context);
      }
    }
  }
}

class GuideCheck {
 public:
  GuideCheck(const Library& library, RuleContext& context)
      : library_(library), context_(context), reader_(library) {}

  void Run(const Guide& guide) {
    stretches_ = ExercisesOf(library_, guide);
    std::erase_if(stretches_, [](const Exercise* exercise) { return exercise->kind.value != "stretch"; });
    CheckProse(guide.main_message);
    for (const Block* block : AllBlocks(guide)) {
      // A myth says what is wrong.
      const auto* claim = std::get_if<ClaimBlock>(&block->content);
      if (claim != nullptr && !claim->truth) continue;
      for (const ProseUse& use : ProseOf(*block, guide)) CheckProse(*use.prose);
    }
    if (guide.routine) CheckProse(guide.routine->text);
    if (!guide.quiz) return;
    for (const Question& question : guide.quiz->questions) CheckProse(question.why);
  }

 private:
  void CheckProse(const Prose& prose) {
    if (!prose) return;
    for (const Passage& passage : PassagesOf(prose)) {
      for (const DoseInProse& figure : reader_.In(passage)) {
        if (figure.exercise != nullptr)
          CheckFigure(*figure.exercise, passage, figure.stated, false, context_);
        if (figure.is_of_each_stretch) CheckAgainstStretches(passage, figure.stated);
      }
    }
  }

  // Some of them may be held longer than the others; a figure that none of them has is a slip.
  void CheckAgainstStretches(const Passage& passage, const StatedDose& stated) {
    const bool differs_from_all = std::ranges::all_of(stretches_, [&](const Exercise* exercise) {
      return Compare(stated, exercise->dose) == Agreement::kDiffers;
    });
    if (!stretches_.empty() && differs_from_all) {
      CheckFigure(*stretches_.front(), passage, stated, false, context_);
    }
  }

  const Library& library_;
  RuleContext& context_;
  DoseReader reader_;
  std::vector<const Exercise*> stretches_;  // of the guide
};

// The names of all exercises are gathered once for all guides.
void CheckGuides(const Library& library, RuleContext& context) {
  GuideCheck check(library, context);
  for (const Guide& guide : library.guides) {
    if (context.Reads(guide.language)) check.Run(guide);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 30 s
  sets: 2
steps:
  - Kneel on your left knee on a mat.
  - Hold for forty-five seconds. # expect: HT003 @ 14-32 "the dose of `hip-stretch` says `30 seconds`"
  - Repeat the steps on the other side.
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  reps: 10-15
purpose: Ten to twelve repetitions build strength. # expect: HT003 @ 10-35 "`10 to 15`"
steps:
  - Lie on a mat.
  - Do {reps} repetitions.
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first. Then hold the hip stretch for a minute. # expect: HT003 @ 57-65 "`30 seconds`"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(dose:
  hold: 30 s
  sets: 2
cautions:
  - If that is too hard, hold for 10 seconds.
  - Breathe out for 3 seconds at a time.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first. Then do the hip stretch, and hold it for half a minute.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "HT003",
    .name = "prose-differs-from-dose",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "Prose states another hold, rest or number of repetitions or sets than the dose.",
    .rationale =
        R"md(The handout prints the dose in a box and the prose beside it. A reader who finds two figures follows
either, or none. Figures are understood in digits and in words ("half a minute", "ten to fifteen
times"); those that may be a tempo, a frequency or an easier variant are left alone.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage is described in detail; guidec's own check of prose "
        "against data",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = CheckGuides,
    .exercise = CheckExercise,
};

}  // namespace guidec::rules::prose_differs_from_dose
