#include "cli/shard.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace guidec {
namespace {

constexpr std::size_t kMostShards = 100'000;

std::optional<std::size_t> NumberIn(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::size_t> NumberOf(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? std::nullopt : NumberIn(value);
}

std::optional<Shard> ShardIn(std::optional<std::size_t> number, std::optional<std::size_t> count) {
  if (!number || !count || *number < 1 || *number > *count || *count > kMostShards) return std::nullopt;
  return Shard{*number, *count};
}

Result<Shard> ShardOfMachine() {
  if (const auto shard = ShardIn(NumberOf("CI_NODE_INDEX"), NumberOf("CI_NODE_TOTAL"))) return *shard;
  auto index = NumberOf("JOB_COMPLETION_INDEX");
  if (index) ++*index;
  if (const auto shard = ShardIn(index, NumberOf("JOB_COMPLETIONS"))) return *shard;
  return Failure(
      "--shard ci finds neither CI_NODE_INDEX and CI_NODE_TOTAL nor JOB_COMPLETION_INDEX and JOB_COMPLETIONS",
      "set `parallel` in GitLab or JOB_COMPLETIONS in the job's template, or write --shard K/N");
}

}  // namespace

Result<Shard> ShardOf(const boost::program_options::variables_map& options) {
  if (!options.contains("shard")) return Shard{};
  const std::string& text = options["shard"].as<std::string>();
  if (text == "ci") return ShardOfMachine();
  const std::size_t slash = std::min(text.find('/'), text.size());
  const std::string_view after = std::string_view(text).substr(std::min(slash + 1, text.size()));
  if (const auto shard = ShardIn(NumberIn(std::string_view(text).substr(0, slash)), NumberIn(after)))
    return *shard;
  return Failure(fmt::format("--shard wants K/N, and `{}` is none", text),
                 fmt::format("K goes from 1 to N, and N up to {}: --shard 2/5", kMostShards));
}

}  // namespace guidec
