#ifndef GUIDEC_TEXT_LANGUAGE_H_
#define GUIDEC_TEXT_LANGUAGE_H_

#include <optional>
#include <string>
#include <string_view>

namespace guidec {

// The parts of a BCP 47 tag; empty where the tag has none.
struct LanguageTag {
  std::string language;  // "sr"
  std::string script;    // "Latn"
  std::string region;    // "RS"
};

// With the region that most readers of the language live in, where the tag names none.
LanguageTag LikelyTag(std::string_view tag);

// The language of a BCP 47 tag as it is written: "en" of "en-US".
std::string_view PrimaryLanguage(std::string_view tag);

// Whether a BCP 47 tag names a kind of English.
bool IsEnglish(std::string_view tag);

// From one of ICU's encodings to another; nothing when the text cannot be written in it.
std::optional<std::string> Recode(std::string_view text, const std::string& from, const std::string& to);

// Every letter without its accents and other marks: "resume" for "résumé".
std::string WithoutMarks(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TEXT_LANGUAGE_H_
