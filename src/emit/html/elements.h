// Reading and changing XHTML that Pandoc wrote.
#ifndef GUIDEC_EMIT_HTML_ELEMENTS_H_
#define GUIDEC_EMIT_HTML_ELEMENTS_H_

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "words/words.h"

namespace guidec {

// Sets the attribute anew, or only where there is none.
void Set(pugi::xml_node node, const char* name, const std::string& value);
void SetIfMissing(pugi::xml_node node, const char* name, const std::string& value);

pugi::xml_node AppendText(pugi::xml_node parent, const char* name, const std::string& text);

bool IsNamed(const pugi::xml_node& node, std::string_view name);
bool HasClass(const pugi::xml_node& node, std::string_view name);

// Nodes below `root`, in the document's order.
std::vector<pugi::xml_node> NodesBelow(const pugi::xml_node& root);

template <class Predicate>
std::vector<pugi::xml_node> Elements(const pugi::xml_node& root, const Predicate& wanted) {
  std::vector<pugi::xml_node> found;
  std::ranges::copy_if(NodesBelow(root), std::back_inserter(found), [&](const pugi::xml_node& node) {
    return node.type() == pugi::node_element && wanted(node);
  });
  return found;
}

std::vector<pugi::xml_node> ElementsNamed(const pugi::xml_node& root, std::string_view name);
std::vector<pugi::xml_node> ElementsWithClass(const pugi::xml_node& root, std::string_view name);

std::string TextOf(const pugi::xml_node& node);

enum class Vocabulary : unsigned char { kHtml, kEpub };

// Gives the elements of a body what they mean, by their classes: roles (in EPUB also `epub:type`),
// <figure> for pictures, <details> for answers, a list of sources that is a list, an alt for every
// picture.
void FixBody(const pugi::xml_node& body, Vocabulary vocabulary, const Wording& words);

}  // namespace guidec

#endif  // GUIDEC_EMIT_HTML_ELEMENTS_H_
