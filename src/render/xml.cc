#include "render/xml.h"

#include <cstdint>
#include <sstream>

#include <fmt/format.h>

#include "render/place.h"
#include "text/character.h"

namespace guidec {

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
  // All such characters stand in values.
  return EscapeUnseen(out.str(), [](char32_t c) { return fmt::format("&#{};", static_cast<std::uint32_t>(c)); });
}

}  // namespace guidec
