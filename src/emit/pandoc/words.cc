#include "emit/pandoc/words.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace guidec::words {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

int Number(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string_view Licence(std::string_view language) {
  return language == "en-US" ? "License" : "Licence";
}

std::string Date(std::string_view iso, std::string_view language) {
  const int month = iso.size() == 10 ? Number(iso.substr(5, 2)) : 0;
  if (month < 1 || month > 12) return std::string(iso);
  const std::string_view name = kMonths[static_cast<std::size_t>(month - 1)];
  const int day = Number(iso.substr(8));
  const int year = Number(iso.substr(0, 4));
  return language == "en-US" ? fmt::format("{} {}, {}", name, day, year)
                             : fmt::format("{} {} {}", day, name, year);
}

}  // namespace guidec::words
