#include "diag/edits.h"

#include <algorithm>
#include <functional>

namespace guidec {

std::string Apply(const Source& source, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, std::ranges::greater(), &Edit::span);
  std::string text = source.text();
  for (const Edit& edit : edits) text.replace(edit.span.begin, edit.span.size(), edit.replacement);
  return text;
}

}  // namespace guidec
