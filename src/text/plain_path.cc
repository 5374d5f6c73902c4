#include "text/plain_path.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/utf8.h"
#include "text/words.h"

namespace guidec {
namespace {

// Fullwidth and other signs that are taken for a slash, a backslash, a colon or dots.
constexpr std::array<char32_t, 12> kLookalikes = {0x2024, 0x2025, 0x2026, 0x2044, 0x2215, 0x2216,
                                                  0x29F8, 0x29F9, 0xFF0E, 0xFF0F, 0xFF1A, 0xFF3C};

std::optional<std::string> FaultInCharacter(char32_t character) {
  const int category = u_charType(static_cast<UChar32>(character));
  const bool is_unseen = category == U_CONTROL_CHAR || category == U_FORMAT_CHAR || category == U_SURROGATE ||
                         category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR;
  if (is_unseen) {
    return fmt::format("has the character U+{:04X}, which is not seen", static_cast<unsigned>(character));
  }
  if (character == '\\' || character == ':' ||
      std::ranges::find(kLookalikes, character) != kLookalikes.end()) {
    return fmt::format("has the character U+{:04X}, which some take for a slash or a dot",
                       static_cast<unsigned>(character));
  }
  return std::nullopt;
}

std::optional<std::string> FaultInPart(std::string_view part) {
  static constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  if (part.empty()) return "has an empty part";
  if (part == "." || part == "..") return "leads out of its folder";
  if (part.ends_with('.') || part.ends_with(' ') || part.starts_with(' ')) {
    return "has a blank or a dot at the end of a part";
  }
  const std::string stem = LowerCase(part.substr(0, part.find('.')));
  const bool is_port = (stem.starts_with("com") || stem.starts_with("lpt")) && stem.size() == 4 &&
                       stem[3] >= '1' && stem[3] <= '9';
  if (is_port || std::ranges::find(kDevices, stem) != kDevices.end()) {
    return fmt::format("is what Windows calls a device, `{}`", stem);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> FaultInPath(std::string_view path) {
  if (path.starts_with('/')) return "starts from the root of the disk";
  if (FirstInvalidUtf8(path)) return "is not UTF-8";
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    if (auto fault = FaultInPart(path.substr(from, end - from))) return fault;
    from = end + 1;
  }
  for (const char32_t character : CodePointsOf(path)) {
    if (auto fault = FaultInCharacter(character)) return fault;
  }
  return std::nullopt;
}

std::string WithoutCase(std::string_view path) {
  std::string folded;
  icu::UnicodeString::fromUTF8(path).foldCase().toUTF8String(folded);
  return folded;
}

}  // namespace guidec
