// One walk over the passage: at each mark that may be markup, the reader for it takes as much of the text as
// belongs to the slip, so that one slip is one mark.
#include "rules/printed_marks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "rules/mark_readers.h"
#include "rules/typed_text.h"

namespace guidec {
namespace {

constexpr std::string_view kWeb = "www.";

constexpr auto kMayBeMarks = [] {
  std::array<bool, 256> bytes{};
  for (const char c : std::string_view("[]@*_~=^$\\|#<>`%:!(")) bytes[static_cast<unsigned char>(c)] = true;
  return bytes;
}();

bool IsMark(const TypedText& text, std::size_t at) {
  if (kMayBeMarks[static_cast<unsigned char>(text.text()[at])]) return true;
  return text.text()[at] == 'w' && text.text().substr(at).starts_with(kWeb) && !IsWordPart(text.Before(at)) &&
         text.Before(at) != '/';
}

// One star may be meant to be printed, two are marks of bold type.
bool IsRead(const TypedText& text, std::size_t at) {
  if (!IsMark(text, at)) return false;
  return text.IsTyped(at) || (text.text().substr(at).starts_with("**") && text.IsPlain(at));
}

}  // namespace

PrintedMark MarkReader::Made(MarkKind kind, std::size_t begin, std::size_t end,
                             std::string_view advice) const {
  return {
      kind, {begin, end}, fmt::format("`{}` is printed as it is typed; {}", text_.Slice(begin, end), advice)};
}

std::vector<PrintedMark> PrintedMarks(const ProseUse& use, const Passage& passage) {
  std::vector<PrintedMark> marks;
  const bool has_any =
      std::ranges::any_of(passage.text, [](char c) { return kMayBeMarks[static_cast<unsigned char>(c)]; });
  if (!has_any && passage.text.find(kWeb) == std::string::npos) return marks;
  const TypedText text(use, passage);
  for (std::size_t at = 0; at < passage.text.size();) {
    const bool is_read = IsRead(text, at);
    auto mark = is_read ? ReferenceMarkAt(text, at) : std::nullopt;
    if (!mark && is_read) mark = MarkupMarkAt(text, at);
    at = mark ? std::max(at + 1, mark->piece.end) : at + 1;
    if (mark) marks.push_back(std::move(*mark));
  }
  return marks;
}

}  // namespace guidec
