// The blocks of a section.
#include "emit/pandoc/guide_writer.h"

namespace guidec::pandoc {

Nodes GuideWriter::BlocksOf(const std::vector<Block>& blocks) {
  Nodes nodes = Nodes::array();
  for (const Block& block : blocks) {
    Append(nodes, std::visit([&](const auto& content) { return (*this)(content, block); }, block.content));
  }
  return nodes;
}

Json GuideWriter::Titled(const Id& id, const Prose& title, std::string name, Contents contents, Nodes body) {
  const std::string anchor = Anchor(id.value);
  if (!title) return Div({anchor, {std::move(name)}}, std::move(body));
  return Box(anchor, 2, prose_.Line(title), {std::move(name)}, contents, std::move(body));
}

Nodes GuideWriter::operator()(const TextBlock& block, const Block& whole) {
  Nodes nodes = prose_.Blocks(block.text, 1);
  prose_.AppendCites(nodes, whole.cites);
  return nodes;
}

Nodes GuideWriter::operator()(const ListBlock& block, const Block& whole) {
  std::vector<Nodes> items;
  for (const ListItem& item : block.items) items.push_back(prose_.Item(item.text, 2));
  Nodes body = items.empty() ? Nodes::array() : ListOf(BulletList(std::move(items)));
  prose_.AppendCites(body, whole.cites);
  return ListOf(Titled(block.id, block.title, "list", Contents::kUnlisted, std::move(body)));
}

Nodes GuideWriter::operator()(const ProtocolBlock& block, const Block& whole) {
  std::vector<Nodes> items;
  for (const ProtocolStep& step : block.steps) {
    Nodes item = step.title ? ListOf(Para(ListOf(Strong(prose_.Line(step.title))))) : Nodes::array();
    Append(item, prose_.Blocks(step.text, 2));
    items.push_back(std::move(item));
  }
  Nodes body = items.empty() ? Nodes::array() : ListOf(OrderedList(std::move(items)));
  prose_.AppendCites(body, whole.cites);
  return ListOf(Titled(block.id, block.title, "protocol", Contents::kListed, std::move(body)));
}

Nodes GuideWriter::operator()(const ExercisesBlock& block, const Block&) {
  Nodes nodes = Nodes::array();
  for (const Id& id : block.ids) {
    const ExerciseView* view = view_.Find(view_.library.FindExercise(id.value));
    if (view == nullptr) continue;
    if (shown_.insert(view).second) {
      nodes.push_back(ExerciseCard(*view));
    } else {
      const std::string name = PrintedName(view->exercise->name, id);
      nodes.push_back(Para(ListOf(Link(Text(name), "#" + anchors_.at(id.value)))));
    }
  }
  return nodes;
}

// A myth is marked as one before it is told, told in quotes and denied behind: no part of it reads as
// a fact.
Nodes GuideWriter::operator()(const ClaimBlock& block, const Block& whole) {
  const std::string anchor = Anchor(block.id.value);
  if (block.truth) {
    Nodes body = prose_.Blocks(block.text, 2);
    prose_.AppendCites(body, whole.cites);
    return ListOf(Div({anchor, {"claim"}}, std::move(body)));
  }
  Nodes quoted = Text(words_[Word::kOpenQuote]);
  Append(quoted, prose_.Line(block.text));
  Append(quoted, Text(words_[Word::kCloseQuote]));
  Nodes verdict = ListOf(Para(ListOf(Strong(Text(words_[Word::kMythVerdict])))));
  prose_.AppendCites(verdict, whole.cites);
  Nodes body = ListOf(Para(std::move(quoted)));
  Append(body, std::move(verdict));
  return ListOf(Box(anchor, 2, Text(words_[Word::kMyth]), {"myth"}, Contents::kUnlisted, std::move(body)));
}

Nodes GuideWriter::operator()(const AdviceBlock& block, const Block& whole) {
  Nodes body = prose_.Blocks(block.why, 2);
  Append(body, OneOrList(block.how, 2));
  prose_.AppendCites(body, whole.cites);
  return ListOf(Titled(block.id, block.title, "advice", Contents::kListed, std::move(body)));
}

Nodes GuideWriter::operator()(const CalloutBlock& block, const Block& whole) {
  const Word kind = block.kind == "caution" ? Word::kCalloutCaution
                    : block.kind == "tip"   ? Word::kCalloutTip
                                            : Word::kCalloutNote;
  Nodes body = prose_.Blocks(block.text, 2);
  prose_.AppendCites(body, whole.cites);
  return ListOf(Box(Anchor({}), 2, block.title ? prose_.Line(block.title) : Text(words_[kind]),
                    {"callout", block.kind}, Contents::kUnlisted, std::move(body)));
}

}  // namespace guidec::pandoc
