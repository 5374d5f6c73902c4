// guidec.yaml and what it extends, and what they make of every rule; no rule is run.
#include "lint/settings.h"
#include "fuzz/target.h"
#include "lint/example.h"
#include "rules/registry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  std::vector<NamedText> pieces = PiecesOf(TextOf(data, size));
  for (NamedText& piece : pieces) {
    if (piece.path == "exercises/plank.yaml") piece.path = "guidec.yaml";
  }
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  for (const Fault& fault : library.faults) {
    Require(FindRule(fault.rule.name) != nullptr, fault.rule.name);
    Require(fault.span.end <= sources[fault.span.source].text().size(), fault.message);
  }
  for (const Rule* rule : AllRules()) {
    for (const char* path : {"", "exercises/plank.yaml", "guides/hips/quiz.yaml", "../above.yaml"}) {
      const RuleVerdict verdict = VerdictOn(*rule, library.workspace, path);
      Require(verdict.from != nullptr || verdict.severity == rule->severity, rule->name);
    }
  }
  return 0;
}
