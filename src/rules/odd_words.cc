#include "rules/odd_words.h"
#include "text/letter_case.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include <fmt/format.h>

namespace guidec {
namespace {

}  // namespace

std::string_view StrangerIn(std::string_view word) {
  const auto is_latin = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  if (std::ranges::none_of(word, is_latin)) return {};
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    const auto lead = static_cast<unsigned char>(word[at]);
    if (lead >= 0xCD && lead <= 0xD3) return word.substr(at, 2);  // U+0370 to U+04FF
  }
  return {};
}

bool IsOfLatinLetters(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (std::isalpha(byte) != 0 || word[at] == '\'') continue;
    if (word.substr(at).starts_with("\u2019")) {
      at += 2;
    } else if (byte >= 0xC3 && byte <= 0xC9) {  // U+00C0 to U+024F
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

bool IsRespelling(std::string_view word) {
  std::size_t parts = 0;
  bool has_stress = false;
  for (std::size_t from = 0; from < word.size(); ++parts) {
    const std::size_t end = std::min(word.find('-', from), word.size());
    const std::string_view part = word.substr(from, end - from);
    has_stress = has_stress || (part.size() > 1 && std::ranges::all_of(part, IsUpper));
    from = end + 1;
  }
  return parts > 2 && has_stress;
}

bool IsNameLike(std::string_view text, const Piece& word) {
  if (!IsUpper(text[word.begin]) || word.begin < 2) return false;
  const auto is_small = [&](std::size_t at) {
    return std::islower(static_cast<unsigned char>(text[at])) != 0;
  };
  const std::size_t before = text.find_last_not_of(" \n", word.begin - 1);
  const std::size_t behind = text.find_first_not_of(" \n", word.end);
  return before != std::string_view::npos && behind != std::string_view::npos && is_small(before) &&
         is_small(behind);
}

bool LacksApostrophe(std::string_view word, std::string_view message) {
  return word.ends_with('s') &&
         message.find(fmt::format("{}'s`", word.substr(0, word.size() - 1))) != std::string_view::npos;
}

bool IsInAddress(std::string_view text, const Piece& word) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t before = text.find_last_of(kBlanks, word.begin);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find_first_of(kBlanks, word.end), text.size());
  const std::string_view chunk = text.substr(begin, end - begin);
  return chunk.find("://") != std::string_view::npos || chunk.find("www.") != std::string_view::npos ||
         chunk.find('@') != std::string_view::npos;
}

}  // namespace guidec
