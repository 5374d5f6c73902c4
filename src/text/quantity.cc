// A quantity is a figure (digits, words, a fraction), perhaps a second figure behind "to" or a dash, and a
// unit. Each function below reads one such part at a token and says where it ends.
#include "text/quantity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace guidec {
namespace {

struct NumberWord {
  std::string_view word;
  int value;
};

constexpr NumberWord kNumberWords[] = {
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},
};

// In the order of Unit; the first word is its name.
constexpr Alternatives kUnitWords[] = {"second|seconds|s|sec|secs",
                                           "minute|minutes|min|mins",
                                           "hour|hours|h|hr|hrs",
                                           "session|sessions|workout|workouts",
                                           "day|days",
                                           "week|weeks",
                                           "month|months",
                                           "year|years",
                                           "repetition|repetitions|rep|reps",
                                           "set|sets",
                                           "time|times"};

// Between a count and what it counts.
constexpr std::string_view kManners = "slow|controlled|full|good|smooth|gentle|careful|complete|total|easy";

constexpr double kMost = 1e6;     // greater numbers read as this
constexpr int kMostCounted = 99;  // of an interval

bool OpensWithDigit(std::string_view text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

// All of the text.
template <class Value>
std::optional<Value> DigitsOf(std::string_view text) {
  Value value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_all = result.ec == std::errc() && result.ptr == text.data() + text.size();
  return is_all && OpensWithDigit(text) ? std::optional(value) : std::nullopt;
}

// Most words are no number and no unit.
constexpr WordFilter kNumberFilter = FilterOf(kNumberWords, &NumberWord::word);
constexpr WordFilter kUnitFilter = FilterOf(kUnitWords, &Alternatives::filter);

std::optional<int> WordValue(std::string_view word) {
  if (!kNumberFilter.MayBe(word)) return std::nullopt;
  const auto found = std::ranges::find(kNumberWords, word, &NumberWord::word);
  return found == std::end(kNumberWords) ? std::nullopt : std::optional(found->value);
}

std::optional<double> FractionSign(std::string_view sign) {
  if (sign == "\u00BC") return 0.25;
  if (sign == "\u00BD") return 0.5;
  if (sign == "\u00BE") return 0.75;
  return std::nullopt;
}

}  // namespace

std::optional<Unit> UnitOf(std::string_view word) {
  if (!kUnitFilter.MayBe(word)) return std::nullopt;
  const auto found =
      std::ranges::find_if(kUnitWords, [&](const Alternatives& words) { return IsOneOf(word, words); });
  if (found == std::end(kUnitWords)) return std::nullopt;
  return static_cast<Unit>(found - std::begin(kUnitWords));
}

int MonthsIn(Unit unit) {
  return unit == Unit::kMonth ? 1 : unit == Unit::kYear ? 12 : 0;
}

int SecondsIn(Unit unit) {
  return unit == Unit::kSecond ? 1 : unit == Unit::kMinute ? 60 : unit == Unit::kHour ? 3600 : 0;
}

std::string_view NameOf(Unit unit) {
  const std::string_view words = kUnitWords[static_cast<std::size_t>(unit)].text();
  return words.substr(0, words.find('|'));
}

std::string Written(const Interval& interval) {
  return fmt::format("{} {}{}", interval.count, NameOf(interval.unit), interval.count == 1 ? "" : "s");
}

std::optional<Interval> ReadInterval(std::string_view text) {
  const std::size_t blank = text.find(' ');
  const bool is_one = blank == std::string_view::npos;
  const auto count = is_one ? std::optional(1) : DigitsOf<int>(text.substr(0, blank));
  const auto unit = UnitOf(is_one ? text : text.substr(blank + 1));
  const bool is_span = unit && *unit >= Unit::kSession && *unit <= Unit::kYear;
  if (!count || *count < 1 || *count > kMostCounted || !is_span) return std::nullopt;
  const Interval interval{*count, *unit};
  return text == (is_one ? std::string(NameOf(*unit)) : Written(interval)) ? std::optional(interval)
                                                                           : std::nullopt;
}

