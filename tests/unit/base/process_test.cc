#include <chrono>

#include "base/process.h"

#include <catch2/catch.hpp>

#include "base/hash.h"

namespace guidec {
namespace {

TEST_CASE("a program gets its input and gives both its outputs and its status") {
  Processes processes;
  const auto finished = processes.Run({.argv = {"sh", "-c", "cat; echo oops >&2; exit 3"}, .input = "in"});
  REQUIRE(finished);
  CHECK(finished->out == "in");
  CHECK(finished->err == "oops\n");
  CHECK(finished->status == 3);
}

TEST_CASE("lines are told as they come, and only whole ones") {
  Processes processes;
  std::vector<std::string> lines;
  const auto finished = processes.Run({.argv = {"printf", "one\\ntwo\\nrest"},
                                       .on_line = [&](std::string_view line) { lines.emplace_back(line); }});
  REQUIRE(finished);
  CHECK(lines == std::vector<std::string>{"one", "two"});
}

TEST_CASE("the time limit counts from the last line that is waited for") {
  Processes impatient(std::chrono::seconds(2));
  const std::vector<std::string> slow = {"sh", "-c", "for i in 1 2 3; do sleep 0.9; echo $i; done"};
  CHECK(impatient.Run({.argv = slow, .on_line = [](std::string_view) {}}));
  CHECK_FALSE(impatient.Run({.argv = slow}));
}

TEST_CASE("more than a pipe holds goes through, in both directions") {
  Processes processes;
  const std::string large(3'000'000, 'x');
  const auto finished = processes.Run({.argv = {"cat"}, .input = large});
  REQUIRE(finished);
  CHECK(finished->out == large);
}

TEST_CASE("a program that ignores its input is no failure") {
  Processes processes;
  const auto finished = processes.Run({.argv = {"true"}, .input = std::string(1'000'000, 'x')});
  REQUIRE(finished);
  CHECK(finished->status == 0);
}

TEST_CASE("folder and environment are those asked for") {
  Processes processes;
  const auto finished = processes.Run({.argv = {"sh", "-c", "pwd; echo $GUIDEC_TEST"},
                                       .directory = "/",
                                       .environment = {{"GUIDEC_TEST", "yes"}}});
  REQUIRE(finished);
  CHECK(finished->out == "/\nyes\n");
}

TEST_CASE("a missing program, an overrun and a signal are told apart") {
  Processes processes;
  const auto missing = processes.Run({.argv = {"guidec-no-such-program"}});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().message == "`guidec-no-such-program` is not installed or not in PATH");

  Processes impatient(std::chrono::seconds(1));
  const auto overrun = impatient.Run({.argv = {"sleep", "30"}});
  REQUIRE_FALSE(overrun);
  CHECK(overrun.error().message == "`sleep` did not finish within 1 s and was ended");

  // Its outputs are closed early, yet it stays.
  CHECK_FALSE(impatient.Run({.argv = {"sh", "-c", "exec >&- 2>&-; sleep 30"}}));

  const auto killed = processes.Run({.argv = {"sh", "-c", "kill -9 $$"}});
  REQUIRE(killed);
  CHECK(killed->status == 128 + 9);
}

TEST_CASE("SHA-256 of a known text") {
  // FIPS 180-2, appendix B.1.
  CHECK(Sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace guidec
