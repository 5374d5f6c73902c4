// Both readers look for one short form at a time. What is written in another way is no mistake; a
// problem is a figure that no week or scale has, or a word that would be understood with a letter
// changed.
#include "model/dose/frequency.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "model/dose/rhythm.h"
#include "text/nearest.h"
#include "text/tokens.h"

namespace guidec {
namespace {

constexpr std::string_view kPeriodWords = "day|days|week|weeks|month|months|daily|weekly|monthly";
// What a frequency may open with.
constexpr std::string_view kOpening = "on|about|around|do|it|this|them|for|exercise|repeat";

constexpr std::string_view kRunsDownwards = "`{0}` runs downwards; give the smaller number first";

class Cursor : public RhythmReader {
 public:
  Cursor(const WordList& tokens, std::string_view text) : RhythmReader(tokens), text_(text) {}

  Piece PieceOf(std::size_t begin, std::size_t end) const { return tokens_.PieceOf(begin, end); }
  // `form` says `{0}` for the words of the tokens [begin, end).
  ReadingProblem ProblemAt(std::size_t begin, std::size_t end, std::string_view form) const {
    const Piece piece = PieceOf(begin, end);
    return {piece, fmt::format(fmt::runtime(form), text_.substr(piece.begin, piece.end - piece.begin))};
  }

