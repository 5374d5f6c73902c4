// A part of the work, where a large library is spread over machines.
#ifndef GUIDEC_CLI_SHARD_H_
#define GUIDEC_CLI_SHARD_H_

#include <cstddef>
#include <vector>

#include "cli/command.h"

namespace guidec {

struct Shard {
  std::size_t number = 1;  // from 1 to `count`
  std::size_t count = 1;

  bool Holds(std::size_t index) const { return index % count == number - 1; }
};

inline constexpr OptionSpec kShardOption = {
    .name = "shard",
    .takes = Takes::kText,
    .value_name = "K/N",
    .summary =
        "do the K-th of N parts of the work; `ci` takes both from GitLab's CI_NODE_INDEX and "
        "CI_NODE_TOTAL, or from the JOB_COMPLETION_INDEX of a Kubernetes job and JOB_COMPLETIONS, "
        "which the job's template has to set"};

// What --shard asks for; all of the work without it.
Result<Shard> ShardOf(const boost::program_options::variables_map& options);

// The shard's part of `parts`, which are in an order that every machine finds the same.
template <class T>
std::vector<T> PartOf(const Shard& shard, std::vector<T> parts) {
  std::vector<T> part;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (shard.Holds(i)) part.push_back(std::move(parts[i]));
  }
  return part;
}

}  // namespace guidec

#endif  // GUIDEC_CLI_SHARD_H_
