#ifndef GUIDEC_LINT_SETTINGS_H_
#define GUIDEC_LINT_SETTINGS_H_

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "diag/diagnostic.h"
#include "diag/rule.h"
#include "model/content/library.h"

namespace guidec {

// What a workspace makes of a rule, and the entry that says so; null where it is the rule's default.
struct RuleVerdict {
  Severity severity = Severity::kOff;
  const RuleSetting* from = nullptr;
};

// In the file at `path`, as its Source names it. A later block of settings overrides an earlier one; in a
// block, a rule's name overrides its code, and the code its group's two letters.
RuleVerdict VerdictOn(const Rule& rule, const Workspace& workspace, std::string_view path);

// The same for many findings: each rule is asked about in each file once.
class Verdicts {
 public:
  explicit Verdicts(const Workspace& workspace) : workspace_(workspace) {}
  Severity SeverityOf(const Rule& rule, std::string_view path);

 private:
  const Workspace& workspace_;
  std::map<std::pair<const Rule*, std::string>, Severity> known_;
};

// Of a finding in a file of settings: whether these are not what was meant, so that nothing can be trusted that
// depends on them.
bool SpoilsSettings(const Diagnostic& finding);

// Whether a setting, a suppression or an option that names `name` means this rule: its name, its code
// or its group's two letters.
bool Means(std::string_view name, const Rule& rule);

// `path` as the settings' globs see it: from the workspace's folder.
std::string PathInWorkspace(std::string_view path, const Workspace& workspace);

}  // namespace guidec

#endif  // GUIDEC_LINT_SETTINGS_H_
