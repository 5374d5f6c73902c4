// A passage as a reader of its marks walks over it: which of its bytes the author has typed, and what is next
// to each.
#ifndef GUIDEC_RULES_TYPED_TEXT_H_
#define GUIDEC_RULES_TYPED_TEXT_H_

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "model/prose/passage.h"
#include "text/utf8.h"

namespace guidec {

inline bool IsDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
inline bool IsLetter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
inline bool IsWordPart(char c) {
  return IsLetter(c) || IsDigit(c) || !IsAscii(c);
}
inline bool IsKeyPart(char c) {
  return IsLetter(c) || IsDigit(c) || c == '-' || c == '_';
}
inline bool IsBlank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

class TypedText {
 public:
  // `use` and `passage` outlive it.
  TypedText(const ProseUse& use, const Passage& passage)
      : use_(use), passage_(passage), text_(passage.text) {}

  const ProseUse& use() const { return use_; }
  std::string_view text() const { return text_; }
  char At(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char Before(std::size_t at) const { return at > 0 ? text_[at - 1] : '\0'; }
  std::size_t RunEnd(std::size_t at) const {
    return std::min(text_.find_first_not_of(text_[at], at), text_.size());
  }
  template <class Part>
  std::size_t EndOf(std::size_t at, const Part& is_part) const {
    while (at < text_.size() && is_part(text_[at])) ++at;
    return at;
  }
  bool IsPlain(std::size_t at) const { return SegmentOf(at).is_plain; }
  // The author's own words, and no escape.
  bool IsTyped(std::size_t at) const {
    const Passage::Segment& segment = SegmentOf(at);
    return segment.is_plain && !IsEscaped(segment, at - segment.begin);
  }
  std::string Slice(std::size_t begin, std::size_t end) const {
    return std::string(text_.substr(begin, end - begin));
  }
  bool IsInLink(std::size_t at) const {
    const MarkdownNode* node = SegmentOf(at).node;
    bool is_inside = false;
    ForEachNode(use_.prose->root, [&](const MarkdownNode& link) {
      if (link.type != MarkdownType::kLink) return;
      ForEachNode(link, [&](const MarkdownNode& inner) { is_inside = is_inside || &inner == node; });
    });
    return is_inside;
  }

 private:
  const Passage::Segment& SegmentOf(std::size_t at) const {
    return *std::prev(std::ranges::upper_bound(passage_.segments, at, {}, &Passage::Segment::begin));
  }
  static bool IsEscaped(const Passage::Segment& segment, std::size_t at) {
    const std::vector<TextRun>& runs = segment.node->runs;
    const auto next = std::ranges::upper_bound(runs, at, {}, &TextRun::text_begin);
    return next != runs.begin() && std::prev(next)->escape_size > 0;
  }

  const ProseUse& use_;
  const Passage& passage_;
  std::string_view text_;
};

}  // namespace guidec

#endif  // GUIDEC_RULES_TYPED_TEXT_H_
