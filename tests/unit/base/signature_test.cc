#include "base/signature.h"

#include <stdlib.h>
#include <sys/prctl.h>

#include <algorithm>
#include <string>
#include <utility>

#include <catch2/catch.hpp>
#include <openssl/err.h>

#include "base/base64.h"
#include "unit/base/child.h"

namespace guidec {
namespace signature_test {

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

// Keys of X25519, which cannot sign, and one of Ed25519 behind the passphrase `x`.
constexpr char kOtherPrivate[] =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VuBCIEIMiCMEQnJxsyyLOss0cc8hK+hPEBw7U0XyLgXLh3bbhQ\n"
    "-----END PRIVATE KEY-----\n";
constexpr char kOtherPublic[] =
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VuAyEACTJgYvZa94/Faa+yDj0DQDf/iKS6y/QxtxuNiVbPFFE=\n"
    "-----END PUBLIC KEY-----\n";
constexpr char kWithPassphrase[] =
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
    "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiH7FopfC0StAICCAAw\n"
    "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEEDTSAAXhvrAr0D2RgI+zmKUEQOEI\n"
    "ZQC8AAe5W4W7nUgXRBLOnbyo33NN0An9jqir14pkRdLePr1A6klv7rKMwIpb83nd\n"
    "xGHlQ8HMQnCb8E2pp/8=\n"
    "-----END ENCRYPTED PRIVATE KEY-----\n";

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
  CHECK(::ERR_peek_error() == 0);
  CHECK_FALSE(key->Holds("r", " " + signature));
}

TEST_CASE("what is no key is refused, and no message says what it was") {
  for (const std::string text : {"", "swordfish", kPublic, "-----BEGIN PRIVATE KEY-----\nswordfish\n", kOtherPrivate,
                                 kWithPassphrase}) {
    std::string pem = text;
    const auto key = SigningKey::FromPem(pem, "the file");
    REQUIRE_FALSE(key);
    CHECK(key.error().message == "the file holds no private Ed25519 key in PEM without a passphrase");
    CHECK(key.error().hint == "make one with `openssl genpkey -algorithm ed25519 -out key.pem`");
    CHECK(pem.empty());
    CHECK(::ERR_peek_error() == 0);
  }
  for (const char* pem : {"", "swordfish", kPrivate, kOtherPublic}) {
    const auto key = VerifyingKey::FromPem(pem, "the file");
    REQUIRE_FALSE(key);
    CHECK(key.error().message == "the file holds no public Ed25519 key in PEM");
    CHECK(key.error().hint ==
          "make it from the private one with `openssl pkey -in key.pem -pubout -out key.pub.pem`");
    CHECK(::ERR_peek_error() == 0);
  }
}

TEST_CASE("a tag is the one that RFC 4231 gives") {
  CHECK(Hmac("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("secrets are the same when all of their bytes are") {
  CHECK(AreEqualInSecret("", ""));
  CHECK(AreEqualInSecret("swordfish", "swordfish"));
  for (const char* other : {"", "swordfis", "swordfishy", "Swordfish", "swordfisH", "swordFish"}) {
    CHECK_FALSE(AreEqualInSecret("swordfish", other));
    CHECK_FALSE(AreEqualInSecret(other, "swordfish"));
  }
}

TEST_CASE("a text that is wiped is empty, and its bytes are gone") {
  std::string text = "swordfish, swordfish, swordfish, swordfish";
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  Wipe(text);
  CHECK(text.empty());
  CHECK(std::all_of(bytes, bytes + size, [](char byte) { return byte == 0; }));
}

TEST_CASE("private memory is in no core file, and no other program's to read") {
  const Ended ended = RunChild([] {
    const rlimit some{1 << 20, 1 << 20};
    ::setrlimit(RLIMIT_CORE, &some);
    KeepMemoryPrivate();
    rlimit now{1, 1};
    ::getrlimit(RLIMIT_CORE, &now);
    ::_exit(now.rlim_cur == 0 && now.rlim_max == 0 && ::prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
  });
  CHECK(ended.status == 0);
}

TEST_CASE("base 64 is that of RFC 4648") {
  for (const auto& [bytes, text] : {std::pair{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"},
                                    {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}}) {
    CHECK(Base64(bytes) == text);
  }
  CHECK(Base64(std::string(60, '\0')) == std::string(80, 'A'));
}

TEST_CASE("a secret is taken out of the environment") {
  REQUIRE(::setenv("GUIDEC_TEST_SECRET", "swordfish", 1) == 0);
  const char* const value = ::getenv("GUIDEC_TEST_SECRET");
  CHECK(TakeSecret("GUIDEC_TEST_SECRET") == "swordfish");
  CHECK(::getenv("GUIDEC_TEST_SECRET") == nullptr);
  CHECK(std::string(value, 9) == std::string(9, '\0'));
  CHECK_FALSE(TakeSecret("GUIDEC_TEST_SECRET"));
  REQUIRE(::setenv("GUIDEC_TEST_SECRET", "", 1) == 0);
  CHECK(TakeSecret("GUIDEC_TEST_SECRET") == "");
}

}  // namespace signature_test
}  // namespace guidec
