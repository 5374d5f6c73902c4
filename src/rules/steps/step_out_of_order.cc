// Steps that have but one order. A hold or a count of repetitions comes behind the movement that it is about:
// what follows it may only end the exercise, change sides or go on with a part of its own.
#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/step_reading.h"
#include "model/prose/passage.h"
#include "text/quantity.h"
#include "text/tokens.h"

namespace guidec::rules::step_out_of_order {
namespace {

// Opens a step that makes the position or the movement, and none that leaves it.
constexpr std::string_view kMoves =
    "twist|turn|push|pull|lift|raise|bend|lean|reach|press|squeeze|place|put|plant|rise|draw|tuck|tilt|slide|"
    "hinge|throw|catch|swing|kick|bring|grab|grasp|cross|curl|rotate|set|drop|sink|shift|open|arch|point|"
    "clasp";
// Says that a movement goes back, on or over to another part.
constexpr Phrases kGoesOn{
    "back|again|return*|release*|relax*|starting|start|finish*|end|other|opposite|alternat*|repeat*|"
    "switch*",
    "then|next|now|after|afterward|afterwards|further|more|deeper|while|once|when|if|between|rest|before",
    "lower|let|normal",
    "bring|put|set|take|move ... ... down|away",
    "up to standing",
    "slowly? to the floor|ground|mat",
    "hold|stay|pause|times|repetitions|reps|seconds|breaths|variation|variations|tip|note|optional*",
    "{hold}",
    "{reps}",
};
constexpr Phrases kLowers{"lower|lowers your|the|both|it|them|yourself"};
constexpr Phrases kLifts{"lift|raise|rise|push|press"};
constexpr Phrases kFelt{"until ... ... ... stretch|stretches|pull|tension",
                        "until ... ... ... ... ... stretches|stretch"};

// As Tokens cuts them.
std::vector<WordList> StepsOf(const Exercise& exercise) {
  std::vector<WordList> steps;
  for (const Prose& step : exercise.steps) steps.push_back(Tokens(PlainText(step.root)));
  return steps;
}

// "Slowly push …": the verb behind an adverb.
bool OpensWithMove(const WordList& step) {
  std::size_t at = 0;
  while (at < step.size() && (step.words[at].ends_with("ly") || IsOneOf(step.words[at], "and"))) ++at;
  return at < step.size() && IsOneOf(step.words[at], kMoves);
}

bool SaysAny(const WordList& step, PhraseView phrases) {
  return FindAnyPhrase(step.words, phrases).has_value();
}

// "Hold for {hold}.", "Do {reps} repetitions in total.": nothing but the dose.
bool IsHoldAlone(const WordList& step) {
  return !step.words.empty() && IsOneOf(step.words.front(), "hold|stay") && step.size() <= 7 &&
         std::ranges::find(step.words, "{hold}") != step.words.end();
}

bool IsCountAlone(const WordList& step) {
  return !step.words.empty() && IsOneOf(step.words.front(), "do|repeat|perform|complete") &&
         step.size() <= 8 && std::ranges::find(step.words, "{reps}") != step.words.end() &&
         !MayChangeSides(step);
}

template <class Is>
std::optional<std::size_t> OnlyOne(const std::vector<WordList>& steps, const Is& is) {
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (!is(steps[at])) continue;
    if (found) return std::nullopt;
    found = at;
  }
  return found;
}

class StepCheck {
 public:
  StepCheck(const Exercise& exercise, RuleContext& context)
      : exercise_(exercise), context_(context), steps_(StepsOf(exercise)) {}

  void Run() {
    const auto hold = OnlyOne(steps_, IsHoldAlone);
    const auto count = OnlyOne(steps_, IsCountAlone);
    if (hold && !IsSaidBesides(*hold, "{hold}")) CheckHold(*hold);
    if (count && !IsSaidBesides(*count, "{reps}")) CheckCount(*count);
    CheckChanges();
  }

 private:
  bool IsSaidBesides(std::size_t step, std::string_view placeholder) const {
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      if (at != step && std::ranges::find(steps_[at].words, placeholder) != steps_[at].words.end())
        return true;
    }
    return false;
  }

