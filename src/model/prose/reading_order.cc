#include "model/prose/reading_order.h"

#include <algorithm>
#include <set>
#include <variant>

namespace guidec {
namespace {

class Writer {
 public:
  Writer(const Library& library, const Guide& guide) : library_(library), guide_(guide) {}

  std::vector<ProseUse> Write() {
    WriteBody();
    std::vector<ProseUse> body = std::move(uses_);
    uses_.clear();
    std::set<const Prose*> in_body;
    for (const ProseUse& use : body) in_body.insert(use.prose);
    bool has_body = body.empty();
    for (const ProseUse& use : ProseOf(library_, guide_)) {
      const bool is_of_body = in_body.contains(use.prose);
      if (is_of_body && !has_body) {
        Append(body);
        has_body = true;
      }
      if (!is_of_body) uses_.push_back(use);
    }
    return std::move(uses_);
  }

 private:
  void Append(const std::vector<ProseUse>& uses) { uses_.insert(uses_.end(), uses.begin(), uses.end()); }

  void WriteBody() {
    WriteBlocks(guide_.introduction);
    for (const Section& section : guide_.sections) {
      if (section.title) uses_.push_back({&section.title, Role::kTitle, nullptr, &guide_});
      WriteBlocks(section.blocks);
    }
  }

  void WriteBlocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      Append(ProseOf(block, guide_));
      const auto* shown = std::get_if<ExercisesBlock>(&block.content);
      if (shown == nullptr) continue;
      for (const Id& id : shown->ids) {
        const Exercise* exercise = library_.FindExercise(id.value);
        if (exercise != nullptr && shown_.insert(exercise).second) Append(ProseOf(*exercise));
      }
    }
  }

  const Library& library_;
  const Guide& guide_;
  std::vector<ProseUse> uses_;
  std::set<const Exercise*> shown_;
};

}  // namespace

std::vector<ProseUse> InReadingOrder(const Library& library, const Guide& guide) {
  return Writer(library, guide).Write();
}

std::vector<GuidePart> PartsOf(const Guide& guide) {
  std::vector<GuidePart> parts;
  if (const Pair* introduction = guide.document->root.FindPair("introduction")) {
    parts.push_back({"introduction", introduction->key.span, &guide.introduction});
  }
  for (const Section& section : guide.sections) {
    if (section.title) parts.push_back({"section", section.title.span(), &section.blocks});
  }
  return parts;
}

std::vector<ProseUse> ProseOf(const std::vector<Block>& blocks, const Guide& guide) {
  std::vector<ProseUse> uses;
  for (const Block& block : blocks) {
    const std::vector<ProseUse> of_block = ProseOf(block, guide);
    uses.insert(uses.end(), of_block.begin(), of_block.end());
  }
  return uses;
}

}  // namespace guidec
