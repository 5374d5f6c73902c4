#ifndef GUIDEC_DIAG_RULE_H_
#define GUIDEC_DIAG_RULE_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace guidec {

struct Exercise;
struct File;
struct Guide;
struct Library;
struct Passage;
struct ProseUse;
struct Question;
struct Quiz;
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

// For rules that know the words of one language only.
inline constexpr std::string_view kEnglish[] = {"en"};

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
  std::string_view rationale;  // a paragraph of Markdown
  std::string_view source;     // the guideline or standard behind the rule
  std::span<const Threshold> thresholds = {};
  std::span<const Example> examples;
  // What it checks. Without a visitor, an earlier stage notices the fault on its way and names this rule in
  // Fault::rule.
  std::span<const std::string_view> languages = {};  // as in "en", of the text that is visited; empty: all
  std::span<const std::string_view> reads = {};  // those that it knows words of, where it visits others too
  bool skips_damaged = false;                    // what lost a part to bad YAML is not visited
  void (*workspace)(const Library&, RuleContext&) = nullptr;
  void (*file)(const File&, RuleContext&) = nullptr;
  void (*exercise)(const Exercise&, RuleContext&) = nullptr;
  void (*guide)(const Guide&, RuleContext&) = nullptr;
  void (*quiz)(const Guide&, const Quiz&, RuleContext&) = nullptr;
  void (*question)(const Guide&, const Question&, RuleContext&) = nullptr;
  void (*prose)(const ProseUse&, RuleContext&) = nullptr;
  void (*passage)(const ProseUse&, const Passage&, RuleContext&) = nullptr;

  constexpr bool visits() const {
    return workspace || file || exercise || guide || quiz || question || prose || passage;
  }
};

}  // namespace guidec

#endif  // GUIDEC_DIAG_RULE_H_
