#include "emit/pandoc/adapt.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "emit/pandoc/nodes.h"
#include "model/quiz/question.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;
using pandoc::Append;
using pandoc::Div;
using pandoc::Emph;
using pandoc::Header;
using pandoc::LineBreak;
using pandoc::ListOf;
using pandoc::Nodes;
using pandoc::Para;
using pandoc::Space;
using pandoc::Strong;

bool IsElement(const Json& node, std::string_view type) {
  return node.is_object() && node.contains("t") && node["t"] == type;
}

// Replaces every element of the tree, the inner ones first, by what `change` makes of it: one list of
// nodes, which takes the element's place.
void Rewrite(Json& tree, const std::function<Nodes(Json)>& change) {
  if (tree.is_object()) {
    for (auto& [key, value] : tree.items()) Rewrite(value, change);
    return;
  }
  if (!tree.is_array()) return;
  Json changed = Json::array();
  for (Json& node : tree) {
    Rewrite(node, change);
    if (node.contains("t")) {
      Append(changed, change(std::move(node)));
    } else {
      changed.push_back(std::move(node));
    }
  }
  tree = std::move(changed);
}

bool HasClass(const Json& attributes, std::string_view name) {
  return std::ranges::find(attributes[1], name) != attributes[1].end();
}

// The inlines of a term's meaning, its blocks one behind the other.
Nodes InlinesOf(Json blocks) {
  Nodes inlines = Nodes::array();
  for (Json& block : blocks) {
    if (!IsElement(block, "Plain") && !IsElement(block, "Para")) continue;
    if (!inlines.empty()) inlines.push_back(Space());
    Append(inlines, std::move(block["c"]));
  }
  return inlines;
}

// "**term:** meaning".
Nodes Line(Json term, Json meanings) {
  Append(term, pandoc::Text(":"));
  Nodes line = ListOf(Strong(std::move(term)), Space());
  for (Json& meaning : meanings) Append(line, InlinesOf(std::move(meaning)));
  return line;
}

Json LinesOf(Json entries) {
  Nodes lines = Nodes::array();
  for (Json& entry : entries) {
    if (!lines.empty()) lines.push_back(LineBreak());
    Append(lines, Line(std::move(entry[0]), std::move(entry[1])));
  }
  return Para(std::move(lines));
}

// GitHub's name for a heading: small letters, no punctuation, hyphens for spaces.
std::string HeadingName(const std::string& text) {
  std::string name;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_') {
      name += static_cast<char>(std::tolower(byte));
    } else if (c == ' ') {
      name += '-';
    }
  }
  return name;
}

// The id of each heading → its name on GitHub, where a second one of a name gets a number.
std::map<std::string, std::string> HeadingNames(Json& blocks) {
  std::map<std::string, std::string> names;
  std::map<std::string, int> uses;
  Rewrite(blocks, [&](Json node) {
    if (IsElement(node, "Header")) {
      std::string name = HeadingName(PlainText(node["c"][2]));
      const int use = uses[name]++;
      if (use > 0) name += "-" + std::to_string(use);
      names[node["c"][1][0]] = name;
    }
    return ListOf(std::move(node));
  });
  return names;
}

// Markdown numbers its lists with figures alone: an answer names a choice by its letter, so that the letter
// is written out.
Json WithLetters(Json list) {
  Nodes items = Nodes::array();
  for (Json& item : list["c"][1]) {
    Nodes lettered = ListOf(Strong(pandoc::Text(ChoiceLetter(items.size()) + ".")), Space());
    if (item.empty() || !(IsElement(item[0], "Plain") || IsElement(item[0], "Para"))) {
      item.insert(item.begin(), pandoc::Plain(Nodes::array()));
    }
    Append(lettered, std::move(item[0]["c"]));
    item[0]["c"] = std::move(lettered);
    items.push_back(std::move(item));
  }
  return Json{{"t", "BulletList"}, {"c", std::move(items)}};
}

}  // namespace

