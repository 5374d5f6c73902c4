#ifndef GUIDEC_TEXT_ADDRESS_H_
#define GUIDEC_TEXT_ADDRESS_H_

#include <string_view>

namespace guidec {

// Whether a reader can follow the address out of a guide: a page or a mailbox, and nothing that a program
// would run by itself. It holds RFC 3986's characters, and those beyond ASCII.
bool IsWebAddress(std::string_view address);

}  // namespace guidec

#endif  // GUIDEC_TEXT_ADDRESS_H_
