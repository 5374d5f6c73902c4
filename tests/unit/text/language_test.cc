#include "text/language.h"

#include <optional>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "text/direction.h"
#include "text/measure_words.h"

namespace guidec {
namespace language_test {

TEST_CASE("a tag is taken apart, and its region is guessed where it has none") {
  const auto parts = [](std::string_view text) {
    const LanguageTag tag = LikelyTag(text);
    return tag.language + "|" + tag.script + "|" + tag.region;
  };
  CHECK(parts("en-GB") == "en||GB");
  CHECK(parts("de") == "de||DE");
  CHECK(parts("sr") == "sr||RS");
  CHECK(parts("sr-Latn-ME") == "sr|Latn|ME");
  CHECK(parts("zh-Hant") == "zh|Hant|TW");
  CHECK(parts("xx") == "xx||");
  CHECK(parts("not a tag at all") == "||");
}

TEST_CASE("English is told by the language of the tag") {
  CHECK(PrimaryLanguage("en-US") == "en");
  CHECK(PrimaryLanguage("sr-Latn-RS") == "sr");
  CHECK(PrimaryLanguage("de") == "de");
  CHECK(PrimaryLanguage("").empty());
  for (const char* tag : {"en", "en-US", "en-GB"}) CHECK(IsEnglish(tag));
  for (const char* tag : {"", "e", "enm", "eng", "de", "de-en", "EN"}) CHECK_FALSE(IsEnglish(tag));
}

TEST_CASE("text is written in another encoding, or not at all") {
  CHECK(Recode("", "UTF-8", "ISO-8859-1") == "");
  CHECK(Recode("knee", "UTF-8", "no such encoding") == "knee");
  CHECK(Recode("\u00e9", "UTF-8", "ISO-8859-1") == "\xE9");
  CHECK(Recode("\xE9", "ISO-8859-1", "UTF-8") == "\u00e9");
  CHECK(Recode("caf\u00e9\u007f", "UTF-8", "ISO-8859-1") == "caf\xE9\x7F");
  CHECK(Recode("\u0416", "UTF-8", "ISO-8859-1") == std::nullopt);
  CHECK(Recode("\u00e9", "UTF-8", "no such encoding") == std::nullopt);
  std::string latin(200, '\xE9');
  std::string utf8;
  for (int i = 0; i < 200; ++i) utf8 += "\u00e9";
  CHECK(Recode(latin, "ISO-8859-1", "UTF-8") == utf8);
  CHECK(Recode(utf8, "UTF-8", "ISO-8859-1") == latin);
}

TEST_CASE("what is written from right to left") {
  for (const char* tag : {"ar", "ar-EG", "he", "fa-IR", "ur", "az-Arab", "yi"}) {
    INFO(tag);
    CHECK(IsRightToLeft(tag));
  }
  for (const char* tag : {"", "en", "de-DE", "az", "ar-Latn", "sr-Latn", "not a tag"}) {
    INFO(tag);
    CHECK_FALSE(IsRightToLeft(tag));
  }
}

TEST_CASE("durations are in the words of the language") {
  struct Case {
    int seconds;
    std::string_view english, german, unknown;
  };
  constexpr Case kCases[] = {
      {0, "0 seconds", "0 Sekunden", "0 s"},
      {1, "1 second", "1 Sekunde", "1 s"},
      {59, "59 seconds", "59 Sekunden", "59 s"},
      {60, "1 minute", "1 Minute", "1 min"},
      {61, "1 minute, 1 second", "1 Minute, 1 Sekunde", "1 min, 1 s"},
      {90, "1 minute, 30 seconds", "1 Minute, 30 Sekunden", "1 min, 30 s"},
      {119, "1 minute, 59 seconds", "1 Minute, 59 Sekunden", "1 min, 59 s"},
      {120, "2 minutes", "2 Minuten", "2 min"},
      {3600, "60 minutes", "60 Minuten", "60 min"},
  };
  for (const Case& c : kCases) {
    INFO(c.seconds);
    CHECK(DurationWords(c.seconds, "en-GB") == c.english);
    CHECK(DurationWords(c.seconds, "de") == c.german);
    CHECK(DurationWords(c.seconds, "xx") == c.unknown);
  }
  CHECK(DurationRangeWords(20, 40, "de") == "20\u201340 Sekunden");
  CHECK(DurationRangeWords(60, 120, "de") == "1\u20132 Minuten");
  CHECK(DurationRangeWords(60, 90, "en") == "60\u201390 seconds");
  CHECK(DurationRangeWords(30, 60, "en") == "30\u201360 seconds");
  CHECK(DurationRangeWords(60, 180, "xx") == "1\u20133 min");
  CHECK(DurationUnitWord(true, "de") == "Minuten");
  CHECK(DurationUnitWord(false, "de") == "Sekunden");
  CHECK(DurationUnitWord(true, "en") == "minutes");
}

TEST_CASE("letters lose their marks") {
  CHECK(WithoutMarks("") == "");
  CHECK(WithoutMarks("knee") == "knee");
  CHECK(WithoutMarks("R\u00e9sum\u00e9") == "Resume");
  CHECK(WithoutMarks("\u6f22\u5b57\u00e9") == "\u6f22\u5b57e");
  CHECK(WithoutMarks("na\u0069\u0308ve") == "naive");
  CHECK(WithoutMarks("\u1ec7") == "e");
  CHECK(WithoutMarks("\U0001F3C3 run") == "\U0001F3C3 run");
  CHECK(WithoutMarks("\xff") == "\xff");
  std::string marked;
  for (int i = 0; i < 100; ++i) marked += "\u1ec7";
  CHECK(WithoutMarks(marked) == std::string(100, 'e'));
}

}  // namespace language_test
}  // namespace guidec
