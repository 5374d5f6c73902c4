#include "model/quiz/choice_figure.h"

#include <cctype>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "text/content_words.h"
#include "text/phrase.h"
#include "text/tokens.h"

namespace guidec {
namespace {

constexpr std::string_view kBoundWords =
    "at|least|most|up|to|or|more|less|fewer|minimum|maximum|no|than|of|a";

std::string RestOf(const WordList& tokens, const Match& figure, std::string_view kind, Bound bound) {
  std::string rest(kind);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (at == figure.begin) rest += " #";
    const bool is_figure = figure.begin <= at && at < figure.end;
    const bool is_of_bound = bound != Bound::kExactly && IsOneOf(tokens.words[at], kBoundWords);
    if (!is_figure && !is_of_bound) rest += " " + WordStem(tokens.words[at]);
  }
  return rest;
}

// "12", "10-15 %", "2 days".
std::optional<ChoiceFigure> ReadFigure(const WordList& tokens) {
  const QuantityReader reader(tokens);
  std::size_t begin = 0;
  while (begin < tokens.size() && !reader.DigitsAt(begin)) ++begin;
  const auto low = reader.DigitsAt(begin);
  if (!low) return std::nullopt;
  std::size_t end = begin + 1;
  double high = *low;
  if (end + 1 < tokens.size() && IsOneOf(tokens.words[end], "-|to")) {
    if (const auto second = reader.DigitsAt(end + 1)) {
      high = *second;
      end += 2;
    }
  }
  // Thousands, fractions, times and dates have a second figure.
  for (std::size_t at = end; at < tokens.size(); ++at) {
    if (reader.DigitsAt(at)) return std::nullopt;
  }
  if (begin > 0 && IsOneOf(tokens.words[begin - 1], "-|$")) return std::nullopt;
  return ChoiceFigure{*low, high, Bound::kExactly, RestOf(tokens, {begin, end}, "figure", Bound::kExactly)};
}

// "Four" by itself.
std::optional<ChoiceFigure> ReadNumberWord(const WordList& tokens) {
  const auto range = QuantityReader(tokens).RangeAt(0);
  if (!range || range->end != tokens.size() || range->last < range->first) return std::nullopt;
  return ChoiceFigure{range->first, range->last, Bound::kExactly, "figure #"};
}

ChoiceFigure FigureOf(const WordList& tokens, const Quantity& quantity) {
  ChoiceFigure figure{
      double(quantity.min), double(quantity.max), quantity.bound,
      RestOf(tokens, quantity.tokens, fmt::format("quantity {}", int(quantity.kind)), quantity.bound)};
  if (quantity.bound == Bound::kAtLeast) figure.high = std::numeric_limits<double>::infinity();
  if (quantity.bound == Bound::kAtMost) figure.low = 0;
  return figure;
}

}  // namespace

bool ChoiceFigure::HasUnit() const {
  if (rest.starts_with("quantity")) return true;
  const std::size_t figure = rest.find(" # ");
  return figure != std::string::npos && rest.find(" from ") > figure &&
         (std::isalpha(static_cast<unsigned char>(rest[figure + 3])) != 0 || rest[figure + 3] == '%');
}

namespace {

bool IsDigitAt(std::string_view text, std::size_t at) {
  return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}

// "0.4 s": quantities count whole seconds, and it would be 0.
bool HasDecimalPoint(std::string_view text) {
  const std::size_t point = text.find('.');
  return point != std::string_view::npos && point > 0 && IsDigitAt(text, point - 1) &&
         IsDigitAt(text, point + 1);
}

// "0,02 s": read as figures, it would be 0 and 2.
bool HasDecimalComma(std::string_view text) {
  for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
    constexpr std::size_t kThousands = 3;
    std::size_t digits = 0;
    while (IsDigitAt(text, at + 1 + digits)) ++digits;
    if (at > 0 && IsDigitAt(text, at - 1) && digits > 0 && digits != kThousands) return true;
  }
  return false;
}

}  // namespace

std::optional<ChoiceFigure> ReadChoiceFigure(std::string_view text) {
  if (HasDecimalComma(text)) return std::nullopt;
  const WordList tokens = Tokens(text);
  const std::vector<Quantity> found = FindQuantities(tokens);
  if (found.size() > 1) return std::nullopt;
  const bool is_fraction = found.size() == 1 && found.front().kind == QuantityKind::kSeconds &&
                           HasDecimalPoint(text) && FindPhrase(tokens.words, "s|sec|secs|second|seconds");
  if (found.size() == 1 && !is_fraction) return FigureOf(tokens, found.front());
  const auto figure = ReadFigure(tokens);
  return figure ? figure : ReadNumberWord(tokens);
}

}  // namespace guidec
