#ifndef GUIDEC_RULES_LANGUAGE_PLACEHOLDER_MARKS_H_
#define GUIDEC_RULES_LANGUAGE_PLACEHOLDER_MARKS_H_

#include <string_view>

namespace guidec {

// What writers put where a text is still to come. Only in capitals: "todo" is also a Spanish word.
inline constexpr std::string_view kPlaceholderMarks[] = {"TODO", "TBD", "TBC", "FIXME", "XXX"};

// Printers' Latin, in small letters: words of no dictionary.
inline constexpr std::string_view kFillerText = "lorem ipsum";

}  // namespace guidec

#endif  // GUIDEC_RULES_LANGUAGE_PLACEHOLDER_MARKS_H_
