#include "syntax/opening.h"

#include <algorithm>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "diag/rule_ids.h"
#include "syntax/line.h"
#include "syntax/tree.h"
#include "syntax/value.h"

namespace guidec {
namespace {

// No author closes a bracket farther away, and a hostile file has many that are never closed.
constexpr std::uint32_t kMaxOpeningBytes = 10'000;

bool IsLineEnd(char c) {
  return c == '\n' || c == '\r';
}

bool IsBlankOrLineEnd(char c) {
  return c == ' ' || c == '\t' || IsLineEnd(c);
}

std::uint32_t LineStart(std::string_view text, std::size_t at) {
  while (at > 0 && !IsLineEnd(text[at - 1])) --at;
  return static_cast<std::uint32_t>(at);
}

std::string_view LineFrom(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !IsLineEnd(text[end])) ++end;
  return text.substr(at, end - at);
}

bool IsWord(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, IsKeyCharacter);
}

// Whether a line starts something else, so that what is open above has been forgotten.
bool StartsAnew(std::string_view line, std::uint32_t indentation) {
  if (IsBlankOrComment(line) || Indentation(line) > indentation) return false;
  const LineParts parts = TakeApart(line);
  return parts.is_item || (parts.has_colon && IsWord(parts.key));
}

// Whether the line has a key or a dash, in relation to which what it opens must be indented.
bool IsHolder(std::string_view line) {
  const LineParts parts = TakeApart(line);
  return parts.is_item || parts.has_colon;
}

// Goes through the text from what opens to what closes.
class Scan {
 public:
  Scan(std::string_view text, std::uint32_t begin)
      : text_(text.substr(0, std::min<std::size_t>(text.size(), begin + kMaxOpeningBytes))),
        line_(LineFrom(text, LineStart(text, begin))) {}

  // Behind what closes; nothing where it is not closed.
  std::optional<std::size_t> Quote(std::size_t at) const {
    const char quote = text_[at];
    for (++at; at < text_.size(); ++at) {
      if (IsLineEnd(text_[at]) && IsLost(at + 1)) return std::nullopt;
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        const bool is_escaped = quote == '\'' && at + 1 < text_.size() && text_[at + 1] == '\'';
        if (!is_escaped) return at + 1;
        ++at;
      }
    }
    return std::nullopt;
  }

  struct Brackets {
    std::size_t end = 0;                      // behind what closes
    std::optional<std::size_t> stray_comma;  // the first that no entry stands in front of
  };

  std::optional<Brackets> Bracket(std::size_t at) const {
    std::string open;
    std::optional<std::size_t> stray_comma;
    char last = '[';  // the sign before, but for blanks
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (IsLineEnd(c) && IsLost(at + 1)) return std::nullopt;
      if (IsBlankOrLineEnd(c)) continue;
      if (c == '#' && IsBlankOrLineEnd(text_[at - 1])) {
        at += LineFrom(text_, at).size() - 1;
        continue;
      }
      // Where a value may start, a quote opens one, and is no letter: `it's`.
      const bool may_start = std::string_view("[{,:").find(last) != std::string_view::npos;
      if (may_start && (c == '"' || c == '\'')) {
        const auto end = Quote(at);
        if (!end) return std::nullopt;
        at = *end - 1;
      } else if (c == ',') {
        if (may_start && last != ':' && !stray_comma) stray_comma = at;
      } else if (c == '[' || c == '{') {
        open += c == '[' ? ']' : '}';
      } else if (c == ']' || c == '}') {
        if (open.back() != c) return std::nullopt;
        open.pop_back();
        if (open.empty()) return Brackets{at + 1, stray_comma};
      }
      last = c;
    }
    return std::nullopt;
  }

 private:
  bool IsLost(std::size_t line_start) const {
    return line_start < text_.size() && IsHolder(line_) &&
           StartsAnew(LineFrom(text_, line_start), Indentation(line_));
  }

  std::string_view text_;
  std::string_view line_;
};

bool IsReadByValues(const std::string& text) {
  try {
    (void)LoadValue(text);
    return true;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return false;
  }
}

// A line that goes on with it and is not indented deeper than the one that holds it.
std::optional<std::uint32_t> ShallowLine(const Source& source, const Opening& opening) {
  const std::string_view holder = source.Line(opening.first_line);
  if (!IsHolder(holder)) return std::nullopt;
  for (std::uint32_t line = opening.first_line + 1; line <= opening.last_line; ++line) {
    const std::string_view text = source.Line(line);
    if (!IsBlankOrComment(text) && Indentation(text) <= Indentation(holder)) return line;
  }
  return std::nullopt;
}

struct Reason {
  RuleId rule;
  std::string message;
};

Reason NotYaml(std::string message) {
  return {rule_ids::kSyntaxError, std::move(message)};
}

