#ifndef GUIDEC_TEXT_LANGUAGE_TAG_H_
#define GUIDEC_TEXT_LANGUAGE_TAG_H_

#include <string_view>

namespace guidec {

// Whether it is a BCP 47 tag as files may give it: a language, and perhaps a script and a region, written as is usual
// (`de`, `sr-Latn-RS`).
bool IsLanguageTag(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TEXT_LANGUAGE_TAG_H_
