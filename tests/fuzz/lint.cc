// Pieces laid over the example workspace, under every rule and in every format of reports.
#include <utility>

#include "fuzz/target.h"
#include "lint/example.h"
#include "lint/runner.h"
#include "render/formats.h"
#include "rules/registry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  Sources sources;
  const Library library = LoadExample(PiecesOf(TextOf(data, size)), sources);
  const std::vector<Diagnostic> findings = Lint(library, AllRules(), kExampleDay);
  RequireGoodFindings(findings, sources);
  std::vector<SourceId> files;
  for (const Source& source : sources) files.push_back(source.id());
  const Report report{.findings = findings, .sources = sources, .files = files, .rules = AllRules()};
  for (const Format& format : Formats()) {
    Require(!format.render(report).empty() || findings.empty(), format.name);
  }
  return 0;
}
