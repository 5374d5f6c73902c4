// A YAML file as a tree of values, each of which knows its exact bytes in the source.
#ifndef GUIDEC_SYNTAX_DOCUMENT_H_
#define GUIDEC_SYNTAX_DOCUMENT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "diag/diagnostic.h"
#include "text/source.h"

namespace guidec {

enum class NodeKind : std::uint8_t { kNull, kScalar, kSequence, kMapping };
enum class ScalarStyle : std::uint8_t { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral, kFolded };

// Text from `text_begin` on, up to the next run, stands in the source from `source_begin` on: byte
// for byte, or as one escape of `escape_size` bytes.
struct TextRun {
  std::uint32_t text_begin = 0;
  std::uint32_t source_begin = 0;
  std::uint32_t escape_size = 0;
};

// The source bytes [first, second) that stand for the byte of the text at `offset`. `runs` are those of
// the text, of which the first begins with it.
std::pair<std::uint32_t, std::uint32_t> SourceOf(std::span<const TextRun> runs, std::size_t offset);

struct Pair;

struct Node {
  NodeKind kind = NodeKind::kNull;
  ScalarStyle style = ScalarStyle::kPlain;
  // Part of the node was not valid YAML and is left out: what seems missing may be there.
  bool damaged = false;
  bool holds_damage = false;  // this node, or one below it
  Span span;
  std::string text;           // scalars: the decoded value, UTF-8
  std::vector<TextRun> runs;  // scalars: where each part of `text` stands
  std::vector<Pair> pairs;    // mappings, in the file's order, duplicates included
  std::vector<Node> items;    // sequences

  bool IsScalar() const { return kind == NodeKind::kScalar; }
  bool IsMapping() const { return kind == NodeKind::kMapping; }
  bool IsSequence() const { return kind == NodeKind::kSequence; }

  // The value of the first pair with that key, or null; null also on what is no mapping.
  const Node* Find(std::string_view key) const;
  const Pair* FindPair(std::string_view key) const;

  // Where bytes [begin, end) of `text` stand in the source.
  Span SpanOf(std::size_t begin, std::size_t end) const;
};

struct Pair {
  Node key;
  Node value;
};

// Whether the node or one below it is damaged.
inline bool HasDamage(const Node& node) {
  return node.holds_damage;
}

struct Comment {
  Span span;  // from `#` to the line's end
};

struct Document {
  SourceId source{};
  Node root;
  std::vector<Comment> comments;
  std::vector<Fault> faults;
};

// Total: every text gives a document; what is wrong with it lands in `faults`, and so does what is beyond
// the limits and left out.
Document Parse(const Source& source, const Limits& limits = {});

// The concrete syntax tree and the values, as text, for `guidec dump`.
std::string DumpTree(const Source& source);
std::string DumpValues(const Source& source, const Document& document);

// How YAML's core schema reads a plain scalar; quoted and block scalars are always strings.
enum class PlainType : std::uint8_t { kString, kBoolean, kInteger, kFloat };
PlainType TypeOf(const Node& scalar);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_DOCUMENT_H_
