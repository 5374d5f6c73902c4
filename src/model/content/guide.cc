#include "model/content/guide.h"

namespace guidec {

std::vector<const Block*> AllBlocks(const Guide& guide) {
  std::vector<const Block*> blocks;
  for (const Block& block : guide.introduction) blocks.push_back(&block);
  for (const Section& section : guide.sections) {
    for (const Block& block : section.blocks) blocks.push_back(&block);
  }
  return blocks;
}

std::vector<const Id*> AnchorsOf(const Guide& guide) {
  std::vector<const Id*> anchors;
  const auto add_blocks = [&](const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      std::visit(
          [&](const auto& content) {
            if constexpr (requires { content.id; }) anchors.push_back(&content.id);
            if constexpr (requires { content.ids; }) {
              for (const Id& id : content.ids) anchors.push_back(&id);
            }
          },
          block.content);
    }
  };
  add_blocks(guide.introduction);
  for (const Section& section : guide.sections) {
    anchors.push_back(&section.id);
    add_blocks(section.blocks);
  }
  return anchors;
}

std::string ReviewedOn(const Guide& guide) {
  return guide.reviewed ? WriteDay(guide.reviewed->value) : std::string();
}

std::optional<std::string> ReviewDue(const Guide& guide) {
  if (!guide.reviewed || !guide.review_every) return std::nullopt;
  const auto [count, unit] = guide.review_every->value;
  return WriteDay(AddMonths(guide.reviewed->value, count * MonthsIn(unit)));
}

}  // namespace guidec
