#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/stated_dose.h"
#include "text/nearest.h"

namespace guidec {
namespace {

constexpr DoseField kFields[] = {DoseField::kHold, DoseField::kReps, DoseField::kSets, DoseField::kRest};

bool IsKnown(std::string_view name) {
  return std::ranges::find(kPlaceholders, name) != std::end(kPlaceholders);
}

void ReportUnknown(const Exercise& exercise, std::string_view name, std::string_view lower, Span span,
                   RuleContext& context) {
  const auto nearest = Nearest(lower, kPlaceholders);
  Diagnostic& finding = context.Report(
      span, nearest ? fmt::format("unknown placeholder `{{{}}}`; did you mean `{{{}}}`?", name, *nearest)
                    : fmt::format("unknown placeholder `{{{}}}`; a step may print `{{hold}}`, `{{reps}}`, "
                                  "`{{sets}}` and `{{rest}}`",
                                  name));
  // Only where the result prints something.
  if (nearest && EditDistance(lower, *nearest) <= 1 && PlaceholderText(exercise.dose, *nearest)) {
    finding.fix = Fix{fmt::format("replace `{{{}}}` by `{{{}}}`", name, *nearest),
                      {{span, fmt::format("{{{}}}", *nearest)}}};
  }
}

void CheckPlaceholder(const Exercise& exercise, const std::string& name, Span span, RuleContext& context) {
  if (!IsKnown(name)) {
    ReportUnknown(exercise, name, name, span, context);
    return;
  }
  const auto field = *std::ranges::find(kFields, name, FieldName);
  if (PlaceholderText(exercise.dose, name) || !LacksDoseField(exercise, field)) return;
  Diagnostic& finding = context.Report(
      span,
      fmt::format("`{{{}}}` prints nothing, because the dose has no `{}`; add it to `dose`", name, name));
  if (exercise.dose.span.size() > 0) finding.labels.push_back({exercise.dose.span, "the dose"});
}

// `{Hold}` and `{ hold }` are no placeholders: they would be printed as they stand.
void CheckBraces(const Exercise& exercise, const Prose& prose, const MarkdownNode& text,
                 RuleContext& context) {
  for (std::size_t begin = text.value.find('{'); begin != std::string::npos;
       begin = text.value.find('{', begin + 1)) {
    const std::size_t end = text.value.find('}', begin);
    if (end == std::string::npos) return;
    const std::string name = text.value.substr(begin + 1, end - begin - 1);
    std::string lower;
    for (const char c : name) {
      if (c != ' ') lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (Nearest(lower, kPlaceholders)) {
      ReportUnknown(exercise, name, lower, prose.SpanOf(text, begin, end + 1), context);
    }
  }
}

void CheckUse(const ProseUse& use, RuleContext& context) {
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    if (use.exercise == nullptr) {
      if (node.type != MarkdownType::kPlaceholder) return;
      context.Report(use.prose->SpanOf(node),
                     fmt::format("`{{{}}}` prints an exercise's dose, and this text belongs to no exercise; "
                                 "write the words out",
                                 node.value));
    } else if (node.type == MarkdownType::kPlaceholder) {
      CheckPlaceholder(*use.exercise, node.value, use.prose->SpanOf(node), context);
    } else if (node.type == MarkdownType::kText) {
      CheckBraces(*use.exercise, *use.prose, node, context);
    }
  });
}

void Check(const Library& library, RuleContext& context) {
  for (const ProseUse& use : AllProse(library)) CheckUse(use, context);
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
steps:
  - Rest on your forearms on a mat.
  - Hold for {hld}. # expect: ST005 @ 14-19 "did you mean `{hold}`"
  - Breathe for {Hold} more. # expect: ST005 @ 17-23 "did you mean `{hold}`"
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
steps:
  - Rest on your forearms on a mat.
  - Hold for {hold}.
  - Do {sets} sets. # expect: ST005 @ 8-14 "the dose has no `sets`"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(disclaimer: Hold for {hold} unless your doctor says no. # expect: ST005 @ 22-28 "belongs to no exercise"
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
  sets: 2
  rest: 30 s
steps:
  - Rest on your forearms on a mat.
  - Hold for {hold}.
  - Do {sets} sets.
)yaml"},
};

}  // namespace

extern const Rule unknown_placeholder;
constinit const Rule unknown_placeholder = {
    .code = "ST005",
    .name = "unknown-placeholder",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A placeholder is none that guidec knows, or the dose does not say what it should print.",
    .rationale =
        R"md(`{hold}`, `{reps}`, `{sets}` and `{rest}` print the exercise's dose. Any other name, a field that the
dose does not have, and a placeholder outside an exercise would reach the reader as braces.)md",
    .source = "guidec's source format",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
