#include "syntax/line.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "syntax/odd_space.h"

namespace guidec {
namespace {

// Where a quote that opens the value is closed; npos when it is not.
std::size_t ClosingQuote(std::string_view value) {
  const char quote = value.front();
  for (std::size_t i = 1; i < value.size(); ++i) {
    if (quote == '"' && value[i] == '\\') {
      ++i;
    } else if (value[i] == quote) {
      if (quote == '\'' && i + 1 < value.size() && value[i + 1] == '\'') {
        ++i;
      } else {
        return i;
      }
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool IsKeyCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool IsBlankOrComment(std::string_view line) {
  line = Trim(line);
  return line.empty() || line.front() == '#';
}

std::uint32_t Indentation(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return static_cast<std::uint32_t>(first == std::string_view::npos ? line.size() : first);
}

LineParts TakeApart(std::string_view line) {
  LineParts parts;
  std::string_view rest = Trim(line);
  while (rest.starts_with("- ")) {
    parts.is_item = true;
    rest = Trim(rest.substr(2));
  }
  const std::size_t colon = rest.find(": ");
  const bool at_end = colon == std::string_view::npos && rest.ends_with(':');
  const bool is_enclosed =
      !rest.empty() && std::string_view("\"'[{").find(rest.front()) != std::string_view::npos;
  if (!is_enclosed && (colon != std::string_view::npos || at_end)) {
    parts.has_colon = true;
    parts.key = rest.substr(0, at_end ? rest.size() - 1 : colon);
    parts.value = at_end ? std::string_view() : Trim(rest.substr(colon + 2));
  } else {
    parts.value = rest;
  }
  return parts;
}

bool HasOpenQuote(std::string_view line) {
  const std::string_view value = TakeApart(line).value;
  return !value.empty() && (value.front() == '"' || value.front() == '\'') &&
         ClosingQuote(value) == std::string_view::npos;
}

bool HasOpenBracket(std::string_view line) {
  const std::string_view value = TakeApart(line).value;
  if (value.empty() || (value.front() != '[' && value.front() != '{')) return false;
  return std::ranges::count(value, '[') > std::ranges::count(value, ']') ||
         std::ranges::count(value, '{') > std::ranges::count(value, '}');
}

// A comment starts at a `#` with a blank before it; quoted text is left whole.
std::string_view WithoutComment(std::string_view value) {
  const bool quoted = value.starts_with('"') || value.starts_with('\'');
  const std::size_t closing = quoted ? ClosingQuote(value) : 0;
  if (closing == std::string_view::npos) return value;
  return Trim(value.substr(0, value.find(" #", closing)));
}

namespace {

// Of a value that opens with a quote.
std::optional<std::string> FaultInQuoted(std::string_view value) {
  const std::size_t closing = ClosingQuote(value);
  if (closing == std::string_view::npos) {
    return fmt::format("the quote `{}` is opened here and never closed", value.front());
  }
  const std::string_view behind = Trim(value.substr(closing + 1));
  if (behind.empty() || behind.front() == '#' || behind.front() == ':') return std::nullopt;
  return value.front() == '\'' ? "text goes on behind the closing quote; write an inner `'` as `''`"
                               : "text goes on behind the closing quote; write an inner `\"` as `\\\"`";
}

// Of a value that is neither a key's nor an item's, for which it may lack a space.
std::string FaultInText(std::string_view value) {
  const std::size_t colon = value.find(':');
  if (colon != std::string_view::npos && colon > 0) {
    return fmt::format("put a space behind the colon: `{}: {}`", value.substr(0, colon),
                       Trim(value.substr(colon + 1)));
  }
  if (value.front() == '-' && value.size() > 1 && value[1] != '-') {
    return fmt::format("put a space behind the dash: `- {}`", Trim(value.substr(1)));
  }
  return "expected `key: value` or `- item` here, or deeper indentation if the text above goes on";
}

}  // namespace

std::optional<std::string> FaultInLine(std::string_view line) {
  if (auto space = OddSpaceIn(line)) return std::move(space->message);
  if (line.starts_with("%YAML") || line.starts_with("%TAG")) {
    return "a line that starts with `%` has no use here; delete it";
  }
  const LineParts parts = TakeApart(line);
  const std::string_view value = parts.value;
  if (value.empty()) return std::nullopt;
  const char first = value.front();
  if (first == '"' || first == '\'') return FaultInQuoted(value);
  if (first == '`') return "a value cannot start with a backtick; put it in quotes";
  if (std::string_view("@%}],").find(first) != std::string_view::npos) {
    return fmt::format("a value cannot start with `{}`; put it in quotes", first);
  }
  if (parts.has_colon && (value.starts_with("- ") || value.starts_with("? "))) {
    return first == '-'
               ? "a list starts on the line below its key; put a text that starts with `- ` in quotes"
               : "a value cannot start with `? `; put it in quotes";
  }
  if (first == '|' || first == '>') {
    const std::string_view rest = WithoutComment(value).substr(1);
    if (rest.find_first_not_of("+-123456789") == std::string_view::npos) return std::nullopt;
    return fmt::format("the text of a `{}` block starts on the next line, indented", first);
  }
  if (HasOpenBracket(line)) return fmt::format("the bracket `{}` is never closed", first);
  if (first == '{' || first == '[' || first == '*' || first == '&' || first == '!') {
    return fmt::format("a value that starts with `{}` must be in quotes", first);
  }
  if (parts.has_colon && (value.find(": ") != std::string_view::npos || value.ends_with(':'))) {
    return "a value that contains `: ` must be in quotes";
  }
  if (parts.has_colon || parts.is_item) return std::nullopt;
  return FaultInText(value);
}

std::string Describe(std::string_view line, std::string_view parser_message) {
  if (auto fault = FaultInLine(line)) return *std::move(fault);
  if (parser_message.find("escape") != std::string_view::npos) {
    return "unknown escape behind `\\`; double the backslash, or use single quotes";
  }
  if (parser_message.find("unicode") != std::string_view::npos) {
    return "an escape behind `\\` names no character; write the character itself";
  }
  if (parser_message.find("map") != std::string_view::npos ||
      parser_message.find("sequence") != std::string_view::npos ||
      parser_message.find("block entry") != std::string_view::npos) {
    return "this line does not fit the lines above; check its indentation";
  }
  if (parser_message.empty()) {
    return "this is not valid YAML beside the lines around it; check its indentation and quotes";
  }
  return fmt::format("this is not valid YAML: {}", parser_message);
}

}  // namespace guidec
