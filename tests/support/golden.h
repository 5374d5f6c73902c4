// Goldens: what a stage made of a case, kept below tests/.
#ifndef GUIDEC_TESTS_SUPPORT_GOLDEN_H_
#define GUIDEC_TESTS_SUPPORT_GOLDEN_H_

#include <string>
#include <string_view>

namespace guidec {

// Fails the running test case when `text` is not what tests/<path> holds, and names the first
// line that differs. With GUIDEC_UPDATE=1 in the environment the file is written instead.
void CheckGolden(const std::string& path, std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_GOLDEN_H_
