#include <algorithm>
#include <utility>

#include <fmt/ranges.h>

#include "delivery/kept.h"
#include "delivery/makers.h"
#include "emit/typst/part.h"
#include "emit/typst/pdf.h"

namespace guidec {
namespace {

bool IsOfTheme(const FontFolder& fonts, const Theme& theme) {
  return theme.fonts && fonts.shown == theme.fonts->path;
}

PdfRequest RequestOf(const Recipe& recipe, const Bundles& bundles) {
  std::string texts;
  for (const auto& [edition, bundle] : bundles) texts += bundle.dump();
  const Theme& theme = recipe.view.library.workspace.theme;
  std::vector<FontFolder> fonts;
  for (const fs::path& folder : FontFolders(theme, NeedsSystemFonts(theme, texts))) {
    fonts.push_back({folder, folder});
  }
  return {.data = recipe.options.data,
          .templates = {},
          .own = {},
          .bundles = {},
          .words = recipe.view.wording,
          .theme = theme,
          .logo = {},
          .fonts = std::move(fonts),
          .print = recipe.options.print,
          .timestamp = recipe.Timestamp(),
          .jobs = {}};
}

// What all PDFs are made from, beside the guide.
std::string InputsOf(const PdfRequest& request, const Recipe& recipe, const FileSystem& files) {
  const auto is_template = [](const fs::path& path) {
    return path.extension() == ".typ" || path.extension() == ".mjs";
  };
  std::string inputs =
      fmt::format("{}\n{}\n{}\n{}\n{}\n{}", WordsText(request.words), ThemeText(request.theme), request.print,
                  request.timestamp, DigestOfFolder(request.data / "templates", files, is_template),
                  DigestOf(recipe.theme_files));
  for (const FontFolder& fonts : request.fonts) {
    if (!IsOfTheme(fonts, request.theme)) inputs += StateOfFolder(fonts.folder, files);
  }
  return inputs + StateOfProgram("node", files) +
         StateOfFolder(request.data / "node_modules/@myriaddreamin", files);
}

// Adds what is to be set: a part of the bundle for the template, with the pictures beside it.
Result<void> AddJob(const Artefact& artefact, const std::string& part, const Recipe& recipe,
                    StagedDelivery& staged, FileSystem& files, PdfRequest& request) {
  const fs::path folder = fs::absolute(staged.Scratch() / NameOf(artefact.edition));
  const std::string name = fmt::format("part-{}", request.jobs.size() + 1);
  const fs::path file = folder / (name + ".json");
  if (auto written = staged.Write(file, part); !written) return written;
  if (auto put = StagePictures(recipe, part, folder, staged, files); !put) return put;
  const fs::path output = fs::absolute(staged.PathOf(artefact));
  if (auto made = files.CreateDirectories(output.parent_path()); !made) return made;
  request.bundles[name] = file;
  request.jobs.push_back({artefact.source, output, name, artefact.inputs});
  return {};
}

// Gives Typst copies of all that it may read, and no other folder of the workspace.
Result<void> StageTemplates(const Recipe& recipe, const StagedDelivery& staged, FileSystem& files,
                            PdfRequest& request) {
  const fs::path folder = fs::absolute(staged.Scratch() / "typst");
  auto copies = StageForTypst(recipe.theme_files, request.data / "templates", folder, files);
  if (!copies) return tl::unexpected(std::move(copies.error()));
  request.templates = std::move(copies->templates);
  request.own = std::move(copies->own);
  if (!copies->logo.empty()) request.logo = std::move(copies->logo);
  // Without a file in it, the theme's folder has no copy.
  std::erase_if(request.fonts, [&](const FontFolder& fonts) {
    return IsOfTheme(fonts, request.theme) && copies->fonts.empty();
  });
  for (FontFolder& fonts : request.fonts) {
    if (IsOfTheme(fonts, request.theme)) fonts.folder = copies->fonts;
  }
  return {};
}

// Takes from the cache what it has, and adds a job for everything else, which is returned.
Result<std::vector<KeyedArtefact>> AddJobs(const Recipe& recipe, const Bundles& bundles,
                                           StagedDelivery& staged, FileSystem& files, PdfRequest& request) {
  const std::string inputs = staged.HasCache() ? InputsOf(request, recipe, files) : "";
  const bool has_own_templates = request.theme.templates.has_value();
  std::vector<KeyedArtefact> missing;
  for (const Artefact& artefact : recipe.plan) {
    if (artefact.maker != Maker::kTypst) continue;
    const auto& bundle = bundles.at(artefact.edition);
    const std::string part =
        (has_own_templates ? bundle : PartOf(bundle, artefact.source, artefact.inputs)).dump(1);
    KeyedArtefact keyed{
        &artefact, staged.KeyOf({"pdf", artefact.source, nlohmann::ordered_json(artefact.inputs).dump(), part,
                                 DigestOfPictures(recipe, part), inputs})};
    const auto taken = staged.Take(keyed);
    if (!taken) return tl::unexpected(taken.error());
    if (*taken) continue;
    if (auto added = AddJob(artefact, part, recipe, staged, files, request); !added) {
      return tl::unexpected(std::move(added.error()));
    }
    missing.push_back(std::move(keyed));
  }
  return missing;
}

}  // namespace

Result<void> MakePdfs(const Recipe& recipe, const Bundles& bundles, StagedDelivery& staged, FileSystem& files,
                      ProcessRunner& processes) {
  if (!recipe.Has(Maker::kTypst)) return {};
  PdfRequest request = RequestOf(recipe, bundles);
  const auto missing = AddJobs(recipe, bundles, staged, files, request);
  if (!missing) return tl::unexpected(missing.error());
  if (missing->empty()) return {};
  if (auto copied = StageTemplates(recipe, staged, files, request); !copied) return copied;
  auto node = ProbeNode(processes);
  if (!node) return tl::unexpected(std::move(node.error()));
  auto typst = SetPdfs(processes, request, [&](const fs::path& output) {
    staged.Done(output.lexically_relative(fs::absolute(staged.folder())).generic_string());
  });
  if (!typst) return tl::unexpected(std::move(typst.error()));
  for (const KeyedArtefact& keyed : *missing) {
    if (auto kept = staged.Keep(keyed, {{"node", *node}, {"typst", *typst}}); !kept) return kept;
  }
  return {};
}

}  // namespace guidec
