#include "model/read/readers.h"

#include <optional>
#include <utility>

#include "text/words.h"

namespace guidec {
namespace {

ClaimBlock ReadClaim(ReadContext& in, const Node& node) {
  ClaimBlock claim;
  claim.id = ReadId(node, "claim");
  claim.text = ReadMarkdown(in, node, "text");
  const Pair* truth = node.FindPair("truth");
  if (truth == nullptr) return claim;
  // What YAML 1.1 takes for a truth value is meant as one; a rule of its own asks for another word.
  const std::string word = LowerCase(truth->value.text);
  if (IsOneOf(word, "false|no|off")) {
    claim.truth = false;
  } else if (!IsOneOf(word, "true|yes|on")) {
    claim.unreadable_truth = truth->value.span.size() == 0 ? truth->key.span : truth->value.span;
  }
  return claim;
}

const std::vector<Pair>& Entries(const Node& node, std::string_view key) {
  static const std::vector<Pair> kNone;
  const Node* found = node.Find(key);
  return found == nullptr ? kNone : found->pairs;
}

ListBlock ReadList(ReadContext& in, const Node& node) {
  ListBlock list{ReadId(node, "list"), ReadLine(node, "title"), {}};
  for (const auto& [key, value] : Entries(node, "items")) {
    if (value.IsScalar()) list.items.push_back({IdOf(key), ReadMarkdown(in, value), {}});
    if (value.IsMapping()) {
      list.items.push_back({IdOf(key), ReadMarkdown(in, value, "text"), ReadIds(value, "tags")});
    }
  }
  return list;
}

ProtocolBlock ReadProtocol(ReadContext& in, const Node& node) {
  ProtocolBlock protocol{ReadId(node, "protocol"), ReadLine(node, "title"), {}};
  for (const auto& [key, value] : Entries(node, "steps")) {
    if (value.IsScalar()) protocol.steps.push_back({IdOf(key), {}, ReadMarkdown(in, value)});
    if (value.IsMapping()) {
      protocol.steps.push_back({IdOf(key), ReadLine(value, "title"), ReadMarkdown(in, value, "text")});
    }
  }
  return protocol;
}

AdviceBlock ReadAdvice(ReadContext& in, const Node& node) {
  return {ReadId(node, "advice"), ReadLine(node, "title"), ReadMarkdown(in, node, "why"),
          ReadMarkdowns(in, node, "how")};
}

CalloutBlock ReadCallout(ReadContext& in, const Node& node) {
  return {ReadId(node, "callout").value, ReadLine(node, "title"), ReadMarkdown(in, node, "text")};
}

std::optional<Block> ReadBlock(ReadContext& in, const Node& node) {
  Block block{node.pairs.empty() ? node.span : node.pairs.front().key.span, ReadIds(node, "cites"), {}};
  const auto has = [&](std::string_view key) { return node.Find(key) != nullptr; };
  if (has("list")) {
    block.content = ReadList(in, node);
  } else if (has("protocol")) {
    block.content = ReadProtocol(in, node);
  } else if (has("exercises")) {
    block.content = ExercisesBlock{ReadIds(node, "exercises")};
  } else if (has("claim")) {
    block.content = ReadClaim(in, node);
  } else if (has("advice")) {
    block.content = ReadAdvice(in, node);
  } else if (has("callout")) {
    block.content = ReadCallout(in, node);
  } else if (has("text")) {
    block.content = TextBlock{ReadMarkdown(in, node, "text")};
  } else {
    return std::nullopt;
  }
  return block;
}

}  // namespace

std::vector<Block> ReadBlocks(ReadContext& in, const Node& node, std::string_view key) {
  std::vector<Block> blocks;
  if (const Node* found = node.Find(key)) {
    for (const Node& item : found->items) {
      if (auto block = ReadBlock(in, item)) blocks.push_back(*std::move(block));
    }
  }
  return blocks;
}

}  // namespace guidec
