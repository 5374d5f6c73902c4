#ifndef GUIDEC_RULES_PRINT_INSTEAD_H_
#define GUIDEC_RULES_PRINT_INSTEAD_H_

#include <optional>
#include <string_view>

#include "lint/rule_context.h"
#include "model/prose/passage.h"

namespace guidec {

// A fix that lets `{placeholder}` print what is typed; none where the source has the words otherwise than
// they read, or where a brace would mean something to YAML. `document` holds the passage.
std::optional<Fix> PrintInstead(const Passage& passage, const Piece& typed, std::string_view placeholder,
                                const Document& document, const RuleContext& context);

}  // namespace guidec

#endif  // GUIDEC_RULES_PRINT_INSTEAD_H_
