#include "base/signature.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

// RFC 8032, section 7.1, test 2: the key 4ccd08…fb, in the PEM of RFC 8410.
constexpr char kPrivate[] =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n"
    "-----END PRIVATE KEY-----\n";
constexpr char kPublic[] =
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n"
    "-----END PUBLIC KEY-----\n";
constexpr char kSignatureOfR[] =
    "kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA==\n";

TEST_CASE("a signature is the one that RFC 8032 gives") {
  std::string pem = kPrivate;
  const auto key = SigningKey::FromPem(pem, "the key");
  REQUIRE(key);
  CHECK(pem.empty());
  const auto signature = key->Sign("r");
  REQUIRE(signature);
  CHECK(*signature == kSignatureOfR);
}

TEST_CASE("a signature holds for its text and key alone, and only as it is written") {
  const auto key = VerifyingKey::FromPem(kPublic, "the key");
  REQUIRE(key);
  const std::string signature = kSignatureOfR;
  CHECK(key->Holds("r", signature));
  CHECK(key->Holds("r", signature.substr(0, 88)));
  CHECK_FALSE(key->Holds("s", signature));
  CHECK_FALSE(key->Holds("", signature));
  for (std::size_t i = 0; i < 88; ++i) {
    std::string other = signature;
    other[i] = other[i] == 'B' ? 'C' : 'B';
    CHECK_FALSE(key->Holds("r", other));
    CHECK_FALSE(key->Holds("r", signature.substr(0, i)));
  }
  CHECK_FALSE(key->Holds("r", signature + "\n"));
  CHECK_FALSE(key->Holds("r", " " + signature));
}

TEST_CASE("what is no key is refused, and no message says what it was") {
  for (const std::string text : {"", "swordfish", kPublic, "-----BEGIN PRIVATE KEY-----\nswordfish\n"}) {
    std::string pem = text;
    const auto key = SigningKey::FromPem(pem, "the file");
    REQUIRE_FALSE(key);
    CHECK(key.error().message == "the file holds no private Ed25519 key in PEM without a passphrase");
    CHECK(pem.empty());
  }
  CHECK_FALSE(VerifyingKey::FromPem(kPrivate, "the file"));
}

TEST_CASE("a tag is the one that RFC 4231 gives") {
  CHECK(Hmac("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("a secret is taken out of the environment") {
  REQUIRE(::setenv("GUIDEC_TEST_SECRET", "swordfish", 1) == 0);
  const char* const value = ::getenv("GUIDEC_TEST_SECRET");
  CHECK(TakeSecret("GUIDEC_TEST_SECRET") == "swordfish");
  CHECK(::getenv("GUIDEC_TEST_SECRET") == nullptr);
  CHECK(std::string(value, 9) == std::string(9, '\0'));
  CHECK_FALSE(TakeSecret("GUIDEC_TEST_SECRET"));
}

}  // namespace
}  // namespace guidec
