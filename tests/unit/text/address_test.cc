#include "text/address.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace address_test {

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

TEST_CASE("each character that no address holds is refused, and encoded in a link") {
  for (const char c : std::string("<>\"{}|\\^`\x7F \x01")) {
    INFO(static_cast<int>(c));
    CHECK_FALSE(IsWebAddress(std::string("https://a/") + c));
    CHECK(EncodedAddress(std::string("a") + c) == fmt::format("a%{:02X}", static_cast<unsigned char>(c)));
  }
  for (const char c : std::string("!#$%&'()*+,-./09:;=?@AZ[]_az~")) {
    INFO(c);
    CHECK(IsWebAddress(std::string("https://a/") + c));
    if (c != '%') CHECK(EncodedAddress(std::string("a") + c) == std::string("a") + c);
  }
  for (const char* hidden : {"\u00ad", "\u2060", "\u3000", "\u2028", "\u2029", "\uFFFD", "\xFF"}) {
    CHECK_FALSE(IsWebAddress(std::string("https://a/") + hidden));
  }
  CHECK(EncodedAddress("%2f%2G%G2%a") == "%2f%252G%25G2%25a");
  CHECK(EncodedAddress("%2f") == "%2f");
  CHECK(EncodedAddress("%41%") == "%41%25");
  CHECK(DoiAddress("10.1/a[b]c#d?e") == "https://doi.org/10.1/a%5Bb%5Dc%23d%3Fe");
}

TEST_CASE("a mail may hold what it shows, and no code of a control character") {
  for (const char* head : {"to", "cc", "subject", "body", "keywords", "in-reply-to", "In-Reply-To"}) {
    INFO(head);
    CHECK(IsWebAddress(fmt::format("mailto:a@b.org?{}=c", head)));
    CHECK(IsWebAddress(fmt::format("mailto:a@b.org?{}", head)));
    CHECK(IsWebAddress(fmt::format("mailto:a@b.org?subject=d&{}=c&", head)));
    CHECK_FALSE(IsWebAddress(fmt::format("mailto:a@b.org?{}=c&bcc=d", head)));
    CHECK_FALSE(IsWebAddress(fmt::format("mailto:a@b.org?bcc=d&{}=c", head)));
  }
  for (const char* code : {"%00", "%0a", "%0D", "%1b", "%1F", "%7f", "%7F", "%20%0a"}) {
    INFO(code);
    CHECK_FALSE(IsWebAddress(fmt::format("mailto:a{}@b.org", code)));
    CHECK(HiddenIn(fmt::format("mailto:a{}@b.org", code)) == "a line end or another control character");
    CHECK(IsWebAddress(fmt::format("https://b.org/{}", code)));
  }
  for (const char* code : {"%20", "%7e", "%FF", "%2a", "%70"}) {
    INFO(code);
    CHECK(IsWebAddress(fmt::format("mailto:a{}@b.org", code)));
  }
}

TEST_CASE("the host of a page ends where the port, the path, the question or the place begins") {
  for (const char* rest :
       {"a", "a:1", "a/@", "a?@", "a#@", "[::1]", "[::1]:9", "[::1]/:x", "a:09/b:c", "a?b:c"}) {
    INFO(rest);
    CHECK(IsWebAddress(fmt::format("https://{}", rest)));
    CHECK(IsWebAddress(fmt::format("http://{}", rest)));
    CHECK_FALSE(HiddenIn(fmt::format("http://{}", rest)));
  }
  for (const char* rest : {"", "/a", "#a", ":1", "a:1x", "a:b", "a@b", "[::1]:x", "a:1:2", "a@/b"}) {
    INFO(rest);
    CHECK_FALSE(IsWebAddress(fmt::format("https://{}", rest)));
  }
}

}  // namespace address_test
}  // namespace guidec
