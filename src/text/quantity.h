// The one grammar of quantities: numbers in digits and in English words, ranges, units and spans of time. A
// dose that is written strictly (model/dose/measure.h) is read by it as running text is: "30 s", "half a
// minute", "two sets of ten to fifteen".
#ifndef GUIDEC_TEXT_QUANTITY_H_
#define GUIDEC_TEXT_QUANTITY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/phrase.h"

namespace guidec {

enum class Unit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kSession,
  kDay,
  kWeek,
  kMonth,
  kYear,
  kRepetition,
  kSet,
  kTime,  // "three times": repetitions, sets or a frequency, as the sentence has it
};

// The unit of a word in small letters, in the singular or plural or cut short: "sec", "weeks".
std::optional<Unit> UnitOf(std::string_view word);

// Of a second, a minute or an hour; of a month or a year; 0 of any other unit.
int SecondsIn(Unit unit);
int MonthsIn(Unit unit);

// A span from one time to the next, as long as a session, a day or more: "week", "2 weeks", "24 months".
struct Interval {
  int count = 1;  // 1 to 99
  Unit unit = Unit::kWeek;
  bool operator==(const Interval&) const = default;
};

// Nothing where the text is not exactly as it would be written: Written, or a unit alone for one of it.
std::optional<Interval> ReadInterval(std::string_view text);
std::string Written(const Interval& interval);  // "1 week", "24 months"
std::string_view NameOf(Unit unit);             // "week"; of what an interval counts

// Reads what stands at a token of `tokens` (text/tokens.h), which outlive it. Beyond the last token nothing
// does.
class QuantityReader {
 public:
  struct Number {
    double value = 0;     // at most a million
    std::size_t end = 0;  // the token behind it
  };
  struct Range {
    double first = 0;  // the same as `last` where there is one number; greater where it runs downwards
    double last = 0;
    std::size_t end = 0;
    bool IsWhole() const;  // both ends
  };

  explicit QuantityReader(const WordList& tokens) : tokens_(tokens) {}

  std::size_t size() const { return tokens_.size(); }
  std::string_view Word(std::size_t at) const {
    return at < size() ? std::string_view(tokens_.words[at]) : std::string_view();
  }
  bool Is(std::size_t at, const Alternatives& alternatives) const {
    return at < size() && IsOneOf(tokens_.words[at], alternatives);
  }
  // Where a phrase (text/phrase.h) ends that stands at `at`.
  std::optional<std::size_t> Reach(std::size_t at, const Phrase& pattern) const;
  bool Touches(std::size_t at) const;  // the token before it

  std::optional<double> DigitsAt(std::size_t at) const;  // "12", "1.5": one token
  std::optional<int> WholeAt(std::size_t at) const;      // "12"
  std::optional<Number> NumberAt(std::size_t at) const;  // "12", "1 1/2", "thirty-five", "a dozen"
  std::optional<Range> RangeAt(std::size_t at) const;    // "12", "10-15", "ten to fifteen"
  std::optional<Unit> UnitAt(std::size_t at) const { return UnitOf(Word(at)); }

 protected:
  // Where the second number of a range may begin, when the first, from `from`, ends at `at`.
  std::optional<std::size_t> ConnectorAt(std::size_t at, std::size_t from) const;

  const WordList& tokens_;

 private:
  std::optional<Number> SmallWordsAt(std::size_t at) const;
  std::optional<Number> WordsAt(std::size_t at) const;
  std::optional<Number> FiguresAt(std::size_t at) const;
};

enum class QuantityKind : std::uint8_t { kSeconds, kRepetitions, kSets, kTimes };

// What the words around a quantity make of it.
enum class Bound : std::uint8_t {
  kExactly,
  kAtLeast,
  kAtMost,
  kCompared,  // "more than 30 seconds", "under a minute": what it is not
};

struct Quantity {
  QuantityKind kind = QuantityKind::kSeconds;
  Bound bound = Bound::kExactly;
  bool is_adjective = false;  // "a 30-second hold"
  // Both ends included; seconds are rounded to whole ones.
  int min = 0;
  int max = 0;
  // Bytes of the text: the figure with its unit, and without it. A duration of two units
  // ("1 min 30 s") is all figure.
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t figure_begin = 0;
  std::size_t figure_end = 0;
  Match tokens;
};

// `tokens` are those of text/tokens.h.
std::vector<Quantity> FindQuantities(const WordList& tokens);

}  // namespace guidec

#endif  // GUIDEC_TEXT_QUANTITY_H_
