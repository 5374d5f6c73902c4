#include <utility>

#include <fmt/format.h>

#include "base/parallel.h"
#include "delivery/kept.h"
#include "delivery/makers.h"
#include "emit/documents.h"
#include "emit/epub/epub.h"
#include "emit/pandoc/ast.h"

namespace guidec {
namespace {

// Makes all of `items` side by side. Of what fails, the error of the first is returned.
template <class Items, class Make>
Result<void> ForEach(const Items& items, const Make& make) {
  std::vector<Result<void>> results(items.size());
  ParallelFor(items.size(), [&](std::size_t i) { results[i] = make(items[i]); });
  for (Result<void>& result : results) {
    if (!result) return std::move(result);
  }
  return {};
}

// What all documents of the edition are made from; `text` is Pandoc's tree.
std::string InputsOf(const Recipe& recipe, Edition edition, const std::string& text,
                     const FileSystem& files) {
  const std::string templates =
      DigestOfFolder(recipe.options.data / "templates", files,
                     [](const fs::path& path) { return path.extension() != ".typ"; });
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", text, EpubCover(recipe.view),
                     WordsText(recipe.view.wording), DigestOfPictures(recipe, text), NameOf(edition),
                     recipe.Timestamp(), recipe.Generator(), templates, StateOfProgram("pandoc", files),
                     StateOfProgram("rsvg-convert", files));
}

Result<void> MakeEdition(const Recipe& recipe, Edition edition, StagedDelivery& staged, FileSystem& files,
                         ProcessRunner& processes) {
  if (recipe.Find(Maker::kPandoc, edition) == nullptr) return {};
  auto document =
      PandocDocument(recipe.view, {.edition = edition, .answers = recipe.view.library.workspace.answers});
  const std::string text = document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  const std::string inputs = staged.HasCache() ? InputsOf(recipe, edition, text, files) : "";
  std::vector<KeyedArtefact> missing;
  for (const Artefact& artefact : recipe.plan) {
    if (artefact.maker != Maker::kPandoc || artefact.edition != edition) continue;
    KeyedArtefact keyed{&artefact, staged.KeyOf({"document", artefact.format, inputs})};
    const auto taken = staged.Take(keyed);
    if (!taken) return tl::unexpected(taken.error());
    if (!*taken) missing.push_back(std::move(keyed));
  }
  if (missing.empty()) return {};
  const fs::path scratch = staged.Scratch() / NameOf(edition) / "pandoc";
  if (auto made = files.CreateDirectories(scratch); !made) return made;
  if (auto put = StagePictures(recipe, text, scratch, staged, files); !put) return put;
  const auto manuscript = PrepareManuscript(std::move(document),
                                            {.data = recipe.options.data,
                                             .scratch = scratch,
                                             .timestamp = recipe.Timestamp(),
                                             .generator = recipe.Generator()},
                                            processes);
  if (!manuscript) return tl::unexpected(manuscript.error());
  return ForEach(missing, [&](const KeyedArtefact& keyed) -> Result<void> {
    const auto bytes = WriteDocument(keyed.artefact->format, recipe.view, *manuscript, files, processes);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto put = staged.Put(*keyed.artefact, *bytes); !put) return put;
    return staged.Keep(keyed, {{"pandoc", manuscript->tool.version}});
  });
}

}  // namespace

Result<void> MakeDocuments(const Recipe& recipe, StagedDelivery& staged, FileSystem& files,
                           ProcessRunner& processes) {
  return ForEach(recipe.options.editions,
                 [&](Edition edition) { return MakeEdition(recipe, edition, staged, files, processes); });
}

}  // namespace guidec
