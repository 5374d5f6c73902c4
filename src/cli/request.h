// Which files a command line asks for, and the workspaces that they lie in.
#ifndef GUIDEC_CLI_REQUEST_H_
#define GUIDEC_CLI_REQUEST_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/shard.h"
#include "model/read/load.h"

namespace guidec {

// What is checked together: a workspace, or a file outside of every one.
struct Batch {
  fs::path root;
  bool is_workspace = true;
  std::set<fs::path> wanted = {};  // absolute paths that were asked for: files, folders
  Unsaved unsaved = {};
  Limits limits = {};

  bool Wants(const Source& source) const;
  bool WantsAll() const;
  Result<ReadTexts> Read(const FileSystem& files) const;
};

struct Request {
  std::vector<Batch> batches;
  bool is_whole = true;  // every path could be taken; of others, the reason has been said

  void Add(const fs::path& path, const Cli& cli);

  // A text that stands in for what `path` holds.
  void AddText(const fs::path& path, std::string text, const Cli& cli);

  // Leaves out what other shards do: of all batches, sorted by folder, each takes every count-th.
  void Keep(const Shard& shard);

 private:
  Batch& In(const fs::path& root, bool is_workspace, const Cli& cli);

  std::map<fs::path, std::size_t> workspaces_;  // by absolute root: where it stands in `batches`
};

}  // namespace guidec

#endif  // GUIDEC_CLI_REQUEST_H_
