#include "text/address.h"

#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("an address that a reader can follow is a page's or a mailbox's") {
  for (const char* address : {"https://example.org/a?b=1&c=2#d", "http://example.org", "mailto:a@example.org",
                              "https://example.org/caf\xC3\xA9", "https://example.org/@a", "https://example.org:8080/a:b",
                              "https://example.org:/a", "https://[2001:db8::1]/a", "http://[::1]:80?a",
                              "mailto:a@example.org?subject=50%25%20off",
                              "mailto:a@example.org?Subject=b&cc=c@example.org&body=d"}) {
    INFO(address);
    CHECK(IsWebAddress(address));
    CHECK_FALSE(HiddenIn(address));
  }
  for (const char* address :
       {"", "https://", "mailto:", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//example.org/x", "notes.html", "https://a b", "https://a\tb",
        "https://a\"onclick=b", "https://a<b>", " https://a", "ht\ntps://a", "\xE2\x80\xAEhttps://a", "https://me:secret@example.org/",
        "https://me@example.org", "https:///x", "https://javascript:x", "https://data:text/html,x", "https://:80/x",
        "https://a:80:90/", "https://[::1]:x/", "https://?x", "mailto:a%0d%0aBcc:b@example.org",
        "mailto:a@example.org?subject=b%0Ac", "https://example.org/\xE2\x80\xAE", "https://example.org/\xE2\x81\xA6",
        "https://example.org/\xE2\x80\x8B", "https://example.org/\xC2\xA0", "https://example.org/\xC2\x80",
        "https://example.org/\xEF\xBF\xBE"}) {
    INFO(address);
    CHECK_FALSE(IsWebAddress(address));
  }
}

TEST_CASE("what an address hides is named, of a page or a mailbox") {
  const std::vector<std::pair<const char*, const char*>> hidden = {
      {"https://me:secret@example.org/", "a name or a password in front of its host"},
      {"http://bank.example@evil.example", "a name or a password in front of its host"},
      {"mailto:a%0D%0aBcc:b@example.org", "a line end or another control character"},
      {"mailto:a@example.org?bcc=b@example.org", "a recipient or a file that the mail would not show"},
      {"mailto:a@example.org?subject=b&ATTACH=c", "a recipient or a file that the mail would not show"},
      {"mailto:a@example.org?%62cc=b@example.org", "a recipient or a file that the mail would not show"},
      {"https://example.org/\xE2\x80\xAE", "a character that nobody sees"}};
  for (const auto& [address, what] : hidden) {
    INFO(address);
    CHECK_FALSE(IsWebAddress(address));
    CHECK(HiddenIn(address) == std::string_view(what));
  }
  for (const char* other : {"", "javascript:alert(1)", "tel:+441632960961", "https://", "https://a b"}) {
    INFO(other);
    CHECK_FALSE(HiddenIn(other));
  }
}

TEST_CASE("an address in a link holds what an address may hold") {
  CHECK(EncodedAddress("https://example.org/a b|c{d}^e?f=%20&g=100%#h") ==
        "https://example.org/a%20b%7Cc%7Bd%7D%5Ee?f=%20&g=100%25#h");
  CHECK(EncodedAddress("https://example.org/caf\xC3\xA9") == "https://example.org/caf\xC3\xA9");
}

TEST_CASE("a DOI's address leads to all of the DOI") {
  CHECK(DoiAddress("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2") ==
        "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2");
  CHECK(DoiAddress("10.1000/a#b?c") == "https://doi.org/10.1000/a%23b%3Fc");
  CHECK(DoiAddress("10.1000/a%3Cb") == "https://doi.org/10.1000/a%3Cb");
  CHECK(DoiAddress("10.1000/100%") == "https://doi.org/10.1000/100%25");
  CHECK(CitedAddress("https://doi.org/10.1000/a#b") == "https://doi.org/10.1000/a%23b");
  CHECK(CitedAddress("https://example.org/a#b") == "https://example.org/a#b");
}

}  // namespace
}  // namespace guidec
