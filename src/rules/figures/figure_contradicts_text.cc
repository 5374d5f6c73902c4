// Reads a few certain phrases of the start position, of captions, and of the steps before a change of sides, and
// looks whether the drawn body does the same. What is not understood is no contradiction.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/step_reading.h"
#include "model/picture/figure.h"
#include "model/prose/passage.h"
#include "rules/posture_claims.h"
#include "text/tokens.h"

namespace guidec::rules::figure_contradicts_text {
namespace {

struct Stated {
  PostureClaim claim;
  Span span;
  std::size_t step;
};

// Of the steps until one changes sides.
std::vector<Stated> StatedIn(const Exercise& exercise) {
  std::vector<Stated> stated;
  for (std::size_t step = 0; step < exercise.steps.size(); ++step) {
    for (const Passage& passage : PassagesOf(exercise.steps[step])) {
      const WordList& tokens = passage.tokens();
      if (MayChangeSides(tokens)) return stated;
      for (const PostureClaim& claim : PostureClaimsIn(tokens)) {
        stated.push_back({claim, passage.SpanOf(tokens.PieceOf(claim.words.begin, claim.words.end)), step});
      }
    }
  }
  return stated;
}

// What moves is as the last step up to the figure's own has it, unless that step says it twice.
bool IsCurrent(const Stated& said, const std::vector<Stated>& stated, const Figure& figure) {
  if (!MayChange(said.claim.aspect)) return true;
  if (!figure.step || said.step > *figure.step) return false;
  return std::ranges::none_of(stated, [&](const Stated& other) {
    return other.claim.aspect == said.claim.aspect && other.claim.value != said.claim.value &&
           other.step >= said.step && other.step <= *figure.step;
  });
}

std::string Contradiction(const PostureClaim& claim, Held drawn, std::string_view who) {
  return fmt::format("the picture shows {}, and {} says {}; correct the one that is wrong",
                     Spell(claim.aspect, drawn), who, Spell(claim.aspect, claim.value));
}

void CheckSteps(const Figure& figure, const Figure* other, const std::vector<Stated>& stated,
                RuleContext& context) {
  for (const Stated& said : stated) {
    const auto drawn = DrawnIn(figure, other, said.claim.aspect);
    if (!drawn || *drawn == said.claim.value || !IsCurrent(said, stated, figure)) continue;
    Diagnostic& finding = context.Report(figure.pose, Contradiction(said.claim, *drawn, "a step"));
    finding.labels.push_back({said.span, "the step"});
    return;
  }
}

void CheckWords(const Prose& words, std::string_view who, const Figure& figure, const Figure* other,
                RuleContext& context) {
  if (!words) return;
  for (const Passage& passage : PassagesOf(words)) {
    const WordList& tokens = passage.tokens();
    for (const PostureClaim& claim : PostureClaimsIn(tokens)) {
      const auto drawn = DrawnIn(figure, other, claim.aspect);
      if (!drawn || *drawn == claim.value) continue;
      Diagnostic& finding =
          context.Report(passage.SpanOf(tokens.PieceOf(claim.words.begin, claim.words.end)),
                         Contradiction(claim, *drawn, who));
      finding.labels.push_back({figure.pose, "the picture"});
      return;
    }
  }
}

// `position` as a base pose has it: phrases with | between them.
bool Says(const Prose& prose, std::string_view position) {
  return std::ranges::any_of(PassagesOf(prose), [&](const Passage& passage) {
    for (std::string_view left = position; !left.empty();) {
      if (FindPhrase(passage.tokens().words, Phrase::Of(TakeAlternative(left)))) return true;
    }
    return false;
  });
}

// The first of several figures is the start; one alone may be the hold. Whether it starts as the text says.
bool CheckStart(const Exercise& exercise, const Figure& figure, RuleContext& context) {
  if (!exercise.start_position) return true;
  const BasePose* base = FindBasePose(figure.spec.base);
  if (base == nullptr || Says(exercise.start_position, base->position)) return true;
  const bool is_known = std::ranges::any_of(
      BasePoses(), [&](const BasePose& pose) { return Says(exercise.start_position, pose.position); });
  if (!is_known) return true;
  Diagnostic& finding = context.Report(
      figure.pose, fmt::format("the first picture starts from `{}`, and the start position is `{}`; "
                               "correct the one that is wrong",
                               base->name, PlainText(exercise.start_position.root)));
  finding.labels.push_back({exercise.start_position.span(), "the start position"});
  return false;
}

std::vector<const Picture*> Drawn(const Exercise& exercise) {
  std::vector<const Picture*> drawn;
  for (const Picture& picture : exercise.pictures) {
    if (picture.figure && !picture.figure->is_mirrored) drawn.push_back(&picture);
  }
  return drawn;
}

void Check(const Exercise& exercise, RuleContext& context) {
  const std::vector<const Picture*> pictures = Drawn(exercise);
  std::optional<std::vector<Stated>> stated;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const Figure& figure = *pictures[i]->figure;
    if (!figure.is_sound) continue;
    const Figure* other = i > 0 ? pictures[i - 1]->figure.get() : nullptr;
    if (other != nullptr && !other->is_sound) other = nullptr;
    if (i == 0 && pictures.size() > 1 && CheckStart(exercise, figure, context)) {
      CheckWords(exercise.start_position, "the start position", figure, other, context);
    }
    if (!stated) stated = StatedIn(exercise);
    CheckSteps(figure, other, *stated, context);
    CheckWords(pictures[i]->caption, "the caption", figure, other, context);
    CheckWords(pictures[i]->alt, "the alternative text", figure, other, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(figures:
  - id: start
    view: right side
    pose: half-kneeling, right knee down # expect: FG006 @ 11-41 "the picture shows the right knee down"
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(start-position: half-kneeling
figures:
  - id: start
    view: right side
    pose: standing # expect: FG006 @ 11-19 "starts from `standing`"
  - id: hold
    pose: half-kneeling, left knee down
)yaml"},
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(figures:
  - id: start
    view: right side
    pose: supine with bent knees
    caption: On your back, knees straight # expect: FG006 @ 28-42 "the picture shows the knees bent"
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(start-position: half-kneeling
figures:
  - id: start
    view: right side
    pose: half-kneeling, left knee down
  - id: start-right
    other-side-of: start
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "FG006",
    .name = "figure-contradicts-text",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A figure shows another side, posture or start than the text says.",
    .rationale =
        R"md(Readers follow the picture before the words. Compared are the start position with the first figure's base
pose; and a figure with its caption, its alternative text and the steps up to its own: which foot is ahead or
lifted, which knee or elbow is down, on which side the body lies, what the hands rest on, whether knees, hips, hands
and line are as the words say, and which way a leg or the upper body goes. English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; "
        "the phrases that are understood are guidec's own",
    .examples = kExamples,
    .languages = kEnglish,
    .exercise = Check,
};

}  // namespace guidec::rules::figure_contradicts_text
