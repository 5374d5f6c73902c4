// Fixes end, bring no finding that was not there, and leave nothing for a second run.
#include <map>
#include <utility>

#include "fuzz/target.h"
#include "lint/example.h"
#include "lint/fix.h"
#include "lint/runner.h"
#include "rules/registry.h"

namespace guidec {
namespace {

Judged LintAnew(std::vector<NamedText> texts) {
  Judged judged;
  const auto read = [](const fs::path&) { return Result<std::string>("words\n"); };
  const Library library = LoadTexts(std::move(texts), ".", read, judged.sources);
  judged.findings = Lint(library, AllRules(), kExampleDay);
  return judged;
}

std::map<std::string, int> CountsOf(const Judged& judged) {
  std::map<std::string, int> counts;
  for (const Diagnostic& finding : judged.findings) {
    ++counts[judged.sources[finding.span.source].path() + " " + std::string(finding.rule->code)];
  }
  return counts;
}

}  // namespace
}  // namespace guidec

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  Sources sources;
  LoadExample(PiecesOf(TextOf(data, size)), sources);
  const std::vector<NamedText> texts = TextsOf(sources);
  const auto before = CountsOf(LintAnew(texts));
  for (const bool allow_unsafe : {false, true}) {
    const FixLimits limits{.allow_unsafe = allow_unsafe};
    const FixResult result = FixTexts(texts, LintAnew, limits);
    RequireGoodFindings(result.judged.findings, result.judged.sources);
    for (const auto& [kind, count] : CountsOf(result.judged)) {
      const auto was = before.find(kind);
      Require(was != before.end() && count <= was->second, "a fix brought " + kind);
    }
    std::vector<NamedText> fixed = texts;
    for (const Rewrite& rewrite : result.rewrites) {
      for (NamedText& named : fixed) {
        if (named.path == rewrite.path) named.text = rewrite.after;
      }
    }
    Require(FixTexts(fixed, LintAnew, limits).rewrites.empty(), "a second run of fixes finds something");
  }
  return 0;
}
