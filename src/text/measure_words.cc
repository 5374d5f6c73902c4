#include "text/measure_words.h"

#include <memory>

#include <fmt/format.h>
#include <unicode/measfmt.h>
#include <unicode/measunit.h>
#include <unicode/measure.h>
#include <unicode/numberformatter.h>
#include <unicode/numberrangeformatter.h>

#include "text/locale.h"

namespace guidec {
namespace {

icu::MeasureUnit UnitOf(bool is_minutes) {
  return is_minutes ? icu::MeasureUnit::getMinute() : icu::MeasureUnit::getSecond();
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

icu::Measure MeasureOf(int number, bool is_minutes, UErrorCode& status) {
  auto unit = std::make_unique<icu::MeasureUnit>(UnitOf(is_minutes));
  return icu::Measure(icu::Formattable(number), unit.release(), status);
}

}  // namespace

std::string DurationWords(int seconds, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Measure minutes = MeasureOf(seconds / 60, true, status);
  const icu::Measure rest = MeasureOf(seconds % 60, false, status);
  const icu::Measure both[] = {minutes, rest};
  const icu::Measure one[] = {seconds < 60 ? rest : minutes};
  const bool is_both = seconds > 60 && seconds % 60 != 0;
  const icu::MeasureFormat format(LocaleOf(language), UMEASFMT_WIDTH_WIDE, status);
  icu::UnicodeString text;
  icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
  format.formatMeasures(is_both ? both : one, is_both ? 2 : 1, text, position, status);
  return U_SUCCESS(status) ? Utf8(text) : fmt::format("{} s", seconds);
}

std::string DurationRangeWords(int least, int most, std::string_view language) {
  const bool is_minutes = least % 60 == 0 && most % 60 == 0;
  const int factor = is_minutes ? 60 : 1;
  UErrorCode status = U_ZERO_ERROR;
  const auto numbers =
      icu::number::NumberFormatter::with().unit(UnitOf(is_minutes)).unitWidth(UNUM_UNIT_WIDTH_FULL_NAME);
  const icu::UnicodeString text = icu::number::NumberRangeFormatter::withLocale(LocaleOf(language))
                                      .numberFormatterBoth(numbers)
                                      .formatFormattableRange(least / factor, most / factor, status)
                                      .toString(status);
  return U_SUCCESS(status) ? Utf8(text) : fmt::format("{}–{} s", least, most);
}

std::string DurationUnitWord(bool is_minutes, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MeasureFormat format(LocaleOf(language), UMEASFMT_WIDTH_WIDE, status);
  const icu::UnicodeString text = format.getUnitDisplayName(UnitOf(is_minutes), status);
  return U_SUCCESS(status) ? Utf8(text) : std::string(is_minutes ? "min" : "s");
}

}  // namespace guidec
