// Constructors of Pandoc's AST in its JSON form: an element is {"t": its name, "c": its content}, and
// the content is what Text.Pandoc.Definition (https://hackage.haskell.org/package/pandoc-types) gives
// the constructor, in that order. The shapes are those that versions 1.22 and 1.23 share.
#ifndef GUIDEC_EMIT_PANDOC_NODES_H_
#define GUIDEC_EMIT_PANDOC_NODES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace guidec::pandoc {

using Json = nlohmann::ordered_json;

// Blocks or inlines in their order: a JSON array.
using Nodes = Json;

struct Attributes {
  std::string id = {};
  std::vector<std::string> classes = {};
  std::vector<std::pair<std::string, std::string>> values = {};  // key, value
};

// `nodes` with `more` behind them.
void Append(Nodes& nodes, Nodes more);

template <class... Node>
Nodes ListOf(Node... nodes) {
  Nodes list = Nodes::array();
  (list.push_back(std::move(nodes)), ...);
  return list;
}

// Inlines.
Nodes Text(std::string_view text);  // words and the spaces between them
Json Space();
Json LineBreak();
Json Emph(Nodes inlines);
Json Strong(Nodes inlines);
Json Code(const std::string& text);
Json Link(Nodes inlines, const std::string& url);
Json Image(const std::string& file, std::string_view alternative);
Json Span(const Attributes& attributes, Nodes inlines);

// Blocks.
Json Plain(Nodes inlines);
Json Para(Nodes inlines);
Json Header(int level, const Attributes& attributes, Nodes inlines);
Json Div(const Attributes& attributes, Nodes blocks);
Json BlockQuote(Nodes blocks);
Json CodeBlock(const std::string& text);
Json HorizontalRule();
Json BulletList(std::vector<Nodes> items);
enum class Numbering { kDecimal, kUpperAlpha };
Json OrderedList(std::vector<Nodes> items, int start = 1, Numbering numbering = Numbering::kDecimal);
// Terms as inlines, each with the blocks that say what it is.
Json DefinitionList(std::vector<std::pair<Nodes, Nodes>> entries);

// Metadata.
Json MetaText(std::string_view text);
Json MetaList(Nodes values);

}  // namespace guidec::pandoc

#endif  // GUIDEC_EMIT_PANDOC_NODES_H_
