// How much the programs may take that guidec runs on files that a stranger wrote. Whoever runs guidec may
// change a limit, as those of base/limits.h; no file of a workspace can.
#ifndef GUIDEC_BASE_TOOL_LIMITS_H_
#define GUIDEC_BASE_TOOL_LIMITS_H_

#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/limits.h"

namespace guidec {

struct ToolLimits {
  std::uint64_t memory = 4ULL << 30;  // bytes, with all that the program starts
  std::uint64_t output = 256 << 20;   // bytes that it prints
  std::uint64_t theme = 256 << 20;    // bytes of a theme's files together, which Typst is given
  // For each run, and from one line that is waited for to the next.
  std::chrono::seconds time{120};
};

struct ToolLimitSpec {
  std::string_view name;
  std::string_view summary;
  std::uint64_t ToolLimits::*value;
  std::uint64_t highest;
};

// The time is an option of its own.
inline constexpr ToolLimitSpec kToolLimits[] = {
    {"theme-size", "bytes of a theme's logo, fonts and templates", &ToolLimits::theme, 1 << 30},
    {"tool-memory", "bytes of memory for Pandoc, node or rsvg-convert", &ToolLimits::memory, 1ULL << 40},
    {"tool-output", "bytes that one of them may print", &ToolLimits::output, 1 << 30},
};

// Changes the limits of either kind that `settings` name, as SetLimits() does.
Result<void> SetLimits(std::string_view settings, Limits& limits, ToolLimits& tool_limits);

}  // namespace guidec

#endif  // GUIDEC_BASE_TOOL_LIMITS_H_
