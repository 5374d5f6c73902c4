#include <algorithm>
#include <string_view>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "text/words.h"

namespace guidec::rules::empty_step {
namespace {

// A number alone is what is left of a list.
bool SaysAnything(std::string_view text, std::string_view language) {
  return std::ranges::any_of(Words(text, language), [&](const Piece& word) {
    return text.substr(word.begin, word.end - word.begin).find_first_not_of("0123456789") !=
           std::string::npos;
  });
}

void Check(const Exercise& exercise, RuleContext& context) {
  for (const Prose& step : exercise.steps) {
    // A step without a single character is reported as a wrong value.
    if (step.source_text().empty() || step.node->damaged) continue;
    if (SaysAnything(PlainText(step.root), context.language())) continue;
    context.Report(step.span(), "the step says nothing; write what to do, or leave it out");
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - "..." # expect: ST012 @ 5-10 "says nothing"
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Lift your hips.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST012",
    .name = "empty-step",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A step has no words.",
    .rationale =
        R"md(It would be printed as a number with nothing behind it. Blanks, dots, a number, a comment or a citation are
no step. A step without any character at all is reported as `wrong-value`.)md",
    .source = "guidec's source format; AHRQ PEMAT-P: explicit steps",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::empty_step
