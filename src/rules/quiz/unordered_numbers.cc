// Choices are numbers when each has one, of the same kind, and all else that they say is the same.
#include <algorithm>
#include <cctype>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/quiz/choice_figure.h"
#include "model/quiz/question.h"
#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec::rules::unordered_numbers {
namespace {

bool IsBelow(const ChoiceFigure& a, const ChoiceFigure& b) {
  return std::pair(a.low, a.high) < std::pair(b.low, b.high);
}
bool IsAbove(const ChoiceFigure& a, const ChoiceFigure& b) {
  return IsBelow(b, a);
}
using Order = bool (*)(const ChoiceFigure&, const ChoiceFigure&);

using Figures = std::span<const ChoiceFigure>;

// No question that people read has more choices, and each is held against all others.
constexpr std::size_t kMostOrdered = 100;

// The places of the longest run of numbers in an order; of several, the one that begins first.
std::vector<std::size_t> LongestRun(Figures figures, Order order) {
  std::vector<std::size_t> lengths(figures.size(), 1);
  for (std::size_t at = figures.size(); at-- > 0;) {
    for (std::size_t next = at + 1; next < figures.size(); ++next) {
      if (!order(figures[next], figures[at])) lengths[at] = std::max(lengths[at], lengths[next] + 1);
    }
  }
  std::vector<std::size_t> run;
  std::size_t left = std::ranges::max(lengths);
  for (std::size_t at = 0; at < figures.size(); ++at) {
    if (lengths[at] != left || (!run.empty() && order(figures[at], figures[run.back()]))) continue;
    run.push_back(at);
    --left;
  }
  return run;
}

// "Vitamin B12", "RA 10533": such a number only names. "P250" and "USD 5" are prices.
bool IsLabel(std::string_view text) {
  constexpr Alternatives kCurrencies = "p|r|rs|rm|php|inr|usd|eur|gbp|cad|aud|jpy|chf";
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit == 0) return false;
  const bool is_apart = text[digit - 1] == ' ' || text[digit - 1] == '-';
  const std::size_t end = is_apart ? digit - 1 : digit;
  std::size_t begin = end;
  while (begin > 0 && IsUpper(text[begin - 1])) --begin;
  const bool is_within_word = begin > 0 && std::isalpha(static_cast<unsigned char>(text[begin - 1])) != 0;
  if (end - begin < (is_apart ? 2U : 1U) || is_within_word) return false;
  return !IsOneOf(LowerCase(text.substr(begin, end - begin)), kCurrencies);
}

// "29.5", "63.2008": what is measured or counted has the same number of decimals, or nearly so. Such numbers
// name a version, a section or a station.
bool AreNames(const std::vector<Choice>& choices) {
  std::size_t least = std::string::npos;
  std::size_t most = 0;
  for (const Choice& choice : choices) {
    const std::string& text = choice.text.source_text();
    const std::size_t point = text.find('.');
    if (point == std::string::npos || text.find_first_not_of("0123456789.") != std::string::npos)
      return false;
    least = std::min(least, text.size() - point - 1);
    most = std::max(most, text.size() - point - 1);
  }
  return most >= least + 2;
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
    while (opens(first - 1) == '#') --first;
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
std::optional<Fix> Sorted(const Question& question, const Node& choices, Figures readings, Order sorts,
                          const Source& source) {
  const std::vector<Span> parts = PartsOf(choices, source);
  if (parts.size() != readings.size()) return std::nullopt;
  std::vector<std::size_t> order(readings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return sorts(readings[a], readings[b]); });
  Fix fix{"put the choices in order", {}};
  const Choice* key = KeyOf(question);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] != i && &question.choices[i] == key) fix.safety = Safety::kUnsafe;
    if (order[i] != i) fix.edits.push_back({parts[i], std::string(source.Slice(parts[order[i]]))});
  }
  return fix;
}

// The number of each choice; none where they are of several kinds.
std::vector<ChoiceFigure> FiguresOf(const Question& question) {
  std::vector<ChoiceFigure> readings;
  for (const Choice& choice : question.choices) {
    const std::string& text = choice.text.source_text();
    const auto reading = ReadChoiceFigure(text);
    if (!reading || reading->bound != Bound::kExactly || IsLabel(text)) return {};
    if (!readings.empty() && reading->rest != readings.front().rest) return {};
    readings.push_back(*reading);
  }
  return readings;
}

void Check(const Guide&, const Question& question, RuleContext& context) {
  const Node* choices = question.node->Find("choices");
  if (choices == nullptr || !OffersWrongChoices(question) ||
      choices->pairs.size() != question.choices.size() || question.choices.size() > kMostOrdered) {
    return;
  }
  const std::vector<ChoiceFigure> readings = FiguresOf(question);
  if (readings.empty() || AreNames(question.choices)) return;
  const auto rising = LongestRun(readings, IsBelow);
  const auto falling = LongestRun(readings, IsAbove);
  const bool rises = rising.size() >= falling.size();
  const std::vector<std::size_t>& run = rises ? rising : falling;
  std::vector<const Choice*> odd;
  for (std::size_t at = 0; at < readings.size(); ++at) {
    if (!std::ranges::binary_search(run, at)) odd.push_back(&question.choices[at]);
  }
  if (odd.empty()) return;
  Diagnostic& finding =
      context.Report(odd.front()->text.span(),
                     fmt::format("choice `{}` is out of order; put the numbers from {}",
                                 odd.front()->id.value, rises ? "small to large" : "large to small"));
  for (const Choice* choice : std::span(odd).subspan(1))
    finding.labels.push_back({choice->text.span(), "out of order, too"});
  finding.fix = Sorted(question, *choices, readings, rises ? IsBelow : IsAbove,
                       (*context.library().sources)[choices->span.source]);
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: hold
    ask: How long do you hold the hip stretch?
    choices:
      short: 10 seconds
      long: 30 seconds # the leaflet has this one
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
order may rise or fall. Numbers that only name, as in "vitamin B12" or of the stations 29.5 and 63.2008,
have none.)md",
    .source =
        "Haladyna, Downing, Rodriguez 2002: place choices in logical or numerical order; NBME item-writing "
        "guide 2020: unordered numeric options",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .question = Check,
};

}  // namespace guidec::rules::unordered_numbers
