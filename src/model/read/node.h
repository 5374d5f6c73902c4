// The small readers that the readers of all kinds of files share: what is under a key of a mapping. What is
// missing or of the wrong shape gives nothing here, since the shape check has reported it already.
#ifndef GUIDEC_MODEL_READ_NODE_H_
#define GUIDEC_MODEL_READ_NODE_H_

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "diag/diagnostic.h"
#include "model/content/id.h"
#include "model/dose/measure.h"
#include "model/prose/markdown.h"
#include "syntax/document.h"

namespace guidec {

// One document as it is read. Each has its own, so that they can be read in parallel.
struct ReadContext {
  const Document& document;
  std::filesystem::path path;
  std::string_view language;  // the workspace's, for what does not say its own
  const Limits& limits;
  std::vector<Fault>& faults;
};

const Node* Scalar(const Node& node, std::string_view key);

Prose ReadMarkdown(ReadContext& in, const Node& scalar);
Prose ReadMarkdown(ReadContext& in, const Node& node, std::string_view key);
// A list of texts, or one text alone.
std::vector<Prose> ReadMarkdowns(ReadContext& in, const Node& node, std::string_view key);
// Plain text, in which Markdown has no meaning.
Prose ReadLine(const Node& node, std::string_view key);
std::vector<Prose> ReadLines(const Node& node, std::string_view key);

Id IdOf(const Node& scalar);
// Empty, at the node's begin, where there is none.
Id ReadId(const Node& node, std::string_view key);
std::vector<Id> ReadIds(const Node& node, std::string_view key);

// A quantity that cannot be read is a fault.
std::optional<Spanned<Seconds>> ReadSeconds(ReadContext& in, const Node& node, std::string_view key);
// Where a range would leave open what to do or to count.
std::optional<Spanned<Seconds>> ReadOneDuration(ReadContext& in, const Node& node, std::string_view key);
std::optional<Spanned<Count>> ReadCount(ReadContext& in, const Node& node, std::string_view key);
std::optional<Spanned<Tempo>> ReadTempo(ReadContext& in, const Node& node, std::string_view key);

}  // namespace guidec

#endif  // GUIDEC_MODEL_READ_NODE_H_
