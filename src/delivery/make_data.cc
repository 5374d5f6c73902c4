#include <algorithm>

#include <fmt/format.h>

#include "delivery/formats.h"
#include "delivery/makers.h"
#include "emit/json/bundle.h"

namespace guidec {
namespace {

// The edition's data, and its bundle if PDFs need it.
Result<void> MakeEdition(const Recipe& recipe, Edition edition, StagedDelivery& staged, Bundles& bundles) {
  const bool has_pdfs = recipe.Find(Maker::kTypst, edition) != nullptr;
  if (!has_pdfs && recipe.Find(Maker::kData, edition) == nullptr) return {};
  const GuideView& view = recipe.view;
  const std::vector<LoadedPicture> pictures = PicturesFor(recipe.pictures, view.library, view.guide, edition);
  auto bundle =
      Bundle(view, {.edition = edition, .generator = recipe.Generator(), .assets = AssetsOf(pictures)});
  const std::string text = bundle.dump(1) + "\n";
  // Sources with errors (--keep-going) may lack what an app must find.
  if (const auto violation = FirstViolation(text, "bundle")) {
    return Failure(fmt::format("the bundle would not be valid, at {}", *violation),
                   "fix the errors that `guidec lint` shows");
  }
  const DataSource source{view, bundle, text, pictures, recipe.manifest, recipe.options.version};
  for (const Artefact& artefact : recipe.plan) {
    if (artefact.maker != Maker::kData || artefact.edition != edition) continue;
    const auto bytes = FindOutputFormat(artefact.format)->write(source);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto put = staged.Put(artefact, *bytes); !put) return put;
  }
  if (has_pdfs) bundles.emplace(edition, std::move(bundle));
  return {};
}

Result<void> CopyPictures(const Recipe& recipe, StagedDelivery& staged) {
  for (const Artefact& artefact : recipe.plan) {
    if (artefact.maker != Maker::kPicture) continue;
    const auto picture = std::ranges::find_if(
        recipe.pictures, [&](const LoadedPicture& p) { return p.file.path.string() == artefact.source; });
    if (auto put = staged.Put(artefact, picture->bytes); !put) return put;
  }
  return {};
}

}  // namespace

Result<Bundles> MakeData(const Recipe& recipe, StagedDelivery& staged) {
  Bundles bundles;
  for (const Edition edition : recipe.options.editions) {
    if (auto made = MakeEdition(recipe, edition, staged, bundles); !made) {
      return tl::unexpected(std::move(made.error()));
    }
  }
  if (auto copied = CopyPictures(recipe, staged); !copied) return tl::unexpected(std::move(copied.error()));
  return bundles;
}

}  // namespace guidec
