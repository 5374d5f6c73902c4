// The words of a passage with what stands next to each, for rules that tell a slip by the words around it.
#ifndef GUIDEC_RULES_NEIGHBOURS_H_
#define GUIDEC_RULES_NEIGHBOURS_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/prose/passage.h"

namespace guidec {

class Neighbours {
 public:
  Neighbours(const Passage& passage, std::string_view language)
      : passage_(passage), list_(passage.words(language)) {}

  std::size_t size() const { return list_.size(); }
  const std::string& operator[](std::size_t i) const { return list_.words[i]; }
  const Piece& piece(std::size_t i) const { return list_.pieces[i]; }
  // As it is written.
  std::string_view Written(std::size_t i) const { return passage_.Slice(list_.pieces[i]); }

  // The word `steps` further on or back, if nothing but blanks stands between; else empty.
  std::string_view After(std::size_t i, std::size_t steps = 1) const {
    for (std::size_t at = i; at < i + steps; ++at) {
      if (!IsJoined(at)) return {};
    }
    return list_.words[i + steps];
  }
  std::string_view Before(std::size_t i, std::size_t steps = 1) const {
    for (std::size_t at = i; at > i - std::min(i, steps); --at) {
      if (!IsJoined(at - 1)) return {};
    }
    return steps > i ? std::string_view() : std::string_view(list_.words[i - steps]);
  }
  // Whether no word stands before it in its clause.
  bool Starts(std::size_t i) const { return Before(i).empty(); }
  // Whether it is the first of the passage, or behind a mark that ends a sentence.
  bool StartsSentence(std::size_t i) const {
    if (i == 0) return list_.pieces[0].begin < 3;
    const std::string_view gap = Gap(i - 1);
    return gap.find_first_of(".!?:\n") != std::string_view::npos;
  }
  // Whether the clause ends with it, by a mark or by the end of the passage.
  bool Ends(std::size_t i) const {
    if (i + 1 < list_.size()) return Gap(i).find_first_of(".,;:!?)\n") == 0;
    return true;
  }
  // The byte behind the word, or 0.
  char MarkBehind(std::size_t i) const {
    const std::size_t end = list_.pieces[i].end;
    return end < passage_.text.size() ? passage_.text[end] : '\0';
  }

 private:
  std::string_view Gap(std::size_t i) const {
    return passage_.Slice({list_.pieces[i].end, list_.pieces[i + 1].begin});
  }
  bool IsJoined(std::size_t i) const {
    return i + 1 < list_.size() && Gap(i).find_first_not_of(" \n") == std::string_view::npos;
  }

  const Passage& passage_;
  const WordList& list_;
};

}  // namespace guidec

#endif  // GUIDEC_RULES_NEIGHBOURS_H_
