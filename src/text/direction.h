#ifndef GUIDEC_TEXT_DIRECTION_H_
#define GUIDEC_TEXT_DIRECTION_H_

#include <string>

namespace guidec {

// Whether the language, a BCP 47 tag, is written from right to left, by Unicode's data.
bool IsRightToLeft(const std::string& language);

}  // namespace guidec

#endif  // GUIDEC_TEXT_DIRECTION_H_
