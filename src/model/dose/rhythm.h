// The grammar of how often: "twice a day", "on 2-3 days a week", "every other day". A frequency that is
// written alone (model/dose/frequency.h) is read by it as running text is.
#ifndef GUIDEC_MODEL_DOSE_RHYTHM_H_
#define GUIDEC_MODEL_DOSE_RHYTHM_H_

#include <cstddef>
#include <optional>

#include "model/dose/frequency.h"
#include "text/quantity.h"

namespace guidec {

// A value and the tokens [begin, end) that say it.
template <class Value>
struct Matched {
  Value value;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// "once", "3 times", "2-3 days": how many, and whether days are counted.
struct Times {
  Count value;
  bool is_days = false;
};

class RhythmReader : public QuantityReader {
 public:
  using QuantityReader::QuantityReader;

  // "3", "two", "2-3", "two to three"; also upside down.
  std::optional<Matched<Count>> FiguresAt(std::size_t at) const;
  std::optional<Matched<Interval>> PeriodAt(std::size_t at) const;  // "a week", "daily"
  std::optional<Matched<Times>> TimesAt(std::size_t at) const;
  // "every day", "daily", "every other day", "every 3 days".
  std::optional<Matched<Frequency>> RhythmAt(std::size_t at) const;
  // Any of them that makes a frequency. One that no week has is none.
  std::optional<Matched<Frequency>> FrequencyAt(std::size_t at) const;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_RHYTHM_H_
