// How formats write where something is, and what is there.
#ifndef GUIDEC_RENDER_PLACE_H_
#define GUIDEC_RENDER_PLACE_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "text/source.h"

namespace guidec {

// For people, and safe on a terminal: of what nobody would see (text/character.h) the code is shown, `\x1b` or
// `\u202e`, and a byte that is not UTF-8 becomes U+FFFD. Joiners and variation selectors behind a letter or an emoji
// stay. Tabs and line ends stay in PrintableLines, and become blanks in Printable, which makes one line.
std::string Printable(std::string_view text);
std::string PrintableLines(std::string_view text);

// For programs: what `escape` makes of each character that nobody would see, but for tabs and line ends.
std::string EscapeUnseen(std::string_view text, const std::function<std::string(char32_t)>& escape);

// `path:line:column` of where `span` begins.
std::string PlaceText(const Source& source, const Span& span);

// How a format shows a source's path; as it is where there is none.
using ShownPath = std::function<std::string(std::string_view path)>;

// The message, then a line for each label with its place: for formats that know of one place only.
std::string ExplainedMessage(const Diagnostic& finding, const Sources& sources, const ShownPath& shown = {});

}  // namespace guidec

#endif  // GUIDEC_RENDER_PLACE_H_
