// Prose as CommonMark's tree, with a place in the YAML file for every byte of its text.
#ifndef GUIDEC_MODEL_PROSE_MARKDOWN_H_
#define GUIDEC_MODEL_PROSE_MARKDOWN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/document.h"

namespace guidec {

// mdast's node types (https://github.com/syntax-tree/mdast) that CommonMark has, and two of ours.
enum class MarkdownType : std::uint8_t {
  kRoot,
  kParagraph,
  kText,
  kEmphasis,
  kStrong,
  kInlineCode,
  kCode,
  kLink,
  kImage,
  kList,
  kListItem,
  kBlockquote,
  kHeading,
  kBreak,
  kThematicBreak,
  kHtml,         // a finding; never an output
  kCite,         // ours: [@key; @other]
  kPlaceholder,  // ours: {hold}, {plank.hold}
};

struct MarkdownNode {
  MarkdownType type = MarkdownType::kRoot;
  std::string value;  // text, code, HTML; a placeholder's name; an image's text
  // A placeholder that says whose value it prints ({plank.hold}): that value, once the library is whole;
  // empty when there is none.
  std::string printed;
  std::string url;                // links and images
  std::vector<std::string> keys;  // cite
  int depth = 0;                  // headings: 1 to 6
  bool ordered = false;           // lists
  int start = 1;                  // ordered lists: the first number
  bool spread = false;            // lists: items hold paragraphs
  std::vector<TextRun> runs;      // where `value` stands in the prose
  std::uint32_t begin = 0;        // bytes of the prose, as good as CommonMark tells
  std::uint32_t end = 0;
  std::vector<MarkdownNode> children;
};

struct ReadProse;

// A piece of prose: the YAML scalar that holds it and its tree. Absent when `node` is null. The node
// belongs to the Library's document.
struct Prose {
  const Node* node = nullptr;
  const ReadProse* read = nullptr;  // its passages (model/prose/passage.h), once the library is whole
  MarkdownNode root;

  explicit operator bool() const { return node != nullptr; }
  Span span() const { return node->span; }
  const std::string& source_text() const { return node->text; }
  // The source bytes of [begin, end) of a text node's value.
  Span SpanOf(const MarkdownNode& text, std::size_t begin, std::size_t end) const;
  Span SpanOf(const MarkdownNode& part) const;
  // A link's address; the whole link where its address is empty or written elsewhere.
  Span AddressOf(const MarkdownNode& link) const;
};

// `node` is a scalar. Total: all text is CommonMark. Quotes, lists, emphasis, links and images that stand in
// more than `depth` others are left out, so that whoever walks over the tree may recurse, and so are
// references to characters that no output may hold (`&#1;`). Each is a fault.
Prose ParseProse(const Node& node, std::uint64_t depth, std::vector<Fault>& faults);

// A title or a name: plain text, in which Markdown has no meaning.
Prose PlainProse(const Node& node);

// Plain text in which only placeholders mean something.
Prose PlainProseWithPlaceholders(const Node& node);

// The text as a reader hears it: blocks apart by a newline, citations left out, placeholders by
// what they print or by name.
std::string PlainText(const MarkdownNode& node);

// Calls `visit` with every node of the tree, parents first.
template <class Visit>
void ForEachNode(const MarkdownNode& node, const Visit& visit) {
  visit(node);
  for (const MarkdownNode& child : node.children) ForEachNode(child, visit);
}

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_MARKDOWN_H_
