// Who besides us may change what lies at a path.
#ifndef GUIDEC_BASE_TRUST_H_
#define GUIDEC_BASE_TRUST_H_

#include <filesystem>

namespace guidec {

// Whether somebody else than this user and root owns the file or folder, or may write to it. In a sticky
// folder others may only add files, which they own. Not so for what is not there.
bool MayBeChangedByOthers(const std::filesystem::path& path);

// Takes from all but the owner the right to write to it. Best effort.
void KeepFromOthers(const std::filesystem::path& path);

}  // namespace guidec

#endif  // GUIDEC_BASE_TRUST_H_
