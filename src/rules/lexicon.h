#ifndef GUIDEC_RULES_LEXICON_H_
#define GUIDEC_RULES_LEXICON_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/accepted_words.h"
#include "rules/speller.h"
#include "text/letter_case.h"

namespace guidec {

// What a message says where no other spelling is likely.
inline constexpr std::string_view kNoSpelling = "correct it, or add it to the workspace's dictionary";

// How many words Hunspell may still be asked to suggest others for.
struct SuggestionBudget {
  int words = 100;  // each takes tens of milliseconds; a text with more unknown words has another problem
  int names = 50;   // words with a capital, which are names more often than slips

  int& Of(std::string_view word) { return IsUpper(word.front()) ? names : words; }
};

// What is right in one language, found out once for each word.
class Lexicon {
 public:
  struct Entry {
    bool is_right = false;
    bool wants_dictionary = false;  // right, since there is none to ask
    bool is_rare = false;           // unknown, and like no word that is known
    std::string message;            // for what is not right; made when it is first wanted
    bool is_close = false;          // so near a known word that hardly chance brings them together
    bool is_slip = false;         // nearer still: two letters swapped, one doubled, one wrong in a long word
    bool is_like_common = false;  // like a word that is no name
  };

  // `reads`: whether the words of rules/health_words.h are of that language.
  Lexicon(AcceptedWords& accepted, const std::string& language, bool reads)
      : accepted_(accepted), language_(language), reads_(reads) {}

  const std::string& language() const { return language_; }
  bool reads() const { return reads_; }

  // Stays where it is.
  Entry& Look(std::string_view word);

  // Whether it is a slip of an accepted word.
  bool IsNearAccepted(const std::string& word) const;

  // Nothing for a word that is like no other: a slip is near the word that was meant, and a name or a term of
  // science is not.
  const std::string& MessageOn(const std::string& word, SuggestionBudget& budget);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };

  bool IsHealthWord(std::string_view word) const;
  bool IsInDictionary(std::string_view word);

  // "Glucosamine" and most terms of medicine stand in dictionaries with a capital, and in texts without.
  bool IsTermWithCapital(std::string_view word);
  // "haematuria", in an American text as well
  bool IsBritishTerm(std::string_view word);
  bool IsJoined(std::string_view word);
  bool IsInHunspell(std::string_view word);
  std::vector<std::string> Suggestions(const std::string& word, Entry& entry, int& left);
  static std::string Message(const std::string& word, const std::vector<std::string>& suggestions);

  AcceptedWords& accepted_;
  std::string language_;
  bool reads_;
  Speller* speller_ = nullptr;
  bool misses_dictionary_ = false;
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
};

}  // namespace guidec

#endif  // GUIDEC_RULES_LEXICON_H_
