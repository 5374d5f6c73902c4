#ifndef GUIDEC_CLI_CACHE_H_
#define GUIDEC_CLI_CACHE_H_

#include "cache/cache.h"
#include "cli/command.h"

namespace guidec {

// The cache that the environment names (cache/cache.h); off with kNoCacheOption.
Result<Cache> OpenCache(const boost::program_options::variables_map& options, Cli& cli);

}  // namespace guidec

#endif  // GUIDEC_CLI_CACHE_H_
