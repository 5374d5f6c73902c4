#ifndef GUIDEC_BASE_HASH_H_
#define GUIDEC_BASE_HASH_H_

#include <string>
#include <string_view>

namespace guidec {

// SHA-256 as 64 lower-case hexadecimal digits.
std::string Sha256(std::string_view bytes);

}  // namespace guidec

#endif  // GUIDEC_BASE_HASH_H_
