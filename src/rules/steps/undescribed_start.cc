#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "text/tokens.h"

namespace guidec::rules::undescribed_start {
namespace {

// A posture as a start position names it, and what brings a reader there. Any word that might counts: a
// finding must be certain.
struct Posture {
  std::string_view name;
  std::vector<Phrase> named;
  std::vector<Phrase> reached;
};

const std::vector<Posture>& Postures() {
  static const std::vector<Posture> kPostures = {
      {"standing",
       {"stand|standing|upright"},
       {"stand|stands|standing|upright|stance|feet|squat|walk|step|lunge|tall"}},
      {"kneeling", {"kneel|kneeling|half-kneeling|knees"}, {"kneel|kneeling|knee|knees|fours|quadruped"}},
      {"lying",
       {"lie|lying|lay|supine|prone", "on your back|side|stomach|belly|front"},
       {"lie|lying|lay|laying|lies|supine|prone|recline|reclining|down|flat|roll",
        "on|onto your left|right? back|side|stomach|belly|front"}},
      {"sitting", {"sit|sitting|seated"}, {"sit|sitting|seated|seat|sits|straddle|mount|ride|saddle"}},
      {"a lunge", {"lunge|split"}, {"lunge|lunging|split|step|stride|foot|kneel"}},
      {"a plank",
       {"plank|push-up|pushup|press-up", "push|press - up"},
       {"plank|push-up|pushup|pushups|press-up|hands|forearms|elbows|toes", "push|press - up|ups"}},
      {"all fours",
       {"fours|quadruped|tabletop", "hands and knees"},
       {"fours|quadruped|tabletop|knees|kneel|crawl"}},
      {"hanging", {"hang|hanging"}, {"hang|hanging|hold|grip|grab|grasp|bar"}},
  };
  return kPostures;
}

bool SaysAny(const Prose& prose, const std::vector<Phrase>& phrases) {
  return std::ranges::any_of(PassagesOf(prose), [&](const Passage& passage) {
    return std::ranges::any_of(phrases, [&](const Phrase& phrase) {
      return FindPhrase(passage.tokens().words, phrase).has_value();
    });
  });
}

void Check(const Exercise& exercise, RuleContext& context) {
  if (exercise.steps.empty() || !exercise.start_position) return;
  std::vector<std::string_view> wanted;
  for (const Posture& posture : Postures()) {
    if (!SaysAny(exercise.start_position, posture.named)) continue;
    // One of several postures is enough: "kneeling or standing".
    const bool is_reached = std::ranges::any_of(
        exercise.steps, [&](const Prose& step) { return SaysAny(step, posture.reached); });
    if (is_reached) return;
    wanted.push_back(posture.name);
  }
  if (wanted.empty()) return;
  Diagnostic& finding = context.Report(
      exercise.start_position.span(),
      fmt::format("no step brings the reader into the start position, {}; begin the steps with it",
                  fmt::join(wanted, " or ")));
  finding.labels.push_back({exercise.steps.front().span(), "the first step"});
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml",
     R"yaml(start-position: lying on your back # expect: ST011 @ 17-35 "lying"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(start-position: lying on your back
steps:
  - Lie down on a mat, face up.
  - Draw your left knee to your chest.
  - Hold for {hold}.
  - Repeat the steps on the other side.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST011",
    .name = "undescribed-start",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "No step brings the reader into the start position.",
    .rationale =
        R"md(Who is not told how to begin begins wrong. The first steps lead into what `start-position` names; if they
lead elsewhere, one of the two was not changed with the other. Known are standing, sitting, kneeling,
lying, lunges, planks, all fours and hanging; English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; guidec's "
        "own check of steps against `start-position`",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::undescribed_start
