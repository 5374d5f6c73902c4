#include "base/trust.h"

#include <sys/stat.h>
#include <unistd.h>

namespace guidec {

bool MayBeChangedByOthers(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return false;
  if (status.st_uid != ::geteuid() && status.st_uid != 0) return true;
  const bool is_sticky = S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0;
  return (status.st_mode & (S_IWGRP | S_IWOTH)) != 0 && !is_sticky;
}

void KeepFromOthers(const std::filesystem::path& path) {
  std::error_code code;
  std::filesystem::permissions(path,
                               std::filesystem::perms::group_write | std::filesystem::perms::others_write,
                               std::filesystem::perm_options::remove, code);
}

}  // namespace guidec
