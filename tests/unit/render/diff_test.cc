// What the diff says, and that `git apply` and `patch` make the new text of the old with it.
#include "render/diff.h"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace diff_test {

namespace fs = std::filesystem;

std::string Diff(const std::string& before, const std::string& after) {
  return UnifiedDiff(std::vector<Rewrite>{{"a.yaml", before, after}});
}

std::string Numbers(int from, int to, const std::string& end = "\n") {
  std::string text;
  for (int i = from; i <= to; ++i) text += std::to_string(i) + end;
  return text;
}

TEST_CASE("a diff shows changes with three lines around them") {
  CHECK(Diff("a\n", "a\n") == "");
  CHECK(Diff("", "") == "");
  CHECK(Diff("a\n", "b\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-a\n+b\n");
  CHECK(Diff("", "a\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1 @@\n+a\n");
  CHECK(Diff("a\n", "") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +0,0 @@\n-a\n");
  CHECK(Diff(Numbers(1, 9), Numbers(1, 4) + "five\n" + Numbers(6, 9)) ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(Diff(Numbers(1, 5), "0\n" + Numbers(1, 5)) ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n");
}

TEST_CASE("changes that share context share a hunk") {
  const auto hunks = [](const std::string& diff) {
    std::size_t count = 0;
    for (std::size_t at = diff.find("\n@@ "); at != std::string::npos; at = diff.find("\n@@ ", at + 1))
      ++count;
    return count;
  };
  CHECK(hunks(Diff("x\n" + Numbers(1, 6) + "x\n", "y\n" + Numbers(1, 6) + "y\n")) == 1);
  CHECK(hunks(Diff("x\n" + Numbers(1, 7) + "x\n", "y\n" + Numbers(1, 7) + "y\n")) == 2);
}

TEST_CASE("a missing line end is said, on either side") {
  CHECK(Diff("a", "b\n") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n");
  CHECK(Diff("a\n", "a") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n");
  CHECK(Diff("a\nb", "c\nb") ==
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n");
}

TEST_CASE("paths are written as Git writes them") {
  const auto header = [](const char* path) {
    const std::string diff = UnifiedDiff(std::vector<Rewrite>{{path, "a\n", "b\n"}});
    return diff.substr(0, diff.find('\n'));
  };
  CHECK(header("sources/a.yaml") == "--- a/sources/a.yaml");
  CHECK(header("/home/a.yaml") == "--- a/home/a.yaml");
  CHECK(header("my guide.yaml") == "--- a/my guide.yaml\t");
  CHECK(header("\xC3\xBC.yaml") == "--- a/\xC3\xBC.yaml");
  CHECK(header("a\"b\\c\n.yaml") == "--- \"a/a\\\"b\\\\c\\012.yaml\"");
  CHECK(header("//a.yaml") == "--- a/a.yaml");
  CHECK(header("a\x1F\x7F.yaml") == "--- \"a/a\\037\\177.yaml\"");
  CHECK(header("\xC3\xBC\".yaml") == "--- \"a/\xC3\xBC\\\".yaml\"");
  CHECK(header("a\tb.yaml") == "--- \"a/a\\011b.yaml\"");
  CHECK(header("a \"b") == "--- \"a/a \\\"b\"");
  // What nobody would see is written out, and then so is all that is not ASCII.
  CHECK(header("\xC3\xBC\xE2\x80\xAE~.yaml") == "--- \"a/\\303\\274\\342\\200\\256~.yaml\"");
  CHECK(UnifiedDiff(std::vector<Rewrite>{{"a", "1\n", "2\n"}, {"b", "1\n", "1\n"}, {"c d", "1\n", "2\n"}}) ==
        "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n+2\n--- a/c d\t\n+++ b/c d\t\n@@ -1 +1 @@\n-1\n+2\n");
}

// A text and a neighbour of it, with few different lines so that much is equal by chance.
std::pair<std::string, std::string> RandomTexts(std::mt19937& random, bool cr_lf) {
  const auto below = [&](unsigned bound) { return static_cast<int>(random() % bound); };
  std::vector<std::string> before;
  for (int i = below(40); i > 0; --i) before.push_back(fmt::format("line {}", below(6)));
  std::vector<std::string> after = before;
  for (int i = below(6); i > 0; --i) {
    const auto at = static_cast<std::ptrdiff_t>(random() % (after.size() + 1));
    if (below(2) == 0 && !after.empty() && at < std::ssize(after)) {
      after.erase(after.begin() + at);
    } else {
      after.insert(after.begin() + at, fmt::format("line {}", below(8)));
    }
  }
  const auto joined = [&](const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + (cr_lf ? "\r\n" : "\n");
    if (!text.empty() && below(3) == 0) text.erase(text.size() - (cr_lf ? 2 : 1));
    return text;
  };
  return {joined(before), joined(after)};
}

class Scratch {
 public:
  Scratch() {
    std::string name = "/tmp/guidec-diff-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ~Scratch() { fs::remove_all(path_); }
  void Write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string Read(const std::string& name) const {
    std::ifstream stream(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  bool Run(const std::string& command) const {
    return std::system(fmt::format("cd '{}' && {} >log 2>&1", path_.string(), command).c_str()) == 0;
  }

 private:
  fs::path path_;
};

// How many lines two texts have in common, in one order.
std::size_t CommonLines(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<std::vector<std::size_t>> most(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i < one.size(); ++i) {
    for (std::size_t j = 0; j < other.size(); ++j) {
      most[i + 1][j + 1] = one[i] == other[j] ? most[i][j] + 1 : std::max(most[i][j + 1], most[i + 1][j]);
    }
  }
  return most.back().back();
}

std::vector<std::string> LinesIn(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

// How many lines a diff of one file removes and adds.
std::size_t ChangedLines(const std::string& diff) {
  std::size_t changed = 0;
  for (const std::string& line : LinesIn(diff)) {
    if ((line[0] == '-' || line[0] == '+') && !line.starts_with("---") && !line.starts_with("+++")) ++changed;
  }
  return changed;
}

TEST_CASE("a diff changes as few lines as can be") {
  std::mt19937 random(20261129);
  for (int round = 0; round < 300; ++round) {
    const auto [before, after] = RandomTexts(random, false);
    const std::vector<std::string> one = LinesIn(before);
    const std::vector<std::string> other = LinesIn(after);
    const std::string diff = Diff(before, after);
    INFO(diff);
    CHECK(ChangedLines(diff) == one.size() + other.size() - 2 * CommonLines(one, other));
  }
}

TEST_CASE("a diff takes lines away before it puts others in their place") {
  const auto changes = [](const std::string& before, const std::string& after) {
    const std::string diff = Diff(before, after);
    return diff.substr(diff.find("@@ -"));
  };
  CHECK(changes("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n") ==
        "@@ -1,7 +1,6 @@\n-a\n+c\n b\n-c\n a\n b\n-b\n a\n+c\n");
  CHECK(changes("1\n2\n3\n", "x\ny\n") == "@@ -1,3 +1,2 @@\n-1\n-2\n-3\n+x\n+y\n");
  CHECK(changes(Numbers(1, 20), Numbers(1, 2) + "x\n" + Numbers(4, 9) + Numbers(11, 20) + "y\n") ==
        "@@ -1,13 +1,12 @@\n 1\n 2\n-3\n+x\n 4\n 5\n 6\n 7\n 8\n 9\n-10\n 11\n 12\n 13\n"
        "@@ -18,3 +17,4 @@\n 18\n 19\n 20\n+y\n");
}

TEST_CASE("texts that differ in up to 256 lines have the shortest diff, and others one that is not much longer") {
  for (const int lines : {1, 100, 127, 128, 129, 300, 600}) {
    INFO(lines);
    const std::string diff = Diff(Numbers(1, lines) + "end\n", Numbers(1001, 1000 + lines) + "end\n");
    const auto shortest = static_cast<std::size_t>(2 * lines);
    CHECK(ChangedLines(diff) >= shortest);
    CHECK(ChangedLines(diff) <= (shortest <= 256 ? shortest : shortest + 2));
  }
}

TEST_CASE("git and patch make the new texts with it") {
  std::mt19937 random(20261122);
  for (const char* command : {"git apply patch", "patch -p1 --no-backup-if-mismatch -i patch"}) {
    for (int round = 0; round < 20; ++round) {
      Scratch scratch;
      std::vector<Rewrite> rewrites;
      for (const char* path : {"one.yaml", "guides/my guide.yaml", "guides/\xC3\xBC.yaml"}) {
        auto [before, after] = RandomTexts(random, round % 2 == 1);
        // Neither tool leaves an empty file.
        if (before.empty() || after.empty()) continue;
        scratch.Write(path, before);
        rewrites.push_back({path, before, after});
      }
      const std::string diff = UnifiedDiff(rewrites);
      if (diff.empty()) continue;
      scratch.Write("patch", diff);
      INFO(command << "\n" << diff);
      const bool done = scratch.Run(command);
      INFO(scratch.Read("log"));
      REQUIRE(done);
      for (const Rewrite& rewrite : rewrites) CHECK(scratch.Read(rewrite.path) == rewrite.after);
    }
  }
}

TEST_CASE("texts that have little in common are compared in good time") {
  const std::string before = Numbers(1, 30'000);
  std::string after;
  for (int i = 1; i <= 30'000; ++i) after += std::to_string(i % 3 == 0 ? i : -i) + "\n";
  Scratch scratch;
  scratch.Write("a.yaml", before);
  scratch.Write("patch", Diff(before, after));
  REQUIRE(scratch.Run("git apply patch"));
  CHECK(scratch.Read("a.yaml") == after);
}

}  // namespace diff_test
}  // namespace guidec
