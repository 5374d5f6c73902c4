// A rule as the stages before the rules name it. CMake writes a constant for each file of rules/ into
// diag/rule_ids.h, so that a name that no rule has does not compile.
#ifndef GUIDEC_DIAG_RULE_ID_H_
#define GUIDEC_DIAG_RULE_ID_H_

#include <string_view>

namespace guidec {

struct RuleId {
  std::string_view name;  // "bad-count"
  bool operator==(const RuleId&) const = default;
};

}  // namespace guidec

#endif  // GUIDEC_DIAG_RULE_ID_H_
