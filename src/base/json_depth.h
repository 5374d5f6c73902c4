#ifndef GUIDEC_BASE_JSON_DEPTH_H_
#define GUIDEC_BASE_JSON_DEPTH_H_

#include <cstddef>
#include <string_view>

namespace guidec {

// No file of guidec's own is nested so deep.
inline constexpr std::size_t kMostJsonDepth = 100;

// Whether arrays and objects of a JSON text stand in more than kMostJsonDepth others. nlohmann::json reads any depth,
// but recurses when it copies, compares or writes: what a stranger may have written is asked about first.
bool IsJsonTooDeep(std::string_view json);

}  // namespace guidec

#endif  // GUIDEC_BASE_JSON_DEPTH_H_
