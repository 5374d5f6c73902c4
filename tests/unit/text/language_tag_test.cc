#include "text/language_tag.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace language_tag_test {

TEST_CASE("a language tag is a language, and perhaps a script and a region") {
  for (const char* tag : {"en", "yue", "en-US", "es-419", "sr-Latn", "sr-Latn-RS", "zh-Hant-150"}) {
    INFO(tag);
    CHECK(IsLanguageTag(tag));
  }
  for (const char* text : {"", "e", "engl", "EN", "en-", "en-us", "en-US-", "en--US", "en_US", "en-U", "en-USA", "sr-latn",
                           "sr-LatnX", "sr-Latn-", "en-US-x", "en\" onload=\"x", "<x>"}) {
    INFO(text);
    CHECK_FALSE(IsLanguageTag(text));
  }
}

}  // namespace language_tag_test
}  // namespace guidec
