#ifndef GUIDEC_TEXT_PATTERN_H_
#define GUIDEC_TEXT_PATTERN_H_

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace guidec {

// A regular expression of ICU's kind (https://unicode-org.github.io/icu/userguide/strings/regexp.html) in
// UTF-8. Matching stops, as if nothing matched, where an expression needs unreasonably long.
class Pattern {
 public:
  // The error says what is wrong with the expression.
  static Result<Pattern> Compile(const std::string& expression);

  struct Trial {
    bool matches = false;
    int steps = 0;  // that it took beyond what any plain expression takes, each about a millisecond
  };
  Trial Try(std::string_view text) const;
  bool MatchesWhole(std::string_view text) const { return Try(text).matches; }

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace guidec

#endif  // GUIDEC_TEXT_PATTERN_H_
