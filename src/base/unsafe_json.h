#ifndef GUIDEC_BASE_UNSAFE_JSON_H_
#define GUIDEC_BASE_UNSAFE_JSON_H_

#include <cstddef>
#include <string_view>

namespace guidec {

// No file of guidec's own is nested so deep.
inline constexpr std::size_t kMostJsonDepth = 100;

// Whether a JSON text is not for nlohmann::json: arrays and objects stand in more than kMostJsonDepth others, where it
// recurses when it copies, compares or writes; or there is a zero byte, where it stops reading and takes the rest for
// nothing. What a stranger may have written is asked about first.
bool IsUnsafeJson(std::string_view json);

}  // namespace guidec

#endif  // GUIDEC_BASE_UNSAFE_JSON_H_
