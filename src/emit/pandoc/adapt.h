// What other formats than EPUB and HTML need changed in a document: they have no style sheet that would
// set a list of facts on lines of their own, or a box around a stop rule.
#ifndef GUIDEC_EMIT_PANDOC_ADAPT_H_
#define GUIDEC_EMIT_PANDOC_ADAPT_H_

#include <string>

#include <nlohmann/json.hpp>

namespace guidec {

// What nodes of the tree say, as a reader sees it.
std::string PlainText(const nlohmann::ordered_json& nodes);

// Facts and doses as lines: "**Hold:** 30 seconds".
nlohmann::ordered_json WithFactsAsLines(nlohmann::ordered_json document);

// Gives the boxes paragraph styles by the names that the templates docx-styles.xml and odt-styles.xml
// define.
nlohmann::ordered_json WithBoxStyles(nlohmann::ordered_json document);

// For readers of plain Markdown: the title as a heading above the others, no Div or Span, glossary terms
// as paragraphs, links within the document only to headings, by the names that GitHub gives those.
nlohmann::ordered_json ForMarkdown(nlohmann::ordered_json document);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_ADAPT_H_
