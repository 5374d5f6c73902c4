// Finds again in the prose what cmark read out of it, at the position that cmark gives or, where it gives
// none or a wrong one, by searching on from the last text.
#ifndef GUIDEC_MODEL_PROSE_PLACER_H_
#define GUIDEC_MODEL_PROSE_PLACER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cmark.h>

#include "model/prose/markdown.h"

namespace guidec {

struct DeleteCmarkNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkTree = std::unique_ptr<cmark_node, DeleteCmarkNode>;

CmarkTree ParseCommonMark(std::string_view text);

// Empty for null.
std::string OrEmpty(const char* text);

// `&#1;`: what it stands for, and its bytes of the prose.
struct ForbiddenReference {
  char32_t character = 0;
  std::uint32_t begin = 0, end = 0;
};

class Placer {
 public:
  explicit Placer(std::string_view source);

  // The byte of a line and a column, both counted from 1; 0 for none.
  std::uint32_t Offset(int line, int column) const;

  // Finds where `value`, the node's, stands: where the node begins if that is true, else from the last place
  // on. In a literal, as in code, escapes mean themselves. References to characters that no output may hold
  // are taken out.
  void Place(MarkdownNode& node, std::string value, bool is_literal = false);

  // Goes on behind a link whose text ends at `from`: `](address "title")`, `][name]`, `]` or `>`.
  void GoBehindLink(std::uint32_t from);

  std::uint32_t cursor() const { return cursor_; }  // behind what was placed last
  const std::vector<ForbiddenReference>& forbidden() const { return forbidden_; }

 private:
  // How often all of the source may be searched through for what cmark gives no place of.
  static constexpr std::size_t kSearches = 64;

  struct Escape {
    std::string text;
    std::uint32_t size = 0;  // bytes of source; 0 when there is no escape
  };
  Escape ReadEscape(std::size_t at) const;
  Escape EscapeAt(std::size_t at, bool is_literal) const;
  bool Spend(std::size_t bytes);
  std::optional<std::vector<TextRun>> Align(std::size_t at, std::string_view value, bool is_literal);
  std::optional<char32_t> Referenced(std::uint32_t at) const;
  void TakeOutForbidden(MarkdownNode& node);
  std::size_t Find(char c, std::size_t begin);
  std::uint32_t EndOfAddress(std::size_t bracket);

  std::string_view source_;
  std::vector<std::uint32_t> line_starts_{0};
  std::uint32_t cursor_ = 0;
  std::vector<ForbiddenReference> forbidden_;
  std::size_t patience_;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_PLACER_H_
