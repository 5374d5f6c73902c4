// A baseline that can be read is the same after it was written and read again, and takes no finding away
// that it does not hold.
#include "lint/baseline.h"
#include "fuzz/target.h"
#include "lint/example.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace {

struct Findings {
  Sources sources;
  std::vector<Diagnostic> all;
};

const Findings& SomeFindings() {
  static const Findings example = [] {
    Findings made;
    const Library library =
        LoadExample("exercises/plank.yaml", "steps:\n  - Lift.\n  - Lift.\n", made.sources);
    made.all = Lint(library, AllRules(), kExampleDay);
    Require(!made.all.empty(), "the example has findings");
    return made;
  }();
  return example;
}

std::string PathOf(const Source& source) {
  return source.path();
}

}  // namespace
}  // namespace guidec

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const Result<Baseline> baseline = Baseline::Parse(TextOf(data, size), "baseline.json");
  if (!baseline) {
    Require(!baseline.error().message.empty(), "an error without words");
    return 0;
  }
  const std::string written = baseline->Write();
  const Result<Baseline> again = Baseline::Parse(written, "baseline.json");
  Require(again && again->Write() == written, "a baseline changes when it is written");
  const Findings& example = SomeFindings();
  const auto compared =
      baseline->Compare(example.all, example.sources, PathOf, [](const std::string&) { return false; });
  Require(compared.unknown.size() <= example.all.size() && compared.fixed >= 0, "a baseline adds findings");
  return 0;
}
