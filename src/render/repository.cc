#include "render/repository.h"

#include "base/paths.h"

namespace guidec {

std::string PathInRepository(const Report& report, std::string_view path) {
  if (report.repository.empty()) return std::string(path);
  const std::filesystem::path absolute = (report.folder / path).lexically_normal();
  if (!IsBelow(absolute, report.repository)) return absolute.generic_string();
  return absolute.lexically_relative(report.repository).generic_string();
}

}  // namespace guidec
