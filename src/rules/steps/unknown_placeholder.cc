#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/dose/stated_dose.h"
#include "model/prose/passage.h"
#include "model/prose/placeholder.h"
#include "rules/broken_placeholders.h"
#include "text/nearest.h"

namespace guidec::rules::unknown_placeholder {
namespace {

void ReportUnknown(const Exercise& exercise, std::string_view name, Span span, RuleContext& context) {
  const auto nearest = Nearest(name, kPlaceholders);
  Diagnostic& finding = context.Report(
      span, nearest ? fmt::format("unknown placeholder `{{{}}}`; did you mean `{{{}}}`?", name, *nearest)
                    : fmt::format("unknown placeholder `{{{}}}`; a step may print `{{hold}}`, `{{reps}}`, "
                                  "`{{sets}}` and `{{rest}}`",
                                  name));
  // Only where the result prints something.
  if (nearest && EditDistance(name, *nearest) <= 1 && PlaceholderText(exercise.dose, *nearest)) {
    finding.fix = Fix{fmt::format("replace `{{{}}}` by `{{{}}}`", name, *nearest),
                      {{span, fmt::format("{{{}}}", *nearest)}}};
  }
}

void CheckPlaceholder(const Exercise& exercise, const std::string& name, Span span, RuleContext& context) {
  const auto field = DoseFieldNamed(name);
  if (!field) return ReportUnknown(exercise, name, span, context);
  if (PlaceholderText(exercise.dose, name) || !LacksDoseField(exercise, *field)) return;
  Diagnostic& finding = context.Report(
      span,
      fmt::format("`{{{}}}` prints nothing, because the dose has no `{}`; add it to `dose`", name, name));
  if (exercise.dose.span.size() > 0) finding.labels.push_back({exercise.dose.span, "the dose"});
}

// Whether what the placeholder names may stand in a part that could not be read.
bool MayBeLost(const Library& library, const ProseUse& use, std::string_view name) {
  const std::size_t dot = name.find('.');
  const Exercise* exercise = library.FindExercise(name.substr(0, dot));
  if (exercise == nullptr) return use.guide != nullptr && HasDamage(use.guide->document->root);
  const std::string_view field = dot == std::string_view::npos ? name : name.substr(dot + 1);
  const Node* dose = exercise->document->root.Find("dose");
  return HasDamage(exercise->document->root) || (dose != nullptr && dose->Find(field) != nullptr);
}

// `{plank.hold}` anywhere, and `{hold}` where there is no exercise.
void CheckNamed(const Library& library, const ProseUse& use, const MarkdownNode& node, RuleContext& context) {
  if (!node.printed.empty()) return;
  const auto printed = Printed(library, use, node.value);
  if (printed || printed.error().is_circular || MayBeLost(library, use, node.value)) return;
  const Span span = use.prose->SpanOf(node);
  const PlaceholderError& error = printed.error();
  Diagnostic& finding = context.Report(span, error.message);
  if (!error.instead.empty() && EditDistance(node.value, error.instead) <= 1 &&
      Printed(library, use, error.instead)) {
    finding.fix = Fix{fmt::format("replace `{{{}}}` by `{{{}}}`", node.value, error.instead),
                      {{span, fmt::format("{{{}}}", error.instead)}},
                      Safety::kUnsafe};
  }
}

// `{Hold}`, `{hold.` and `(plank.hold)` are no placeholders: they would be printed as they stand.
void ReportBroken(const Passage& passage, const BrokenPlaceholder& broken, RuleContext& context) {
  const Span span = passage.SpanOf(broken.piece);
  Diagnostic& finding = context.Report(span, broken.message);
  if (!broken.instead.empty()) {
    finding.fix = Fix{fmt::format("write `{{{}}}`", broken.instead),
                      {{span, fmt::format("{{{}}}", broken.instead)}},
                      Safety::kUnsafe};
  }
}

void Check(const ProseUse& use, RuleContext& context) {
  const Library& library = context.library();
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    if (node.type == MarkdownType::kPlaceholder) {
      if (use.exercise == nullptr || node.value.find('.') != std::string::npos) {
        CheckNamed(library, use, node, context);
      } else {
        CheckPlaceholder(*use.exercise, node.value, use.prose->SpanOf(node), context);
      }
    }
  });
  for (const Passage& passage : PassagesOf(use)) {
    for (const BrokenPlaceholder& broken : BrokenPlaceholders(library, use, passage)) {
      ReportBroken(passage, broken, context);
    }
  }
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
     R"yaml(disclaimer: Hold for {hold} unless your doctor says no. # expect: ST005 @ 22-28 "does not say of which exercise"
)yaml"},
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: Hold for {hip-stretch.hld}. # expect: ST005 @ 19-36 "did you mean `{hip-stretch.hold}`"
    proof: {claim: form-helps}
)yaml"},
    {Example::kBad, "exercises/plank.yaml", R"yaml(dose:
  hold: 20 s
steps:
  - Rest on your forearms on a mat.
  - Hold for {{hold}}. # expect: ST005 @ 14-22 "one `{` and one `}`"
  - Hold for {hold. # expect: ST005 @ 14-19 "write `{hold}`"
  - Hold for {hold} seconds. # expect: ST005 @ 21-28 "with its unit"
  - Hold for (hold). # expect: ST005 @ 14-20 "write `{hold}`"
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: "Of {symptoms.count} signs the first is this: {symptoms.groin}. Hold for {hip-stretch.hold}."
    proof: {claim: form-helps}
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

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST005",
    .name = "unknown-placeholder",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A placeholder is none that guidec knows, or nothing says what it should print.",
    .rationale =
        R"md(In an exercise `{hold}`, `{reps}`, `{sets}` and `{rest}` print its dose. Anywhere in a guide, its quiz
included, a placeholder may name whose value it prints: `{plank.hold}`, `{plank.name}`, `{rice.first}`,
`{rice.ice}`, `{symptoms.count}`, `{symptoms.all}`, `{routine.total}`, so that the text cannot differ from the
guide. Any other name, or one that nothing gives a value, would reach the reader as braces, and so would any other
brace: a single one, or two.)md",
    .source = "guidec's source format",
    .examples = kExamples,
    .prose = Check,
};

}  // namespace guidec::rules::unknown_placeholder