bool QuantityReader::Range::IsWhole() const {
  return std::floor(first) == first && std::floor(last) == last;
}

std::optional<std::size_t> QuantityReader::Reach(std::size_t at, const Phrase& pattern) const {
  if (at >= size()) return std::nullopt;
  const auto length = MatchPhrase(std::span(tokens_.words).subspan(at), pattern);
  return length ? std::optional(at + *length) : std::nullopt;
}

bool QuantityReader::Touches(std::size_t at) const {
  return at > 0 && at < size() && tokens_.pieces[at - 1].end == tokens_.pieces[at].begin;
}

std::optional<double> QuantityReader::DigitsAt(std::size_t at) const {
  return DigitsOf<double>(Word(at));
}

std::optional<int> QuantityReader::WholeAt(std::size_t at) const {
  return DigitsOf<int>(Word(at));
}

// Below one hundred: "seven", "thirty", "thirty-five".
std::optional<QuantityReader::Number> QuantityReader::SmallWordsAt(std::size_t at) const {
  const auto first = WordValue(Word(at));
  if (!first) return std::nullopt;
  if (*first >= 20) {
    const std::size_t next = at + (Is(at + 1, "-") ? 2 : 1);
    const auto second = WordValue(Word(next));
    if (second && *second >= 1 && *second <= 9) return Number{double(*first + *second), next + 1};
  }
  return Number{double(*first), at + 1};
}

std::optional<QuantityReader::Number> QuantityReader::WordsAt(std::size_t at) const {
  if (Is(at, "half|a")) {
    if (const auto end = Reach(at, "half a dozen")) return Number{6, *end};
    if (const auto end = Reach(at, "a dozen")) return Number{12, *end};
  }
  auto number = SmallWordsAt(at);
  if (!number && Is(at, "a") && Is(at + 1, "hundred")) number = Number{1, at + 1};
  if (!number) return std::nullopt;
  if (Is(number->end, "dozen")) return Number{number->value * 12, number->end + 1};
  if (!Is(number->end, "hundred")) return number;
  number = Number{number->value * 100, number->end + 1};
  const auto rest = SmallWordsAt(number->end + (Is(number->end, "and") ? 1 : 0));
  return rest ? Number{number->value + rest->value, rest->end} : number;
}

std::optional<QuantityReader::Number> QuantityReader::FiguresAt(std::size_t at) const {
  auto value = DigitsAt(at);
  if (!value) return std::nullopt;
  value = std::min(*value, kMost);
  if (const auto end = Reach(at, "1 / 2")) return Number{0.5, *end};
  if (const auto end = Reach(at + 1, "1 / 2")) return Number{*value + 0.5, *end};
  if (const auto fraction = FractionSign(Word(at + 1))) return Number{*value + *fraction, at + 2};
  return Number{*value, at + 1};
}

std::optional<QuantityReader::Number> QuantityReader::NumberAt(std::size_t at) const {
  if (const auto fraction = FractionSign(Word(at))) return Number{*fraction, at + 1};
  auto number = FiguresAt(at);
  if (!number) number = WordsAt(at);
  if (number) {
    if (const auto end = Reach(number->end, "and a half")) return Number{number->value + 0.5, *end};
  }
  return number;
}

std::optional<QuantityReader::Range> QuantityReader::RangeAt(std::size_t at) const {
  const auto first = NumberAt(at);
  if (!first) return std::nullopt;
  const auto behind = ConnectorAt(first->end, at);
  const auto second = behind ? NumberAt(*behind) : std::nullopt;
  return second ? Range{first->value, second->value, second->end}
                : Range{first->value, first->value, first->end};
}

std::optional<std::size_t> QuantityReader::ConnectorAt(std::size_t at, std::size_t from) const {
  const bool is_and = Is(at, "and") && from > 0 && Is(from - 1, "between");
  return is_and || Is(at, "-|to|or") ? std::optional(at + 1) : std::nullopt;
}

