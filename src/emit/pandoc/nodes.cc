#include "emit/pandoc/nodes.h"

#include <algorithm>

namespace guidec::pandoc {
namespace {

Json Element(const char* name) {
  return Json{{"t", name}};
}

Json Element(const char* name, Json content) {
  Json element = Element(name);
  element["c"] = std::move(content);
  return element;
}

Json Attr(const Attributes& attributes) {
  Json values = Json::array();
  for (const auto& [key, value] : attributes.values) values.push_back(Json::array({key, value}));
  return ListOf(Json(attributes.id), Json(attributes.classes), std::move(values));
}

Nodes ListOfLists(std::vector<Nodes> items) {
  Nodes list = Nodes::array();
  for (Nodes& item : items) list.push_back(std::move(item));
  return list;
}

}  // namespace

void Append(Nodes& nodes, Nodes more) {
  for (Json& node : more) nodes.push_back(std::move(node));
}

Nodes Text(std::string_view text) {
  Nodes inlines = Nodes::array();
  while (!text.empty()) {
    const bool is_space = text.front() == ' ' || text.front() == '\n';
    const std::size_t end = is_space ? text.find_first_not_of(" \n") : text.find_first_of(" \n");
    inlines.push_back(is_space ? Space() : Element("Str", std::string(text.substr(0, end))));
    text.remove_prefix(std::min(end, text.size()));
  }
  return inlines;
}

Json Space() {
  return Element("Space");
}
Json LineBreak() {
  return Element("LineBreak");
}
Json Emph(Nodes inlines) {
  return Element("Emph", std::move(inlines));
}
Json Strong(Nodes inlines) {
  return Element("Strong", std::move(inlines));
}
Json Code(const std::string& text) {
  return Element("Code", ListOf(Attr({}), Json(text)));
}

Json Link(Nodes inlines, const std::string& url) {
  return Element("Link", ListOf(Attr({}), std::move(inlines), ListOf(Json(url), Json(""))));
}

Json Image(const std::string& file, std::string_view alternative) {
  return Element("Image", ListOf(Attr({}), Text(alternative), ListOf(Json(file), Json(""))));
}

Json Span(const Attributes& attributes, Nodes inlines) {
  return Element("Span", ListOf(Attr(attributes), std::move(inlines)));
}

Json Plain(Nodes inlines) {
  return Element("Plain", std::move(inlines));
}
Json Para(Nodes inlines) {
  return Element("Para", std::move(inlines));
}

Json Header(int level, const Attributes& attributes, Nodes inlines) {
  return Element("Header", ListOf(Json(level), Attr(attributes), std::move(inlines)));
}

Json Div(const Attributes& attributes, Nodes blocks) {
  return Element("Div", ListOf(Attr(attributes), std::move(blocks)));
}

Json BlockQuote(Nodes blocks) {
  return Element("BlockQuote", std::move(blocks));
}
Json CodeBlock(const std::string& text) {
  return Element("CodeBlock", ListOf(Attr({}), Json(text)));
}
Json HorizontalRule() {
  return Element("HorizontalRule");
}
Json BulletList(std::vector<Nodes> items) {
  return Element("BulletList", ListOfLists(std::move(items)));
}

Json OrderedList(std::vector<Nodes> items, int start, Numbering numbering) {
  const char* style = numbering == Numbering::kDecimal ? "Decimal" : "UpperAlpha";
  return Element("OrderedList", ListOf(ListOf(Json(start), Element(style), Element("Period")),
                                       ListOfLists(std::move(items))));
}

Json DefinitionList(std::vector<std::pair<Nodes, Nodes>> entries) {
  Nodes list = Nodes::array();
  for (auto& entry : entries) {
    list.push_back(ListOf(std::move(entry.first), ListOf(std::move(entry.second))));
  }
  return Element("DefinitionList", std::move(list));
}

Json MetaText(std::string_view text) {
  return Element("MetaInlines", Text(text));
}
Json MetaList(Nodes values) {
  return Element("MetaList", std::move(values));
}

}  // namespace guidec::pandoc