 private:
  std::string_view text_;
};

// A second figure or span of time makes the whole something else than the first says.
bool IsPlain(const Cursor& cursor, std::size_t from) {
  for (std::size_t at = from; at < cursor.size(); ++at) {
    if (cursor.Is(at, kPeriodWords) || cursor.Is(at, "or|then|once|twice") || cursor.NumberAt(at))
      return false;
  }
  return true;
}

// More days than a week or a month has, a range upside down, no time at all.
std::optional<ReadingProblem> ProblemOf(const Cursor& cursor, const Matched<Times>& times, Unit period) {
  const auto problem = [&](std::string_view form) { return cursor.ProblemAt(times.begin, times.end, form); };
  const Count value = times.value.value;
  if (value.min > value.max) return problem(kRunsDownwards);
  if (value.max < 1 || value.max > 99) return problem("nobody exercises `{0}`; correct the number");
  const int days = period == Unit::kDay ? 1 : period == Unit::kWeek ? 7 : 31;
  if (!times.value.is_days || value.max <= days) return std::nullopt;
  return problem(fmt::format("a {} has no {} days; correct the number", NameOf(period), value.max));
}

Reading<Frequency> ReadAt(const Cursor& cursor, std::size_t at) {
  if (const auto rhythm = cursor.RhythmAt(at)) {
    if (IsPlain(cursor, rhythm->end)) return {rhythm->value, {}};
    return {};
  }
  const auto times = cursor.TimesAt(at);
  if (!times) return {};
  const auto period = cursor.PeriodAt(times->end);
  if (!period) {
    if (times->end < cursor.size() || times->value.is_days) return {};
    return {
        {},
        cursor.ProblemAt(times->begin, times->end, "nothing says in which time; add `a day` or `a week`")};
  }
  if (auto problem = ProblemOf(cursor, *times, period->value.unit)) return {{}, std::move(problem)};
  if (!IsPlain(cursor, period->end)) return {};
  return {Frequency{times->value.value, times->value.is_days, period->value}, {}};
}

Reading<Frequency> ReadPlainly(std::string_view text) {
  const WordList tokens = Tokens(text);
  const Cursor cursor(tokens, text);
  std::size_t at = 0;
  while (cursor.Is(at, kOpening)) ++at;
  return ReadAt(cursor, at);
}

// A word that would make a frequency of the text if it were the one that it is next to.
std::optional<ReadingProblem> Misspelling(std::string_view text) {
  static constexpr std::array<std::string_view, 18> kWords = {
      "daily", "weekly", "monthly", "once",  "twice", "times",   "every",   "each", "day",
      "days",  "week",   "weeks",   "month", "other", "morning", "evening", "per",  "session"};
  const WordList tokens = Tokens(text);
  const Cursor cursor(tokens, text);
  for (std::size_t at = 0; at < cursor.size(); ++at) {
    const std::string word(cursor.Word(at));
    if (word.size() < 3 || std::ranges::find(kWords, word) != kWords.end()) continue;
    const auto nearest = Nearest(word, kWords);
    if (!nearest || EditDistance(word, *nearest) > 1 + word.size() / 5) continue;
    const Piece piece = cursor.PieceOf(at, at + 1);
    std::string corrected(text);
    corrected.replace(piece.begin, piece.end - piece.begin, *nearest);
    if (!ReadPlainly(corrected).meaning) continue;
    return ReadingProblem{
        piece, fmt::format("`{}` is no word for how often; did you mean `{}`?", word, *nearest), *nearest};
  }
  return std::nullopt;
}

// "RPE", "rate of perceived exertion", "effort": what is graded by points.
std::optional<std::size_t> EffortAt(const Cursor& cursor, std::size_t at) {
  auto end = cursor.Reach(at, "rpe|borg|effort");
  if (!end) end = cursor.Reach(at, "perceived exertion");
  while (end && cursor.Is(*end, "of|level")) ++*end;
  return end;
}

// The greatest number of the scale that the text names: "of 10", "/ 10", "on a 0-10 scale", "6-20".
std::optional<int> ScaleIn(const Cursor& cursor, std::size_t behind) {
  if (cursor.Reach(behind, "out? of|/ 10")) return 10;
  if (cursor.Reach(behind, "out? of|/ 20")) return 20;
  for (std::size_t at = 0; at < cursor.size(); ++at) {
    if (cursor.Reach(at, "0|1 -|to 10")) return 10;
    if (cursor.Reach(at, "6 -|to 20")) return 20;
  }
  return std::nullopt;
}

Reading<Intensity> Graded(const Cursor& cursor, const Matched<Count>& figures, std::size_t at) {
  const auto problem = [&](std::string_view form) {
    return Reading<Intensity>{{}, cursor.ProblemAt(at, figures.end, form)};
  };
  const auto [min, max] = figures.value;
  if (min > max) return problem(kRunsDownwards);
  const auto named = ScaleIn(cursor, figures.end);
  if (!named && min >= 6 && max <= 10) {
    return problem(
        "an effort of `{0}` is hard on the scale from 0 to 10 and light on the one from 6 to 20; write "
        "`{0} of 10` or `{0} of 20`");
  }
  const bool is_ten = named ? *named == 10 : max <= 10;
  if (is_ten && max > 10) return problem("`{0}` is not on the scale from 0 to 10; correct the number");
  if (!is_ten && (min < 6 || max > 20)) {
    return problem("`{0}` is not on the scale from 6 to 20; correct the number");
  }
  return {Intensity{is_ten ? Scale::kEffort10 : Scale::kEffort20, figures.value}, {}};
}

std::optional<Scale> PercentOf(const Cursor& cursor, std::size_t at) {
  while (cursor.Is(at, "of|your|the|a")) ++at;
  static constexpr Phrase kMaximums[] = {"1 rm", "1 - rm", "one|1 -? rep|repetition -? max|maximum"};
  for (const Phrase& pattern : kMaximums) {
    if (cursor.Reach(at, pattern)) return Scale::kRepetitionMaximum;
  }
  if (cursor.Reach(at, "heart rate reserve") || cursor.Is(at, "hrr")) return Scale::kHeartRateReserve;
  if (cursor.Reach(at, "max|maximum|maximal heart rate") || cursor.Is(at, "hrmax"))
    return Scale::kHeartRateMaximum;
  return std::nullopt;
}

Reading<Intensity> Percent(const Cursor& cursor, const Matched<Count>& figures, std::size_t at) {
  const auto scale = PercentOf(cursor, figures.end + 1);
  if (!scale) return {};
  const auto [min, max] = figures.value;
  const bool is_part = min >= 1 && max <= 100;
  if (min <= max && is_part) return {Intensity{*scale, figures.value}, {}};
  return {{},
          cursor.ProblemAt(at, figures.end + 1,
                           min > max ? kRunsDownwards : "`{0}` is no part of a maximum; correct the number")};
}

}  // namespace

std::string IsoPeriod(const Frequency& frequency) {
  const auto [count, unit] = frequency.period;
  return fmt::format("P{}{}", count, unit == Unit::kDay ? 'D' : unit == Unit::kWeek ? 'W' : 'M');
}

std::optional<Count> SessionsAWeek(const Frequency& frequency) {
  const Count times = frequency.times;
  if (frequency.period == Interval{1, Unit::kWeek}) return times;
  if (frequency.period == Interval{1, Unit::kDay}) return Count{times.min * 7, times.max * 7};
  return std::nullopt;
}

Reading<Frequency> ReadFrequency(std::string_view text) {
  Reading<Frequency> reading = ReadPlainly(text);
  if (!reading.meaning && !reading.problem) reading.problem = Misspelling(text);
  return reading;
}

std::string_view ScaleName(Scale scale) {
  static constexpr std::array<std::string_view, 5> kNames = {"effort-0-10", "effort-6-20", "percent-1rm",
                                                             "percent-heart-rate-maximum",
                                                             "percent-heart-rate-reserve"};
  return kNames[static_cast<std::size_t>(scale)];
}

Reading<Intensity> ReadIntensity(std::string_view text) {
  const WordList tokens = Tokens(text);
  const Cursor cursor(tokens, text);
  for (std::size_t at = 0; at < cursor.size(); ++at) {
    if (const auto behind = EffortAt(cursor, at)) {
      if (const auto figures = cursor.FiguresAt(*behind)) return Graded(cursor, *figures, *behind);
    }
    const auto figures = cursor.FiguresAt(at);
    if (figures && cursor.Is(figures->end, "%|percent")) return Percent(cursor, *figures, at);
  }
  return {};
}

Reading<HoldEnd> ReadHoldEnd(std::string_view text) {
  for (const Quantity& quantity : FindQuantities(Tokens(text))) {
    if (quantity.kind != QuantityKind::kSeconds || quantity.bound == Bound::kCompared) continue;
    return {HoldEnd{quantity.max, std::string(text.substr(quantity.begin, quantity.end - quantity.begin))},
            {}};
  }
  return {};
}

}  // namespace guidec