namespace {

class Finder : QuantityReader {
 public:
  using QuantityReader::QuantityReader;

  std::vector<Quantity> Run() {
    for (std::size_t at = 0; at < size();) {
      const std::size_t known = found_.size();
      at = Read(at);
      for (std::size_t i = known; i < found_.size(); ++i) SetBound(found_[i]);
    }
    return std::move(found_);
  }

 private:
  // What a quantity is, how much of it one of its unit is, and where the unit ends.
  struct Measure {
    QuantityKind kind;
    double factor = 1;
    std::size_t end = 0;
  };

  std::optional<Measure> TimeAt(std::size_t at) const {
    const auto unit = UnitAt(at);
    const int seconds = unit ? SecondsIn(*unit) : 0;
    if (seconds == 0) return std::nullopt;
    return Measure{QuantityKind::kSeconds, double(seconds), at + 1};
  }

  std::optional<Measure> MeasureAt(std::size_t at) const {
    if (auto time = TimeAt(at)) return time;
    if (Is(at, kManners)) ++at;
    const auto unit = UnitAt(at);
    if (unit == Unit::kRepetition) return Measure{QuantityKind::kRepetitions, 1, at + 1};
    if (unit == Unit::kSet) return Measure{QuantityKind::kSets, 1, at + 1};
    if (Is(at, "times")) return Measure{QuantityKind::kTimes, 1, at + 1};
    return std::nullopt;
  }

  void Emit(QuantityKind kind, double min, double max, Match tokens, std::size_t figure_end,
            bool is_adjective = false) {
    const auto whole = [](double value) { return static_cast<int>(std::lround(std::min(value, kMost))); };
    Quantity quantity;
    quantity.kind = kind;
    quantity.is_adjective = is_adjective;
    quantity.min = whole(min);
    quantity.max = whole(max);
    quantity.tokens = tokens;
    quantity.begin = tokens_.pieces[tokens.begin].begin;
    quantity.end = tokens_.pieces[tokens.end - 1].end;
    quantity.figure_begin = quantity.begin;
    quantity.figure_end = tokens_.pieces[figure_end - 1].end;
    found_.push_back(quantity);
  }

  // A duration without a number: "a minute", "half a minute", "a minute and a half".
  std::optional<Number> WordyDuration(std::size_t at) const {
    static constexpr struct {
      Phrase pattern;
      double seconds;
    } kForms[] = {
        {"a minute and a half", 90},
        {"an hour and a half", 5400},
        {"half a minute", 30},
        {"half an hour", 1800},
        {"a? half -? minute", 30},
        {"a? half -? hour", 1800},
        {"a quarter of a minute", 15},
        {"a quarter of an hour", 900},
        {"a|one third of a minute", 20},
        {"two thirds of a minute", 40},
        {"two - thirds of a minute", 40},
        {"a|one third of an hour", 1200},
        {"three quarters of a minute", 45},
        {"three quarters of an hour", 2700},
        {"a minute", 60},
        {"an hour", 3600},
    };
    for (const auto& form : kForms) {
      if (const auto end = Reach(at, form.pattern)) return Number{form.seconds, *end};
    }
    return std::nullopt;
  }

  // "0:30", "1:30 min": minutes and seconds, where no unit says hours and no word a time of day. "30\"":
  // seconds.
  std::optional<Number> ClockAt(std::size_t at) const {
    const auto minutes = WholeAt(at);
    if (!minutes) return std::nullopt;
    const bool is_held = at > 0 && Is(at - 1, "for|hold|holds|rest|pause|plank|about|-|to");
    if (is_held && Is(at + 1, "\"") && Touches(at + 1) && IsDoublePrime(at + 1))
      return Number{double(*minutes), at + 2};
    const auto seconds = WholeAt(at + 2);
    const bool is_clock = Is(at + 1, ":") && Touches(at + 1) && Touches(at + 2) && seconds &&
                          Word(at + 2).size() == 2 && *seconds < 60 && *minutes < 10 &&
                          !Is(at + 3, ":|am|pm|a|p");
    if (!is_clock) return std::nullopt;
    const bool has_unit = Is(at + 3, "min|mins|minute|minutes");
    if (!has_unit && !is_held) return std::nullopt;
    return Number{*minutes * 60.0 + *seconds, at + (has_unit ? 4 : 3)};
  }

