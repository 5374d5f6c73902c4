#include <fmt/format.h>

#include "lint/rule_context.h"
#include "rules/reading_level.h"

namespace guidec::rules::reading_goal {
namespace {

constexpr Threshold kGoal{"reading-goal", 6};
// Names of poses and muscles alone lift a text by so much.
constexpr double kLeeway = 0.5;
constexpr Threshold kThresholds[] = {kGoal, kReadingGrade, kReadingWords};

void Check(const Library& library, RuleContext& context) {
  const double goal = library.Value(kGoal);
  const double highest = library.Value(kReadingGrade);
  for (const ReadingLevel& level : ReadingLevels(library, context)) {
    if (level.FleschKincaid() < goal + kLeeway || level.Mean() > highest) continue;
    context.Report(level.place,
                   fmt::format("this {} reads at grade {:.1f} by Flesch-Kincaid, above the goal of {} ({}); "
                               "shorter sentences and words would open it to more readers",
                               level.part, level.FleschKincaid(), goal, level.Numbers()));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(introduction: # expect: LG012 @ 1-13 "above the goal of 6"
  - text: >
      If your hip hurts whenever you run, take a break from running for one or two weeks. During that time you
      can still walk, swim or cycle, provided that none of them makes the pain return. After your break, go
      for a short and easy run on level ground without any hills or sudden turns. If the pain has gone away by
      then, you can add a few minutes to every run that follows. If it returns or moves to your groin or lower
      back, give your hip another week of rest. Always keep a day of rest between two runs, because muscles
      become stronger while they recover from running. If nothing has changed after several weeks of rest, visit your
      doctor or a therapist and ask for advice.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(introduction:
  - text: >
      If your hip hurts when you run, take a break of one or two weeks. While you rest, you can still walk,
      swim or ride a bike. Stop if one of them makes the pain come back. After that break, go for a short
      and easy run on flat ground. See how your hip feels the next morning. If the pain is still there, give
      it more time. If it has spread to your groin or your back, ask your doctor. If it is gone, you can add
      a few minutes to each run. Keep one day of rest between any two of your runs. Your hip gets stronger
      while you rest, and not while you run.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG012",
    .name = "reading-goal",
    .severity = Severity::kInfo,
    .since = "0.1",
    .summary = "A part of a guide is half a grade or more above the goal of grade 6.",
    .rationale =
        R"md(Grade 6 is what texts for patients aim at; grade 8 is the bound, which `reading-grade` guards by the
mean of two formulas. The goal, the threshold `reading-goal`, is held against Flesch-Kincaid alone: SMOG
aims at readers who understand all of a text and stands some grades higher, so that grade 6 by SMOG
would leave one word of three syllables for four sentences. Less than half a grade above it is let pass: names of
poses and muscles alone lift a text by so much. What `reading-grade` reports is not reported
again.)md",
    .source =
        "NIH and AMA practice: grade 6, at most 8 (PMC3049622, PMC6334864); Flesch-Kincaid; guidec's own "
        "bound "
        "of 100 words",
    .thresholds = kThresholds,
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::reading_goal
