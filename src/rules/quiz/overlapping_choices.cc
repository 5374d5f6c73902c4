#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/choice_figure.h"
#include "model/quiz/question.h"
#include "text/phrase.h"

namespace guidec::rules::overlapping_choices {
namespace {

struct Entry {
  const Choice* choice = nullptr;
  ChoiceFigure figure;
};

// "17 to 24" may be a ratio, a score or a way to count: amounts have a unit, and grow.
bool IsAmount(const ChoiceFigure& figure) {
  return figure.HasUnit() && figure.bound != Bound::kCompared && figure.low <= figure.high;
}

// What is wrong with a wrong choice beside a right one; empty where nothing is.
std::string_view Overlap(const ChoiceFigure& wrong, const ChoiceFigure& right) {
  if (wrong.Holds(right) && right.Holds(wrong)) return "is the same amount as";
  if (wrong.Holds(right)) return "includes";
  // Whoever asks for the least, such as "at least 8", may offer more as wrong.
  if (right.bound == Bound::kExactly && right.Holds(wrong)) return "lies within";
  return {};
}

// "The spectrum ranges from about": the range itself is asked for, and a wider one is another answer.
bool AsksForRange(const Prose& stem) {
  return std::ranges::any_of(PassagesOf(stem), [](const Passage& passage) {
    return FindPhrase(passage.tokens().words,
                      "range|ranges|ranging|interval|between|spans|extends|band|segment")
        .has_value();
  });
}

// No question that people read has more choices, and a stranger's may have thousands.
constexpr std::size_t kMostCompared = 100;

void Check(const Guide&, const Question& question, RuleContext& context) {
  if (!OffersWrongChoices(question) || question.proven.state == ProofState::kContradicted) return;
  std::vector<Entry> entries;
  for (const Choice& choice : question.choices) {
    const auto figure = ReadChoiceFigure(PlainText(choice.text.root));
    if (figure && IsAmount(*figure) && entries.size() < kMostCompared) entries.push_back({&choice, *figure});
  }
  const bool asks_for_range = question.stem && AsksForRange(question.stem);
  for (const Entry& wrong : entries) {
    if (IsRight(question, *wrong.choice)) continue;
    const bool may_be_wider = asks_for_range && wrong.figure.low < wrong.figure.high;
    for (const Entry& right : entries) {
      if (!IsRight(question, *right.choice)) continue;
      if (may_be_wider && right.figure.low < right.figure.high) continue;
      const std::string_view how = Overlap(wrong.figure, right.figure);
      if (how.empty() || wrong.choice->text.source_text() == right.choice->text.source_text()) continue;
      Diagnostic& finding =
          context.Report(wrong.choice->text.span(),
                         fmt::format("choice `{}` {} the answer `{}`; give it a figure of its own",
                                     wrong.choice->id.value, how, right.choice->id.value));
      finding.labels.push_back({right.choice->text.span(), "the answer"});
      break;
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      short: 10 seconds
      long: 20 to 40 seconds # expect: QZ035 @ 13-29 "choice `long` includes the answer `right`"
      right: 30 seconds
    answer: right
    why: Give the muscle time.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      short: 10 to 20 seconds
      right: 30 seconds
      long: 40 to 60 seconds
    answer: right
    why: Give the muscle time.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ035",
    .name = "overlapping-choices",
    .severity = Severity::kError,
    .since = "0.1",
    .summary =
        "A wrong choice is a range that the answer falls into, or the answer's amount in another unit.",
    .rationale =
        R"md(Where the answer is 30 seconds, "20 to 40 seconds" and "half a minute" are right as well, and the key says
that they are wrong. Where the question asks for a range, a wider one is another answer.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: keep choices independent; choices should not be overlapping",
    .examples = kExamples,
    .languages = kEnglish,
    .question = Check,
};

}  // namespace guidec::rules::overlapping_choices