  // The sign of seconds, which reads as a quotation mark; that, when it is closed, stands in pairs.
  bool IsDoublePrime(std::size_t at) const {
    const std::size_t length = tokens_.pieces[at].end - tokens_.pieces[at].begin;
    if (length == 1) return false;
    const auto before = std::span(tokens_.words).first(at);
    return std::ranges::count(before, "\"") % 2 == 0;
  }

  // One end of a range whose ends each have a unit: "30 seconds", "1 min 30 s", "half a minute".
  std::optional<Number> Duration(std::size_t at) const {
    if (const auto wordy = WordyDuration(at)) return wordy;
    if (const auto clock = ClockAt(at)) return clock;
    auto figure = NumberAt(at);
    if (!figure) return std::nullopt;
    if (const auto decimal = DecimalCommaAt(at); decimal && TimeAt(decimal->end)) figure = decimal;
    const auto unit = TimeAt(figure->end);
    if (!unit || IsDecade(at, figure->end) || IsOrdinal(figure->end, figure->value, at)) return std::nullopt;
    double seconds = figure->value * unit->factor;
    std::size_t end = unit->end;
    if (unit->factor >= 60) {
      if (const auto half = Reach(end, "and a half")) return Number{seconds + unit->factor / 2, *half};
    }
    if (unit->factor == 60) {
      const auto more = NumberAt(end + (Is(end, "and|,") ? 1 : 0));
      if (more && more->value < 60 && UnitAt(more->end) == Unit::kSecond) {
        seconds += more->value;
        end = more->end + 1;
      }
    }
    return Number{seconds, end};
  }

  // "1,5 min", as half of Europe writes it; not "in sets 1,5 and 6", which no unit follows, nor "1,500".
  std::optional<Number> DecimalCommaAt(std::size_t at) const {
    const auto whole = WholeAt(at);
    const auto tail = WholeAt(at + 2);
    const bool fits = whole && tail && Is(at + 1, ",") && Touches(at + 1) && Touches(at + 2) && *tail < 100 &&
                      Word(at + 2).size() < 3;
    if (!fits) return std::nullopt;
    return Number{*whole + *tail / (Word(at + 2).size() == 1 ? 10.0 : 100.0), at + 3};
  }

  // "people in their 30s"
  bool IsDecade(std::size_t at, std::size_t unit_at) const {
    return Word(unit_at) == "s" && Touches(unit_at) && at > 0 && Is(at - 1, "the|their|your|our|his|her|my");
  }

  // "the twenty second step": seconds in words want their plural.
  bool IsOrdinal(std::size_t unit_at, double value, std::size_t at) const {
    return Word(unit_at) == "second" && value > 1 && !OpensWithDigit(Word(at));
  }

  // "30-second", "10-to-15-second", "20- to 30-second": the figure, and the second one if any.
  std::size_t Adjective(std::size_t at) {
    const auto first = NumberAt(at);
    if (!first || !Is(first->end, "-")) return at;
    const std::size_t unit_at = first->end + 1;
    if (const auto unit = Is(unit_at, "rep|set") ? MeasureAt(unit_at) : TimeAt(unit_at)) {
      const double value = first->value * unit->factor;
      Emit(unit->kind, value, value, {at, unit->end}, first->end, true);
      return unit->end;
    }
    auto second_at = Reach(first->end, "- to|or -");
    if (!second_at) second_at = Reach(first->end, "- to|or");
    if (!second_at) second_at = unit_at;
    const auto second = NumberAt(*second_at);
    if (!second || !Is(second->end, "-")) return at;
    const auto unit = TimeAt(second->end + 1);
    if (!unit) return at;
    Emit(unit->kind, first->value * unit->factor, second->value * unit->factor, {at, unit->end}, second->end,
         true);
    return unit->end;
  }

