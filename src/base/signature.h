// Ed25519 signatures (RFC 8032), by OpenSSL.
#ifndef GUIDEC_BASE_SIGNATURE_H_
#define GUIDEC_BASE_SIGNATURE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace guidec {

struct FreeKey {
  void operator()(void* key) const;
};
using OwnedKey = std::unique_ptr<void, FreeKey>;

// A private key. Its memory is wiped when it goes.
class SigningKey {
 public:
  // From PEM, as `openssl genpkey -algorithm ed25519` writes it. `pem` is wiped. `shown` is how messages name
  // where it came from; none of them says what it holds. A key behind a passphrase is refused: nobody could
  // be asked.
  static Result<SigningKey> FromPem(std::string& pem, const std::string& shown);

  // In base64, with a line end. The same text has the same signature.
  Result<std::string> Sign(std::string_view text) const;

 private:
  explicit SigningKey(void* key) : key_(key) {}
  OwnedKey key_;
};

// A public key, from PEM as `openssl pkey -pubout` writes it.
class VerifyingKey {
 public:
  static Result<VerifyingKey> FromPem(std::string_view pem, const std::string& shown);

  // Whether `signature` is one that Sign made of the text, with the private key of this one.
  bool Holds(std::string_view text, std::string_view signature) const;

 private:
  explicit VerifyingKey(void* key) : key_(key) {}
  OwnedKey key_;
};

// HMAC-SHA256 (RFC 2104) as 64 lower-case hexadecimal digits.
std::string Hmac(std::string_view secret, std::string_view bytes);

// Whether both are the same, in a time that does not tell where they differ.
bool AreEqualInSecret(std::string_view one, std::string_view other);

// Overwrites the text and empties it.
void Wipe(std::string& text);

// The value of an environment variable that holds a secret; nothing when it is not set. It is wiped
// from the environment, so that no program that guidec runs has it. Call it once, from the only thread.
std::optional<std::string> TakeSecret(const char* variable);

// From here on the program leaves no core file and no other may look into its memory.
void KeepMemoryPrivate();

}  // namespace guidec

#endif  // GUIDEC_BASE_SIGNATURE_H_
