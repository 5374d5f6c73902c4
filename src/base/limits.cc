#include "base/limits.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/tool_limits.h"

namespace guidec {
namespace {

Result<std::uint64_t> ValueOf(std::string_view name, std::string_view digits, std::uint64_t highest) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 1 || value > highest) {
    return Failure(fmt::format("limit `{}` cannot be `{}`", name, digits),
                   fmt::format("write `{}=N`, with N from 1 to {}", name, highest));
  }
  return value;
}

Result<void> SetLimit(std::string_view setting, Limits& limits, ToolLimits& tool_limits) {
  const std::size_t sign = std::min(setting.find('='), setting.size());
  const std::string_view name = setting.substr(0, sign);
  const std::string_view digits = setting.substr(std::min(sign + 1, setting.size()));
  const auto set = [&](const auto& spec, auto& into) -> Result<void> {
    const auto value = ValueOf(name, digits, spec.highest);
    if (!value) return tl::unexpected(value.error());
    into.*spec.value = *value;
    return {};
  };
  std::vector<std::string_view> names;
  for (const LimitSpec& known : kLimits) {
    if (known.name == name) return set(known, limits);
    names.push_back(known.name);
  }
  for (const ToolLimitSpec& known : kToolLimits) {
    if (known.name == name) return set(known, tool_limits);
    names.push_back(known.name);
  }
  return Failure(fmt::format("there is no limit `{}`", name),
                 fmt::format("limits are {}", fmt::join(names, ", ")));
}

}  // namespace

std::string TextOf(const Limits& limits) {
  std::vector<std::string> settings;
  for (const LimitSpec& limit : kLimits)
    settings.push_back(fmt::format("{}={}", limit.name, limits.*limit.value));
  return fmt::format("{}", fmt::join(settings, ","));
}

Result<void> SetLimits(std::string_view settings, Limits& limits, ToolLimits& tool_limits) {
  while (!settings.empty()) {
    const std::size_t end = std::min(settings.find(','), settings.size());
    if (auto set = SetLimit(settings.substr(0, end), limits, tool_limits); !set) return set;
    settings.remove_prefix(std::min(end + 1, settings.size()));
  }
  return {};
}

Result<void> SetLimits(std::string_view settings, Limits& limits) {
  ToolLimits none;
  return SetLimits(settings, limits, none);
}

}  // namespace guidec
