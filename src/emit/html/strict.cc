// The page is written again as XML, line by line the same: elements that are always empty are closed, and a
// style sheet, which HTML takes as it stands, is left out.
#include "emit/html/strict.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "emit/html/void_elements.h"

namespace guidec {
namespace {

std::string_view TagName(std::string_view tag) {
  const auto end =
      std::ranges::find_if(tag, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
  return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

// Behind the `>` that ends the tag, which no quotes hold.
std::size_t EndOfTag(std::string_view html, std::size_t from) {
  char quote = '\0';
  for (std::size_t at = from; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

std::string AsXml(std::string_view html) {
  constexpr std::string_view kStyleEnd = "</style>";
  std::string xml;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t opening = std::min(html.find('<', at), html.size());
    xml += html.substr(at, opening - at);
    if (opening == html.size()) break;
    at = EndOfTag(html, opening);
    const std::string_view tag = html.substr(opening, at - opening);
    const std::string_view name = TagName(tag.substr(1));
    const bool is_open = IsVoidElement(name) && tag.ends_with('>') && !tag.ends_with("/>");
    xml += is_open ? tag.substr(0, tag.size() - 1) : tag;
    if (is_open) xml += "/>";
    if (name != "style") continue;
    const std::size_t end = std::min(html.find(kStyleEnd, at), html.size());
    xml.append(static_cast<std::size_t>(std::count(html.begin() + static_cast<std::ptrdiff_t>(at),
                                                   html.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
               '\n');
    at = end;
  }
  return xml;
}

}  // namespace

std::optional<XmlFault> FaultInHtml(std::string_view html) {
  const std::size_t script = html.find("<script");
  if (script != std::string_view::npos) {
    const auto lines = std::count(html.begin(), html.begin() + static_cast<std::ptrdiff_t>(script), '\n');
    return XmlFault{static_cast<std::uint64_t>(lines) + 1, "there is a script"};
  }
  return FaultInXml(AsXml(html), XmlIds::kUnique);
}

}  // namespace guidec
