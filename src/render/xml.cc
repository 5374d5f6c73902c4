#include "render/xml.h"

#include <sstream>

#include "text/utf8.h"

namespace guidec {
namespace {

// XML 1.0, production 2, `Char`.
bool IsXmlCharacter(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string XmlText(std::string_view text) {
  return MapCodePoints(text, [](char32_t c) { return IsXmlCharacter(c) ? c : U'\uFFFD'; });
}

void SetAttribute(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name) = XmlText(value).c_str();
}

std::string Dump(const pugi::xml_document& document) {
  std::ostringstream out;
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(out, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  return out.str();
}

}  // namespace guidec
