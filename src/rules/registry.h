#ifndef GUIDEC_RULES_REGISTRY_H_
#define GUIDEC_RULES_REGISTRY_H_

#include <span>
#include <string_view>

#include "diag/rule.h"

namespace guidec {

// Every rule, sorted by code. CMake writes the list from the files of rules/.
std::span<const Rule* const> AllRules();

// By code or name; null when there is none.
const Rule* FindRule(std::string_view code_or_name);

}  // namespace guidec

#endif  // GUIDEC_RULES_REGISTRY_H_
