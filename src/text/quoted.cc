#include "text/quoted.h"

#include <cctype>
#include <cstddef>

namespace guidec {
namespace {

struct QuotationMarks {
  std::string_view open, close;
  bool may_be_apostrophe;
};
constexpr QuotationMarks kQuotationMarks[] = {
    {"\"", "\"", false}, {"\u201C", "\u201D", false}, {"'", "'", true}, {"\u2018", "\u2019", true}};

// A letter or a digit; what is not ASCII is taken for a letter, apart from the marks of General Punctuation.
bool IsOfWord(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return std::isalnum(byte) != 0 || (byte >= 0x80 && !text.substr(at).starts_with("\xE2\x80"));
}

std::size_t FindOpening(std::string_view text, const QuotationMarks& marks, std::size_t from) {
  std::size_t at = text.find(marks.open, from);
  while (marks.may_be_apostrophe && at != std::string_view::npos &&
         ((at > 0 && IsOfWord(text, at - 1)) || !IsOfWord(text, at + marks.open.size()))) {
    at = text.find(marks.open, at + 1);
  }
  return at;
}

std::size_t FindClosing(std::string_view text, const QuotationMarks& marks, std::size_t from) {
  std::size_t at = text.find(marks.close, from);
  while (marks.may_be_apostrophe && at != std::string_view::npos && IsOfWord(text, at + marks.close.size()))
    at = text.find(marks.close, at + 1);
  return at;
}

}  // namespace

std::vector<Piece> QuotedIn(std::string_view text) {
  std::vector<Piece> quoted;
  for (const QuotationMarks& marks : kQuotationMarks) {
    for (std::size_t at = FindOpening(text, marks, 0); at != std::string_view::npos;) {
      const std::size_t begin = at + marks.open.size();
      const std::size_t end = FindClosing(text, marks, begin);
      if (end == std::string_view::npos) break;
      quoted.push_back({begin, end});
      at = FindOpening(text, marks, end + marks.close.size());
    }
  }
  return quoted;
}

}  // namespace guidec
