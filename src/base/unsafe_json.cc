#include "base/unsafe_json.h"

namespace guidec {

bool IsUnsafeJson(std::string_view json) {
  if (json.find('\0') != std::string_view::npos) return true;
  std::size_t depth = 0;
  bool is_in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (is_in_string && c == '\\') {
      ++at;
    } else if (c == '"') {
      is_in_string = !is_in_string;
    } else if (is_in_string) {
      continue;
    } else if ((c == '[' || c == '{') && ++depth > kMostJsonDepth) {
      return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

}  // namespace guidec
