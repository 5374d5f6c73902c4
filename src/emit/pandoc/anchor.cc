#include "emit/pandoc/anchor.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace guidec::pandoc {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

// `fn1`, `cb1-2`: the word and a number.
bool IsNumbered(std::string_view id, std::string_view word) {
  return id.starts_with(word) && id.size() > word.size() && IsDigit(id[word.size()]);
}

bool IsReserved(std::string_view id) {
  static constexpr std::array<std::string_view, 4> kNames = {"toc", "refs", "landmarks", "cover-title"};
  return std::ranges::find(kNames, id) != kNames.end() || id.starts_with("toc-") || id.starts_with("ref-") ||
         IsNumbered(id, "fn") || IsNumbered(id, "fnref") || IsNumbered(id, "cb");
}

}  // namespace

std::string NameInXml(std::string_view id) {
  std::string name;
  for (const char c : id) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool stays = is_letter || (!name.empty() && (IsDigit(c) || c == '-'));
    name += stays ? std::string(1, c) : fmt::format("__{:02X}", static_cast<unsigned char>(c));
  }
  return name;
}

std::string AnchorName(std::string_view id) {
  return NameInXml(id) + (IsReserved(id) ? "_" : "");
}

std::string ReferenceAnchor(std::string_view id) {
  return "ref-" + NameInXml(id);
}

}  // namespace guidec::pandoc
