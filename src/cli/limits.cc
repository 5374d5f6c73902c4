#include "cli/limits.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace guidec {

namespace po = boost::program_options;

Result<void> SetLimits(const po::variables_map& options, Limits& limits, ToolLimits& tool_limits) {
  if (const char* settings = std::getenv("GUIDEC_LIMITS")) {
    if (auto set = SetLimits(settings, limits, tool_limits); !set) {
      return Failure("GUIDEC_LIMITS: " + set.error().message, set.error().hint);
    }
  }
  if (!options.contains("limit")) return {};
  for (const std::string& settings : options["limit"].as<std::vector<std::string>>()) {
    if (auto set = SetLimits(settings, limits, tool_limits); !set) return set;
  }
  return {};
}

ToolLimits ToolLimitsOf(const po::variables_map& options) {
  Limits limits;
  ToolLimits tool_limits;
  (void)SetLimits(options, limits, tool_limits);
  return tool_limits;
}

}  // namespace guidec
