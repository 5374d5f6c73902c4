#include "base/base64.h"

#include <openssl/evp.h>

namespace guidec {

std::string Base64(std::string_view bytes) {
  // OpenSSL sets a zero behind it, where the string has its own.
  std::string text((bytes.size() + 2) / 3 * 4, '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                  reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  return text;
}

}  // namespace guidec
