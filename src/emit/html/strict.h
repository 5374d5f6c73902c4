#ifndef GUIDEC_EMIT_HTML_STRICT_H_
#define GUIDEC_EMIT_HTML_STRICT_H_

#include <optional>
#include <string_view>

#include "text/xml.h"

namespace guidec {

// The first place where a page that WritePage made is not what it is meant to be: XML but for what HTML
// writes in its own way. Every element is closed but those that are always empty, every attribute has a value
// in quotes, no id stands twice, and there is no script.
std::optional<XmlFault> FaultInHtml(std::string_view html);

}  // namespace guidec

#endif  // GUIDEC_EMIT_HTML_STRICT_H_
