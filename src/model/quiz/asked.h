// The part of a stem that asks: the last sentence with a question mark, and what follows it. What stands
// before it tells a story.
#ifndef GUIDEC_MODEL_QUIZ_ASKED_H_
#define GUIDEC_MODEL_QUIZ_ASKED_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/prose/passage.h"

namespace guidec {

class AskedWords {
 public:
  // Of the passage's tokens; the passage outlives it.
  AskedWords(const Passage& passage, Match tokens) : passage_(passage), tokens_(tokens) {}

  std::span<const std::string> words() const {
    return std::span(passage_.tokens().words).subspan(tokens_.begin, tokens_.end - tokens_.begin);
  }
  std::string_view text() const;
  Span SpanOf(std::size_t at) const { return passage_.SpanOf(passage_.tokens().pieces[tokens_.begin + at]); }

  // The first word that is one of `alternatives`, such as "before|prior".
  std::optional<std::size_t> Find(const Alternatives& alternatives) const;
  bool Has(const Alternatives& alternatives) const { return Find(alternatives).has_value(); }

  // The first word that asks for what does not hold: "not", "cannot", "except".
  std::optional<std::size_t> FindNegative() const;

 private:
  const Passage& passage_;
  Match tokens_;
};

// Nothing of an empty stem. Of a statement all of it asks.
std::optional<AskedWords> AskedOf(const PassageList& stem);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_ASKED_H_
