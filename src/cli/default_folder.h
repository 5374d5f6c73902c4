#ifndef GUIDEC_CLI_DEFAULT_FOLDER_H_
#define GUIDEC_CLI_DEFAULT_FOLDER_H_

#include <optional>

#include "base/files.h"
#include "cli/command.h"

namespace guidec {

// Why a command may not write into the folder of its option --out; nothing when it may. Whoever names the folder
// decides where it leads. One that nobody named may be a link that a stranger put into the workspace, to have
// files written elsewhere. Options are --out and --workspace.
std::optional<Error> FaultInDefaultFolder(const boost::program_options::variables_map& options,
                                          const FileSystem& files);

}  // namespace guidec

#endif  // GUIDEC_CLI_DEFAULT_FOLDER_H_
