#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/instruction.h"
#include "text/words.h"

namespace guidec::rules::step_without_imperative {
namespace {

void Check(const ProseUse& use, RuleContext& context) {
  const std::string& language = context.language();
  if (use.role != Role::kStep) return;
  const PassageList passages = PassagesOf(use);
  if (passages.empty()) return;
  const Passage& passage = passages.front();
  const std::vector<Sentence>& sentences = passage.sentences(language);
  if (sentences.empty()) return;
  const Piece& first = sentences.front().piece;
  // A passive is `passive-step`'s.
  if (FindPassive(passage.Slice(first))) return;
  const auto subject = FindLeadingSubject(passage.Slice(first));
  if (!subject) return;
  const Piece place{first.begin + subject->begin, first.begin + subject->end};
  context.Report(passage.SpanOf(place),
                 fmt::format("this step opens with `{}`; open it with what to do, as in "
                             "`Lift your hips`",
                             passage.Slice(place)));
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Your hips are off the mat now. # expect: LG008 @ 5-9 "opens with `Your`"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - With your legs straight, lift your hips.
  - Then hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG008",
    .name = "step-without-imperative",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A step does not open with what to do.",
    .rationale =
        R"md(A reader on the floor wants to hear the action first. Reported are English steps whose first sentence
opens with what can only be its subject ("Your knees", "You", "This") and has no part behind a comma
that could be the instruction. What may come before it ("Slowly", "Then", "With your legs straight,")
is right.)md",
    .source = "AHRQ PEMAT-P: explicit steps that address the reader directly",
    .examples = kExamples,
    .languages = kEnglish,
    .prose = Check,
};

}  // namespace guidec::rules::step_without_imperative
