// UTF-8 that was read as Windows' Latin letters turns each character beyond ASCII into two or more: `’` into
// `â€™`. Written back as such letters they are UTF-8 again, which real text is not.
#include "text/garbled.h"

#include <algorithm>
#include <optional>

#include "text/language.h"
#include "text/utf8.h"

namespace guidec {
namespace {

std::size_t SizeOf(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

// What a text in another alphabet would not have by chance.
bool IsLikely(char32_t c) {
  return (c >= 0xA0 && c <= 0xFF) || (c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0x2122 ||
         (c >= 0x2190 && c <= 0x27BF) || c >= 0x1F000;
}

// At the character at `at`, which is beyond ASCII.
std::optional<Garbled> GarbledAt(std::string_view text, std::size_t at) {
  std::string bytes;
  std::size_t end = at;
  std::size_t wanted = 0;
  while (end < text.size() && !IsAscii(text[end]) && (wanted == 0 || bytes.size() < wanted)) {
    const std::size_t size = SizeOf(text[end]);
    const auto byte = Recode(text.substr(end, size), "UTF-8", "windows-1252");
    if (!byte || byte->size() != 1) break;
    bytes += *byte;
    if (wanted == 0) wanted = SizeOf(bytes[0]);
    end += size;
  }
  if (bytes.size() != wanted || FirstInvalidUtf8(bytes)) return std::nullopt;
  const std::u32string meant = CodePointsOf(bytes);
  return meant.size() == 1 && IsLikely(meant[0]) ? std::optional(Garbled{at, end, bytes}) : std::nullopt;
}

}  // namespace

std::vector<Garbled> GarbledIn(std::string_view text) {
  std::vector<Garbled> found;
  for (std::size_t at = 0; at < text.size();) {
    if (IsAscii(text[at])) {
      ++at;
      continue;
    }
    const std::size_t size = std::min(SizeOf(text[at]), text.size() - at);
    if (auto garbled = GarbledAt(text, at)) {
      at = garbled->end;
      found.push_back(std::move(*garbled));
      continue;
    }
    if (text.substr(at, size) == "\uFFFD") found.push_back({at, at + size, {}});
    at += size;
  }
  return found;
}

}  // namespace guidec
