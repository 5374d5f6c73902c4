#ifndef GUIDEC_RULES_SPELLER_H_
#define GUIDEC_RULES_SPELLER_H_

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "cache/cache.h"

class Hunspell;

namespace guidec {

// A language's dictionary: Hunspell's files in /usr/share/hunspell, or in the folder that the
// environment variable GUIDEC_HUNSPELL_DIR names. Functions may be called from several threads.
class Speller {
 public:
  static constexpr std::size_t kMostSuggestions = 10;

  // The dictionary of a BCP 47 tag, or null when none is installed. Rules ask for the languages of the
  // workspace and its guides alone: of others, remembered findings would not know (lint/cached_lint.h).
  // All threads share the dictionary, which lives as long as the program.
  static Speller* Find(std::string_view language);

  // `word` is UTF-8; a typographic apostrophe is as good as a straight one. The first word that is not
  // remembered loads the dictionary, which takes longer than linting a file.
  bool Knows(std::string_view word);
  // The same of everybody's words: medicine's write `acl` and `achilles` with small letters.
  bool KnowsAsOrdinary(std::string_view word);
  // Whether the word, with its capital, is a name or is made of one: "German", "French", "China", whatever
  // the same letters mean without the capital.
  bool KnowsAsName(std::string_view word);
  // The likeliest first. Takes tens of milliseconds where it is not remembered.
  std::vector<std::string> Suggest(std::string_view word);

  // All that was asked of the dictionary, for Recall in a later run; nothing when Recall knew it already, or
  // when it is so much that the dictionary is loaded as soon. What took so long that Hunspell may have given
  // up is left out.
  std::optional<std::string> Learnt();
  // What is known already stays; what is not from Learnt is left aside.
  void Recall(std::string_view learnt);

  // `base` is the path of Hunspell's two files without `.aff` and `.dic`.
  explicit Speller(fs::path base);
  ~Speller();

 private:
  enum class Known : unsigned char { kNot, kOrdinary, kTerm, kName };
  struct Verdict {
    Known known = Known::kNot;
    bool is_sure = true;    // else Hunspell may have given up
    bool is_asked = false;  // in this run
    std::optional<std::vector<std::string>> suggestions = {};
    bool are_suggestions_sure = true;
  };

  // Call these with the mutex held.
  Hunspell& Loaded();
  // The words of medicine, of English alone; null where they are not installed. They come into play where the
  // dictionary does not know a word.
  Hunspell* Medicine();
  std::vector<std::string> SuggestionsOf(Hunspell& hunspell, const std::string& encoded) const;
  Verdict& VerdictOn(std::string_view word);

  std::mutex mutex_;  // Hunspell is for one thread at a time
  fs::path base_;
  std::unique_ptr<Hunspell> hunspell_, medicine_;
  std::string encoding_;
  std::unordered_map<std::string, Verdict> verdicts_;  // by word
  bool has_learnt_ = false;
};

// While it lives, what dictionaries say of words is taken from `cache` where it is kept there; when it goes,
// what is new is put there. One at a time; `cache` and `files` outlive it.
class KeptWords {
 public:
  KeptWords(const Cache& cache, const FileSystem& files);
  ~KeptWords();
  KeptWords(const KeptWords&) = delete;

  // Another whenever the dictionary of that tag is another: made from the bytes of its files, or from why
  // they cannot be read. These are read once.
  std::string Digest(const std::string& language);

 private:
  friend class Speller;
  void Recall(const std::string& language, Speller& speller);
  void Keep();
  std::string KeyOf(const std::string& digest) const;

  const Cache& cache_;
  const FileSystem& files_;
  std::map<Speller*, std::string> languages_;  // of those that have recalled what is kept
  std::mutex mutex_;
  std::map<std::string, std::string> digests_;  // by language
};

// The Debian package that brings the dictionary of a BCP 47 tag: "hunspell-en-us", "hunspell-fr".
std::string DictionaryPackage(std::string_view language);

}  // namespace guidec

#endif  // GUIDEC_RULES_SPELLER_H_
