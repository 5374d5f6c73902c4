// Where a guide shows what bears an id: what links lead to, and where an answer is proven.
#ifndef GUIDEC_EMIT_VIEW_PLACES_H_
#define GUIDEC_EMIT_VIEW_PLACES_H_

#include <string>
#include <string_view>
#include <vector>

#include "model/content/library.h"

namespace guidec {

enum class PlaceKind : unsigned char { kSection, kList, kProtocol, kClaim, kAdvice, kExercise };

struct Place {
  std::string id;
  PlaceKind kind = PlaceKind::kSection;
  std::string title = {};            // plain; a section has its own
  const Section* section = nullptr;  // null in the introduction and in the session
  int section_number = 0;            // from 1; 0 where there is none
  bool is_in_session = false;        // shown by the routine alone
};

class Places {
 public:
  Places(const Library& library, const Guide& guide);

  // The sections first, then blocks in reading order, then what the routine alone shows.
  const std::vector<Place>& all() const { return all_; }

  // The first place that bears the id, or null.
  const Place* Find(std::string_view id) const;

  // The first of them in a section: its blocks count, and not the section itself.
  const Place* FindInSection(std::string_view id) const;

 private:
  void AddBlocks(const Library& library, const std::vector<Block>& blocks, const Section* section,
                 int number);

  std::vector<Place> all_;
};

// A heading or a link needs words: the id stands in for a name that is missing.
std::string PrintedName(const Prose& name, const Id& id);

}  // namespace guidec

#endif  // GUIDEC_EMIT_VIEW_PLACES_H_
