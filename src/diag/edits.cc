#include "diag/edits.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace guidec {
namespace {

bool HasCrLf(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r';
}

std::string WithoutCarriageReturns(std::string_view text) {
  std::string without(text);
  std::erase(without, '\r');
  return without;
}

std::string WithCrLf(std::string_view text) {
  std::string with;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) with += '\r';
    with += text[i];
  }
  return with;
}

}  // namespace

std::string Apply(const Source& source, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, std::ranges::greater(), &Edit::span);
  std::string text = source.text();
  const bool has_cr_lf = HasCrLf(text);
  for (const Edit& edit : edits) {
    // An edit that fixes the line ends themselves says which ones it wants.
    const bool is_about_line_ends = WithoutCarriageReturns(source.Slice(edit.span)) == edit.replacement;
    const bool keeps = !has_cr_lf || is_about_line_ends;
    text.replace(edit.span.begin, edit.span.size(), keeps ? edit.replacement : WithCrLf(edit.replacement));
  }
  return text;
}

}  // namespace guidec
