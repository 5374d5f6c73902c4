#include "base/signature.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

#include "base/base64.h"

namespace guidec {
namespace {

constexpr std::size_t kSignatureBytes = 64;

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

std::unique_ptr<BIO, FreeBio> Reading(std::string_view pem) {
  return std::unique_ptr<BIO, FreeBio>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

// Without it, OpenSSL would ask for a passphrase on the terminal.
int NoPassphrase(char* /*buffer*/, int /*size*/, int /*is_writing*/, void* /*data*/) {
  return -1;
}

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

EVP_PKEY* Key(void* key) {
  return static_cast<EVP_PKEY*>(key);
}

bool IsEd25519(const EVP_PKEY* key) {
  return key != nullptr && EVP_PKEY_id(key) == EVP_PKEY_ED25519;
}

}  // namespace

void FreeKey::operator()(void* key) const {
  EVP_PKEY_free(Key(key));
}

Result<SigningKey> SigningKey::FromPem(std::string& pem, const std::string& shown) {
  const auto bio = Reading(pem);
  SigningKey key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, NoPassphrase, nullptr) : nullptr);
  Wipe(pem);
  // What OpenSSL says of it may tell about the key.
  ERR_clear_error();
  if (!IsEd25519(Key(key.key_.get()))) {
    return Failure(fmt::format("{} holds no private Ed25519 key in PEM without a passphrase", shown),
                   "make one with `openssl genpkey -algorithm ed25519 -out key.pem`");
  }
  return key;
}

Result<std::string> SigningKey::Sign(std::string_view text) const {
  const Context context(EVP_MD_CTX_new());
  std::array<unsigned char, kSignatureBytes> signature{};
  std::size_t size = signature.size();
  const bool is_signed =
      context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, Key(key_.get())) == 1 &&
      EVP_DigestSign(context.get(), signature.data(), &size, Bytes(text), text.size()) == 1 &&
      size == signature.size();
  ERR_clear_error();
  if (!is_signed) return Failure("OpenSSL could not sign", "look at the installation of OpenSSL");
  return Base64({reinterpret_cast<const char*>(signature.data()), size}) + "\n";
}

Result<VerifyingKey> VerifyingKey::FromPem(std::string_view pem, const std::string& shown) {
  const auto bio = Reading(pem);
  VerifyingKey key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, NoPassphrase, nullptr) : nullptr);
  ERR_clear_error();
  if (!IsEd25519(Key(key.key_.get()))) {
    return Failure(fmt::format("{} holds no public Ed25519 key in PEM", shown),
                   "make it from the private one with `openssl pkey -in key.pem -pubout -out key.pub.pem`");
  }
  return key;
}

bool VerifyingKey::Holds(std::string_view text, std::string_view signature) const {
  if (signature.ends_with('\n')) signature.remove_suffix(1);
  // 64 bytes are 86 digits, and two that pad. OpenSSL decodes the padding too.
  constexpr std::size_t kDigits = 88;
  std::array<unsigned char, kDigits / 4 * 3> bytes{};
  if (signature.size() != kDigits) return false;
  const int decoded = EVP_DecodeBlock(bytes.data(), Bytes(signature), static_cast<int>(signature.size()));
  ERR_clear_error();
  if (decoded != static_cast<int>(bytes.size())) return false;
  // One signature has one text: no other digits, which decode to the same bytes.
  if (Base64({reinterpret_cast<const char*>(bytes.data()), kSignatureBytes}) != signature) return false;
  const Context context(EVP_MD_CTX_new());
  const bool holds =
      context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, Key(key_.get())) == 1 &&
      EVP_DigestVerify(context.get(), bytes.data(), kSignatureBytes, Bytes(text), text.size()) == 1;
  ERR_clear_error();
  return holds;
}

std::string Hmac(std::string_view secret, std::string_view bytes) {
  std::array<unsigned char, 32> tag{};
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), Bytes(bytes), bytes.size(), tag.data(),
       &size);
  return fmt::format("{:02x}", fmt::join(tag, ""));
}

bool AreEqualInSecret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

void Wipe(std::string& text) {
  OPENSSL_cleanse(text.data(), text.size());
  text.clear();
}

std::optional<std::string> TakeSecret(const char* variable) {
  char* value = std::getenv(variable);
  if (value == nullptr) return std::nullopt;
  std::string secret(value);
  OPENSSL_cleanse(value, std::strlen(value));
  ::unsetenv(variable);
  return secret;
}

void KeepMemoryPrivate() {
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
  (void)::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

}  // namespace guidec
