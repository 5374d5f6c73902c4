// What makes the artefacts of a plan, a file each: make_data.cc what is guidec's own, make_documents.cc what
// Pandoc writes, make_pdfs.cc what Typst sets. A maker leaves out what the plan does not ask for, and starts
// no program where the cache has all.
#ifndef GUIDEC_DELIVERY_MAKERS_H_
#define GUIDEC_DELIVERY_MAKERS_H_

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/process.h"
#include "base/result.h"
#include "delivery/build.h"
#include "delivery/manifest.h"
#include "delivery/pictures.h"
#include "delivery/plan.h"
#include "delivery/staged_delivery.h"
#include "delivery/theme_files.h"
#include "emit/view/view.h"

namespace guidec {

// What a delivery is made of, read once.
struct Recipe {
  const GuideView& view;
  const BuildOptions& options;
  std::vector<Artefact> plan;
  std::vector<LoadedPicture> pictures = {};
  std::vector<ThemeFile> theme_files = {};
  Manifest manifest = {};  // without files

  std::string Generator() const { return "guidec " + options.version; }
  std::int64_t Timestamp() const { return TimestampOf(view.guide, options.source_date); }
  // The first of that maker; null when the plan has none.
  const Artefact* Find(Maker maker, Edition edition) const;
  bool Has(Maker maker) const;
};

// The bundles that PDFs are made from.
using Bundles = std::map<Edition, nlohmann::ordered_json>;

Result<Bundles> MakeData(const Recipe& recipe, StagedDelivery& staged);
Result<void> MakeDocuments(const Recipe& recipe, StagedDelivery& staged, FileSystem& files,
                           ProcessRunner& processes);
Result<void> MakePdfs(const Recipe& recipe, const Bundles& bundles, StagedDelivery& staged, FileSystem& files,
                      ProcessRunner& processes);

// A digest of the recipe's pictures that `text` names.
std::string DigestOfPictures(const Recipe& recipe, std::string_view text);
// Writes those pictures below `folder`, where they are not yet.
Result<void> StagePictures(const Recipe& recipe, std::string_view text, const fs::path& folder,
                           StagedDelivery& staged, const FileSystem& files);
// All that guidec prints in the language of the words, for the cache's keys.
std::string WordsText(const Wording& words);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_MAKERS_H_