  // Most words start none, and the readers below are not cheap.
  bool MayStart(std::size_t at) const {
    const std::string_view text = Word(at);
    return OpensWithDigit(text) || FractionSign(text) || IsOneOf(text, "a|an|half|set|sets") || WordValue(text);
  }

  // Reads a quantity at `at` and returns where to go on.
  std::size_t Read(std::size_t at) {
    if (!MayStart(at)) return at + 1;
    if (at > 0 && Is(at - 1, ":") && Touches(at)) return at + 1;  // "1:30 minutes"
    if (const std::size_t end = Adjective(at); end != at) return end;
    if (const auto vague = Reach(at, "a minute or two")) {
      Emit(QuantityKind::kSeconds, 60, 120, {at, *vague}, *vague);
      return *vague;
    }
    if (const auto first = Duration(at)) return ReadDuration(at, *first);
    if (Is(at, "set|sets") && Is(at + 1, "of")) return ReadSetOf(at + 2);
    const auto range = RangeAt(at);
    if (!range) return at + 1;
    const auto [first, last, end] = *range;
    const auto unit = MeasureAt(end);
    if (!unit || last < first || IsDecade(at, end) || IsOrdinal(end, last, at)) return NumberAt(at)->end;
    Emit(unit->kind, first * unit->factor, last * unit->factor, {at, unit->end}, end);
    if (unit->kind == QuantityKind::kSets && Is(unit->end, "of")) return ReadSetOf(unit->end + 1);
    return unit->end;
  }

  std::size_t ReadDuration(std::size_t at, const Number& first) {
    if (const auto behind = ConnectorAt(first.end, at)) {
      const auto second = Duration(*behind);
      if (second && second->value > first.value) {
        Emit(QuantityKind::kSeconds, first.value, second->value, {at, second->end}, second->end);
        return second->end;
      }
    }
    // The unit of a plain "30 seconds" is its last token; other durations are all figure.
    const auto number = NumberAt(at);
    const bool is_plain = number && number->end + 1 == first.end;
    Emit(QuantityKind::kSeconds, first.value, first.value, {at, first.end},
         is_plain ? number->end : first.end);
    return first.end;
  }

  // "… of twelve": repetitions, unless a unit says otherwise.
  std::size_t ReadSetOf(std::size_t at) {
    const auto range = RangeAt(at);
    if (!range) return at;
    const auto [first, last, end] = *range;
    const bool counts_things = MeasureAt(end).has_value() || Is(end, "-") || last < first;
    if (counts_things) return at;
    Emit(QuantityKind::kRepetitions, first, last, {at, end}, end);
    return end;
  }

  bool Precedes(const Quantity& quantity, const Phrase& pattern) const {
    for (std::size_t back = 1; back <= 4 && back <= quantity.tokens.begin; ++back) {
      if (Reach(quantity.tokens.begin - back, pattern) == quantity.tokens.begin) return true;
    }
    return false;
  }

  void SetBound(Quantity& quantity) const {
    const std::size_t end = quantity.tokens.end;
    if (Precedes(quantity, "at least") || Precedes(quantity, "no|not less|fewer than") ||
        Precedes(quantity, "a|the minimum of") || Reach(end, "or more|longer|over")) {
      quantity.bound = Bound::kAtLeast;
    } else if (Precedes(quantity, "up to") || Precedes(quantity, "at most") ||
               Precedes(quantity, "no|not more|longer than") || Precedes(quantity, "a|the maximum of") ||
               Reach(end, "or less|fewer|under") || Reach(end, "at most")) {
      quantity.bound = Bound::kAtMost;
    } else if (Precedes(quantity, "more|longer|less|fewer|shorter|other than") ||
               Precedes(quantity, "over|under|beyond|past|below|above|within")) {
      quantity.bound = Bound::kCompared;
    }
  }

  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> FindQuantities(const WordList& tokens) {
  return Finder(tokens).Run();
}

}  // namespace guidec
