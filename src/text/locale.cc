#include "text/locale.h"

#include <algorithm>
#include <cstdint>

namespace guidec {

icu::Locale LocaleOf(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
  std::int32_t count = 0;
  const icu::Locale* known = icu::Locale::getAvailableLocales(count);
  const bool is_known = std::any_of(known, known + count, [&](const icu::Locale& candidate) {
    return std::string_view(candidate.getLanguage()) == locale.getLanguage();
  });
  return U_SUCCESS(status) && is_known ? locale : icu::Locale::getRoot();
}

}  // namespace guidec
