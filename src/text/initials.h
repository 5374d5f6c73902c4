#ifndef GUIDEC_TEXT_INITIALS_H_
#define GUIDEC_TEXT_INITIALS_H_

#include <string>
#include <string_view>

namespace guidec {

// The initials of given names as lists of sources print them: "SA-M" of "Susan Anne-Marie", "JP" of "J. P.". A name
// in a script without capital letters has none and stays whole.
std::string Initials(std::string_view given);

}  // namespace guidec

#endif  // GUIDEC_TEXT_INITIALS_H_
