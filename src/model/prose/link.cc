#include "model/prose/link.h"

#include "text/address.h"
#include "text/character.h"
#include "text/utf8.h"

namespace guidec {

bool IsFollowableAddress(std::string_view address) {
  const bool is_place =
      address.starts_with('#') && address.size() > 1 &&
      AllCodePoints(address, [](char32_t c) { return c > ' ' && MayStandInText(c) && !TurnsWriting(c); });
  return is_place || IsWebAddress(address);
}

bool IsFollowable(const MarkdownNode& link) {
  return IsFollowable(link.url, PlainText(link));
}

bool IsFollowable(std::string_view address, std::string_view words) {
  return IsFollowableAddress(address) && AllCodePoints(words, [](char32_t c) { return !TurnsWriting(c); });
}

}  // namespace guidec