std::string PlainText(const Json& node) {
  if (IsElement(node, "Str")) return node["c"];
  if (IsElement(node, "Space") || IsElement(node, "SoftBreak")) return " ";
  if (IsElement(node, "Code")) return node["c"][1];
  std::string text;
  if (node.is_array()) {
    for (const Json& child : node) text += PlainText(child);
  } else if (node.is_object() && node.contains("c")) {
    text = PlainText(node["c"]);
  }
  return text;
}

Json WithFactsAsLines(Json document) {
  Rewrite(document["blocks"], [](Json node) {
    if (IsElement(node, "Div") && (HasClass(node["c"][0], "facts") || HasClass(node["c"][0], "dose"))) {
      for (Json& block : node["c"][1]) {
        if (IsElement(block, "DefinitionList")) block = LinesOf(std::move(block["c"]));
      }
    }
    return ListOf(std::move(node));
  });
  return document;
}

namespace {

Json Styled(const std::string& style, Nodes blocks) {
  Json div = Div({}, std::move(blocks));
  div["c"][0][2].push_back(Json::array({"custom-style", style}));
  return div;
}

// Pandoc gives paragraphs of a list its own style, unless each item brings one.
void StyleItems(Json& blocks, const std::string& style) {
  for (Json& block : blocks) {
    if (!IsElement(block, "BulletList")) continue;
    for (Json& item : block["c"]) {
      for (Json& paragraph : item) {
        if (IsElement(paragraph, "Plain")) paragraph["t"] = "Para";
      }
      item = ListOf(Styled(style, std::move(item)));
    }
  }
}

}  // namespace

Json WithBoxStyles(Json document) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 10> kStyles = {
      {{"main-message", "Main message"},
       {"help", "Warning box"},
       {"stop", "Warning box"},
       {"caution", "Warning box"},
       {"dose", "Dose box"},
       {"tip", "Note box"},
       {"note", "Note box"},
       {"care", "Note box"},
       {"myth", "Note box"},
       {"key", "Answer box"}}};
  Rewrite(document["blocks"], [](Json node) {
    if (IsElement(node, "Div")) {
      for (const auto& [name, style] : kStyles) {
        if (!HasClass(node["c"][0], name)) continue;
        StyleItems(node["c"][1], style);
        node["c"][0][2].push_back(Json::array({"custom-style", style}));
        break;
      }
    }
    return ListOf(std::move(node));
  });
  return document;
}

Json ForMarkdown(Json document) {
  Json blocks = Json::array();
  if (document["meta"].contains("title")) {
    blocks.push_back(Header(0, {"title_", {}}, std::move(document["meta"]["title"]["c"])));
  }
  if (document["meta"].contains("subtitle")) {
    blocks.push_back(Para(ListOf(Emph(std::move(document["meta"]["subtitle"]["c"])))));
  }
  Append(blocks, std::move(document["blocks"]));
  const auto names = HeadingNames(blocks);
  Rewrite(blocks, [&](Json node) -> Nodes {
    if (IsElement(node, "Div") || IsElement(node, "Span")) return std::move(node["c"][1]);
    if (IsElement(node, "Header")) node["c"][0] = node["c"][0].get<int>() + 1;
    // Pandoc 2.17 indents a block of code without a language, which at an item's beginning is none any more.
    if (IsElement(node, "CodeBlock") && node["c"][0][1].empty()) node["c"][0][1].push_back("text");
    if (IsElement(node, "OrderedList") && IsElement(node["c"][0][1], "UpperAlpha")) {
      return ListOf(WithLetters(std::move(node)));
    }
    if (IsElement(node, "DefinitionList")) {
      Nodes paragraphs = Nodes::array();
      for (Json& entry : node["c"])
        paragraphs.push_back(Para(Line(std::move(entry[0]), std::move(entry[1]))));
      return paragraphs;
    }
    if (IsElement(node, "Link")) {
      const std::string url = node["c"][2][0];
      if (!url.starts_with('#')) return ListOf(std::move(node));
      const auto name = names.find(url.substr(1));
      if (name == names.end()) return std::move(node["c"][1]);
      node["c"][2][0] = "#" + name->second;
    }
    return ListOf(std::move(node));
  });
  document["blocks"] = std::move(blocks);
  document["meta"] = Json::object();
  return document;
}

}  // namespace guidec
