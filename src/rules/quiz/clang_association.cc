// A word of the question is a clue when only the answer repeats any: what several choices repeat, or
// each its own word, leads the eye to none.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/question.h"
#include "text/content_words.h"

namespace guidec::rules::clang_association {
namespace {

using Stems = std::set<std::string>;

// Words of order, time and people, which sound like nothing: "first" in "the first aider".
constexpr std::string_view kPlain =
    "first|second|third|last|next|immediat*|person*|people|patient*|victim*|casualt*|someone|primar*|main";

// The content stems of a text without those.
Stems SoundsOf(const Prose& prose) {
  Stems stems = ContentStemsOf(prose);
  std::erase_if(stems, [](const std::string& stem) { return IsOneOf(stem, kPlain); });
  return stems;
}

// Whether the question and the choice have a word in common.
bool Repeats(const Choice& choice, const Stems& question) {
  return std::ranges::any_of(SoundsOf(choice.text),
                             [&](const std::string& word) { return question.contains(word); });
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const Choice* key = KeyOf(question);
  if (key == nullptr || !question.stem || question.choices.size() < 2) return;
  const Stems asked = SoundsOf(question.stem);
  const bool is_shared = std::ranges::any_of(
      question.choices, [&](const Choice& choice) { return &choice != key && Repeats(choice, asked); });
  const PassageList keys = PassagesOf(key->text);
  if (is_shared || keys.empty()) return;
  const auto in_key = ContentWords(keys.front().text);
  for (const Passage& passage : PassagesOf(question.stem)) {
    for (const auto& [word, piece] : ContentWords(passage.text)) {
      const auto repeated = in_key.find(word);
      if (repeated == in_key.end() || !asked.contains(word)) continue;
      Diagnostic& finding = context.Report(
          keys.front().SpanOf(repeated->second),
          fmt::format("of all choices only the answer repeats `{}` from the question; use it in "
                      "another choice too, or say it in other words",
                      passage.Slice(piece)));
      finding.labels.push_back({passage.SpanOf(piece), "the question"});
      return;
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Why does RICE begin with resting the muscle?
    choices:
      rest: The muscle can heal # expect: QZ015 @ 17-23 "repeats `muscle` from the question"
      ice: The swelling goes down
      compression: The blood stays away
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: Which step calms the muscle first?
    choices:
      rest: A rest for the muscle
      ice: Ice on the muscle
      compression: Gentle pressure
    answer: rest
    why: The letters stand in that order.
    proof: {step: first, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ015",
    .name = "clang-association",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A word of the question comes back in the answer and in no other choice.",
    .rationale =
        R"md(Readers who do not know the answer pick the choice that sounds like the question. Endings make no
difference: "stretching" sounds like "stretch". Nothing is said where another choice repeats a word of the
question, too.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: avoid clang associations; NBME item-writing guide 2020: word "
        "repeats",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::clang_association
