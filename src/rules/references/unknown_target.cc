#include <algorithm>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"
#include "text/nearest.h"

namespace guidec {
namespace {

void CheckProse(const Prose& prose, const Guide& guide, const std::vector<std::string>& known,
                RuleContext& context) {
  ForEachNode(prose.root, [&](const MarkdownNode& node) {
    if (node.type != MarkdownType::kLink || !node.url.starts_with('#')) return;
    const std::string target = node.url.substr(1);
    if (std::ranges::find(known, target) != known.end()) return;
    const std::size_t at = prose.source_text().find("(#" + target, node.begin);
    const Span span =
        at == std::string::npos ? prose.SpanOf(node) : prose.node->SpanOf(at + 2, at + 2 + target.size());
    context.Report(span, fmt::format("guide `{}` has nothing with the id `{}`{}", guide.id.value, target,
                                     DidYouMean(target, known)));
  });
}

void Check(const Library& library, RuleContext& context) {
  const std::vector<ProseUse> uses = AllProse(library);
  for (const Guide& guide : library.guides) {
    if (guide.document->root.damaged) continue;
    std::vector<std::string> known;
    for (const Id* id : AnchorsOf(guide)) known.push_back(id->value);
    const std::vector<const Exercise*> exercises = ExercisesOf(library, guide);
    for (const ProseUse& use : uses) {
      const bool is_shown = std::ranges::find(exercises, use.exercise) != exercises.end();
      if (use.guide == &guide || (use.exercise != nullptr && is_shown))
        CheckProse(*use.prose, guide, known, context);
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, as in [the plan](#rise). # expect: RF004 @ 45-49 "did you mean `rice`"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml", R"yaml(main-message: Rest first, as in [the plan](#rice).
)yaml"},
};

}  // namespace

extern const Rule unknown_target;
constinit const Rule unknown_target = {
    .code = "RF004",
    .name = "unknown-target",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A link within the guide leads nowhere.",
    .rationale = R"md(In the EPUB and the PDF it would be a link that does nothing.)md",
    .source = "WCAG 2.2, 2.4.4 link purpose; EPUBCheck RSC-012",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
