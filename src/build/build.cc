// Library + guide → outputs/<guide>/, in a staging folder first:
//   bundles (the PDFs read them) and pictures → documents by Pandoc beside PDFs by Typst
//   → what earlier builds made of other formats → manifest.json → one exchange of folders.
#include "build/build.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <tbb/parallel_invoke.h>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/interrupt.h"
#include "build/plan.h"
#include "emit/documents.h"
#include "emit/json/bundle.h"
#include "emit/typst/pdf.h"
#include "text/calendar.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMaxArtefactBytes = 1ULL << 30;
constexpr char kManifest[] = "manifest.json";
constexpr char kScratch[] = ".scratch";

// The sources that a guide is made of, each with its hash; paths count from the workspace.
Json SourcesJson(const Library& library, const Guide& guide) {
  std::set<const Document*> documents = {guide.document, library.workspace.document,
                                         guide.references_document};
  if (guide.quiz) documents.insert(guide.quiz->document);
  for (const Exercise* exercise : ExercisesOf(library, guide)) documents.insert(exercise->document);
  for (const File& file : library.files) {
    if (file.kind == Kind::kGlossary) documents.insert(&file.document);
  }
  std::vector<const Source*> sources;
  for (const Document* document : documents) {
    if (document != nullptr) sources.push_back(&(*library.sources)[document->source]);
  }
  std::ranges::sort(sources, {}, &Source::path);
  Json array = Json::array();
  for (const Source* source : sources) {
    const fs::path path =
        fs::path(source->path()).lexically_relative(library.workspace.root.lexically_normal());
    array.push_back(Json{{"path", path.generic_string()},
                         {"size", source->text().size()},
                         {"sha256", Sha256(source->text())}});
  }
  return array;
}

class Builder {
 public:
  Builder(const Library& library, const Guide& guide, const BuildOptions& options, FileSystem& files,
          ProcessRunner& processes, const Progress& progress)
      : library_(library),
        guide_(guide),
        options_(options),
        files_(files),
        processes_(processes),
        progress_(progress) {}

  Result<std::vector<WrittenFile>> Run() {
    auto plan = PlanOf(library_, guide_, options_.formats, options_.editions);
    if (!plan) return tl::unexpected(std::move(plan.error()));
    plan_ = *std::move(plan);
    if (auto made = files_.CreateDirectories(options_.out); !made)
      return tl::unexpected(std::move(made.error()));
    auto lock = files_.Lock(options_.out);
    if (!lock) return tl::unexpected(std::move(lock.error()));
    files_.RemoveStale(options_.out, guide_.id.value);
    auto staging = files_.CreateStaging(options_.out, guide_.id.value);
    if (!staging) return tl::unexpected(std::move(staging.error()));
    staging_ = *std::move(staging);
    auto written = Make();
    if (!written) files_.RemoveAll(staging_);
    return written;
  }

 private:
  fs::path Staged(const std::string& path) const { return staging_ / path; }
  fs::path Target() const { return options_.out / guide_.id.value; }

  const Artefact* Find(Maker maker, Edition edition) const {
    const auto found = std::ranges::find_if(
        plan_, [&](const Artefact& a) { return a.maker == maker && a.edition == edition; });
    return found == plan_.end() ? nullptr : &*found;
  }
  bool Has(Maker maker) const { return std::ranges::find(plan_, maker, &Artefact::maker) != plan_.end(); }

  void Done(const std::string& path) {
    const std::scoped_lock guard(progress_mutex_);
    progress_(path, ++done_, plan_.size());
  }

  Result<void> Put(const fs::path& path, std::string_view bytes) {
    if (auto made = files_.CreateDirectories(path.parent_path()); !made) return made;
    return files_.Write(path, bytes);
  }

  // In its place when JSON is asked for, else where only the PDF templates see it.
  fs::path BundlePath(Edition edition) const {
    const Artefact* bundle = Find(Maker::kBundle, edition);
    return bundle != nullptr ? Staged(bundle->path) : staging_ / kScratch / NameOf(edition) / "bundle.json";
  }

  Result<void> MakeBundle(Edition edition) {
    const Artefact* asked = Find(Maker::kBundle, edition);
    if (asked == nullptr && Find(Maker::kTypst, edition) == nullptr) return {};
    const std::string text = Bundle(library_, guide_, edition, options_.generator).dump(1) + "\n";
    // Sources with errors (--keep-going) may lack what an app must find.
    if (const auto violation = FirstViolation(text, "bundle")) {
      return Failure(fmt::format("the bundle would not be valid, at {}", *violation),
                     "mend the errors that `guidec lint` shows");
    }
    if (auto put = Put(BundlePath(edition), text); !put) return put;
    if (asked != nullptr) {
      Done(asked->path);
      return {};
    }
    return PutPicturesBeside(BundlePath(edition));
  }

