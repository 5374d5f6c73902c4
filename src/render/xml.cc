#include "render/xml.h"

#include <algorithm>
#include <cstdint>
#include <sstream>

#include <fmt/format.h>

#include "text/character.h"
#include "text/utf8.h"

namespace guidec {

namespace {

// A reference for what nobody would see; all such characters stand in values.
std::string WithReferences(const std::string& xml) {
  if (std::ranges::all_of(xml, [](char c) { return c >= 0; })) return xml;
  std::string escaped;
  for (const char32_t c : CodePointsOf(xml)) {
    const bool is_layout = c == '\t' || c == '\n' || c == '\r';
    if (is_layout || !IsUnseen(c)) {
      AppendUtf8(escaped, c);
    } else {
      escaped += fmt::format("&#{};", static_cast<std::uint32_t>(c));
    }
  }
  return escaped;
}

}  // namespace

std::string XmlText(std::string_view text) {
  return WithoutForbidden(text);
}

void SetAttribute(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name) = XmlText(value).c_str();
}

std::string Dump(const pugi::xml_document& document) {
  std::ostringstream out;
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(out, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  return WithReferences(out.str());
}

}  // namespace guidec
