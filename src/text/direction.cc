#include "text/direction.h"

#include <unicode/locid.h>

namespace guidec {

bool IsRightToLeft(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  return U_SUCCESS(status) && locale.isRightToLeft() != 0;
}

}  // namespace guidec
