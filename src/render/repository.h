#ifndef GUIDEC_RENDER_REPOSITORY_H_
#define GUIDEC_RENDER_REPOSITORY_H_

#include <string>
#include <string_view>

#include "render/report.h"

namespace guidec {

// The path as services want it that look a file up in a repository: from the repository's root, wherever guidec
// runs. What is not in the repository has its absolute path.
std::string PathInRepository(const Report& report, std::string_view path);

}  // namespace guidec

#endif  // GUIDEC_RENDER_REPOSITORY_H_
