#include "model/read/load.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/bounds.h"
#include "base/crash.h"
#include "base/parallel.h"
#include "diag/rule_ids.h"
#include "model/picture/pictures.h"
#include "model/read/file_faults.h"
#include "model/read/library.h"

namespace guidec {
namespace {

bool IsYaml(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

Result<std::string> Checked(Result<std::string> text, const fs::path& path) {
  if (!text) return text;
  if (text->find('\0') != std::string::npos) {
    return Failure(fmt::format("`{}` is not a text file", path.string()), "save it as plain text in UTF-8");
  }
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    return Failure(fmt::format("`{}` is empty", path.string()), "fill the file or remove it");
  }
  return text;
}

}  // namespace

std::optional<fs::path> FindWorkspace(const FileSystem& files, const fs::path& path) {
  const auto is_workspace = [&](const fs::path& folder) {
    return files.Kind(folder / "guidec.yaml") == FileKind::kFile;
  };
  const bool is_folder = files.Kind(path) == FileKind::kDirectory;
  fs::path folder = is_folder ? path : path.parent_path();
  if (folder.empty()) folder = ".";
  if (is_folder && is_workspace(folder / "sources")) return folder / "sources";
  if (is_workspace(folder)) return folder;
  std::error_code code;
  for (fs::path above = fs::absolute(folder, code).lexically_normal(); above != above.root_path();
       above = above.parent_path()) {
    if (is_workspace(above)) {
      // Shown relative to here when that is shorter to read.
      const fs::path relative = above.lexically_relative(fs::current_path(code));
      return relative.empty() || relative.native().size() > above.native().size() ? above : relative;
    }
  }
  return std::nullopt;
}

namespace {

// guidec.yaml and what it extends, each behind what it extends itself.
class Settings {
 public:
  // `given` are files of settings, and `others` those of no known kind; what is taken leaves them.
  Settings(std::vector<File>& given, std::vector<SourceId>& others, const ReadText& read,
           const Limits& limits, Sources& sources)
      : given_(given), others_(others), read_(read), limits_(limits), sources_(sources) {}

  void Take(const std::string& path) {
    const auto found = std::ranges::find_if(
        given_, [&](const File& file) { return sources_[file.document.source].path() == path; });
    if (found == given_.end()) return;
    File file = std::move(*found);
    given_.erase(found);
    Follow(std::move(file));
  }

  std::vector<File> files;
  std::vector<Fault> faults;
  std::string dictionary;

 private:
  void Follow(File file) {
    const std::string path = sources_[file.document.source].path();
    open_.push_back(path);
    const fs::path folder = fs::path(path).parent_path();
    if (const Node* extends = file.document.root.Find("extends")) {
      if (extends->IsScalar()) Extend(folder, *extends);
      for (const Node& item : extends->items) {
        if (item.IsScalar()) Extend(folder, item);
      }
    }
    const Node* name = file.document.root.Find("dictionary");
    if (name != nullptr && name->IsScalar() && !fs::path(name->text).is_absolute()) {
      if (const auto text = Read(folder, *name)) dictionary += *text + "\n";
    }
    open_.pop_back();
    files.push_back(std::move(file));
  }

  void Extend(const fs::path& folder, const Node& name) {
    // Not of the form that the schema asks for, which has been said.
    if (!name.text.ends_with(".yaml") || fs::path(name.text).is_absolute()) return;
    const std::string path = (folder / name.text).lexically_normal().generic_string();
    if (std::ranges::find(open_, path) != open_.end()) {
      faults.push_back(
          {rule_ids::kCircularExtends, name.span,
           fmt::format("`{}` leads back to itself; take one `extends` of the circle away", path)});
      return;
    }
    if (open_.size() > limits_.extends) {
      faults.push_back(
          {rule_ids::kLongExtends, first_,
           fmt::format("more than {} files of settings extend one another from here on; `{}` is not read, "
                       "put some of them together",
                       limits_.extends, path)});
      return;
    }
    if (open_.size() == 1) first_ = name.span;
    const auto has_path = [&](const File& file) { return sources_[file.document.source].path() == path; };
    if (std::ranges::any_of(files, has_path)) return;
    if (std::ranges::any_of(given_, has_path)) return Take(path);
    const auto other =
        std::ranges::find_if(others_, [&](SourceId source) { return sources_[source].path() == path; });
    if (other != others_.end()) {
      const Source& source = sources_[*other];
      others_.erase(other);
      return Follow(File{Kind::kWorkspace, Parse(source, limits_)});
    }
    if (auto text = Read(folder, name)) {
      Follow(File{Kind::kWorkspace, Parse(sources_.Add(path, *std::move(text)), limits_)});
    }
  }