// What a collection of several lines is, or one that not every reader takes.
std::optional<Reason> BracketFault(const Source& source, std::string_view text, const Opening& opening) {
  const std::string whole(text.substr(opening.begin, opening.end - opening.begin));
  const char* kind = whole.front() == '{' ? "`{ }`" : "`[ ]`";
  const char* instead = whole.front() == '{' ? "each `key: value` on a line of its own, without brackets"
                                             : "each item on a line of its own, as `- item`";
  const bool is_read = IsReadByValues(whole);
  if (!is_read && !Tree(whole).HasError()) {
    return Reason{
        rule_ids::kParsersDisagree,
        fmt::format("not all YAML readers take what stands in this {}, and guidec does not; write {}", kind,
                    instead)};
  }
  const std::string_view behind = Trim(LineFrom(text, opening.end));
  const bool goes_on = !behind.empty() && !behind.starts_with('#');
  if (opening.first_line == opening.last_line) {
    if (is_read || goes_on) return std::nullopt;
    return NotYaml(
        fmt::format("what stands in this {} is not YAML; check its commas and quotes, put a text that starts "
                    "with `{}` in quotes, or write {}",
                    kind, whole.front(), instead));
  }
  if (is_read && behind.starts_with(':')) return NotYaml("a key must end in the line where it starts");
  if (is_read && goes_on) {
    return NotYaml(fmt::format("text goes on behind this {}, in line {}; delete it, or put all in quotes",
                               kind, opening.last_line));
  }
  const auto shallow = is_read ? ShallowLine(source, opening) : std::nullopt;
  if (shallow) {
    return NotYaml(fmt::format("this {} goes on in line {}, which must be indented deeper", kind, *shallow));
  }
  return NotYaml(fmt::format(
      "what stands in this {}, down to line {}, is not YAML; check its commas and quotes, or write {}", kind,
      opening.last_line, instead));
}

std::optional<Reason> QuoteFault(const Source& source, std::string_view text, const Opening& opening) {
  if (opening.first_line == opening.last_line) return std::nullopt;
  if (Trim(LineFrom(text, opening.end)).starts_with(':'))
    return NotYaml("a key must end in the line where it starts");
  if (const auto line = ShallowLine(source, opening)) {
    return NotYaml(
        fmt::format("this text in quotes goes on in line {}, which must be indented deeper", *line));
  }
  return NotYaml(
      fmt::format("this text in quotes, down to line {}, is not YAML with what is around it; check its "
                  "quotes and indentation",
                  opening.last_line));
}

}  // namespace

std::optional<Opening> OpeningIn(const Source& source, const std::string& text, std::uint32_t line) {
  const Span span = source.LineSpan(line);
  const std::string_view value = TakeApart(std::string_view(text).substr(span.begin, span.size())).value;
  if (value.empty()) return std::nullopt;
  const char sign = value.front();
  const bool is_quote = sign == '"' || sign == '\'';
  if (!is_quote && sign != '[' && sign != '{') return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(value.data() - text.data());
  const Scan scan(text, begin);
  const auto brackets = is_quote ? std::nullopt : scan.Bracket(begin);
  const auto end = is_quote ? scan.Quote(begin) : brackets ? std::optional(brackets->end) : std::nullopt;
  if (!end) return std::nullopt;
  // A quote that opens the next text is taken for the one that closes this.
  const std::string_view behind = Trim(LineFrom(text, *end));
  if (is_quote && !behind.empty() &&
      std::string_view("#:,]}").find(behind.front()) == std::string_view::npos) {
    return std::nullopt;
  }
  const auto behind_end = static_cast<std::uint32_t>(*end);
  Opening opening{begin, behind_end, line, source.PositionOf(behind_end - 1).line};
  if (brackets && brackets->stray_comma) opening.stray_comma = static_cast<std::uint32_t>(*brackets->stray_comma);
  return opening;
}

std::optional<Fault> FaultOfOpening(const Source& source, const std::string& text, const Opening& opening) {
  const char sign = text[opening.begin];
  const bool is_quote = sign == '"' || sign == '\'';
  if (opening.stray_comma) {
    return Fault{rule_ids::kSyntaxError, Span{source.id(), *opening.stray_comma, *opening.stray_comma + 1},
                 "no entry stands in front of this comma; delete the comma, or write the entry"};
  }
  auto reason = is_quote ? QuoteFault(source, text, opening) : BracketFault(source, text, opening);
  if (!reason) return std::nullopt;
  const std::uint32_t end = opening.first_line == opening.last_line ? opening.end : opening.begin + 1;
  return Fault{reason->rule, Span{source.id(), opening.begin, end}, std::move(reason->message)};
}

}  // namespace guidec
