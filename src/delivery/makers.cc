#include "delivery/makers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/hash.h"

namespace guidec {

const Artefact* Recipe::Find(Maker maker, Edition edition) const {
  const auto found =
      std::ranges::find_if(plan, [&](const Artefact& a) { return a.maker == maker && a.edition == edition; });
  return found == plan.end() ? nullptr : &*found;
}

bool Recipe::Has(Maker maker) const {
  return std::ranges::find(plan, maker, &Artefact::maker) != plan.end();
}

std::string DigestOfPictures(const Recipe& recipe, std::string_view text) {
  std::string digests;
  for (const LoadedPicture& picture : recipe.pictures) {
    if (text.find(picture.file.name) == std::string_view::npos) continue;
    digests += fmt::format("{} {}\n", picture.file.name, Sha256(picture.bytes));
  }
  return digests;
}

Result<void> StagePictures(const Recipe& recipe, std::string_view text, const fs::path& folder,
                           StagedDelivery& staged, const FileSystem& files) {
  for (const LoadedPicture& picture : recipe.pictures) {
    const fs::path path = folder / picture.file.name;
    if (text.find(picture.file.name) == std::string_view::npos || files.Kind(path) == FileKind::kFile)
      continue;
    if (auto written = staged.Write(path, picture.bytes); !written) return written;
  }
  return {};
}

std::string WordsText(const Wording& words) {
  return nlohmann::ordered_json(words.All()).dump();
}

}  // namespace guidec
