#include "emit/html/elements.h"

#include <array>
#include <sstream>

namespace guidec {

void Set(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) attribute = node.append_attribute(name);
  attribute = value.c_str();
}

void SetIfMissing(pugi::xml_node node, const char* name, const std::string& value) {
  if (!node.attribute(name)) Set(node, name, value);
}

pugi::xml_node AppendText(pugi::xml_node parent, const char* name, const std::string& text) {
  pugi::xml_node node = parent.append_child(name);
  node.text() = text.c_str();
  return node;
}

bool HasClass(const pugi::xml_node& node, std::string_view name) {
  std::istringstream classes(node.attribute("class").value());
  for (std::string one; classes >> one;) {
    if (one == name) return true;
  }
  return false;
}

bool IsNamed(const pugi::xml_node& node, std::string_view name) {
  return node.name() == name;
}

std::vector<pugi::xml_node> NodesBelow(const pugi::xml_node& root) {
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
      nodes.push_back(node);
      return true;
    }
    std::vector<pugi::xml_node> nodes;
  } walker;
  pugi::xml_node(root).traverse(walker);
  return std::move(walker.nodes);
}

std::vector<pugi::xml_node> ElementsNamed(const pugi::xml_node& root, std::string_view name) {
  return Elements(root, [&](const pugi::xml_node& node) { return node.name() == name; });
}

std::vector<pugi::xml_node> ElementsWithClass(const pugi::xml_node& root, std::string_view name) {
  return Elements(root, [&](const pugi::xml_node& node) { return HasClass(node, name); });
}

std::string TextOf(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    text += child.type() == pugi::node_element ? TextOf(child) : child.value();
  }
  return text;
}

namespace {

// What an element of a class means, in EPUB's and in ARIA's terms.
struct Meaning {
  std::string_view class_name;
  const char* epub_type;
  const char* role;
};
constexpr std::array<Meaning, 10> kMeanings = {{
    {"introduction", "introduction", "doc-introduction"},
    {"quiz", "qna", "doc-qna"},
    {"glossary", "glossary", "doc-glossary"},
    {"bibliography", "bibliography", "doc-bibliography"},
    {"colophon", "colophon", "doc-colophon"},
    {"help", "notice", "doc-notice"},
    {"caution", "notice", "doc-notice"},
    {"stop", "notice", "doc-notice"},
    {"tip", "tip", "doc-tip"},
    {"note", nullptr, "note"},
}};

void GiveMeaning(const pugi::xml_node& body, Vocabulary vocabulary) {
  for (const Meaning& meaning : kMeanings) {
    for (pugi::xml_node node : ElementsWithClass(body, meaning.class_name)) {
      if (!IsNamed(node, "section")) continue;
      if (meaning.epub_type != nullptr && vocabulary == Vocabulary::kEpub) {
        Set(node, "epub:type", meaning.epub_type);
      }
      if (meaning.role != nullptr) Set(node, "role", meaning.role);
      // ARIA allows this role on an aside alone.
      if (meaning.class_name == "tip") node.set_name("aside");
    }
  }
}

void MakeFigures(const pugi::xml_node& body) {
  for (pugi::xml_node picture : ElementsWithClass(body, "picture")) {
    picture.set_name("figure");
    for (pugi::xml_node caption : ElementsWithClass(picture, "caption")) caption.set_name("figcaption");
  }
}

// An answer is folded away until somebody asks for it.
void FoldAnswers(const pugi::xml_node& body, std::string_view summary) {
  for (pugi::xml_node answer : ElementsWithClass(body, "key")) {
    answer.set_name("details");
    answer.prepend_child("summary").text() = std::string(summary).c_str();
  }
}

// The chapter has the role of a bibliography; its entries' role is withdrawn from ARIA.
void MakeListOfSources(const pugi::xml_node& body) {
  for (pugi::xml_node list : ElementsWithClass(body, "csl-bib-body")) {
    list.set_name("ul");
    list.remove_attribute("role");
    for (pugi::xml_node entry : ElementsWithClass(list, "csl-entry")) {
      entry.set_name("li");
      entry.remove_attribute("role");
    }
  }
}

void GiveRolesToCitations(const pugi::xml_node& body) {
  for (const pugi::xml_node citation : ElementsWithClass(body, "citation")) {
    for (const pugi::xml_node link : ElementsNamed(citation, "a"))
      SetIfMissing(link, "role", "doc-biblioref");
  }
}

void GiveRolesToNotes(const pugi::xml_node& body, Vocabulary vocabulary) {
  static constexpr std::array<Meaning, 3> kNotes = {{
      {"footnotes", "footnotes", "doc-endnotes"},
      {"footnote-ref", "noteref", "doc-noteref"},
      {"footnote-back", nullptr, "doc-backlink"},
  }};
  for (const Meaning& meaning : kNotes) {
    for (const pugi::xml_node node : ElementsWithClass(body, meaning.class_name)) {
      if (meaning.epub_type != nullptr && vocabulary == Vocabulary::kEpub) {
        SetIfMissing(node, "epub:type", meaning.epub_type);
      }
      SetIfMissing(node, "role", meaning.role);
    }
  }
  for (pugi::xml_node node : Elements(body, [](const pugi::xml_node& n) {
         return std::string_view(n.attribute("epub:type").value()) == "footnote";
       })) {
    // A list's item is one of the list; only another element can have the role of a note.
    if (std::string_view(node.name()) != "li") SetIfMissing(node, "role", "doc-footnote");
  }
}

}  // namespace

void FixBody(const pugi::xml_node& body, Vocabulary vocabulary, const Wording& words) {
  GiveMeaning(body, vocabulary);
  MakeFigures(body);
  FoldAnswers(body, words[Word::kShowAnswer]);
  MakeListOfSources(body);
  GiveRolesToCitations(body);
  GiveRolesToNotes(body, vocabulary);
  for (pugi::xml_node image : ElementsNamed(body, "img")) SetIfMissing(image, "alt", "");
  for (pugi::xml_node node :
       Elements(body, [](const pugi::xml_node& n) { return !n.attribute("data-number").empty(); })) {
    node.remove_attribute("data-number");
  }
}

}  // namespace guidec
