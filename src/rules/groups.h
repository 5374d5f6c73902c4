#ifndef GUIDEC_RULES_GROUPS_H_
#define GUIDEC_RULES_GROUPS_H_

#include <span>
#include <string_view>

namespace guidec {

// The rules whose codes start with the same two letters.
struct RuleGroup {
  std::string_view letters;
  std::string_view title;
  std::string_view meaning;  // one line
};

// In the order in which an editor meets them: the file, its shape, what it says, the settings.
std::span<const RuleGroup> RuleGroups();

}  // namespace guidec

#endif  // GUIDEC_RULES_GROUPS_H_
