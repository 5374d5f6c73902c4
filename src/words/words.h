// What guidec itself prints in a guide's language. The words stand in one file for each language, <tag>.json in this
// folder; CMake makes a table of each, and the templates get the same table as JSON (emit/typst/pdf.h). A file of a
// region, such as en-US.json, holds only what differs from its language's.
#ifndef GUIDEC_WORDS_WORDS_H_
#define GUIDEC_WORDS_WORDS_H_

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "words/keys.h"

namespace guidec {

// Whether the language of a BCP 47 tag has a file.
bool HasWords(std::string_view tag);

// What the files have under that key.
std::optional<Word> FindWord(std::string_view key);

// The words of one file.
struct WordTable {
  std::string_view tag;                          // "en", "en-US"
  const std::string_view (*words)[kWordCount];  // without data where a region says what its language says
};

class Wording {
 public:
  // Of a BCP 47 tag. A language that has no file gets English.
  explicit Wording(std::string_view tag);

  std::string_view operator[](Word word) const;

  // The text, with each `{name}` in it replaced by the value of that name.
  std::string Filled(Word word, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;

  // "1 repetition", "12 repetitions".
  std::string Counted(Word one, Word other, int count) const;

  // "2026-11-22" as "22 November 2026", "2026-11" as "November 2026". What is no date, or only a year, stays.
  std::string Date(std::string_view iso) const;

  // The tag that was asked for: quantities are spelled in its language even where the words are English.
  const std::string& tag() const { return tag_; }

  // The language that the words are in.
  std::string_view language() const { return language_->tag; }

  // All of them, by their keys in the files.
  std::map<std::string, std::string> All() const;

 private:
  std::string tag_;
  const WordTable* language_;
  const WordTable* region_ = nullptr;
};

}  // namespace guidec

#endif  // GUIDEC_WORDS_WORDS_H_