  // The PDF templates look for pictures beside the bundle, wherever that is.
  Result<void> PutPicturesBeside(const fs::path& bundle) {
    for (const Exercise* exercise : ExercisesOf(library_, guide_)) {
      const fs::path folder = fs::path((*library_.sources)[exercise->document->source].path()).parent_path();
      for (const Picture& picture : exercise->pictures) {
        auto copied =
            Copy(folder / picture.file.value, bundle.parent_path() / PicturePath(*exercise, picture));
        if (!copied) return copied;
      }
    }
    return {};
  }

  Result<void> Copy(const fs::path& from, const fs::path& to) {
    const auto bytes = files_.Read(from, kMaxArtefactBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    return Put(to, *bytes);
  }

  Result<void> CopyPictures() {
    for (const Artefact& artefact : plan_) {
      if (artefact.maker != Maker::kPicture) continue;
      if (auto copied = Copy(artefact.source, Staged(artefact.path)); !copied) return copied;
      Done(artefact.path);
    }
    return {};
  }

  Result<void> MakeDocuments(Edition edition) {
    if (Find(Maker::kPandoc, edition) == nullptr) return {};
    const fs::path scratch = staging_ / kScratch / NameOf(edition) / "pandoc";
    if (auto made = files_.CreateDirectories(scratch); !made) return made;
    const auto manuscript = PrepareManuscript(library_, guide_,
                                              {.data = options_.data,
                                               .scratch = scratch,
                                               .timestamp = TimestampOf(guide_),
                                               .generator = options_.generator,
                                               .edition = edition,
                                               .answers = library_.workspace.answers},
                                              files_, processes_);
    if (!manuscript) return tl::unexpected(manuscript.error());
    pandoc_version_ = manuscript->tool.version;
    for (const Artefact& artefact : plan_) {
      if (artefact.maker != Maker::kPandoc || artefact.edition != edition) continue;
      const auto bytes = WriteDocument(artefact.format, guide_, *manuscript, files_, processes_);
      if (!bytes) return tl::unexpected(bytes.error());
      if (auto put = Put(Staged(artefact.path), *bytes); !put) return put;
      Done(artefact.path);
    }
    return {};
  }

  Result<void> MakeAllDocuments() {
    for (const Edition edition : options_.editions) {
      if (auto made = MakeDocuments(edition); !made) return made;
    }
    return {};
  }

  Result<void> MakePdfs() {
    if (!Has(Maker::kTypst)) return {};
    auto node = ProbeNode(processes_);
    if (!node) return tl::unexpected(std::move(node.error()));
    PdfRequest request{.data = options_.data,
                       .bundles = {},
                       .paper = options_.paper,
                       .timestamp = TimestampOf(guide_),
                       .jobs = {}};
    for (const Artefact& artefact : plan_) {
      if (artefact.maker != Maker::kTypst) continue;
      request.bundles[artefact.edition] = fs::absolute(BundlePath(artefact.edition));
      const fs::path output = fs::absolute(Staged(artefact.path));
      if (auto made = files_.CreateDirectories(output.parent_path()); !made) return made;
      request.jobs.push_back({artefact.source, output, artefact.edition, artefact.inputs});
    }
    return SetPdfs(processes_, request, [&](const fs::path& output) {
      Done(output.lexically_relative(fs::absolute(staging_)).generic_string());
    });
  }

  Result<std::vector<WrittenFile>> Make() {
    for (const Edition edition : options_.editions) {
      if (auto made = MakeBundle(edition); !made) return tl::unexpected(std::move(made.error()));
    }
    if (auto copied = CopyPictures(); !copied) return tl::unexpected(std::move(copied.error()));
    Result<void> documents;
    Result<void> pdfs;
    tbb::parallel_invoke([&] { documents = MakeAllDocuments(); }, [&] { pdfs = MakePdfs(); });
    if (!documents) return tl::unexpected(std::move(documents.error()));
    if (!pdfs) return tl::unexpected(std::move(pdfs.error()));
    files_.RemoveAll(staging_ / kScratch);
    return Finish();
  }

  Result<std::vector<WrittenFile>> Finish() {
    std::vector<WrittenFile> written;
    for (const Artefact& artefact : plan_) {
      auto bytes = files_.Read(Staged(artefact.path), kMaxArtefactBytes);
      if (!bytes) return tl::unexpected(std::move(bytes.error()));
      written.push_back({artefact.path, bytes->size(), Sha256(*bytes)});
    }
    const Json sources = SourcesJson(library_, guide_);
    const std::string digest = Sha256(sources.dump());
    std::map<std::string, Json> entries;
    for (std::size_t i = 0; i < plan_.size(); ++i) {
      const WrittenFile& file = written[i];
      entries[file.path] =
          Json{{"path", file.path}, {"format", plan_[i].format}, {"edition", NameOf(plan_[i].edition)},
               {"size", file.size}, {"sha256", file.sha256},     {"sourcesSha256", digest}};
    }
    if (auto kept = KeepOthers(entries); !kept) return tl::unexpected(std::move(kept.error()));
    Json list = Json::array();
    for (const auto& [path, entry] : entries) list.push_back(entry);
    Json tools{{"guidec", options_.generator}};
    if (!pandoc_version_.empty()) tools["pandoc"] = pandoc_version_;
    const Json manifest{{"format", "guidec-manifest"}, {"manifestVersion", "1.0.0"},
                        {"guide", guide_.id.value},    {"guideVersion", guide_.version.value},
                        {"tools", std::move(tools)},   {"sourcesSha256", digest},
                        {"sources", sources},          {"files", std::move(list)}};
    const std::string text = manifest.dump(1) + "\n";
    if (auto put = Put(Staged(kManifest), text); !put) return tl::unexpected(std::move(put.error()));
    written.push_back({kManifest, text.size(), Sha256(text)});
    if (Interrupted()) return Failure("interrupted");
    if (auto replaced = files_.Replace(staging_, Target()); !replaced) {
      return tl::unexpected(std::move(replaced.error()));
    }
    return written;
  }

  // Files of an earlier build that this one does not make, while the guide still has them, and files
  // that are not guidec's.
  Result<void> KeepOthers(std::map<std::string, Json>& entries) {
    if (files_.Kind(Target()) != FileKind::kDirectory) return {};
    Json old = Json::array();
    if (files_.Kind(Target() / kManifest) == FileKind::kFile) {
      const auto text = files_.Read(Target() / kManifest, kMaxArtefactBytes);
      if (!text) return tl::unexpected(text.error());
      const Json manifest = Json::parse(*text, nullptr, false);
      if (manifest.is_object() && manifest.contains("files")) old = manifest.at("files");
    }
    const auto is_planned = [](const std::vector<Artefact>& plan, const std::string& path) {
      return std::ranges::find(plan, path, &Artefact::path) != plan.end();
    };
    // What a format makes of the guide as it is now, in both editions.
    std::map<std::string, Result<std::vector<Artefact>>> plans;
    const auto is_current = [&](const std::string& format, const std::string& path) {
      const std::vector<std::string> formats = {format};
      const std::vector<Edition> both = {Edition::kLearner, Edition::kInstructor};
      const auto [plan, fresh] = plans.try_emplace(format);
      if (fresh) plan->second = PlanOf(library_, guide_, formats, both);
      return plan->second && is_planned(*plan->second, path);
    };
    const auto listed = files_.List(Target());
    if (!listed) return tl::unexpected(listed.error());
    for (const fs::path& file : *listed) {
      const std::string path = file.lexically_relative(Target()).generic_string();
      if (path == kManifest || is_planned(plan_, path)) continue;
      if (files_.Kind(file) != FileKind::kFile) continue;
      const auto entry = std::ranges::find_if(
          old, [&](const Json& e) { return e.is_object() && e.contains("path") && e.at("path") == path; });
      const bool is_ours = entry != old.end();
      if (is_ours && !is_current(entry->value("format", ""), path)) continue;
      if (auto linked = files_.Link(file, Staged(path)); !linked) return linked;
      if (is_ours) entries[path] = *entry;
    }
    return {};
  }

  const Library& library_;
  const Guide& guide_;
  const BuildOptions& options_;
  FileSystem& files_;
  ProcessRunner& processes_;
  const Progress& progress_;
  std::vector<Artefact> plan_;
  fs::path staging_;
  std::string pandoc_version_;
  std::mutex progress_mutex_;
  std::size_t done_ = 0;
};

}  // namespace

Result<std::vector<WrittenFile>> BuildGuide(const Library& library, const Guide& guide,
                                            const BuildOptions& options, FileSystem& files,
                                            ProcessRunner& processes, const Progress& progress) {
  return Builder(library, guide, options, files, processes, progress).Run();
}

std::int64_t TimestampOf(const Guide& guide) {
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr && *epoch != '\0') {
    return std::strtoll(epoch, nullptr, 10);
  }
  // 1980 is the first year that a ZIP can hold.
  const Day day = ReadDay(guide.reviewed.value).value_or(Day{});
  const auto days =
      day.ok() ? std::chrono::sys_days(day) : std::chrono::sys_days(std::chrono::year(1980) / 1 / 1);
  return std::chrono::duration_cast<std::chrono::seconds>(days.time_since_epoch()).count();
}

}  // namespace guidec
