#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/instruction.h"
#include "text/phrase.h"

namespace guidec::rules::passive_step {
namespace {

// "These can also be done with dumbbells": what is possible is a remark, which nobody has to follow.
bool IsRemark(std::string_view passive) {
  return MatchPhrase(LowerWords(passive, "en").words, "can|could|may|might").has_value();
}

// "Ensure your lower back is pressed down": the order stands before it. "Movements should be controlled and
// as smooth as possible": the participle is one of several adjectives.
bool IsState(std::string_view sentence, const Piece& passive) {
  static constexpr Phrases kOrders{"ensure|check|see|sure|certain|confirm|notice|feel|imagine"};
  return FindAnyPhrase(LowerWords(sentence.substr(0, passive.begin), "en").words, kOrders) ||
         MatchPhrase(LowerWords(sentence.substr(passive.end), "en").words, "and as|slow|smooth|steady|even");
}

void Check(const ProseUse& use, const Passage& passage, RuleContext& context) {
  const std::string& language = context.language();
  if (use.role != Role::kStep) return;
  for (const Sentence& sentence : passage.sentences(language)) {
    const auto passive = FindPassive(passage.Slice(sentence.piece));
    if (!passive) continue;
    const Piece place{sentence.piece.begin + passive->begin, sentence.piece.begin + passive->end};
    if (IsRemark(passage.Slice(place)) || IsState(passage.Slice(sentence.piece), *passive)) continue;
    context.Report(passage.SpanOf(place),
                   fmt::format("`{}` is passive; tell the reader what to do", passage.Slice(place)));
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Your hips should be slowly lifted. # expect: LG007 @ 15-38 "`should be slowly lifted`"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips slowly until your legs are extended.
  - Hold {hold}. This can also be done against a wall.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG007",
    .name = "passive-step",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A step is in the passive voice.",
    .rationale =
        R"md(The passive leaves open who acts: the reader, a helper or nobody. Only what is certainly passive is
reported, in the main clause of English steps; words for a posture, as in "until your legs are extended",
are left alone, and so are what may be done ("This can also be done on a chair") and what names who does it
("is lifted by your partner").)md",
    .source =
        "AHRQ PEMAT-P: active voice, and actions that address the reader; CDC Clear Communication Index: "
        "active voice",
    .examples = kExamples,
    .languages = kEnglish,
    .passage = Check,
};

}  // namespace guidec::rules::passive_step
