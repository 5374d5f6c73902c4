#ifndef GUIDEC_CLI_LIMITS_H_
#define GUIDEC_CLI_LIMITS_H_

#include <boost/program_options/variables_map.hpp>

#include "base/limits.h"
#include "base/result.h"
#include "base/tool_limits.h"

namespace guidec {

// Takes GUIDEC_LIMITS, then `--limit`.
Result<void> SetLimits(const boost::program_options::variables_map& options, Limits& limits,
                       ToolLimits& tool_limits);

// What a command that runs gives the programs that it calls: its limits have been taken once without a fault.
ToolLimits ToolLimitsOf(const boost::program_options::variables_map& options);

}  // namespace guidec

#endif  // GUIDEC_CLI_LIMITS_H_
