// The findings that a team has decided to live with for now, so that only new ones are reported.
#ifndef GUIDEC_LINT_BASELINE_H_
#define GUIDEC_LINT_BASELINE_H_

#include <compare>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"

namespace guidec {

// Findings are known by rule, file and the text that they point at (diag/content_key.h), so that edits
// elsewhere in the file do not disturb them. Of equal ones, a baseline holds how many there were.
class Baseline {
 public:
  // A source's path as it stands in the baseline: from the folder of the baseline's file.
  using PathOf = std::function<std::string(const Source&)>;

  static Baseline Of(std::span<const Diagnostic> findings, const Sources& sources, const PathOf& path_of);

  // `path` is the file's name in messages. Fails for what is no baseline or one of another version.
  static Result<Baseline> Parse(std::string_view text, const std::string& path);

  // Takes over the entries of `old` for which `keeps(path, code)` holds.
  void KeepFrom(const Baseline& old,
                const std::function<bool(const std::string& path, const std::string& code)>& keeps);

  // JSON, one finding a line, sorted.
  std::string Write() const;

  // A file that is gone, and the new one whose findings are those of the old.
  struct Renamed {
    std::string from;
    std::string to;
    int count = 0;  // findings that the baseline holds
    bool operator==(const Renamed&) const = default;
  };

  // What some findings are, compared with those that the baseline holds.
  struct Comparison {
    std::vector<Diagnostic> unknown;                 // it does not hold them
    int fixed = 0;                                   // it holds them, they are not found and their file is there
    std::vector<Renamed> renamed = {};               // sorted by their old path
    std::vector<std::pair<std::string, int>> gone;   // files that no longer are, with their findings; sorted
  };

  // A file that is neither among `sources` nor there, says `exists`, has been renamed where its findings are
  // those of one new file: of all files that the baseline knows nothing of, the one that shares most of them,
  // and this with no other. Of equals, the path with more of the same names at its end; where that does not
  // decide either, the file is gone.
  Comparison Compare(std::vector<Diagnostic> findings, const Sources& sources, const PathOf& path_of,
                     const std::function<bool(const std::string& path)>& exists) const;

  // Gives what it holds of these files their new paths.
  void Rename(std::span<const Renamed> files);

  struct Entry {
    std::string path;
    std::string code;
    std::string key;
    auto operator<=>(const Entry&) const = default;
  };

 private:
  struct Held {
    int count = 0;
    std::string message;  // of one of them, for whoever reads the file
  };

  static Entry EntryOf(const Diagnostic& finding, const Sources& sources, const PathOf& path_of);

  std::map<Entry, Held> held_;
};

}  // namespace guidec

#endif  // GUIDEC_LINT_BASELINE_H_
