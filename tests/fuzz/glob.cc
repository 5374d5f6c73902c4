// A glob, and in the lines below it paths. What a glob means holds for all below; one without signs means itself.
#include "text/glob.h"

#include <algorithm>
#include <string>

#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  std::string_view rest = TextOf(data, size);
  const auto line = [&] {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view taken = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return taken;
  };
  const std::string_view glob = line();
  while (!rest.empty()) {
    const std::string path(line());
    // Of no name at all.
    if (!MatchesGlob(path, "**")) continue;
    const bool matches = MatchesGlob(path, glob);
    if (matches) Require(MatchesGlob(path + "/below", glob), "a glob does not mean what lies below");
    const bool is_plain = glob.find_first_of("*?[\\") == std::string_view::npos;
    if (is_plain && path == glob) Require(matches, "a path does not mean itself");
  }
  return 0;
}
