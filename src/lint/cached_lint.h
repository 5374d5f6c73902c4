// Loading and linting, or what is remembered of the last time that the same was asked.
//
// An entry is found in two steps. Its key is made from all that is known before anything is parsed: the
// program, the day, the workspace's folder as it is shown, the texts and their paths. The entry holds what
// the run then asked for, dictionaries, extended settings, whether a picture is there, and how it was
// answered; it counts only while every answer is still the same.
//
// Paths in it are those that are shown, from the folder where guidec runs if they can be: where the same
// tree is linted in the same way elsewhere, by other people or machines, the entry is found and right.
#ifndef GUIDEC_LINT_CACHED_LINT_H_
#define GUIDEC_LINT_CACHED_LINT_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cache/answers.h"
#include "cache/cache.h"
#include "diag/diagnostic.h"
#include "model/read/load.h"

namespace guidec {

// What linting depends on beside the texts.
struct LintInputs {
  std::string today;  // 2026-11-22
  ReadText read;      // as LoadTexts wants them
  KindOfFile kind;
  Limits limits = {};
  // A digest of what the machine knows of a language's words; another when that changes.
  std::function<std::string(const std::string& language)> dictionary;
  std::vector<SkippedLink> skipped = {};  // of ReadTexts
  ShareDone progress = {};                // has no part in what is found
};

// A file that belongs to the workspace.
struct LintedFile {
  SourceId source{};
  bool is_settings = false;
};

struct LintResult {
  std::vector<LintedFile> files;
  std::vector<Diagnostic> findings;  // as Lint gives them
};

// What an entry of the cache holds. The ids of sources count from the first text.
struct LintEntry {
  enum Question : std::uint8_t { kText, kKind, kDictionary };
  using Asked = std::pair<Question, std::string>;  // a path or a language
  std::map<Asked, std::string> answers;            // digests
  std::vector<std::string> extended;  // the paths of what the settings extend, in the sources' order
  LintResult result;
};

// One run over some texts. What it is given outlives it.
class LintRun {
 public:
  LintRun(std::vector<NamedText> texts, fs::path root, const LintInputs& inputs,
          std::span<const Rule* const> rules, const Cache& cache);

  // Of the texts, the day and the program; empty without a cache.
  const std::string& key() const { return key_; }

  // What is remembered of such a run; then the texts and those that the settings extend are in `sources`.
  // Nothing else is done with them: no parsing, no loading.
  std::optional<LintResult> Recall(Sources& sources);

  // LoadTexts. Not after Recall has found something.
  Library Load(Sources& sources);

  // Lint, unless it is remembered; then it is from now on. `library` is from Load.
  LintResult Lint(const Library& library);

 private:
  std::optional<LintEntry> Entry() const;
  LintResult LintAnew(const Library& library) const;

  std::vector<NamedText> texts_;
  fs::path root_;
  const LintInputs& inputs_;
  std::span<const Rule* const> rules_;
  const Cache& cache_;
  std::string key_;
  bool may_be_known_ = true;  // Recall has not looked in vain

  // Of Load: where its texts are, and what it asked for.
  std::size_t first_ = 0;
  std::size_t own_ = 0;
  Answers<LintEntry::Asked> answers_;
};

// Recall, or else Load and Lint.
LintResult LintTexts(std::vector<NamedText> texts, const fs::path& root, const LintInputs& inputs,
                     std::span<const Rule* const> rules, Sources& sources, const Cache& cache);

// Nothing where a path or a message is no UTF-8.
std::optional<std::string> WriteLintEntry(const LintEntry& entry);
// Nothing for what is no entry or names a rule that is not among `rules`. That places lie in their sources is
// not known here.
std::optional<LintEntry> ReadLintEntry(std::string_view bytes, std::span<const Rule* const> rules);

}  // namespace guidec

#endif  // GUIDEC_LINT_CACHED_LINT_H_
