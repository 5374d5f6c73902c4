#ifndef GUIDEC_TEXT_NEGATION_H_
#define GUIDEC_TEXT_NEGATION_H_

#include <cstddef>
#include <span>
#include <string>

namespace guidec {

// Whether one of the first `end` words of an English sentence, in lower case, may turn what follows
// into its opposite: "not", "never", "avoid", "instead". Rather too often than too rarely.
bool IsNegatedBefore(std::span<const std::string> words, std::size_t end);

}  // namespace guidec

#endif  // GUIDEC_TEXT_NEGATION_H_
