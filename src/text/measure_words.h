// Durations in the words of a language, as Unicode's CLDR has them.
#ifndef GUIDEC_TEXT_MEASURE_WORDS_H_
#define GUIDEC_TEXT_MEASURE_WORDS_H_

#include <string>
#include <string_view>

namespace guidec {

// "30 Sekunden", "1 Minute, 30 Sekunden" for `language`, a BCP 47 tag. A language that CLDR lacks
// gets the units' symbols.
std::string DurationWords(int seconds, std::string_view language);

// "20–40 Sekunden", "1–2 Minuten".
std::string DurationRangeWords(int least, int most, std::string_view language);

// "Sekunden", "Minuten".
std::string DurationUnitWord(bool is_minutes, std::string_view language);

}  // namespace guidec

#endif  // GUIDEC_TEXT_MEASURE_WORDS_H_
