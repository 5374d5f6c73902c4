#include <cctype>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"

namespace guidec::rules::numbered_step {
namespace {

bool IsDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool IsLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// The length of "1. ", "2) ", "(3) ", "Step 4: " or "Step 5 - " at the head of the text, before a letter.
std::optional<std::size_t> NumberLength(std::string_view text) {
  std::size_t at = 0;
  const auto peek = [&] { return at < text.size() ? text[at] : '\0'; };
  const auto skip_blanks = [&] {
    while (peek() == ' ') ++at;
  };
  const bool says_step = text.starts_with("Step ") || text.starts_with("STEP ") || text.starts_with("step ");
  if (says_step) at = 5;
  const bool has_bracket = peek() == '(';
  if (has_bracket) ++at;
  const std::size_t digits = at;
  while (IsDigit(peek())) ++at;
  if (at == digits || at > digits + 2) return std::nullopt;
  if (says_step) skip_blanks();
  const char sign = peek();
  const bool is_sign = has_bracket ? sign == ')' : sign == '.' || sign == ')' || sign == ':';
  const bool is_dash = says_step && (sign == '-' || text.substr(at).starts_with("\u2013"));
  if (!is_sign && !is_dash) return std::nullopt;
  at += is_dash && sign != '-' ? 3 : 1;
  if (peek() != ' ') return std::nullopt;
  skip_blanks();
  return IsLetter(peek()) ? std::optional(at) : std::nullopt;
}

// "1. Kneel.\n2. Lean.": steps of their own.
bool HoldsSeveral(const Prose& step) {
  bool several = false;
  ForEachNode(step.root, [&](const MarkdownNode& node) {
    several = several || (node.type == MarkdownType::kList && node.ordered && node.children.size() > 1);
  });
  return several;
}

void Check(const Exercise& exercise, RuleContext& context) {
  for (const Prose& step : exercise.steps) {
    const auto length = NumberLength(step.source_text());
    if (!length) continue;
    const Span span = step.node->SpanOf(0, step.source_text().find_last_not_of(' ', *length - 1) + 1);
    if (HoldsSeveral(step)) {
      context.Report(span, "this step holds several numbered ones; make each a step, without its number");
      continue;
    }
    Diagnostic& finding =
        context.Report(span,
                       "a number is typed before the step; leave it out, because steps are numbered when "
                       "they are printed");
    finding.fix = Fix{"leave the number out", {{step.node->SpanOf(0, *length), ""}}};
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml", R"yaml(steps:
  - 1. Rest on your forearms on a mat. # expect: ST013 @ 5-7 "steps are numbered when they are printed"
  - "Step 2: Lift your hips." # expect: ST013 @ 6-13
  - Hold {hold}.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(steps:
  - Rest on your forearms on a mat.
  - Step back with one foot, then with the other.
  - Hold {hold}.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "ST013",
    .name = "numbered-step",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A number is typed before a step.",
    .rationale =
        R"md(Steps are numbered when they are printed: a typed number would stand there twice, and be wrong as soon as
a step is moved.)md",
    .source = "guidec's source format: no number that can be worked out is typed",
    .examples = kExamples,
    .exercise = Check,
};

}  // namespace guidec::rules::numbered_step
