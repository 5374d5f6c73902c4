#ifndef GUIDEC_EMIT_HTML_VOID_ELEMENTS_H_
#define GUIDEC_EMIT_HTML_VOID_ELEMENTS_H_

#include <algorithm>
#include <array>
#include <string_view>

namespace guidec {

// Elements of our pages that are always empty and have no end tag (HTML, 13.1.2).
inline constexpr std::array<std::string_view, 6> kVoidElements = {"br", "col", "hr", "img", "link", "meta"};

inline bool IsVoidElement(std::string_view name) {
  return std::ranges::find(kVoidElements, name) != kVoidElements.end();
}

}  // namespace guidec

#endif  // GUIDEC_EMIT_HTML_VOID_ELEMENTS_H_
