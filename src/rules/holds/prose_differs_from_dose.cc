// An exercise's own prose is about that exercise, a guide's about the one that DoseReader finds. "Each
// stretch" is about all stretches of the guide.
#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/dose_in_prose.h"
#include "model/dose/stated_tempo.h"

namespace guidec::rules::prose_differs_from_dose {
namespace {

// Whether a step holds for the dose's time: then "hold again for 5 seconds" is another hold.
bool IsHeldElsewhere(const Exercise& exercise) {
  return std::ranges::any_of(exercise.steps, [](const Prose& step) {
    return step.source_text().find("{hold}") != std::string::npos;
  });
}

class Reporter {
 public:
  Reporter(const Passage& passage, bool is_step, RuleContext& context)
      : passage_(passage), is_step_(is_step), context_(context) {}

  void Check(const Exercise& exercise, const StatedDose& stated) const {
    if (Compare(stated, exercise.dose) != Agreement::kDiffers) return;
    if (is_step_ && stated.field == DoseField::kHold && IsHeldElsewhere(exercise)) return;
    const std::string_view field = FieldName(FieldMeant(stated, exercise.dose));
    Report(exercise, field, {stated.quantity.begin, stated.quantity.end},
           PlaceholderText(exercise.dose, field).value_or(""));
  }

  void Check(const Exercise& exercise, const StatedFrequency& stated) const {
    const Prose& frequency = exercise.dose.frequency;
    if (Contradicts(stated, exercise.dose.frequency)) {
      Report(exercise, "frequency", passage_.tokens().PieceOf(stated.tokens.begin, stated.tokens.end),
             PlainText(frequency.root));
    }
  }

  void Check(const Exercise& exercise, const StatedPhase& stated) const {
    const auto& tempo = exercise.dose.tempo;
    if (!tempo || !Contradicts(stated, tempo->value)) return;
    Report(exercise, "tempo", {stated.seconds.begin, stated.seconds.end}, Spell(tempo->value));
  }

 private:
  void Report(const Exercise& exercise, std::string_view field, const Piece& piece,
              const std::string& dose) const {
    const Node* doses = exercise.document->root.Find("dose");
    const Pair* pair = doses == nullptr ? nullptr : doses->FindPair(field);
    if (pair == nullptr) return;
    const bool has_placeholder = std::ranges::find(kPlaceholders, field) != std::end(kPlaceholders);
    const std::string remedy = is_step_ && has_placeholder
                                   ? fmt::format("write `{{{}}}` or correct the dose", field)
                                   : std::string("correct one of the two");
    Diagnostic& finding = context_.Report(
        passage_.SpanOf(piece), fmt::format("the text says `{}`, and the dose of `{}` says `{}`; {}",
                                            passage_.Slice(piece), exercise.id.value, dose, remedy));
    finding.labels.push_back({SpanOfDoseField(*pair), fmt::format("the dose: {}", dose)});
  }

  const Passage& passage_;
  const bool is_step_;
  RuleContext& context_;
};

bool IsCaption(const ProseUse& use) {
  return use.role == Role::kAlternative ||
         std::ranges::any_of(use.exercise->pictures,
                             [&](const Picture& picture) { return &picture.caption == use.prose; });
}

void CheckExercise(const Exercise& exercise, RuleContext& context) {
  if (!context.Reads(context.language())) return;
  for (const ProseUse& use : ProseOf(exercise)) {
    if (use.role == Role::kDose) continue;
    const TextForm form = IsCaption(use) ? TextForm::kCaption : TextForm::kSentences;
    for (const Passage& passage : PassagesOf(*use.prose)) {
      const Reporter reporter(passage, use.role == Role::kStep, context);
      const WordList& tokens = passage.tokens();
      for (const StatedDose& stated : StatedDoses(tokens, form)) reporter.Check(exercise, stated);
      if (exercise.dose.frequency.meaning) {
        for (const StatedFrequency& stated : StatedFrequencies(tokens)) reporter.Check(exercise, stated);
      }
      if (exercise.dose.tempo) {
        for (const StatedPhase& stated : StatedPhases(tokens)) reporter.Check(exercise, stated);
      }
    }
  }
}

class GuideCheck {
 public:
  GuideCheck(const Library& library, RuleContext& context)
      : library_(library), context_(context), reader_(library) {}

  void Run() {
    const Guide* guide = nullptr;
    for (const ProseUse& use : library_.prose) {
      if (use.guide == nullptr || use.is_denied || !context_.Reads(use.guide->language)) continue;
      if (use.role == Role::kStem || use.role == Role::kChoice) continue;
      if (use.guide != guide) stretches_ = StretchesOf(*use.guide);
      guide = use.guide;
      for (const Passage& passage : PassagesOf(*use.prose)) CheckPassage(passage);
    }
  }

 private:
  std::vector<const Exercise*> StretchesOf(const Guide& guide) const {
    std::vector<const Exercise*> stretches = ExercisesOf(library_, guide);
    std::erase_if(stretches, [](const Exercise* exercise) { return exercise->kind.value != "stretch"; });
    return stretches;
  }

  void CheckPassage(const Passage& passage) {
    for (const auto& [stated, subject] : reader_.In(passage)) {
      CheckStated(passage, stated, subject, [&stated = stated](const Exercise& one) {
        return Compare(stated, one.dose) == Agreement::kDiffers;
      });
    }
    for (const auto& [stated, subject] : reader_.FrequenciesIn(passage)) {
      CheckStated(passage, stated, subject,
                  [&stated = stated](const Exercise& one) { return Contradicts(stated, one.dose.frequency); });
    }
  }

  // Some of the stretches may be held longer than the others; a figure that none of them has is a slip.
  template <class Stated, class Differs>
  void CheckStated(const Passage& passage, const Stated& stated, const DoseSubject& subject,
                   const Differs& differs) {
    const Reporter reporter(passage, false, context_);
    if (subject.exercise != nullptr) reporter.Check(*subject.exercise, stated);
    if (!subject.is_each_stretch || stretches_.empty()) return;
    const bool differs_from_all =
        std::ranges::all_of(stretches_, [&](const Exercise* exercise) { return differs(*exercise); });
    if (differs_from_all) reporter.Check(*stretches_.front(), stated);
  }

  const Library& library_;
  RuleContext& context_;
  DoseReader reader_;
  std::vector<const Exercise*> stretches_;  // of the guide
};

// The names of all exercises are gathered once for all guides.
void CheckGuides(const Library& library, RuleContext& context) {
  GuideCheck(library, context).Run();
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
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 30 s
  frequency: every other day
cautions: ['Do this once a day. After that, rest.'] # expect: HT003 @ 21-31 "says `every other day`"
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
    .summary =
        "Prose states another hold, rest, tempo, frequency or number of repetitions or sets than the dose.",
    .rationale =
        R"md(The handout prints the dose in a box and the prose beside it. A reader who finds two figures follows
either, or none. Figures are understood in digits and in words ("half a minute", "ten to fifteen
times", "every other day"); those that may be an easier variant or a way to progress are left alone.)md",
    .source =
        "CERT item 13 (Slade et al. 2016): the dosage is described in detail; guidec's own check of prose "
        "against data",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = CheckGuides,
    .exercise = CheckExercise,
};

}  // namespace guidec::rules::prose_differs_from_dose
