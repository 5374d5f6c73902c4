// What a placeholder prints that says whose value it is: `{plank.hold}`, `{symptoms.count}`,
// `{rice.first}`. It may stand in any text of a guide, its titles too, and in its quiz; in an exercise,
// which many guides may use, it may name exercises alone.
// What each thing offers is listed in schema/README.md (Placeholders).
//
// What is printed may hold placeholders itself, so that two may lead to each other.
#ifndef GUIDEC_MODEL_PROSE_PLACEHOLDER_H_
#define GUIDEC_MODEL_PROSE_PLACEHOLDER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "model/content/library.h"

namespace guidec {

struct PlaceholderError {
  std::string message;
  std::string instead = {};  // a placeholder that may have been meant, without its braces
  bool is_circular = false;
};

// What the placeholder of that name prints in prose of `use`. Of one without a dot, `{hold}`, it is the
// exercise's own; where there is no exercise, that is an error.
tl::expected<std::string, PlaceholderError> Printed(const Library& library, const ProseUse& use,
                                                    std::string_view name);

// Of all that the placeholders of a guide print; a real one prints some kilobytes.
inline constexpr std::size_t kMostFilled = 1'000'000;  // bytes

// Sets MarkdownNode::printed all over the library: to nothing where there is nothing, or too much.
void FillPlaceholders(Library& library);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_PLACEHOLDER_H_