  std::optional<std::string> Read(const fs::path& folder, const Node& name) {
    Result<std::string> text = read_((folder / name.text).lexically_normal());
    if (text) return *std::move(text);
    const Error& error = text.error();
    faults.push_back({rule_ids::kUnreadableSettings, name.span,
                      error.hint.empty() ? error.message : fmt::format("{}; {}", error.message, error.hint)});
    return std::nullopt;
  }

  std::vector<File>& given_;
  std::vector<SourceId>& others_;
  const ReadText& read_;
  const Limits& limits_;
  Sources& sources_;
  std::vector<std::string> open_;
  Span first_;  // the `extends` of the workspace's own settings that all open ones come from
};

}  // namespace

Library LoadTexts(std::vector<NamedText> texts, const fs::path& root, const ReadText& read, Sources& sources,
                  const KindOfFile& kind, const Limits& limits, const ShareDone& progress,
                  std::span<const SkippedLink> skipped) {
  constexpr double kParsed = 0.5;  // the rest goes into what the files mean
  std::vector<File> parsed;
  std::vector<SourceId> others;
  for (NamedText& named : texts) {
    const Source& source = sources.Add(std::move(named.path), std::move(named.text));
    if (const std::optional<Kind> kind = KindOf(source)) {
      parsed.push_back(File{*kind, {}});
      parsed.back().document.source = source.id();
    } else {
      others.push_back(source.id());
    }
  }
  const auto parse = [&](std::size_t i) {
    Document& document = parsed[i].document;
    const Source& source = sources[document.source];
    const WorkingOn working_on("reading", source.path());
    document = Parse(source, limits);
  };
  ParallelFor(parsed.size(), parse, progress, 0, kParsed);
  std::vector<File> settings_files;
  std::vector<File> files;
  for (File& file : parsed) {
    (file.kind == Kind::kWorkspace ? settings_files : files).push_back(std::move(file));
  }
  Settings settings(settings_files, others, read, limits, sources);
  settings.Take((root / "guidec.yaml").lexically_normal().generic_string());
  std::vector<Fault> unplaced;
  for (const SourceId source : others) {
    unplaced.push_back({rule_ids::kUnplacedFile, sources[source].LineSpan(1),
                        "guidec does not know what kind of file this is, and leaves it out; put "
                        "exercises into `exercises/`, or name the schema in the first line"});
  }
  for (const File& file : settings_files) {
    unplaced.push_back({rule_ids::kUnplacedFile, sources[file.document.source].LineSpan(1),
                        "these settings hold for nothing: the workspace's own are in the guidec.yaml above, "
                        "which does not extend this file"});
  }
  // A link has no line; the settings speak for the workspace.
  for (const File& file : std::span(settings.files).last(settings.files.empty() ? 0 : 1)) {
    for (const SkippedLink& link : skipped) {
      unplaced.push_back({rule_ids::kLinkedFolder, sources[file.document.source].LineSpan(1),
                          fmt::format("`{}` {}", link.path, link.reason)});
    }
  }
  std::ranges::move(files, std::back_inserter(settings.files));
  Library library = BuildLibrary(sources, std::move(settings.files), root, settings.dictionary, limits);
  library.faults.insert(library.faults.end(), settings.faults.begin(), settings.faults.end());
  library.faults.insert(library.faults.end(), unplaced.begin(), unplaced.end());
  if (kind) std::ranges::move(FaultsOfFiles(library, kind, read), std::back_inserter(library.faults));
  if (progress) progress(kLoaded);
  return library;
}

namespace {

ReadTexts ReadWithin(const WorkspaceBounds& bounds, const std::vector<fs::path>& paths, const Unsaved& unsaved,
                     const Limits& limits) {
  std::vector<std::string> names(paths.size());
  std::vector<Result<std::string>> texts(paths.size());
  ParallelFor(paths.size(), [&](std::size_t i) {
    names[i] = paths[i].lexically_normal().generic_string();
    const auto found = unsaved.find(names[i]);
    texts[i] = found != unsaved.end() ? found->second
                                      : Checked(bounds.Read(paths[i], limits.file_size), paths[i]);
  });
  ReadTexts result;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (texts[i]) {
      result.texts.push_back({std::move(names[i]), *std::move(texts[i])});
    } else {
      result.problems.push_back(std::move(texts[i].error()));
    }
  }
  return result;
}

}  // namespace

