#include "rules/word_forms.h"

#include <algorithm>
#include <cstddef>

#include "text/words.h"

namespace guidec {
namespace {

// `of` is what the base ends in where `ending` stands for it.
struct Form {
  std::string_view ending;
  std::string_view of;
  std::size_t shortest;  // bytes before the ending
};
constexpr Form kForms[] = {
    {"ize", "", 5},         {"izes", "", 5},     {"ized", "", 5},     {"izing", "", 5},
    {"ization", "", 5},     {"istic", "ist", 5}, {"ively", "ive", 3}, {"ally", "al", 5},
    {"ently", "ent", 4},    {"antly", "ant", 4}, {"ously", "ous", 4}, {"icular", "icle", 4},
    {"eed", "ee", 1},       {"ooing", "oo", 1},  {"ven", "ve", 5},    {"vable", "ve", 5},
    {"sable", "se", 5},     {"zable", "ze", 5},  {"rable", "re", 5},  {"able", "", 5},
    {"or", "", 5},          {"er", "", 5},       {"ee", "", 5},       {"oses", "osis", 4},
    {"logical", "logy", 4},
};

constexpr std::size_t kLongEnough = 5;  // of a base behind "un" or "mis"

}  // namespace

bool IsRegularForm(std::string_view written, const std::function<bool(std::string_view)>& knows) {
  std::string word = LowerCase(written);
  if (word.ends_with("'s")) return written.size() > kLongEnough && knows(written.substr(0, word.size() - 2));
  if (written.ends_with("\u2019s") && written.size() > kLongEnough)
    return knows(written.substr(0, written.size() - 4));
  if (word.starts_with("un") && word.ends_with("ed") && word.size() >= 2 + kLongEnough &&
      knows(word.substr(2)))
    return true;
  if (word.starts_with("un") && word.size() > 2 + kLongEnough && knows(word.substr(2))) return true;
  if (word.starts_with("mis") && word.size() >= 4 + kLongEnough && knows(word.substr(3))) return true;
  return std::ranges::any_of(kForms, [&](const Form& form) {
    return word.size() >= form.shortest + form.ending.size() && word.ends_with(form.ending) &&
           knows(word.substr(0, word.size() - form.ending.size()) + std::string(form.of));
  });
}

bool IsOfParts(std::string_view word, const std::function<bool(std::string_view)>& knows) {
  const std::string lower = LowerCase(word);
  constexpr std::string_view kAmerican = "ored";  // "colored", where "coloured" is right
  if (lower.size() < kLongEnough || !lower.ends_with("ed") || lower.ends_with(kAmerican)) return false;
  return knows(lower.substr(0, lower.size() - 2)) || knows(lower.substr(0, lower.size() - 1));
}

}  // namespace guidec
