// How often and how hard an exercise is done and what a hold ends with, as far as a free English text says it
// in figures.
#ifndef GUIDEC_MODEL_DOSE_FREQUENCY_H_
#define GUIDEC_MODEL_DOSE_FREQUENCY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/dose/measure.h"
#include "model/prose/markdown.h"
#include "text/quantity.h"
#include "text/words.h"

namespace guidec {

// "twice a day", "on 2-3 days a week", "every other day" (once in 2 days).
struct Frequency {
  Count times;           // 1 to 99
  bool is_days = false;  // days on which it is done, however often on each
  Interval period;       // of days, weeks or months, 1 to 31 of them
};

// "P1D", "P2W": ISO 8601-1, 5.5.2.2.
std::string IsoPeriod(const Frequency& frequency);

// The fewest and the most sessions in a week, or nothing where a week has no fixed number of them.
std::optional<Count> SessionsAWeek(const Frequency& frequency);

// What is wrong with a text that means a figure: the piece, and what to do.
struct ReadingProblem {
  Piece piece;
  std::string message;
  std::optional<std::string> replacement = {};  // of the piece, a guess
};

template <class Meaning>
struct Reading {
  std::optional<Meaning> meaning;
  std::optional<ReadingProblem> problem;
};

// Prose with its meaning, once the library is whole (model/read/dose.cc); only English is understood.
template <class Meaning>
struct Worded : Prose {
  std::optional<Meaning> meaning = {};
};

// Neither a meaning nor a problem where the text says it in other ways, such as "after each run".
Reading<Frequency> ReadFrequency(std::string_view text);

// The scales by which the ACSM grades intensity (Garber et al. 2011), and Borg's category-ratio
// scale (Borg 1982).
enum class Scale : std::uint8_t {
  kEffort10,
  kEffort20,
  kRepetitionMaximum,
  kHeartRateMaximum,
  kHeartRateReserve
};

// "effort-0-10", "effort-6-20", "percent-1rm", "percent-heart-rate-maximum",
// "percent-heart-rate-reserve".
std::string_view ScaleName(Scale scale);

// "RPE 5-6 of 10", "60-70 % of 1RM".
struct Intensity {
  Scale scale = Scale::kEffort10;
  Count value;  // points or per cent
};

// Neither where it is said in words, such as "a mild pull".
Reading<Intensity> ReadIntensity(std::string_view text);

// What the end of an open-ended hold names as its length: "you reach two minutes".
struct HoldEnd {
  int seconds = 0;
  std::string words;  // "two minutes"
};

Reading<HoldEnd> ReadHoldEnd(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_FREQUENCY_H_
