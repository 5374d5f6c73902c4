#include "text/glob.h"

#include <string>

#include <catch2/catch.hpp>

namespace guidec {
namespace glob_test {

TEST_CASE("globs mean files, and folders with all that is in them") {
  const auto [glob, path, is_match] = GENERATE(table<const char*, const char*, bool>({
      {"guides/hips/quiz.yaml", "guides/hips/quiz.yaml", true},
      {"guides/hips/quiz.yaml", "guides/knees/quiz.yaml", false},
      {"guides", "guides/hips/quiz.yaml", true},
      {"guides/", "guides/hips/quiz.yaml", true},
      {"./guides", "guides/hips/quiz.yaml", true},
      {"hips", "guides/hips/quiz.yaml", false},
      {"*.yaml", "guidec.yaml", true},
      {"*.yaml", "exercises/plank.yaml", false},
      {"**/*.yaml", "guidec.yaml", true},
      {"**/*.yaml", "guides/hips/quiz.yaml", true},
      {"**/quiz.yaml", "guides/hips/quiz.yaml", true},
      {"guides/**/quiz.yaml", "guides/quiz.yaml", true},
      {"guides/**", "guides/hips/quiz.yaml", true},
      {"guides/**", "exercises/plank.yaml", false},
      {"guides/*/guide.yaml", "guides/hips/guide.yaml", true},
      {"guides/*/guide.yaml", "guides/a/b/guide.yaml", false},
      {"exercises/p*", "exercises/plank.yaml", true},
      {"exercises/?lank.yaml", "exercises/plank.yaml", true},
      {"exercises/[a-f]*", "exercises/plank.yaml", false},
      {"**", "guidec.yaml", true},
      {"", "guidec.yaml", false},
      {"../x.yaml", "../x.yaml", true},
  }));
  INFO(glob << " " << path);
  CHECK(MatchesGlob(path, glob) == is_match);
}

TEST_CASE("a glob of many stars is no slower than its length") {
  std::string glob;
  std::string path;
  for (int i = 0; i < 500; ++i) glob += "**/*a*/";
  for (int i = 0; i < 400; ++i) path += "aaaaaaaa/";
  CHECK_FALSE(MatchesGlob(path, glob + "end"));
}

TEST_CASE("empty names and dots are passed over on both sides") {
  CHECK(MatchesGlob("a/./b//c.yaml", "a/b/c.yaml"));
  CHECK(MatchesGlob("a/b", "a//./b/."));
  CHECK(MatchesGlob("a/b/c", "a/**/c"));
  CHECK(MatchesGlob("a/b/c/d", "**/b/**/d"));
  CHECK(MatchesGlob("a/b/c", "*/b"));
  CHECK_FALSE(MatchesGlob("a/b/c", "*/c"));
  CHECK_FALSE(MatchesGlob("a", "a/b"));
  CHECK_FALSE(MatchesGlob("", "a"));
  CHECK_FALSE(MatchesGlob("", "**"));
  CHECK(MatchesGlob("a.b", "a.?"));
  CHECK_FALSE(MatchesGlob("ab", "a?b"));
}

}  // namespace glob_test
}  // namespace guidec
