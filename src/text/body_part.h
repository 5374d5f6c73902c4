#ifndef GUIDEC_TEXT_BODY_PART_H_
#define GUIDEC_TEXT_BODY_PART_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidec {

// Places of the body, each a bit; a large place holds the bits of those within it and of its neighbours that
// everyday words do not tell apart.
using BodyRegion = std::uint32_t;

// Where the part is that an English word in lower case names: "thighs", "quadriceps"; nothing for other words.
// Two parts can be the same one when they share a bit.
std::optional<BodyRegion> RegionOf(std::string_view word);

struct MentionedPart {
  std::size_t at;  // index of the word
  BodyRegion region;
};

// The parts that English words in lower case name; not "the back of your thigh", "the bottom of the movement".
std::vector<MentionedPart> PartsIn(std::span<const std::string> words);

}  // namespace guidec

#endif  // GUIDEC_TEXT_BODY_PART_H_
