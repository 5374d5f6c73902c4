// Braces mean nothing else in prose, so each that is left in a text is a slip. Other brackets and code are
// taken for one only around a name that a placeholder prints here.
#include "rules/broken_placeholders.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "model/dose/dose.h"
#include "model/prose/placeholder.h"
#include "text/nearest.h"
#include "text/phrase.h"

namespace guidec {
namespace {

constexpr std::size_t kLongestBraces = 60;
constexpr std::string_view kTimeUnits = "s|sec|secs|second|seconds|min|mins|minute|minutes";

bool IsNamePart(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
}

class Scanner {
 public:
  Scanner(const Library& library, const ProseUse& use, const Passage& passage)
      : library_(library), use_(use), passage_(passage), text_(passage.text) {}

  std::vector<BrokenPlaceholder> Read() {
    for (const Passage::Segment& segment : passage_.segments) {
      if (segment.node->type == MarkdownType::kInlineCode) ReadCode(segment);
      if (segment.node->type == MarkdownType::kPlaceholder) ReadNeighbours(segment);
    }
    for (std::size_t at = 0; at < text_.size();) at = ReadAt(at);
    std::ranges::sort(found_, {}, [](const BrokenPlaceholder& one) { return one.piece.begin; });
    return std::move(found_);
  }

 private:
  char At(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  const Passage::Segment& SegmentOf(std::size_t at) const {
    return *std::prev(std::ranges::upper_bound(passage_.segments, at, {}, &Passage::Segment::begin));
  }
  std::size_t EndOf(const Passage::Segment& segment) const {
    const auto* next = &segment + 1;
    return next == passage_.segments.data() + passage_.segments.size() ? text_.size() : next->begin;
  }
  std::string_view Slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  // Whether a placeholder of that name prints something here.
  bool IsPrintable(std::string_view name) const {
    if (name.empty() || !std::ranges::all_of(name, IsNamePart)) return false;
    if (name.find('.') == std::string_view::npos) {
      return use_.exercise != nullptr && PlaceholderText(use_.exercise->dose, name).has_value();
    }
    return Printed(library_, use_, name).has_value();
  }

  void Add(std::size_t begin, std::size_t end, std::string message, std::string instead = {}) {
    found_.push_back({{begin, end}, std::move(message), std::move(instead)});
  }
  void AddTyped(std::size_t begin, std::size_t end, std::string_view shown, std::string_view name) {
    Add(begin, end, fmt::format("`{}` is printed as it is typed; write `{{{}}}`", shown, name),
        std::string(name));
  }

  void ReadCode(const Passage::Segment& segment) {
    const std::string& code = segment.node->value;
    if (code.size() < 3 || code.front() != '{' || code.back() != '}') return;
    const std::string name = code.substr(1, code.size() - 2);
    if (IsPrintable(name))
      Add(segment.begin, EndOf(segment),
          fmt::format("`{}` is code, and printed as it is typed; take the backticks away", code));
  }

  // `${hold}`, and `{hold} seconds`.
  void ReadNeighbours(const Passage::Segment& segment) {
    if (segment.begin > 0 && text_[segment.begin - 1] == '$') {
      Add(segment.begin - 1, segment.begin, "`$` is printed in front of the placeholder; delete it");
    }
    const std::size_t end = EndOf(segment);
    const std::string_view printed = Slice(segment.begin, end);
    if (At(end) != ' ' || !IsOneOf(printed.substr(printed.rfind(' ') + 1), kTimeUnits)) return;
    const std::size_t last =
        std::min(text_.find_first_not_of("abcdefghijklmnopqrstuvwxyz", end + 1), text_.size());
    const std::string_view unit = Slice(end + 1, last);
    if (IsOneOf(unit, kTimeUnits)) {
      Add(end + 1, last,
          fmt::format("`{{{}}}` prints `{}`, with its unit; delete `{}`", segment.node->value, printed,
                      unit));
    }
  }

  // Goes on behind what it has read.
  std::size_t ReadAt(std::size_t at) {
    const char c = text_[at];
    if (c != '{' && c != '}' && c != '.' && c != '(') return at + 1;
    if (!SegmentOf(at).is_plain) return at + 1;
    if (c == '{') return ReadOpening(at);
    if (c == '}') return ReadClosing(at);
    if (c == '.') return ReadDot(at);
    return ReadRound(at);
  }

  std::size_t ReadOpening(std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && std::isalpha(static_cast<unsigned char>(text_[begin - 1])) != 0) --begin;
    const bool is_command = begin > 0 && text_[begin - 1] == '\\';
    std::size_t end = text_.find('}', at);
    const bool is_closed = end != std::string_view::npos && end < at + kLongestBraces;
    if (is_closed) {
      end = std::min(text_.find_first_not_of('}', end), text_.size());
    } else {
      end = at + 1;
      while (IsNamePart(At(end))) ++end;
      while (text_[end - 1] == '.') --end;
    }
    // Other marks are told as such (rules/printed_marks.h).
    if (!is_command) ReportBraces(at, end, is_closed);
    return end;
  }
  std::size_t ReadClosing(std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && IsNamePart(text_[begin - 1])) --begin;
    ReportBraces(begin, at + 1, false);
    return at + 1;
  }

