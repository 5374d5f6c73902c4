#include "emit/view/places.h"

#include <algorithm>
#include <utility>

namespace guidec {
namespace {

// The place of a block that bears an id of its own; one without an id otherwise.
struct BlockPlace {
  Place operator()(const ListBlock& block) const {
    return {block.id.value, PlaceKind::kList, Title(block.title)};
  }
  Place operator()(const ProtocolBlock& block) const {
    return {block.id.value, PlaceKind::kProtocol, Title(block.title)};
  }
  Place operator()(const ClaimBlock& block) const { return {block.id.value, PlaceKind::kClaim}; }
  Place operator()(const AdviceBlock& block) const {
    return {block.id.value, PlaceKind::kAdvice, Title(block.title)};
  }
  template <class Other>
  Place operator()(const Other&) const {
    return {};
  }

  static std::string Title(const Prose& title) { return PlainText(title.root); }
};

Place ExercisePlace(const Exercise& exercise, const Id& id) {
  return {id.value, PlaceKind::kExercise, PrintedName(exercise.name, id)};
}

}  // namespace

Places::Places(const Library& library, const Guide& guide) {
  int number = 0;
  for (const Section& section : guide.sections) {
    all_.push_back({section.id.value, PlaceKind::kSection, {}, &section, ++number});
  }
  AddBlocks(library, guide.introduction, nullptr, 0);
  number = 0;
  for (const Section& section : guide.sections) AddBlocks(library, section.blocks, &section, ++number);
  for (const Exercise* exercise : ExercisesOf(library, guide)) {
    if (Find(exercise->id.value) != nullptr) continue;
    all_.push_back(ExercisePlace(*exercise, exercise->id));
    all_.back().is_in_session = true;
  }
  std::erase_if(all_, [](const Place& place) { return place.id.empty(); });
}

void Places::AddBlocks(const Library& library, const std::vector<Block>& blocks, const Section* section,
                       int number) {
  const auto add = [&](Place place) {
    place.section = section;
    place.section_number = number;
    all_.push_back(std::move(place));
  };
  for (const Block& block : blocks) {
    const auto* shown = std::get_if<ExercisesBlock>(&block.content);
    if (shown == nullptr) {
      add(std::visit(BlockPlace(), block.content));
      continue;
    }
    for (const Id& id : shown->ids) {
      const Exercise* exercise = library.FindExercise(id.value);
      if (exercise != nullptr) add(ExercisePlace(*exercise, id));
    }
  }
}

const Place* Places::Find(std::string_view id) const {
  const auto found = std::ranges::find(all_, id, &Place::id);
  return found == all_.end() ? nullptr : &*found;
}

const Place* Places::FindInSection(std::string_view id) const {
  const auto found = std::ranges::find_if(all_, [&](const Place& place) {
    return place.id == id && place.section != nullptr && place.kind != PlaceKind::kSection;
  });
  return found == all_.end() ? nullptr : &*found;
}

std::string PrintedName(const Prose& name, const Id& id) {
  return name ? PlainText(name.root) : id.value;
}

}  // namespace guidec
