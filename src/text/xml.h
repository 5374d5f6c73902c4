// Whether a text is XML, by a parser that does not read on behind a mistake as pugixml does.
#ifndef GUIDEC_TEXT_XML_H_
#define GUIDEC_TEXT_XML_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guidec {

struct XmlFault {
  std::uint64_t line = 1;  // counted from 1
  std::string message;
};

enum class XmlIds : unsigned char { kAny, kUnique };

// The first place where the text, which is UTF-8, is not well-formed XML 1.0 with namespaces; where it declares an
// entity or uses one that is not XML's own; and, if wanted, where an `id` stands a second time. Nothing else is
// read: no document type, no other file.
std::optional<XmlFault> FaultInXml(std::string_view text, XmlIds ids);

}  // namespace guidec

#endif  // GUIDEC_TEXT_XML_H_
