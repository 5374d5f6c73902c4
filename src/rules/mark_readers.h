// The readers of rules/printed_marks.h. Private to it.
#ifndef GUIDEC_RULES_MARK_READERS_H_
#define GUIDEC_RULES_MARK_READERS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/printed_marks.h"
#include "rules/typed_text.h"

namespace guidec {

class MarkReader {
 protected:
  using Found = std::optional<PrintedMark>;

  explicit MarkReader(const TypedText& text) : text_(text), raw_(text.text()) {}

  // What stands from `begin` to `end`, with what to write.
  PrintedMark Made(MarkKind kind, std::size_t begin, std::size_t end, std::string_view advice) const;
  Found Markup(std::size_t begin, std::size_t end,
               std::string_view advice = "write it without the marks") const {
    return Made(MarkKind::kMarkup, begin, end, advice);
  }

  const TypedText& text_;
  std::string_view raw_;
};

// Brackets, at signs and addresses: what was meant as a citation or a link, or is a note in brackets.
std::optional<PrintedMark> ReferenceMarkAt(const TypedText& text, std::size_t at);

// Marks of emphasis, formulas, tables, tags, variables.
std::optional<PrintedMark> MarkupMarkAt(const TypedText& text, std::size_t at);

}  // namespace guidec

#endif  // GUIDEC_RULES_MARK_READERS_H_
