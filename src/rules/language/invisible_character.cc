#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "rules/each_scalar.h"
#include "text/odd_character.h"

namespace guidec::rules::invisible_character {
namespace {

void Check(const File& file, RuleContext& context) {
  ForEachScalar(file.document.root, [&](const Node& scalar) {
    for (const OddCharacter& odd : UnseenIn(scalar.text)) {
      const Span span = scalar.SpanOf(odd.where.begin, odd.where.end);
      Diagnostic& finding = context.Report(
          span,
          fmt::format(
              "no reader sees the character {}, and searches and screen readers stumble over it; delete it",
              NameOf(odd.where.value)));
      finding.fix = Fix{"delete the character", {{span, ""}}, Safety::kUnsafe};
    }
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     "purpose: Builds str\u200Bength around your trunk. # expect: LG018 @ 20-21 \"U+200B\"\n"},
    {Example::kBad, "exercises/plank.yaml",
     "purpose: \"Builds strength \\u202Earound your trunk.\" # expect: LG018 @ 27-33 \"U+202E\"\n"},
    {Example::kGood, "exercises/plank.yaml",
     "purpose: Builds strength in 5\u00A0weeks. \U0001F468\u200D\U0001F469\u200D\U0001F467 \u2764\uFE0F\n"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG018",
    .name = "invisible-character",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A text holds a character that no reader sees.",
    .rationale =
        R"md(Zero-width characters, soft hyphens, controls of the direction of writing and characters that no font has come
along when text is copied from a web page or a PDF. They cut words in two for searches, spelling and screen readers, and
can turn round what stands behind them. Joiners that a script or an emoji needs, and marks of direction in a text that
runs from right to left, are fine.)md",
    .source = "UAX #44, Default_Ignorable_Code_Point; UTR #36, section 3 (invisible and bidirectional text)",
    .examples = kExamples,
    .file = Check,
};

}  // namespace guidec::rules::invisible_character
