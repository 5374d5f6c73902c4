#ifndef GUIDEC_TEXT_CALENDAR_H_
#define GUIDEC_TEXT_CALENDAR_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace guidec {

using Day = std::chrono::year_month_day;

// "2026-11-22"; nothing when it is written otherwise. `ok()` tells whether the calendar has the day.
std::optional<Day> ReadDay(std::string_view text);
std::string WriteDay(const Day& day);

// The same day that many months on, or that month's last.
Day AddMonths(Day day, int months);

}  // namespace guidec

#endif  // GUIDEC_TEXT_CALENDAR_H_
