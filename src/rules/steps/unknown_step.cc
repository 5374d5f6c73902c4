#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "text/counted.h"
#include "text/tokens.h"

namespace guidec::rules::unknown_step {
namespace {

constexpr std::string_view kNumbers[] = {"one",   "two",   "three", "four", "five",   "six",
                                         "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
constexpr std::string_view kOrdinals[] = {"first",   "second", "third", "fourth", "fifth",    "sixth",
                                          "seventh", "eighth", "ninth", "tenth",  "eleventh", "twelfth"};

// "Step 2 feet back" is a stride; in front of these words, or at the end, a number is a step's.
constexpr std::string_view kBehind =
    ".|,|;|:|!|)|(|to|-|through|and|or|again|above|below|on|with|for|until|in|as|then|but|if|when|from|once|"
    "twice|slowly|now|before|after|without|except";
constexpr std::string_view kBefore =
    "repeat|repeating|redo|to|of|from|in|at|as|see|do|doing|follow|following|perform|after|before|through|by|"
    "until|"
    "with|and|or|(|back|return|skip|like";

template <std::size_t kCount>
std::optional<int> PlaceIn(const std::string_view (&words)[kCount], std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == std::end(words)) return std::nullopt;
  return static_cast<int>(found - std::begin(words)) + 1;
}

std::optional<int> NumberOf(const std::string& word) {
  int number = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), number);
  if (result.ec == std::errc() && result.ptr == word.data() + word.size()) return number;
  return PlaceIn(kNumbers, word);
}

class StepCheck {
 public:
  StepCheck(const Exercise& exercise, const Passage& passage, RuleContext& context)
      : exercise_(exercise), passage_(passage), context_(context), tokens_(passage.tokens()) {}

  void Run() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (IsOneOf(tokens_.words[at], "step|steps")) ReadNumbers(at);
      ReadOrdinal(at);
    }
    ReadCounts();
  }

 private:
  bool Is(std::size_t at, const Alternatives& alternatives) const {
    return at < tokens_.size() && IsOneOf(tokens_.words[at], alternatives);
  }

  // "Steps 2 to 5", "step 3", "steps 1, 2 and 4".
  void ReadNumbers(std::size_t noun) {
    const bool is_plural = tokens_.words[noun] == "steps";
    const bool is_noun = is_plural || (noun > 0 && Is(noun - 1, kBefore));
    for (std::size_t at = noun + 1; is_noun && at < tokens_.size();) {
      const auto number = NumberOf(tokens_.words[at]);
      const bool is_end = at + 1 == tokens_.size() || Is(at + 1, kBehind);
      if (!number || !is_end) return;
      Judge(*number, at);
      at += 2;
      if (Is(at - 1, ",") && Is(at, "and|or|to")) ++at;
      if (!Is(at - 1, "to|-|through|and|or|,")) return;
    }
  }

  // "The fifth step", where it is one of the exercise's.
  void ReadOrdinal(std::size_t at) {
    const auto number = PlaceIn(kOrdinals, tokens_.words[at]);
    const bool is_step = at > 1 && Is(at - 1, "the") && Is(at - 2, kBefore) && Is(at + 1, "step");
    if (number && is_step) Judge(*number, at);
  }

  // "Repeat all six steps" of five.
  void ReadCounts() {
    const auto count = static_cast<int>(exercise_.steps.size());
    for (const Counted& counted : FindCounted(tokens_)) {
      const bool is_whole =
          counted.noun == CountedNoun::kSteps && counted.has_article && !counted.is_narrowed;
      if (!is_whole || counted.count <= count) continue;
      const Piece piece = tokens_.PieceOf(counted.tokens.begin, counted.tokens.end);
      Diagnostic& finding =
          context_.Report(passage_.SpanOf(piece),
                          fmt::format("the text says `{}`, and the exercise has {}; correct the number",
                                      passage_.Slice(piece), count));
      finding.labels.push_back({exercise_.steps.back().span(), "the last step"});
    }
  }

  void Judge(int number, std::size_t at) {
    const auto count = static_cast<int>(exercise_.steps.size());
    if (number >= 1 && number <= count) return;
    Diagnostic& finding = context_.Report(
        passage_.SpanOf(tokens_.pieces[at]),
        fmt::format("there is no step {}: the exercise has {}; correct the number, or say what to "
                    "do again",
                    number, count == 1 ? "one step" : fmt::format("{} steps", count)));
    finding.labels.push_back({exercise_.steps.back().span(), "the last step"});
  }

  const Exercise& exercise_;
  const Passage& passage_;
  RuleContext& context_;
  const WordList tokens_;
};

void Check(const Exercise& exercise, RuleContext& context) {
  if (exercise.steps.empty()) return;
  for (const ProseUse& use : ProseOf(exercise)) {
    if (use.role != Role::kStep && use.role != Role::kStopRule && use.role != Role::kText) continue;
    for (const Passage& passage : PassagesOf(*use.prose)) StepCheck(exercise, passage, context).Run();
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips.
  - Hold {hold}.
  - Repeat steps 2 to 5. # expect: ST009 @ 23-24 "there is no step 5: the exercise has 4 steps"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
  - Repeat all four steps. # expect: ST009 @ 16-26 "the exercise has 3"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Take 9 steps back with your feet.
  - Hold {hold}.
  - Repeat steps 2 and 3.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST009",
    .name = "unknown-step",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A step is referred to by a number that no step has, or more steps than there are.",
    .rationale =
        R"md(Steps are numbered when they are printed, and a reference by number goes wrong as soon as a step comes or
goes. Who is sent to a step that is not there stops in the middle of the movement. Say what to do again
instead: "Lower your hips and lift them again." English texts only.)md",
    .source =
        "CERT item 8 (Slade et al. 2016): each exercise is described so that it can be replicated; guidec's "
        "source format: no number that can be worked out is typed",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .exercise = Check,
};

}  // namespace guidec::rules::unknown_step
