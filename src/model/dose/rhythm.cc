#include "model/dose/rhythm.h"

#include <utility>

namespace guidec {

std::optional<Matched<Count>> RhythmReader::FiguresAt(std::size_t at) const {
  const auto range = RangeAt(at);
  if (!range || !range->IsWhole()) return std::nullopt;
  return Matched<Count>{{static_cast<int>(range->first), static_cast<int>(range->last)}, at, range->end};
}

std::optional<Matched<Interval>> RhythmReader::PeriodAt(std::size_t at) const {
  for (const auto& [adverb, unit] : {std::pair("daily", Unit::kDay), std::pair("weekly", Unit::kWeek),
                                     std::pair("monthly", Unit::kMonth)}) {
    if (Word(at) == adverb) return Matched<Interval>{{1, unit}, at, at + 1};
    const bool is_one = Is(at, "a|per|each|every") && Word(at + 1) == NameOf(unit);
    if (is_one) return Matched<Interval>{{1, unit}, at, at + 2};
  }
  return std::nullopt;
}

std::optional<Matched<Times>> RhythmReader::TimesAt(std::size_t at) const {
  if (Is(at, "once") && Is(at + 1, "or|to") && Is(at + 2, "twice")) {
    return Matched<Times>{{{1, 2}}, at, at + 3};
  }
  if (Is(at, "once")) return Matched<Times>{{{1, 1}}, at, at + 1};
  if (Is(at, "twice")) return Matched<Times>{{{2, 2}}, at, at + 1};
  const auto figures = FiguresAt(at);
  if (!figures) return std::nullopt;
  const auto unit = UnitAt(figures->end);
  if (unit != Unit::kTime && unit != Unit::kSession && unit != Unit::kDay) return std::nullopt;
  return Matched<Times>{{figures->value, unit == Unit::kDay}, at, figures->end + 1};
}

std::optional<Matched<Frequency>> RhythmReader::RhythmAt(std::size_t at) const {
  const auto once_in = [&](const Interval& period, std::size_t end) {
    return Matched<Frequency>{{{1, 1}, false, period}, at, end};
  };
  if (const auto end = Reach(at, "every other|second day|week")) {
    return once_in({2, *UnitAt(*end - 1)}, *end);
  }
  if (const auto end = Reach(at, "every|each morning|evening|night")) return once_in({1, Unit::kDay}, *end);
  const auto period = PeriodAt(at);
  if (period && !Is(at, "a|per")) return once_in(period->value, period->end);
  const auto figures = Is(at, "every") ? FiguresAt(at + 1) : std::nullopt;
  const bool is_one = figures && figures->value.min == figures->value.max;
  if (!is_one || figures->value.min < 1 || figures->value.max > 31) return std::nullopt;
  if (!Is(figures->end, "days|weeks")) return std::nullopt;
  return once_in({figures->value.min, *UnitAt(figures->end)}, figures->end + 1);
}

std::optional<Matched<Frequency>> RhythmReader::FrequencyAt(std::size_t at) const {
  if (auto rhythm = RhythmAt(at)) return rhythm;
  const auto times = TimesAt(at);
  const auto period = times ? PeriodAt(times->end) : std::nullopt;
  if (!period) return std::nullopt;
  const auto [min, max] = times->value.value;
  const Unit unit = period->value.unit;
  const int most = !times->value.is_days ? 99 : unit == Unit::kDay ? 1 : unit == Unit::kWeek ? 7 : 31;
  if (min < 1 || max < min || max > most) return std::nullopt;
  return Matched<Frequency>{{times->value.value, times->value.is_days, period->value}, at, period->end};
}

}  // namespace guidec
