#include "text/address.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace {

TEST_CASE("an address that a reader can follow is a page's or a mailbox's") {
  for (const char* address : {"https://example.org/a?b=1&c=2#d", "http://example.org", "mailto:a@example.org",
                              "https://example.org/caf\xC3\xA9"}) {
    INFO(address);
    CHECK(IsWebAddress(address));
  }
  for (const char* address :
       {"", "https://", "mailto:", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//example.org/x", "notes.html", "https://a b", "https://a\tb",
        "https://a\"onclick=b", "https://a<b>", " https://a", "ht\ntps://a", "\xE2\x80\xAEhttps://a"}) {
    INFO(address);
    CHECK_FALSE(IsWebAddress(address));
  }
}

}  // namespace
}  // namespace guidec
