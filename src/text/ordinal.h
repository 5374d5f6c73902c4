#ifndef GUIDEC_TEXT_ORDINAL_H_
#define GUIDEC_TEXT_ORDINAL_H_

#include <string>
#include <string_view>

namespace guidec {

// "2nd", "11th"; "2." in German: as Unicode's CLDR has it for `language`, a BCP 47 tag.
std::string Ordinal(int number, std::string_view language);

}  // namespace guidec

#endif  // GUIDEC_TEXT_ORDINAL_H_
