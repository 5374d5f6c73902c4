#include "cli/progress.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>

#include <fmt/format.h>

#include "base/standard_streams.h"
#include "render/place.h"

namespace guidec {

std::string HumanTime(std::chrono::seconds time) {
  const auto up = [&](std::chrono::seconds unit) { return (time + unit - std::chrono::seconds(1)) / unit; };
  if (time < std::chrono::minutes(2)) return fmt::format("{} s", time.count());
  if (time < std::chrono::hours(2)) return fmt::format("{} min", up(std::chrono::minutes(1)));
  return fmt::format("{} h", up(std::chrono::hours(1)));
}

std::chrono::seconds TimeLeft(std::chrono::milliseconds elapsed, double done, double total) {
  const double left = static_cast<double>(elapsed.count()) / 1000 * (total - done) / done;
  return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(left)));
}

ProgressLine::ProgressLine()
    : is_terminal_(::isatty(STDERR_FILENO) == 1), start_(std::chrono::steady_clock::now()) {}

void ProgressLine::Show(std::string_view what, std::size_t done, std::size_t total, double share) {
  using std::chrono::milliseconds;
  const auto now = std::chrono::steady_clock::now();
  const auto elapsed = std::chrono::duration_cast<milliseconds>(now - start_);
  if (!is_terminal_ || elapsed < milliseconds(500)) return;
  if (is_shown_ && done == shown_done_ && now - shown_ < milliseconds(100)) return;
  const std::string left = share > 0 && share < 1 && elapsed >= milliseconds(2000)
                               ? fmt::format(", {} left", HumanTime(TimeLeft(elapsed, share, 1)))
                               : "";
  const std::string count =
      total == 1 ? fmt::format("{:.0f} %", 100 * share) : fmt::format("{}/{}", done, total);
  Say("\r\x1b[K[{}] {}{}", count, Printable(what), left);
  (void)std::fflush(stderr);
  is_shown_ = true;
  shown_ = now;
  shown_done_ = done;
}

void ProgressLine::Clear() {
  if (is_shown_) Say("\r\x1b[K");
  is_shown_ = false;
}

}  // namespace guidec
