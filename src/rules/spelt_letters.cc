#include "rules/spelt_letters.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "text/letter_case.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec {
namespace {

// Behind a name: a degree, or the state of a place. What means a complaint or a test as well is not here.
constexpr std::string_view kBehindName =
    "DDS|DPT|DVM|JD|MD|RN|AK|AR|AZ|CA|CO|DC|DE|FL|GA|IL|KS|KY|MN|MO|MT|NC|ND|NE|NH|NJ|NM|NV|NY|RI|SC|SD|TN|"
    "TX|UT|VA|VT|WA|WI|WV|WY";
// Before a name, of a ship, a club or a person; and what makes a name with the letters before it.
constexpr std::string_view kBeforeName = "AFC|FC|HMS|HRH|RMS|USS";
constexpr std::string_view kNamed = "Cup|Open|State|Tour|Trophy";

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kPassedWords = "of|the|and|for|in|to|on|a|an|by|with|or";

// Whether the parts from `at` on open with the letters, in order; small words may be passed over, but
// neither open nor end the whole.
bool SpellFrom(const std::vector<std::string>& parts, std::size_t at, std::string_view letters) {
  if (IsOneOf(parts[at], kPassedWords)) return false;
  for (const char letter : letters) {
    const auto has_letter = [&] { return at < parts.size() && parts[at].front() == letter; };
    while (!has_letter() && at < parts.size() && IsOneOf(parts[at], kPassedWords)) ++at;
    if (!has_letter()) return false;
    ++at;
  }
  return !IsOneOf(parts[at - 1], kPassedWords);
}

}  // namespace

std::vector<std::string> WordParts(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    const bool is_letter =
        static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
    if (is_letter) {
      parts.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

bool IsSpeltByInitials(std::string_view text, std::string_view letters) {
  const std::vector<std::string> parts = WordParts(text);
  for (std::size_t at = 0; at + 1 < parts.size(); ++at) {
    if (SpellFrom(parts, at, letters)) return true;
  }
  return false;
}

bool IsSpeltAtEnd(std::string_view text, std::string_view letters) {
  const std::string lower = LowerCase(text);
  const auto is_letter = [&](std::size_t at) {
    return std::isalnum(static_cast<unsigned char>(lower[at])) != 0;
  };
  std::size_t at = lower.size();
  std::size_t words = 0;
  for (std::size_t left = letters.size(); left > 0; --left) {
    const bool is_first = left == 1;
    while (true) {
      if (at == 0) return false;
      --at;
      const bool opens = at == 0 || !is_letter(at - 1);
      const bool fits = lower[at] == letters[left - 1] && (opens || !is_first);
      if (opens && is_letter(at) && ++words > 2 * letters.size()) return false;
      if (fits) break;
    }
  }
  return true;
}

bool HoldsWords(std::string_view text, std::string_view letters) {
  constexpr std::size_t kLong = 4;
  const std::vector<std::string> parts = WordParts(text);
  if (letters.size() > 2) return IsSpeltByInitials(text, letters);
  const bool is_whole = parts.size() == letters.size();
  for (std::size_t at = 0; at + 1 < parts.size(); ++at) {
    const bool are_long = parts[at].size() > kLong && parts[at + 1].size() > kLong;
    if ((is_whole || are_long) && SpellFrom(parts, at, letters)) return true;
  }
  return false;
}

bool ArePartOfName(std::string_view before, std::string_view after) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (after.size() > 4 && after[0] == ' ' && std::ranges::all_of(after.substr(1, 4), is_digit)) return true;
  if (after.starts_with(" gene") || after.starts_with(" mutation")) return true;
  const std::vector<std::string> ahead =
      WordParts(before.substr(before.size() - std::min<std::size_t>(before.size(), 30)));
  if (std::ranges::any_of(ahead, [](const std::string& part) { return part == "gene" || part == "genes"; }))
    return true;
  if (!before.ends_with(' ') || !(after.starts_with(',') || after.starts_with('.'))) return false;
  const std::size_t start = before.find_last_of(" ,", before.size() - 2) + 1;  // 0 where there is none
  const std::string_view surname = before.substr(start, before.size() - 1 - start);
  if (surname.size() < 3 || !IsUpper(surname[0]) || IsUpper(surname[1])) return false;
  const bool is_listed = start > 1 && before[start - 2] == ',';
  return is_listed ||
         (after.size() > 4 && after.starts_with(", ") && IsUpper(after[2]) && !IsUpper(after[3]));
}

bool AreBesideName(std::string_view before, std::string_view letters, std::string_view after) {
  const bool is_before_capital =
      after.size() > 2 && after[0] == ' ' && IsUpper(after[1]) && !IsUpper(after[2]);
  if (is_before_capital && IsOneOf(letters, kBeforeName)) return true;
  if (is_before_capital && IsOneOf(after.substr(1, after.find_first_not_of(kLetters, 1) - 1), kNamed))
    return true;
  if (!before.ends_with(", ") || !IsOneOf(letters, kBehindName)) return false;
  const std::string_view name = before.substr(0, before.size() - 2);
  const std::size_t start = name.find_last_of(' ') + 1;  // 0 where there is none
  return start < name.size() && IsUpper(name[start]);
}

}  // namespace guidec
