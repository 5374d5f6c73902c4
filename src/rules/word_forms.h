#ifndef GUIDEC_RULES_WORD_FORMS_H_
#define GUIDEC_RULES_WORD_FORMS_H_

#include <functional>
#include <string>
#include <string_view>

namespace guidec {

// Whether an English word that no dictionary has is made by rule from one that `knows`: "unnormalized",
// "operationalizing", "dissolvable", "Broca's". Only ways that hardly a slip takes.
bool IsRegularForm(std::string_view word, const std::function<bool(std::string_view)>& knows);

// "limbed" of "four-limbed": what has such parts.
bool IsOfParts(std::string_view word, const std::function<bool(std::string_view)>& knows);

}  // namespace guidec

#endif  // GUIDEC_RULES_WORD_FORMS_H_
