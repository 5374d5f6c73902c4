#include "diag/content_key.h"

#include <algorithm>
#include <string_view>

#include "base/hash.h"

namespace guidec {

std::string ContentKey(const Diagnostic& finding, const Sources& sources) {
  static constexpr std::string_view kBlanks = " \t\r\n";
  std::string key(finding.rule->code);
  std::string_view left = sources[finding.span.source].Slice(finding.span);
  while (true) {
    const std::size_t begin = std::min(left.find_first_not_of(kBlanks), left.size());
    left.remove_prefix(begin);
    if (left.empty()) break;
    const std::size_t end = std::min(left.find_first_of(kBlanks), left.size());
    key += ' ';
    key += left.substr(0, end);
    left.remove_prefix(end);
  }
  return Sha256(key).substr(0, 16);
}

}  // namespace guidec
