#include "text/language.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "text/utf8.h"

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

std::string_view PrimaryLanguage(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

bool IsEnglish(std::string_view tag) {
  return PrimaryLanguage(tag) == "en";
}

std::optional<std::string> Recode(std::string_view text, const std::string& from, const std::string& to) {
  // ASCII is the same in the encodings of dictionaries, and most words are.
  if (IsAscii(text)) return std::string(text);
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

std::string WithoutMarks(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::u16string units(text.size(), u'\0');  // UTF-8 is never shorter
  std::int32_t size = 0;
  u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &size, text.data(),
                static_cast<std::int32_t>(text.size()), &status);
  std::u16string apart(units.size() * 4, u'\0');  // no letter of UTF-16 falls into more
  const std::int32_t length =
      unorm2_normalize(unorm2_getNFDInstance(&status), units.data(), size, apart.data(),
                       static_cast<std::int32_t>(apart.size()), &status);
  if (U_FAILURE(status)) return std::string(text);
  apart.resize(static_cast<std::size_t>(length));
  std::erase_if(apart, [](char16_t unit) { return u_charType(unit) == U_NON_SPACING_MARK; });
  std::string without(apart.size() * 3, '\0');
  u_strToUTF8(without.data(), static_cast<std::int32_t>(without.size()), &size, apart.data(),
              static_cast<std::int32_t>(apart.size()), &status);
  if (U_FAILURE(status)) return std::string(text);
  without.resize(static_cast<std::size_t>(size));
  return without;
}

}  // namespace guidec
