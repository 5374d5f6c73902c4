#include "base/source_date.h"

#include <charconv>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

namespace guidec {

Result<std::optional<std::int64_t>> SourceDate() {
  constexpr std::int64_t kEndOfYear9999 = 253402300799;
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr) return std::nullopt;
  const std::string_view text = value;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > kEndOfYear9999) {
    return Failure(fmt::format("SOURCE_DATE_EPOCH is `{}`, which is no time in seconds since 1970", text),
                   "set it to digits alone, as `date +%s` prints them, or unset it");
  }
  return seconds;
}

}  // namespace guidec
