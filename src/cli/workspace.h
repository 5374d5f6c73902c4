#ifndef GUIDEC_CLI_WORKSPACE_H_
#define GUIDEC_CLI_WORKSPACE_H_

#include <optional>
#include <string>

#include "cli/command.h"
#include "lint/cached_lint.h"
#include "model/read/load.h"
#include "rules/speller.h"

namespace guidec {

// The texts of the workspace at or around `path`.
struct WorkspaceTexts {
  fs::path root;
  ReadTexts texts;
};

// What cannot be read has been said on standard error; nothing when there is no workspace at all.
std::optional<WorkspaceTexts> ReadWorkspaceAt(Cli& cli, const fs::path& path);

// What linting the workspace in `root` asks of this machine. `files` and `words` outlive it.
LintInputs InputsOfLint(std::string today, const fs::path& root, const FileSystem& files,
                        const Limits& limits, KeptWords& words);

// The workspace at or around `path`, with every file that can be read. What cannot be has been
// said on standard error; nothing when there is no workspace at all.
std::optional<Loaded> OpenWorkspace(Cli& cli, const fs::path& path, Sources& sources);

// Shows what is wrong with the settings of the workspace in `root`, as `guidec lint` would; false when something
// is, which makes it unclear what applies. A guidec.yaml that cannot be read has been said.
bool AreSettingsSound(const fs::path& root, Cli& cli);

// OpenWorkspace for a command that shows what the workspace means: nothing, too, where a file cannot be read or
// the settings are not sound, and has said so.
std::optional<Loaded> OpenWholeWorkspace(Cli& cli, const fs::path& path, Sources& sources);

// The guide of that id, or null, which has then been said.
const Guide* FindGuide(const Library& library, const std::string& id);

}  // namespace guidec

#endif  // GUIDEC_CLI_WORKSPACE_H_