  void CheckHold(std::size_t hold) {
    if (hold == 0) return Report(hold, hold, "nothing is there to be held yet");
    for (std::size_t at = 0; at < hold; ++at) {
      if (IsChangeAlone(at)) return Report(hold, at, "the sides have changed before");
    }
    const std::size_t next = hold + 1;
    if (next >= steps_.size()) return;
    const bool is_felt = SaysAny(steps_[next], kFelt);
    if (Moves(next) && (is_felt || EndsBehind(next)))
      Report(hold, next, "the movement that it holds comes after it");
  }

  void CheckCount(std::size_t count) {
    if (count == 0) return Report(count, count, "nothing is there to be repeated yet");
    const std::size_t next = count + 1;
    if (next >= steps_.size()) return;
    if (IsLateLowering(next) || (Moves(next) && EndsBehind(next)))
      Report(count, next, "a part of what it repeats comes after it");
  }

  void CheckChanges() {
    for (std::size_t at = 1; at + 1 < steps_.size(); ++at) {
      if (IsChangeAlone(at) && IsLateLowering(at + 1))
        Report(at, at + 1, "what is lifted goes down after it");
    }
  }

  bool Moves(std::size_t at) const {
    return OpensWithMove(steps_[at]) && !SaysAny(steps_[at], kGoesOn) && !MayChangeSides(steps_[at]);
  }

  // What was lifted goes down in this step and in none before.
  bool IsLateLowering(std::size_t at) const {
    const auto says_before = [&](PhraseView phrases) {
      return std::ranges::any_of(std::span(steps_).first(at),
                                 [&](const WordList& step) { return SaysAny(step, phrases); });
    };
    return MatchPhrase(steps_[at].words, "slowly? lower") && SaysAny(steps_[at], kLowers) &&
           says_before(kLifts) && !says_before(kLowers);
  }

  // "Repeat the steps on the other side": nothing but the change.
  bool IsChangeAlone(std::size_t at) const {
    const WordList& step = steps_[at];
    return exercise_.sides.value == Sides::kEach && at > 0 && step.size() <= 9 &&
           MatchPhrase(step.words, "repeat|switch|change").has_value() && MayChangeSides(step);
  }

  // Whether only the end of the exercise follows: a change of sides, a repetition, a return.
  bool EndsBehind(std::size_t step) const {
    return std::ranges::all_of(std::span(steps_).subspan(step + 1), [](const WordList& words) {
      return MayChangeSides(words) || SaysAny(words, kGoesOn);
    });
  }

  void Report(std::size_t step, std::size_t other, std::string_view why) {
    Diagnostic& finding = context_.Report(exercise_.steps[step].span(),
                                          fmt::format("step {} comes too {}: {}; put the steps in order",
                                                      step + 1, other < step ? "late" : "early", why));
    if (other != step)
      finding.labels.push_back({exercise_.steps[other].span(), fmt::format("step {}", other + 1)});
  }

  const Exercise& exercise_;
  RuleContext& context_;
  const std::vector<WordList> steps_;
};

void Check(const Exercise& exercise, RuleContext& context) {
  if (exercise.steps.size() > 1) StepCheck(exercise, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Kneel on your left knee on a mat.
  - Hold for {hold}. # expect: ST014 @ 5-21 "step 2 comes too early: the movement that it holds comes after it"
  - Push your hips forward until the front of your hip stretches.
  - Repeat the steps on the other side.
)yaml"},
    {Example::kGood, "exercises/hip-stretch.yaml", R"yaml(steps:
  - Kneel on your left knee on a mat.
  - Push your hips forward until the front of your hip stretches.
  - Hold for {hold}.
  - Bring your hips back.
  - Repeat the steps on the other side.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST014",
    .name = "step-out-of-order",
    .severity = Severity::kWarning,
    .since = "0.2",
    .summary = "A hold or a count comes before the movement that it is about.",
    .rationale =
        R"md(Readers do one step after the other. Who is told to hold before the body is where it is to be held, or to
do ten repetitions of half a movement, stops to puzzle. Steps with `{hold}` or `{reps}` alone are compared with
those around them; what goes back, changes sides or goes on in another way may follow. English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; AHRQ "
        "PEMAT-P: information in logical sequence",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::step_out_of_order
