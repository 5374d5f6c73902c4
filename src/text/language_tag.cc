#include "text/language_tag.h"

#include <algorithm>

namespace guidec {

bool IsLanguageTag(std::string_view text) {
  const auto take = [&](std::size_t size, auto is_one) {
    if (text.size() < size || !std::ranges::all_of(text.substr(0, size), is_one)) return false;
    if (text.size() > size && text[size] != '-') return false;
    text.remove_prefix(std::min(size + 1, text.size()));
    return true;
  };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.ends_with('-') || !(take(2, is_small) || take(3, is_small))) return false;
  if (text.size() >= 4 && is_capital(text[0]) && std::ranges::all_of(text.substr(1, 3), is_small)) {
    if (text.size() > 4 && text[4] != '-') return false;
    text.remove_prefix(std::min<std::size_t>(5, text.size()));
  }
  if (!text.empty() && !take(2, is_capital)) static_cast<void>(take(3, is_digit));
  return text.empty();
}

}  // namespace guidec
