#include "text/language.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include <unicode/ucnv.h>
#include <unicode/uloc.h>

namespace guidec {
namespace {

LanguageTag ReadTag(const std::string& locale) {
  const auto part = [&](auto get) {
    std::array<char, 16> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    get(locale.c_str(), buffer.data(), static_cast<std::int32_t>(buffer.size()), &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING ? std::string(buffer.data())
                                                                          : std::string();
  };
  return {part(uloc_getLanguage), part(uloc_getScript), part(uloc_getCountry)};
}

}  // namespace

LanguageTag LikelyTag(std::string_view tag_text) {
  const std::string locale(tag_text);
  LanguageTag tag = ReadTag(locale);
  if (!tag.region.empty()) return tag;
  std::array<char, ULOC_FULLNAME_CAPACITY> full{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags(locale.c_str(), full.data(), ULOC_FULLNAME_CAPACITY, &status);
  if (U_SUCCESS(status)) tag.region = ReadTag(full.data()).region;
  return tag;
}

std::optional<std::string> Recode(std::string_view text, const std::string& from, const std::string& to) {
  UErrorCode status = U_ZERO_ERROR;
  std::string converted(text.size() * 4 + 8, '\0');
  const std::int32_t size =
      ucnv_convert(to.c_str(), from.c_str(), converted.data(), static_cast<std::int32_t>(converted.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  converted.resize(static_cast<std::size_t>(size));
  // ICU writes this character for what the encoding lacks.
  if (converted.find('\x1A') != std::string::npos) return std::nullopt;
  return converted;
}

}  // namespace guidec
