#include "model/load.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace guidec {
namespace {

bool IsYaml(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

Result<std::string> ReadSource(const FileSystem& files, const fs::path& path) {
  Result<std::string> text = files.Read(path, kMaxSourceBytes);
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

Library LoadTexts(std::vector<NamedText> texts, const fs::path& root,
                  const std::function<std::string(const std::string& name)>& read_dictionary,
                  Sources& sources) {
  std::vector<File> files;
  std::vector<Fault> unplaced;
  std::string dictionary;
  for (NamedText& named : texts) {
    const Source& source = sources.Add(std::move(named.path), std::move(named.text));
    const std::optional<Kind> kind = KindOf(source);
    if (!kind) {
      unplaced.push_back({"unplaced-file", source.LineSpan(1),
                          "guidec does not know what kind of file this is, and leaves it out; put "
                          "exercises into `exercises/`, or name the schema in the first line"});
      continue;
    }
    File file{*kind, Parse(source)};
    if (*kind == Kind::kWorkspace) {
      const Node* name = file.document.root.Find("dictionary");
      if (name != nullptr && name->IsScalar()) dictionary = read_dictionary(name->text);
    }
    files.push_back(std::move(file));
  }
  Library library = BuildLibrary(sources, std::move(files), root, dictionary);
  library.faults.insert(library.faults.end(), unplaced.begin(), unplaced.end());
  return library;
}

Loaded LoadFiles(const FileSystem& files, const fs::path& root, const std::vector<fs::path>& paths,
                 Sources& sources) {
  std::vector<Error> problems;
  std::vector<NamedText> texts;
  for (const fs::path& path : paths) {
    Result<std::string> text = ReadSource(files, path);
    if (text) {
      texts.push_back({path.lexically_normal().generic_string(), *std::move(text)});
    } else {
      problems.push_back(std::move(text.error()));
    }
  }
  const auto read_dictionary = [&](const std::string& name) {
    Result<std::string> text = files.Read(root / name, kMaxSourceBytes);
    if (text) return *std::move(text);
    problems.push_back(std::move(text.error()));
    return std::string();
  };
  Library library = LoadTexts(std::move(texts), root, read_dictionary, sources);
  return Loaded{std::move(library), std::move(problems)};
}

Result<Loaded> LoadWorkspace(const FileSystem& files, const fs::path& root, Sources& sources) {
  auto listed = files.List(root);
  if (!listed) return tl::unexpected(std::move(listed.error()));
  std::vector<fs::path> paths;
  std::ranges::copy_if(*listed, std::back_inserter(paths), IsYaml);
  return LoadFiles(files, root, paths, sources);
}

}  // namespace guidec
