// What guidec says of its rules, made from the rules themselves: their findings are those that their bad
// examples really have.
#ifndef GUIDEC_CLI_CATALOGUE_H_
#define GUIDEC_CLI_CATALOGUE_H_

#include <string>

#include "diag/rule.h"

namespace guidec {

// For `guidec explain`.
std::string Explanation(const Rule& rule, bool colour);

// For `guidec rules`: a line a rule, by group; the same as JSON; and as a Markdown page with all that
// Explanation says.
std::string RuleList(bool colour);
std::string RulesAsJson();
std::string RulesAsMarkdown();

}  // namespace guidec

#endif  // GUIDEC_CLI_CATALOGUE_H_
