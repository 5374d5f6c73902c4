#include "cli/shard.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "unit/cli/workbench.h"

namespace guidec {
namespace shard_test {

namespace po = boost::program_options;

Result<Shard> ShardIn(const std::vector<std::string>& words) {
  constexpr OptionSpec kOptions[] = {kShardOption};
  po::variables_map values;
  po::store(po::command_line_parser(words).options(DescriptionOf(kOptions)).run(), values);
  return ShardOf(values);
}

// "2 of 5"; `none` where there is no such shard.
std::string Told(const Result<Shard>& shard) {
  return shard ? fmt::format("{} of {}", shard->number, shard->count) : "none";
}

TEST_CASE("a shard is a number out of a count") {
  CHECK(Told(ShardIn({})) == "1 of 1");
  for (const auto& [text, expected] : std::vector<std::pair<std::string, std::string>>{
           {"1/1", "1 of 1"},
           {"2/5", "2 of 5"},
           {"5/5", "5 of 5"},
           {"12/34", "12 of 34"},
           {"100000/100000", "100000 of 100000"},
           {"1/100000", "1 of 100000"},
           {"1/100001", "none"},
           {"6/5", "none"},
           {"0/5", "none"},
           {"0/0", "none"},
           {"/", "none"},
           {"3", "none"},
           {"3/", "none"},
           {"/3", "none"},
           {"1/2/3", "none"},
           {"1 /2", "none"},
           {"1/2 ", "none"},
           {" 1/2", "none"},
           {"+1/2", "none"},
           {"-1/2", "none"},
           {"1/-2", "none"},
           {"a/b", "none"},
           {"1/99999999999999999999", "none"},
           {"99999999999999999999/1", "none"},
       }) {
    INFO(text);
    CHECK(Told(ShardIn({"--shard=" + text})) == expected);
  }
  const auto wrong = ShardIn({"--shard", "6/5"});
  CHECK(wrong.error().message == "--shard wants K/N, and `6/5` is none");
  CHECK(wrong.error().hint == "K goes from 1 to N, and N up to 100000: --shard 2/5");
}

TEST_CASE("a machine's shard counts from 1 in GitLab and from 0 in Kubernetes") {
  const auto of_machine = [](const char* node, const char* total, const char* index,
                             const char* completions) {
    const Variable variables[] = {{"CI_NODE_INDEX", node},
                                  {"CI_NODE_TOTAL", total},
                                  {"JOB_COMPLETION_INDEX", index},
                                  {"JOB_COMPLETIONS", completions}};
    return Told(ShardIn({"--shard", "ci"}));
  };
  CHECK(of_machine("2", "7", nullptr, nullptr) == "2 of 7");
  CHECK(of_machine("7", "7", nullptr, nullptr) == "7 of 7");
  CHECK(of_machine("1", "1", "4", "6") == "1 of 1");
  CHECK(of_machine(nullptr, nullptr, "0", "6") == "1 of 6");
  CHECK(of_machine(nullptr, nullptr, "5", "6") == "6 of 6");
  CHECK(of_machine("8", "7", "4", "6") == "5 of 6");
  CHECK(of_machine(nullptr, "7", "4", "6") == "5 of 6");
  CHECK(of_machine("2", nullptr, "4", "6") == "5 of 6");
  CHECK(of_machine(nullptr, nullptr, "6", "6") == "none");
  CHECK(of_machine(nullptr, nullptr, "x", "6") == "none");
  CHECK(of_machine(nullptr, nullptr, nullptr, "6") == "none");
  CHECK(of_machine(nullptr, nullptr, "4", nullptr) == "none");
  CHECK(of_machine("", "", "", "") == "none");
}

TEST_CASE("the shards together are all, each part in one") {
  const std::vector<int> all = {0, 1, 2, 3, 4, 5, 6};
  CHECK(PartOf({1, 3}, all) == std::vector{0, 3, 6});
  CHECK(PartOf({2, 3}, all) == std::vector{1, 4});
  CHECK(PartOf({3, 3}, all) == std::vector{2, 5});
  CHECK(PartOf({1, 1}, all) == all);
  CHECK(PartOf({8, 9}, all).empty());
}

}  // namespace shard_test
}  // namespace guidec
