// A line of YAML as its author sees it, and what is wrong with it taken by itself. Private to syntax/.
#ifndef GUIDEC_SYNTAX_LINE_H_
#define GUIDEC_SYNTAX_LINE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guidec {

// Without the blanks and tabs at both ends.
std::string_view Trim(std::string_view text);

// Whether a key of a guide may hold it.
bool IsKeyCharacter(char c);

bool IsBlankOrComment(std::string_view line);

// The number of blanks that it starts with.
std::uint32_t Indentation(std::string_view line);

// A line taken apart: `- key: value`.
struct LineParts {
  std::string_view key;
  std::string_view value;
  bool has_colon = false;
  bool is_item = false;
};

LineParts TakeApart(std::string_view line);

// Whether the value opens a quote or bracket that its line does not close.
bool HasOpenQuote(std::string_view line);
bool HasOpenBracket(std::string_view line);

// A value without the comment behind it.
std::string_view WithoutComment(std::string_view value);

// What is wrong with a line taken by itself, if anything is.
std::optional<std::string> FaultInLine(std::string_view line);

// What an author needs to hear about a line that is not YAML; `parser_message` is yaml-cpp's.
std::string Describe(std::string_view line, std::string_view parser_message);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_LINE_H_
