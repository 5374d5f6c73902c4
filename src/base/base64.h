#ifndef GUIDEC_BASE_BASE64_H_
#define GUIDEC_BASE_BASE64_H_

#include <string>
#include <string_view>

namespace guidec {

// Base 64 of RFC 4648, padded, on one line.
std::string Base64(std::string_view bytes);

}  // namespace guidec

#endif  // GUIDEC_BASE_BASE64_H_
