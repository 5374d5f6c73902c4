#ifndef GUIDEC_TEXT_ECMA_PATTERN_H_
#define GUIDEC_TEXT_ECMA_PATTERN_H_

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace guidec {

// A regular expression of ECMA 262 with Unicode's letters, as JSON Schema writes them, over UTF-8.
// May be asked by several threads at once.
class EcmaPattern {
 public:
  // The error says what is wrong with the expression, or what of it is not implemented.
  static Result<EcmaPattern> Compile(std::string_view expression);

  // Whether the expression matches some part of the text.
  bool MatchesPart(std::string_view text) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

// The same expression as ICU writes it.
Result<std::string> IcuExpression(std::string_view ecma);

}  // namespace guidec

#endif  // GUIDEC_TEXT_ECMA_PATTERN_H_
