#ifndef GUIDEC_RENDER_XML_H_
#define GUIDEC_RENDER_XML_H_

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace guidec {

// What XML 1.0 can hold: any other character, and a byte that is not UTF-8, becomes U+FFFD.
std::string XmlText(std::string_view text);

void SetAttribute(pugi::xml_node node, const char* name, std::string_view value);

// With a declaration and a line end after it.
std::string Dump(const pugi::xml_document& document);

}  // namespace guidec

#endif  // GUIDEC_RENDER_XML_H_