ReadTexts ReadFiles(const FileSystem& files, const fs::path& root, const std::vector<fs::path>& paths,
                    const Unsaved& unsaved, const Limits& limits) {
  return ReadWithin(WorkspaceBounds(files, root), paths, unsaved, limits);
}

ReadText ReaderOf(const FileSystem& files, const fs::path& root, const Limits& limits) {
  const auto bounds = std::make_shared<const WorkspaceBounds>(files, root);
  return [bounds, limits](const fs::path& path) -> Result<std::string> {
    if (auto fault = bounds->FaultIn(path)) return tl::unexpected(*std::move(fault));
    return bounds->Read(path, IsPicture(path) ? limits.picture_size : limits.file_size);
  };
}

KindOfFile KindsOf(const FileSystem& files, const fs::path& root) {
  const auto bounds = std::make_shared<const WorkspaceBounds>(files, root);
  return [&files, bounds](const fs::path& path) {
    return bounds->FaultIn(path) ? FileKind::kBeyond : files.Kind(path);
  };
}

namespace {

// Whether exercises or guides are looked for there. Links elsewhere in a workspace, as in its outputs, are
// nobody's mistake.
bool IsReadFrom(const fs::path& path, const fs::path& root) {
  const fs::path within = path.lexically_normal().lexically_relative(root.lexically_normal());
  return !within.empty() && (*within.begin() == "exercises" || *within.begin() == "guides");
}

// Why the link is not followed; nothing for one that is, or behind which there is nothing to read.
std::optional<std::string> ReasonToSkip(const fs::path& link, const WorkspaceBounds& bounds,
                                        const FileSystem& files) {
  const FileKind kind = files.Kind(link);
  if (kind == FileKind::kMissing)
    return "is a link that leads nowhere; remove it, or put the file itself there";
  if (bounds.FaultIn(link)) {
    return fmt::format("is a link that leads out of the workspace; put the {} itself there",
                       kind == FileKind::kDirectory ? "folder" : "file");
  }
  if (kind != FileKind::kDirectory) return std::nullopt;
  const auto behind = files.List(link, Hidden::kLeftOut);
  if (behind && std::ranges::none_of(*behind, IsYaml)) return std::nullopt;
  return "is a link to a folder, and the files behind it are neither checked nor built; put the folder "
         "itself there";
}

}  // namespace

Result<ReadTexts> ReadWorkspace(const FileSystem& files, const fs::path& root, const Unsaved& unsaved,
                                const Limits& limits) {
  auto listed = files.List(root, Hidden::kLeftOut);
  if (!listed) return tl::unexpected(std::move(listed.error()));
  std::vector<fs::path> paths;
  std::vector<Error> problems;
  const WorkspaceBounds bounds(files, root);
  std::vector<SkippedLink> skipped;
  for (fs::path& path : *listed) {
    const bool is_read = IsYaml(path) && files.Kind(path) != FileKind::kDirectory;
    if (!is_read && files.IsLink(path)) {
      if (!IsReadFrom(path, root)) continue;
      if (auto reason = ReasonToSkip(path, bounds, files)) {
        skipped.push_back({path.lexically_normal().generic_string(), *std::move(reason)});
      }
      continue;
    }
    if (!IsYaml(path)) continue;
    auto fault = files.IsLink(path) ? bounds.FaultIn(path) : std::nullopt;
    if (fault) {
      problems.push_back(*std::move(fault));
    } else {
      paths.push_back(std::move(path));
    }
  }
  // A file that is not saved yet is nowhere on the disk.
  for (const auto& [path, text] : unsaved) {
    if (std::ranges::find(paths, fs::path(path), &fs::path::lexically_normal) == paths.end()) {
      paths.emplace_back(path);
    }
  }
  ReadTexts read = ReadWithin(bounds, paths, unsaved, limits);
  std::ranges::move(read.problems, std::back_inserter(problems));
  read.problems = std::move(problems);
  read.skipped = std::move(skipped);
  return read;
}

Result<Loaded> LoadWorkspace(const FileSystem& files, const fs::path& root, Sources& sources,
                             const Unsaved& unsaved, const Limits& limits) {
  auto read = ReadWorkspace(files, root, unsaved, limits);
  if (!read) return tl::unexpected(std::move(read.error()));
  return Loaded{LoadTexts(std::move(read->texts), root, ReaderOf(files, root, limits), sources,
                          KindsOf(files, root), limits, {}, read->skipped),
                std::move(read->problems)};
}

}  // namespace guidec
