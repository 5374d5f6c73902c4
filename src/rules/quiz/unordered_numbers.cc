// Choices are numbers when each has one, of the same kind, and all else that they say is the same.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/choice_figure.h"
#include "model/quiz/question.h"

namespace guidec::rules::unordered_numbers {
namespace {

bool IsBelow(const ChoiceFigure& a, const ChoiceFigure& b) {
  return std::pair(a.low, a.high) < std::pair(b.low, b.high);
}

// A choice with the comments that lie right above it and behind it.
struct Entry {
  Span span{};
  ChoiceFigure reading;
};

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// In brackets on one line, only what stands between the commas moves.
std::vector<Span> PartsOfFlow(const Node& choices, const Source& source) {
  if (source.Slice(choices.span).find_first_of("#\n") != std::string_view::npos) return {};
  std::vector<Span> parts;
  for (const Pair& pair : choices.pairs)
    parts.push_back({pair.key.span.source, pair.key.span.begin, pair.value.span.end});
  return parts;
}

// Each choice's lines whole; none where something else shares or parts them. A comment above the first
// choice may be about all of them.
std::vector<Span> LinesOfBlock(const Node& choices, const Source& source) {
  std::vector<Span> lines;
  for (const Pair& pair : choices.pairs) {
    const bool is_block_scalar =
        pair.value.style == ScalarStyle::kLiteral || pair.value.style == ScalarStyle::kFolded;
    if (is_block_scalar || pair.value.span.size() == 0) return {};
    std::uint32_t first = source.PositionOf(pair.key.span.begin).line;
    const std::uint32_t last = source.PositionOf(pair.value.span.end - 1).line;
    const auto opens = [&](std::uint32_t line) {
      const std::string_view text = source.Line(line);
      const std::size_t begin = text.find_first_not_of(' ');
      return begin == std::string_view::npos ? '\0' : text[begin];
    };
    while (first > 1 && opens(first - 1) == '#') --first;
    const bool has_own_line = IsBlank(source.Slice(
        {pair.key.span.source, source.LineSpan(source.PositionOf(pair.key.span.begin).line).begin,
         pair.key.span.begin}));
    const Span span{pair.key.span.source, source.LineSpan(first).begin, source.LineSpan(last).end};
    const bool is_first = lines.empty();
    if (!has_own_line || (is_first && first != source.PositionOf(pair.key.span.begin).line)) return {};
    if (!is_first && !IsBlank(source.Slice({span.source, lines.back().end, span.begin}))) return {};
    lines.push_back(span);
  }
  return lines;
}

std::vector<Span> PartsOf(const Node& choices, const Source& source) {
  const bool is_flow = source.Slice(choices.span).starts_with('{');
  return is_flow ? PartsOfFlow(choices, source) : LinesOfBlock(choices, source);
}

// Not safe when the answer moves: whether it then stands there too often, the other questions say.
std::optional<Fix> Sorted(const Question& question, const Node& choices, const std::vector<ChoiceFigure>& readings,
                          const Source& source) {
  const std::vector<Span> parts = PartsOf(choices, source);
  if (parts.size() != readings.size()) return std::nullopt;
  std::vector<std::size_t> order(readings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return IsBelow(readings[a], readings[b]); });
  Fix fix{"put the choices in order", {}};
  const Choice* key = KeyOf(question);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] != i && &question.choices[i] == key) fix.safety = Safety::kUnsafe;
    if (order[i] != i) fix.edits.push_back({parts[i], std::string(source.Slice(parts[order[i]]))});
  }
  return fix;
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const Library& library = context.library();
  const Node* choices = question.node->Find("choices");
  if (choices == nullptr || !OffersWrongChoices(question) || question.choices.size() < 3 ||
      choices->pairs.size() != question.choices.size()) {
    return;
  }
  std::vector<ChoiceFigure> readings;
  for (const Choice& choice : question.choices) {
    const auto reading = ReadChoiceFigure(choice.text.source_text());
    if (!reading || reading->bound != Bound::kExactly) return;
    if (!readings.empty() && reading->rest != readings.front().rest) return;
    readings.push_back(*reading);
  }
  const auto is_above = [](const ChoiceFigure& a, const ChoiceFigure& b) { return IsBelow(b, a); };
  if (std::ranges::is_sorted(readings, IsBelow) || std::ranges::is_sorted(readings, is_above)) return;
  // The first that turns the order round.
  const auto ascends = [&](std::size_t at) { return !IsBelow(readings[at], readings[at - 1]); };
  std::size_t odd = 2;
  while (odd + 1 < readings.size() && ascends(odd) == ascends(1)) ++odd;
  Diagnostic& finding =
      context.Report(question.choices[odd].text.span(),
                     fmt::format("choice `{}` is out of order; put the numbers from small to large",
                                 question.choices[odd].id.value));
  finding.labels.push_back({question.choices[odd - 1].text.span(), "stands in front of it"});
  finding.fix = Sorted(question, *choices, readings, (*library.sources)[choices->span.source]);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      long: 30 seconds # the leaflet has this one
      short: 10 seconds
      middle: 20 seconds # expect: QZ018 @ 15-25 "choice `middle` is out of order"
    answer: long
    why: Give the muscle time.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      short: 10 seconds
      middle: 20 seconds
      long: 30 seconds
    answer: long
    why: Give the muscle time.
    proof: {value: hip-stretch.dose.hold}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ018",
    .name = "unordered-numbers",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "Choices that are numbers stand in no order.",
    .rationale =
        R"md(In order, the choices are compared at a glance, and their order says nothing about the answer. The
order may rise or fall.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: place choices in logical or numerical order; NBME item-writing "
        "guide 2020: unordered numeric options",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::unordered_numbers
