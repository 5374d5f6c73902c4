#include <fmt/format.h>

#include "lint/rule_context.h"
#include "rules/reading_level.h"

namespace guidec::rules::reading_grade {
namespace {

constexpr Threshold kThresholds[] = {kReadingGrade, kReadingWords};

void Check(const Library& library, RuleContext& context) {
  const double highest = library.Value(kReadingGrade);
  for (const ReadingLevel& level : ReadingLevels(library, context)) {
    if (level.Mean() <= highest) continue;
    context.Report(level.place, fmt::format("this {} reads at grade {:.1f}, above {} ({}); use shorter "
                                            "sentences and words",
                                            level.part, level.Mean(), highest, level.Numbers()));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml", R"yaml(introduction: # expect: LG004 @ 1-13 "above 8"
  - text: >
      Repetitive activity may gradually irritate several muscular structures of your hip.
      Prolonged sitting positions occasionally contribute to additional irritation.
      Considerable variation exists between individual recreational athletes.
      Insufficient recovery generally increases overall muscular sensitivity.
      Appropriate preparation usually reduces unnecessary muscular discomfort.
      Progressive strengthening activities eventually improve functional stability.
      Sudden modifications of training intensity frequently precede irritation.
      Continuous observation of symptoms facilitates sensible decisions.
      Gradual progression remains especially important for inexperienced athletes.
      Satisfactory flexibility additionally supports comfortable movement.
      Regular physical activity generally improves your mobility.
      Your individual recovery normally requires several consecutive weeks.
      Reasonable expectations make this period considerably easier.
      Professional supervision additionally benefits anybody with recurrent complaints.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: >
      Your hip may hurt when you run a lot. It may also hurt when you sit for a long time. Each
      runner is different, so your pain may not feel like that of your friends. Rest is the first
      thing to try. If you do not rest, your hip may hurt more. Warm up before you run. Build up
      your strength bit by bit. Do not run much more from one week to the next. Watch how your hip
      feels, and plan your next run by that. If you are new to sport, take more time. Stay active
      and stretch your hip as well. Give it some weeks to heal. When you know that, the time will
      be easier for you.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG004",
    .name = "reading-grade",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A part of a guide is too hard to read.",
    .rationale =
        R"md(Texts for patients should read at grade 6, and at most at grade 8. The introduction, each section and each
exercise are measured on their own, by their full sentences: titles and scraps in lists are left out.
Two formulas are used, because each is blind on one eye. Flesch-Kincaid weighs the length of sentences
and words; SMOG counts words of three syllables or more. SMOG aims at readers who understand all of a
text, other formulas at those who understand half to three quarters of it, so that SMOG stands some
grades higher for the same text. The mean of both is held against the threshold `reading-grade`: one
formula alone would either miss hard words in short sentences or call plain text hard. A part with
fewer words than the threshold `reading-words` is not measured, and neither is a text in another
language than English, for which the formulas were not made. Syllables are judged by spelling.)md",
    .source =
        "NIH and AMA practice: grade 6, at most 8 (PMC3049622, PMC6334864); Flesch-Kincaid; SMOG; guidec's "
        "own mean of both and bound of 100 words",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::reading_grade
