#include "text/ordinal.h"

#include <cstdint>

#include <fmt/format.h>
#include <unicode/rbnf.h>

#include "text/locale.h"

namespace guidec {

std::string Ordinal(int number, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_ORDINAL, LocaleOf(language), status);
  if (U_FAILURE(status)) return fmt::format("{}.", number);
  icu::UnicodeString text;
  format.format(static_cast<std::int32_t>(number), text);
  std::string utf8;
  return text.toUTF8String(utf8);
}

}  // namespace guidec
