// Finds the lines that keep a text from being YAML. Private to syntax/.
#ifndef GUIDEC_SYNTAX_RECOVER_H_
#define GUIDEC_SYNTAX_RECOVER_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "diag/diagnostic.h"
#include "syntax/line.h"
#include "syntax/tree.h"
#include "syntax/value.h"
#include "text/source.h"

namespace guidec {

Fault TooDeep(Span span, const Limits& limits);

// The text with blamed lines blanked, and which lines those are (counted from 1).
class Mask {
 public:
  explicit Mask(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  const std::set<std::uint32_t>& lines() const { return lines_; }

  void Blank(const Source& source, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t line = first; line <= last; ++line) {
      const Span span = source.LineSpan(line);
      std::fill(text_.begin() + span.begin, text_.begin() + span.end, ' ');
      lines_.insert(line);
    }
  }

  // Puts `text` in the place of as many bytes.
  void Replace(std::uint32_t begin, std::string_view text) { text_.replace(begin, text.size(), text); }

  bool IsBlank(const Source& source, std::uint32_t line) const {
    const Span span = source.LineSpan(line);
    return IsBlankOrComment(std::string_view(text_).substr(span.begin, span.size()));
  }

 private:
  std::string text_;
  std::set<std::uint32_t> lines_;
};

// Why a text is not YAML, at the first place where a parser stops.
struct Trouble {
  std::uint32_t offset = 0;
  std::string message;  // yaml-cpp's; empty when only the tree has an error
  bool too_deep = false;
};

// What both parsers make of a text. Without trouble, both parts are there.
struct Parsed {
  std::optional<Value> value;
  std::optional<Tree> tree;
  std::optional<Trouble> trouble;
};

// Blanks lines until both parsers are content, and reports each but those in `reported`: of the
// lines that may be at fault, the one without which both parsers get furthest. Returns what the parsers
// make of what is left.
Parsed Recover(const Source& source, const Limits& limits, Mask& mask,
               const std::set<std::uint32_t>& reported, std::vector<Fault>& faults);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_RECOVER_H_
