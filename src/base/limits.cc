#include "base/limits.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace guidec {
namespace {

Result<void> SetLimit(std::string_view setting, Limits& limits) {
  const std::size_t sign = std::min(setting.find('='), setting.size());
  const std::string_view name = setting.substr(0, sign);
  const auto* limit = std::ranges::find(kLimits, name, &LimitSpec::name);
  if (limit == std::end(kLimits)) {
    std::vector<std::string_view> names;
    for (const LimitSpec& known : kLimits) names.push_back(known.name);
    return Failure(fmt::format("there is no limit `{}`", name),
                   fmt::format("limits are {}", fmt::join(names, ", ")));
  }
  const std::string_view digits = setting.substr(std::min(sign + 1, setting.size()));
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 1 || value > limit->highest) {
    return Failure(fmt::format("limit `{}` cannot be `{}`", name, digits),
                   fmt::format("write `{}=N`, with N from 1 to {}", name, limit->highest));
  }
  limits.*limit->value = value;
  return {};
}

}  // namespace

std::string TextOf(const Limits& limits) {
  std::vector<std::string> settings;
  for (const LimitSpec& limit : kLimits)
    settings.push_back(fmt::format("{}={}", limit.name, limits.*limit.value));
  return fmt::format("{}", fmt::join(settings, ","));
}

Result<void> SetLimits(std::string_view settings, Limits& limits) {
  while (!settings.empty()) {
    const std::size_t end = std::min(settings.find(','), settings.size());
    if (auto set = SetLimit(settings.substr(0, end), limits); !set) return set;
    settings.remove_prefix(std::min(end + 1, settings.size()));
  }
  return {};
}

}  // namespace guidec
