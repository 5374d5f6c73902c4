#ifndef GUIDEC_TEXT_ADDRESS_H_
#define GUIDEC_TEXT_ADDRESS_H_

#include <optional>
#include <string>
#include <string_view>

namespace guidec {

// Whether a reader can follow the address out of a guide: a page or a mailbox, and nothing that a program
// would run by itself. It holds RFC 3986's characters, and those beyond ASCII that can be seen. It hides
// nothing: no name or password before the host, and no line end that would add a head to a mail, no recipient
// that the mail does not show, and no file to be sent with it.
bool IsWebAddress(std::string_view address);

// What the address of a page or a mailbox hides from who follows it, if that is why IsWebAddress refuses it: "a name
// or a password in front of its host".
std::optional<std::string_view> HiddenIn(std::string_view address);

// The address as it may stand in a link: what RFC 3986 (section 2) lets no address hold is percent-encoded, and
// so is a `%` that starts no such code. Letters beyond ASCII stay.
std::string EncodedAddress(std::string_view address);

// `https://doi.org/…`. A DOI may hold any character that can be printed: `<`, `#`, `?` are percent-encoded
// (DOI Handbook, 3.8). One that is encoded already stays.
std::string DoiAddress(std::string_view doi);

// The same of an address on doi.org whose DOI may not be encoded; all other addresses as EncodedAddress.
std::string CitedAddress(std::string_view address);

}  // namespace guidec

#endif  // GUIDEC_TEXT_ADDRESS_H_