  void ReportBraces(std::size_t begin, std::size_t end, bool is_closed) {
    const std::string shown = SourceOf(begin, end);
    std::string name;
    for (const char c : shown) {
      if (IsNamePart(c)) name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (shown.starts_with("{{") || shown.ends_with("}}")) {
      return Add(
          begin, end,
          fmt::format("`{}` is printed with a brace on either side; write one `{{` and one `}}`", shown));
    }
    if (!is_closed && IsPrintable(name)) return AddTyped(begin, end, shown, name);
    if (IsPrintable(name)) {
      return Add(begin, end, fmt::format("unknown placeholder `{}`; did you mean `{{{}}}`?", shown, name),
                 name);
    }
    const auto nearest = use_.exercise == nullptr ? std::nullopt : Nearest(name, kPlaceholders);
    if (nearest) {
      const bool is_sure = EditDistance(name, *nearest) <= 1 && IsPrintable(*nearest);
      return Add(begin, end, fmt::format("unknown placeholder `{}`; did you mean `{{{}}}`?", shown, *nearest),
                 is_sure ? *nearest : std::string());
    }
    Add(begin, end,
        fmt::format("`{}` is printed as it is typed; {}", shown,
                    is_closed ? "no placeholder has that form" : "a placeholder has a `{` and a `}`"));
  }
  // As the author wrote it: a placeholder between the braces by its name.
  std::string SourceOf(std::size_t begin, std::size_t end) const {
    std::string source;
    for (std::size_t at = begin; at < end;) {
      const Passage::Segment& segment = SegmentOf(at);
      const std::size_t stop = std::min(end, EndOf(segment));
      const bool is_placeholder = segment.node->type == MarkdownType::kPlaceholder;
      source += is_placeholder ? "{" + segment.node->value + "}" : std::string(Slice(at, stop));
      at = stop;
    }
    return source;
  }

  // `plank.hold` without braces, in round brackets or in none.
  std::size_t ReadDot(std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && IsNamePart(text_[begin - 1])) --begin;
    std::size_t end = at;
    while (IsNamePart(At(end))) ++end;
    while (end > at && text_[end - 1] == '.') --end;
    const bool has_braces = (begin > 0 && text_[begin - 1] == '}') || At(end) == '}';
    const bool may_be = begin < at && at + 1 < end && !has_braces && passage_.IsEditable({begin, end});
    if (may_be && IsPrintable(Slice(begin, end))) {
      const bool is_round = begin > 0 && text_[begin - 1] == '(' && At(end) == ')';
      const std::size_t more = is_round ? 1 : 0;
      AddTyped(begin - more, end + more, Slice(begin - more, end + more), Slice(begin, end));
    }
    return std::max(end, at + 1);
  }
  // `for (hold)`: behind a word that wants a figure, and in front of none.
  std::size_t ReadRound(std::size_t at) {
    const std::size_t close = text_.find(')', at);
    if (close == std::string_view::npos) return at + 1;
    const std::string_view name = Slice(at + 1, close);
    const std::string_view before = text_.substr(0, at == 0 ? 0 : at - 1);
    const std::string_view word = before.substr(before.rfind(' ') + 1);
    if (!IsOneOf(LowerCase(word), "for|do|take|this|of|hold|repeat|least|about|to") || !IsPrintable(name) ||
        name.find('.') != std::string_view::npos) {
      return at + 1;
    }
    AddTyped(at, close + 1, Slice(at, close + 1), name);
    return close + 1;
  }

  const Library& library_;
  const ProseUse& use_;
  const Passage& passage_;
  std::string_view text_;
  std::vector<BrokenPlaceholder> found_;
};

}  // namespace

std::vector<BrokenPlaceholder> BrokenPlaceholders(const Library& library, const ProseUse& use,
                                                  const Passage& passage) {
  const bool is_whole = passage.segments.size() == 1 && passage.segments.front().is_plain &&
                        passage.text.find_first_of("{}(") == std::string::npos &&
                        passage.text.find('.') >= passage.text.size() - 1;
  return is_whole ? std::vector<BrokenPlaceholder>{} : Scanner(library, use, passage).Read();
}

}  // namespace guidec
