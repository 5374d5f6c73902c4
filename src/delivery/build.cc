// Library + guide → outputs/<guide>/, in a staging folder first:
//   data and pictures → documents by Pandoc beside PDFs by Typst (delivery/makers.h), each from the cache if
//   it would be the same → what earlier builds made of other formats → manifest.json → what is not ours
//   (delivery/finish.h) → one exchange of folders (delivery/delivery.h).
#include "delivery/build.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/parallel.h"
#include "delivery/delivery.h"
#include "delivery/finish.h"
#include "delivery/makers.h"
#include "delivery/sources.h"
#include "text/calendar.h"

namespace guidec {
namespace {

// Cleans up behind a build when it goes, by an exception too.
class Cleaner {
 public:
  Cleaner(FileSystem& files, const fs::path& staging, const fs::path& delivery)
      : files_(files), staging_(staging), delivery_(delivery) {}
  Cleaner(const Cleaner&) = delete;
  Cleaner& operator=(const Cleaner&) = delete;
  ~Cleaner() { CleanUp(staging_, delivery_, files_); }

 private:
  FileSystem& files_;
  fs::path staging_;
  fs::path delivery_;
};

// The proof of a key holds in the order of the source; that it holds for what each version prints is shown
// anew.
Result<void> ProveVersions(const GuideView& view) {
  for (const PrintedVersion& printed : view.versions) {
    const auto wrong = FindWrongKey(view.guide, printed.version);
    if (!wrong) continue;
    return Failure(fmt::format("version {} of the quiz would have a wrong key, at question `{}`",
                               printed.version.name, *wrong),
                   "this is a bug in guidec");
  }
  return {};
}

// Reads the pictures, the theme's files, and which files are the guide's sources.
Result<void> Gather(Recipe& recipe, const FileSystem& files) {
  const Library& library = recipe.view.library;
  const Guide& guide = recipe.view.guide;
  auto pictures = LoadPictures(library, guide, files);
  if (!pictures) return tl::unexpected(std::move(pictures.error()));
  recipe.pictures = *std::move(pictures);
  auto theme_files = ReadThemeFiles(library.workspace, files, recipe.options.theme_size);
  if (!theme_files) return tl::unexpected(std::move(theme_files.error()));
  recipe.theme_files = *std::move(theme_files);
  auto sources = SourcesOf(library, guide, recipe.pictures, recipe.theme_files);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  recipe.manifest = {.guide = guide.id.value,
                     .guide_version = guide.version.value,
                     .sources_sha256 = SourcesDigest(*sources),
                     .sources = *std::move(sources),
                     .files = {}};
  return {};
}

Result<void> MakeAll(const Recipe& recipe, StagedDelivery& staged, FileSystem& files,
                     ProcessRunner& processes) {
  const auto bundles = MakeData(recipe, staged);
  if (!bundles) return tl::unexpected(bundles.error());
  Result<void> documents;
  Result<void> pdfs;
  ParallelInvoke([&] { documents = MakeDocuments(recipe, staged, files, processes); },
                 [&] { pdfs = MakePdfs(recipe, *bundles, staged, files, processes); });
  if (!documents) return documents;
  files.RemoveAll(staged.Scratch());
  return pdfs;
}

}  // namespace

Result<std::vector<WrittenFile>> BuildGuide(const Library& library, const Guide& guide,
                                            const BuildOptions& options, FileSystem& files,
                                            ProcessRunner& processes, const Cache& cache,
                                            const Progress& progress) {
  auto plan = PlanOf(library, guide, options.formats, options.editions);
  if (!plan) return tl::unexpected(std::move(plan.error()));
  const fs::path delivery = options.out / guide.id.value;
  if (auto made = files.CreateDirectories(options.out); !made) return tl::unexpected(std::move(made.error()));
  auto lock = files.Lock(options.out);
  if (!lock) return tl::unexpected(std::move(lock.error()));
  CleanUpAll(options.out, guide.id.value, files);
  // What is there may be in the way of all that follows.
  if (auto there = InventoryOf(delivery, files); !there) return tl::unexpected(std::move(there.error()));
  auto staging = files.CreateStaging(options.out, guide.id.value);
  if (!staging) return tl::unexpected(std::move(staging.error()));
  const Cleaner cleaner(files, *staging, delivery);
  const fs::path folder = *staging / kStagedDelivery;
  auto made = files.Kind(delivery) == FileKind::kDirectory ? files.CreateDirectoryLike(delivery, folder)
                                                           : files.CreateDirectories(folder);
  if (!made) return tl::unexpected(std::move(made.error()));

  const GuideView view(library, guide);
  if (auto proven = ProveVersions(view); !proven) return tl::unexpected(std::move(proven.error()));
  Recipe recipe{.view = view, .options = options, .plan = *std::move(plan)};
  if (auto gathered = Gather(recipe, files); !gathered) return tl::unexpected(std::move(gathered.error()));
  StagedDelivery staged(folder, {{"guidec", options.version}}, recipe.plan.size(), files, cache, progress);
  if (auto all = MakeAll(recipe, staged, files, processes); !all)
    return tl::unexpected(std::move(all.error()));
  auto written = Finish(recipe, staged, delivery, files);
  if (!written) return written;
  if (Interrupted()) return Failure("interrupted");
  if (auto delivered = Deliver(*staging, delivery, files); !delivered) {
    return tl::unexpected(std::move(delivered.error()));
  }
  return written;
}

std::int64_t TimestampOf(const Guide& guide, std::optional<std::int64_t> source_date) {
  if (source_date) return *source_date;
  // 1980 is the first year that a ZIP can hold.
  const auto days =
      std::chrono::sys_days(guide.reviewed ? guide.reviewed->value : std::chrono::year(1980) / 1 / 1);
  return std::chrono::duration_cast<std::chrono::seconds>(days.time_since_epoch()).count();
}

}  // namespace guidec
