#ifndef GUIDEC_CLI_RULE_FILTER_H_
#define GUIDEC_CLI_RULE_FILTER_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "diag/rule.h"

namespace guidec {

// The rules that `--select` and `--ignore` leave. Names mean what they mean in guidec.yaml: a rule's
// name or code, or a group's two letters.
class RuleFilter {
 public:
  // Fails for a name that means no rule, with the nearest one that does.
  static Result<RuleFilter> Parse(std::vector<std::string> select, std::vector<std::string> ignore);

  bool Holds(const Rule& rule) const;

 private:
  std::vector<std::string> select_;  // empty: all
  std::vector<std::string> ignore_;
};

}  // namespace guidec

#endif  // GUIDEC_CLI_RULE_FILTER_H_
