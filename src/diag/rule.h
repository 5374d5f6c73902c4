#ifndef GUIDEC_DIAG_RULE_H_
#define GUIDEC_DIAG_RULE_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace guidec {

struct Library;
class RuleContext;

enum class Severity : std::uint8_t { kOff, kInfo, kWarning, kError };

std::string_view SeverityName(Severity severity);

// A piece of a source file laid over the clean example workspace: its top-level keys replace those
// of `file` there, `# without: key` takes one away; text that starts with the schema modeline replaces
// `file` whole. Bad ones carry `# expect:` comments that state every finding.
struct Example {
  enum Kind : std::uint8_t { kBad, kGood };
  Kind kind;
  std::string_view file;
  std::string_view yaml;
};

// Where a rule draws its line: a setting below `thresholds` in guidec.yaml, described in its schema.
struct Threshold {
  std::string_view name;
  double otherwise;  // when the workspace does not set it
};

// One kind of finding. `guidec explain`, the rule catalogue and the tests all read this struct.
struct Rule {
  std::string_view code;  // two letters for the group, three digits; never changes its meaning
  std::string_view name;  // kebab-case; reads well after "allow"
  Severity severity;      // the default; a workspace may change it
  std::string_view since;
  std::string_view summary;
  std::string_view rationale;  // Markdown
  std::string_view source;     // the guideline or standard behind the rule
  std::span<const Threshold> thresholds = {};
  std::span<const Example> examples;
  // Null where an earlier stage notices the fault on its way and names this rule in Fault::rule.
  void (*check)(const Library&, RuleContext&) = nullptr;
};

}  // namespace guidec

#endif  // GUIDEC_DIAG_RULE_H_
