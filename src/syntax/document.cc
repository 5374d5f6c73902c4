#include "syntax/document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <ranges>

namespace guidec {

const Pair* Node::FindPair(std::string_view key) const {
  const auto found = std::ranges::find_if(pairs, [&](const Pair& p) { return p.key.text == key; });
  return found == pairs.end() ? nullptr : &*found;
}

const Node* Node::Find(std::string_view key) const {
  const Pair* pair = FindPair(key);
  return pair == nullptr ? nullptr : &pair->value;
}

std::pair<std::uint32_t, std::uint32_t> SourceOf(std::span<const TextRun> runs, std::size_t offset) {
  const auto next = std::ranges::upper_bound(runs, offset, {}, &TextRun::text_begin);
  const TextRun& run = *std::prev(next);
  if (run.escape_size > 0) return {run.source_begin, run.source_begin + run.escape_size};
  const std::uint32_t at = run.source_begin + static_cast<std::uint32_t>(offset - run.text_begin);
  return {at, at + 1};
}

Span Node::SpanOf(std::size_t begin, std::size_t end) const {
  if (runs.empty()) return Span{span.source, span.begin, span.begin};
  const bool at_end = begin > 0 && begin >= text.size();
  const std::uint32_t first = at_end ? SourceOf(runs, begin - 1).second : SourceOf(runs, begin).first;
  const std::uint32_t last = begin < end ? SourceOf(runs, end - 1).second : first;
  return Span{span.source, std::min(first, span.end), std::clamp(last, std::min(first, span.end), span.end)};
}

PlainType TypeOf(const Node& scalar) {
  const std::string& text = scalar.text;
  if (scalar.style != ScalarStyle::kPlain) return PlainType::kString;
  static constexpr std::array kBooleans = {"true", "True", "TRUE", "false", "False", "FALSE"};
  if (std::ranges::find(kBooleans, text) != kBooleans.end()) return PlainType::kBoolean;
  const char* begin = text.data() + (text.starts_with('+') || text.starts_with('-') ? 1 : 0);
  const char* end = text.data() + text.size();
  if (begin == end) return PlainType::kString;
  if (std::all_of(begin, end, [](char c) { return c >= '0' && c <= '9'; })) return PlainType::kInteger;
  double value = 0;
  const bool starts_as_number = (*begin >= '0' && *begin <= '9') || *begin == '.';
  const auto result = std::from_chars(begin, end, value);
  const bool whole = result.ec == std::errc() && result.ptr == end;
  return starts_as_number && whole ? PlainType::kFloat : PlainType::kString;
}

}  // namespace guidec
