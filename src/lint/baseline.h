// The findings that a team has decided to live with for now, so that only new ones are reported.
#ifndef GUIDEC_LINT_BASELINE_H_
#define GUIDEC_LINT_BASELINE_H_

#include <compare>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
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

  // The findings that the baseline does not hold. `gone` becomes how many of those that it holds were
  // not found again in the files of `sources`.
  std::vector<Diagnostic> Without(std::vector<Diagnostic> findings, const Sources& sources,
                                  const PathOf& path_of, int& gone) const;

 private:
  struct Entry {
    std::string path;
    std::string code;
    std::string key;
    auto operator<=>(const Entry&) const = default;
  };
  struct Held {
    int count = 0;
    std::string message;  // of one of them, for whoever reads the file
  };

  static Entry EntryOf(const Diagnostic& finding, const Sources& sources, const PathOf& path_of);

  std::map<Entry, Held> held_;
};

}  // namespace guidec

#endif  // GUIDEC_LINT_BASELINE_H_
