#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "delivery/makers.h"
#include "delivery/pack.h"
#include "emit/json/bundle.h"
#include "emit/json/free_exercise_db.h"
#include "emit/json/stream.h"

namespace guidec {
namespace {

// Writes the artefact of that kind, if the plan has one. `make` returns its bytes.
template <class Make>
Result<void> MakeAsked(const Recipe& recipe, Edition edition, Maker maker, StagedDelivery& staged,
                       const Make& make) {
  const Artefact* artefact = recipe.Find(maker, edition);
  if (artefact == nullptr) return {};
  const Result<std::string> bytes = make();
  if (!bytes) return tl::unexpected(bytes.error());
  return staged.Put(*artefact, *bytes);
}

// The bundle and what is made of it alone.
Result<void> MakeBundle(const Recipe& recipe, Edition edition, StagedDelivery& staged, Bundles& bundles) {
  const auto is_wanted = [&](Maker maker) { return recipe.Find(maker, edition) != nullptr; };
  if (std::ranges::none_of(std::array{Maker::kBundle, Maker::kStream, Maker::kPack, Maker::kTypst},
                           is_wanted)) {
    return {};
  }
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
  const auto make = [&](Maker maker, const auto& bytes) {
    return MakeAsked(recipe, edition, maker, staged, bytes);
  };
  if (auto made = make(Maker::kBundle, [&] { return text; }); !made) return made;
  if (auto made = make(Maker::kStream, [&] { return StreamOf(bundle); }); !made) return made;
  const Tools ours = {{"guidec", recipe.options.version}};
  auto packed = make(Maker::kPack, [&] { return PackOf(text, pictures, recipe.manifest, ours); });
  if (is_wanted(Maker::kTypst)) bundles.emplace(edition, std::move(bundle));
  return packed;
}

Result<void> MakeFreeExerciseDb(const Recipe& recipe, StagedDelivery& staged) {
  return MakeAsked(recipe, Edition::kLearner, Maker::kFreeExerciseDb, staged, [&]() -> Result<std::string> {
    const auto exercises = FreeExerciseDb(recipe.view.library, recipe.view.guide);
    if (!exercises) return tl::unexpected(exercises.error());
    return exercises->dump(1) + "\n";
  });
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
    if (auto made = MakeBundle(recipe, edition, staged, bundles); !made) {
      return tl::unexpected(std::move(made.error()));
    }
  }
  if (auto made = MakeFreeExerciseDb(recipe, staged); !made) return tl::unexpected(std::move(made.error()));
  if (auto copied = CopyPictures(recipe, staged); !copied) return tl::unexpected(std::move(copied.error()));
  return bundles;
}

}  // namespace guidec
