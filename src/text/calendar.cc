#include "text/calendar.h"

#include <charconv>
#include <cstddef>

#include <fmt/format.h>

namespace guidec {
namespace {

std::optional<unsigned> ReadNumber(std::string_view text) {
  unsigned number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<Day> ReadDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = ReadNumber(text.substr(0, 4));
  const auto month = ReadNumber(text.substr(5, 2));
  const auto day = ReadNumber(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return Day{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month), std::chrono::day(*day)};
}

std::string WriteDay(const Day& day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

Day AddMonths(Day day, int months) {
  day += std::chrono::months(months);
  return day.ok() ? day : day.year() / day.month() / std::chrono::last;
}

}  // namespace guidec
