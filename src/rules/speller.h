#ifndef GUIDEC_RULES_SPELLER_H_
#define GUIDEC_RULES_SPELLER_H_

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/files.h"

class Hunspell;

namespace guidec {

// A language's dictionary: Hunspell's files in /usr/share/hunspell, or in the folder that the
// environment variable GUIDEC_HUNSPELL_DIR names.
class Speller {
 public:
  // The dictionary of a BCP 47 tag, or null when none is installed. Rules ask for the languages of the
  // workspace and its guides alone: of others, remembered findings would not know (lint/cached_lint.h).
  // Loading takes tens of milliseconds, so it is done once; all threads share the dictionary, which lives as
  // long as the program.
  static Speller* Find(std::string_view language);

  // `word` is UTF-8; a typographic apostrophe is as good as a straight one.
  bool Knows(std::string_view word);
  // At most `most`, the likeliest first. Takes tens of milliseconds.
  std::vector<std::string> Suggest(std::string_view word, std::size_t most);

  // `base` is the path of Hunspell's two files without `.aff` and `.dic`.
  explicit Speller(const fs::path& base);
  ~Speller();

 private:
  std::mutex mutex_;  // Hunspell is for one thread at a time
  std::unique_ptr<Hunspell> hunspell_;
  std::string encoding_;
  std::unordered_map<std::string, bool> verdicts_;  // by word
};

// Another whenever the dictionary of that tag is another: made from the bytes of its files.
std::string DictionaryDigest(std::string_view language, const FileSystem& files);

// The Debian package that brings the dictionary of a BCP 47 tag: "hunspell-en-us", "hunspell-fr".
std::string DictionaryPackage(std::string_view language);

}  // namespace guidec

#endif  // GUIDEC_RULES_SPELLER_H_
