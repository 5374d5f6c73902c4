// Library + guide → outputs/<guide>/, in a staging folder first:
//   bundles and pictures → documents by Pandoc beside PDFs by Typst, each from the cache if it would be the
//   same → what earlier builds made of other formats → manifest.json → what is not ours → one exchange of
//   folders (delivery/delivery.h).
#include "delivery/build.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/interrupt.h"
#include "base/parallel.h"
#include "delivery/delivery.h"
#include "delivery/kept.h"
#include "delivery/manifest.h"
#include "delivery/pack.h"
#include "delivery/pictures.h"
#include "delivery/plan.h"
#include "delivery/theme_files.h"
#include "emit/documents.h"
#include "emit/json/bundle.h"
#include "emit/json/free_exercise_db.h"
#include "emit/json/stream.h"
#include "emit/pandoc/ast.h"
#include "emit/typst/part.h"
#include "emit/typst/pdf.h"
#include "emit/well_formed.h"
#include "model/picture/svg.h"
#include "model/quiz/quiz_version.h"
#include "text/calendar.h"
#include "words/words.h"

namespace guidec {
namespace {

constexpr char kScratch[] = ".scratch";

// For the keys of the cache.
std::string WordsText(const Wording& words) {
  return nlohmann::ordered_json(words.All()).dump();
}

// A logo is read by Typst as it is.
Result<void> CheckLogo(const fs::path& path, std::string_view bytes) {
  if (path.extension() != ".svg") return {};
  const auto clean = Sanitised(bytes);
  if (clean && clean->removed.empty()) return {};
  return Failure(fmt::format("logo `{}` {}", path.generic_string(),
                             clean ? "holds " + clean->removed.front() : "is " + clean.error().message),
                 "save it anew as plain SVG");
}

// The files that a guide is made of: its documents, the settings and what those extend, pictures, the
// theme's files. Paths count from the workspace.
Result<std::vector<ManifestEntry>> SourcesOf(const Library& library, const Guide& guide,
                                             const std::vector<LoadedPicture>& pictures,
                                             const std::vector<ThemeFile>& theme_files) {
  std::set<const Document*> documents = {guide.document, guide.references_document};
  if (guide.quiz) documents.insert(guide.quiz->document);
  for (const Exercise* exercise : ExercisesOf(library, guide)) documents.insert(exercise->document);
  for (const File& file : library.files) {
    if (file.kind == Kind::kGlossary || file.kind == Kind::kWorkspace) documents.insert(&file.document);
  }
  std::vector<ManifestEntry> sources;
  const auto add = [&](const fs::path& path, std::string_view bytes, std::string sha256) {
    const fs::path from_root =
        path.lexically_normal().lexically_relative(library.workspace.root.lexically_normal());
    sources.push_back(
        {.path = from_root.generic_string(), .size = bytes.size(), .sha256 = std::move(sha256)});
  };
  for (const Document* document : documents) {
    if (document == nullptr) continue;
    const Source& source = (*library.sources)[document->source];
    add(source.path(), source.text(), Sha256(source.text()));
  }
  for (const LoadedPicture& picture : pictures) {
    if (picture.file.drawn != nullptr) continue;
    const std::string& bytes = picture.source ? *picture.source : picture.bytes;
    add(picture.file.path, bytes, Sha256(bytes));
  }
  for (const ThemeFile& file : theme_files) {
    if (file.part == ThemePart::kLogo) {
      if (auto checked = CheckLogo(file.path, file.bytes); !checked) return tl::unexpected(checked.error());
    }
    add(file.path, file.bytes, file.sha256);
  }
  std::ranges::sort(sources, {}, &ManifestEntry::path);
  // A logo may be a picture or a file of the templates, too.
  const auto is_same = [](const ManifestEntry& a, const ManifestEntry& b) { return a.path == b.path; };
  sources.erase(std::unique(sources.begin(), sources.end(), is_same), sources.end());
  return sources;
}

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

// Cleans up behind a build when it goes.
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

class Builder {
 public:
  Builder(const Library& library, const Guide& guide, const BuildOptions& options, FileSystem& files,
          ProcessRunner& processes, const Cache& cache, const Progress& progress)
      : library_(library),
        guide_(guide),
        options_(options),
        files_(files),
        processes_(processes),
        cache_(cache),
        progress_(progress) {}

  Result<std::vector<WrittenFile>> Run() {
    auto plan = PlanOf(library_, guide_, options_.formats, options_.editions);
    if (!plan) return tl::unexpected(std::move(plan.error()));
    plan_ = *std::move(plan);
    if (auto made = files_.CreateDirectories(options_.out); !made)
      return tl::unexpected(std::move(made.error()));
    auto lock = files_.Lock(options_.out);
    if (!lock) return tl::unexpected(std::move(lock.error()));
    CleanUpAll(options_.out, guide_.id.value, files_);
    // What is there may be in the way of all that follows.
    if (auto there = InventoryOf(Target(), files_); !there) return tl::unexpected(std::move(there.error()));
    auto staging = files_.CreateStaging(options_.out, guide_.id.value);
    if (!staging) return tl::unexpected(std::move(staging.error()));
    staging_ = *staging / kStagedDelivery;
    // Whatever ends this, an exception too.
    const Cleaner cleaner(files_, *staging, Target());
    return MakeIn(*staging);
  }

 private:
  Result<std::vector<WrittenFile>> MakeIn(const fs::path& staging) {
    auto made = files_.Kind(Target()) == FileKind::kDirectory ? files_.CreateDirectoryLike(Target(), staging_)
                                                              : files_.CreateDirectories(staging_);
    if (!made) return tl::unexpected(std::move(made.error()));
    auto written = Make();
    if (!written) return written;
    if (Interrupted()) return Failure("interrupted");
    if (auto delivered = Deliver(staging, Target(), files_); !delivered) {
      return tl::unexpected(std::move(delivered.error()));
    }
    return written;
  }

  fs::path Staged(const std::string& path) const { return staging_ / path; }
  fs::path Target() const { return options_.out / guide_.id.value; }

  std::string Generator() const { return "guidec " + options_.version; }

  const Artefact* Find(Maker maker, Edition edition) const {
    const auto found = std::ranges::find_if(
        plan_, [&](const Artefact& a) { return a.maker == maker && a.edition == edition; });
    return found == plan_.end() ? nullptr : &*found;
  }
  bool Has(Maker maker) const { return std::ranges::find(plan_, maker, &Artefact::maker) != plan_.end(); }

  void Done(const std::string& path) {
    const std::scoped_lock guard(mutex_);
    progress_(path, ++done_, plan_.size());
  }

  Result<void> Put(const fs::path& path, std::string_view bytes) {
    if (auto made = files_.CreateDirectories(path.parent_path()); !made) return made;
    return files_.Write(path, bytes);
  }

  // The same for what is delivered, which is read again first.
  Result<void> PutChecked(const Artefact& artefact, std::string_view bytes) {
    if (auto checked = CheckWellFormed(artefact.format, artefact.path, bytes); !checked) return checked;
    return Put(Staged(artefact.path), bytes);
  }

  // What everything else is made from: the pictures, and who they are among the sources.
  Result<void> Prepare() {
    auto pictures = LoadPictures(library_, guide_, files_);
    if (!pictures) return tl::unexpected(std::move(pictures.error()));
    pictures_ = *std::move(pictures);
    auto theme_files = ReadThemeFiles(library_.workspace, files_, options_.theme_size);
    if (!theme_files) return tl::unexpected(std::move(theme_files.error()));
    theme_files_ = *std::move(theme_files);
    auto sources = SourcesOf(library_, guide_, pictures_, theme_files_);
    if (!sources) return tl::unexpected(std::move(sources.error()));
    manifest_ = {.guide = guide_.id.value,
                 .guide_version = guide_.version.value,
                 .sources_sha256 = {},
                 .sources = *std::move(sources),
                 .files = {}};
    manifest_.sources_sha256 = SourcesDigest(manifest_.sources);
    return {};
  }

  // The bundle and what is made of it alone.
  Result<void> MakeBundle(Edition edition) {
    const auto is_wanted = [&](Maker maker) { return Find(maker, edition) != nullptr; };
    if (std::ranges::none_of(std::array{Maker::kBundle, Maker::kStream, Maker::kPack, Maker::kTypst},
                             is_wanted)) {
      return {};
    }
    const std::vector<LoadedPicture> pictures = PicturesFor(pictures_, library_, guide_, edition);
    const auto bundle = Bundle(library_, guide_,
                               {.edition = edition, .generator = Generator(), .assets = AssetsOf(pictures)});
    const std::string text = bundle.dump(1) + "\n";
    // Sources with errors (--keep-going) may lack what an app must find.
    if (const auto violation = FirstViolation(text, "bundle")) {
      return Failure(fmt::format("the bundle would not be valid, at {}", *violation),
                     "fix the errors that `guidec lint` shows");
    }
    if (auto made = MakeAsked(edition, Maker::kBundle, [&] { return text; }); !made) return made;
    if (auto made = MakeAsked(edition, Maker::kStream, [&] { return StreamOf(bundle); }); !made) return made;
    auto packed = MakeAsked(edition, Maker::kPack, [&] { return PackOf(text, pictures, manifest_, Ours()); });
    if (is_wanted(Maker::kTypst)) bundles_.emplace(edition, bundle);
    return packed;
  }

  Result<void> MakeFreeExerciseDb() {
    return MakeAsked(Edition::kLearner, Maker::kFreeExerciseDb, [&]() -> Result<std::string> {
      const auto exercises = FreeExerciseDb(library_, guide_);
      if (!exercises) return tl::unexpected(exercises.error());
      return exercises->dump(1) + "\n";
    });
  }

  // Writes the artefact of that kind, if the plan has one. `make` returns its bytes.
  template <class Make>
  Result<void> MakeAsked(Edition edition, Maker maker, const Make& make) {
    const Artefact* artefact = Find(maker, edition);
    if (artefact == nullptr) return {};
    const Result<std::string> bytes = make();
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto delivered = PutChecked(*artefact, *bytes); !delivered) return delivered;
    Done(artefact->path);
    return {};
  }

  Result<void> CopyPictures() {
    for (const Artefact& artefact : plan_) {
      if (artefact.maker != Maker::kPicture) continue;
      const auto picture = std::ranges::find_if(
          pictures_, [&](const LoadedPicture& p) { return p.file.path.string() == artefact.source; });
      if (auto delivered = PutChecked(artefact, picture->bytes); !delivered) return delivered;
      Done(artefact.path);
    }
    return {};
  }

  // An artefact of Pandoc's or Typst's, and the key of all that it is made from.
  struct Keyed {
    const Artefact* artefact;
    std::string key;
  };

  // Puts the artefact in its place if an earlier run has kept it.
  Result<bool> Take(const Keyed& keyed) {
    const auto entry = cache_.Get(keyed.key);
    auto kept = entry ? ReadKept(*entry) : std::nullopt;
    if (!kept) return false;
    if (auto put = Put(Staged(keyed.artefact->path), kept->bytes); !put) return tl::unexpected(put.error());
    {
      const std::scoped_lock guard(mutex_);
      kept_.insert(keyed.artefact->path);
      tools_.emplace(keyed.artefact->path, std::move(kept->tools));
    }
    Done(keyed.artefact->path);
    return true;
  }

  // Notes what made the artefact, and keeps it for later runs.
  Result<void> Keep(const Keyed& keyed, Tools tools) {
    tools.merge(Ours());
    {
      const std::scoped_lock guard(mutex_);
      tools_.emplace(keyed.artefact->path, tools);
    }
    if (!cache_.is_on()) return {};
    auto bytes = files_.Read(Staged(keyed.artefact->path), kMaxArtefactBytes);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    cache_.Put(keyed.key, WriteKept({std::move(tools), *std::move(bytes)}));
    return {};
  }

  // Of those pictures that `text` names.
  std::string DigestsOfPictures(std::string_view text) const {
    std::string digests;
    for (const LoadedPicture& picture : pictures_) {
      if (text.find(picture.file.name) == std::string_view::npos) continue;
      digests += fmt::format("{} {}\n", picture.file.name, Sha256(picture.bytes));
    }
    return digests;
  }

  // What all documents of the edition are made from.
  std::string InputsOfDocuments(Edition edition) const {
    const auto replace = nlohmann::ordered_json::error_handler_t::replace;
    const std::string text =
        PandocDocument(library_, guide_,
                       {.api_version = {}, .edition = edition, .answers = library_.workspace.answers})
            .dump(-1, ' ', false, replace);
    // The cover says some of it.
    const std::string front =
        Bundle(library_, guide_, {.edition = edition}).at("guide").dump(-1, ' ', false, replace);
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", text, front,
                       WordsText(Wording(guide_.language)), DigestsOfPictures(text), NameOf(edition),
                       TimestampOf(guide_, options_.source_date), Generator(),
                       DigestOfFolder(options_.data / "templates", files_,
                                      [](const fs::path& path) { return path.extension() != ".typ"; }),
                       StateOfProgram("pandoc", files_), StateOfProgram("rsvg-convert", files_));
  }

  Result<void> MakeDocuments(Edition edition) {
    if (Find(Maker::kPandoc, edition) == nullptr) return {};
    const std::string inputs = cache_.is_on() ? InputsOfDocuments(edition) : "";
    std::vector<Keyed> missing;
    for (const Artefact& artefact : plan_) {
      if (artefact.maker != Maker::kPandoc || artefact.edition != edition) continue;
      Keyed keyed{&artefact, cache_.KeyOf({"document", artefact.format, inputs})};
      const auto taken = Take(keyed);
      if (!taken) return tl::unexpected(taken.error());
      if (!*taken) missing.push_back(std::move(keyed));
    }
    if (missing.empty()) return {};
    const fs::path scratch = staging_ / kScratch / NameOf(edition) / "pandoc";
    if (auto made = files_.CreateDirectories(scratch); !made) return made;
    const auto manuscript = PrepareManuscript(library_, guide_,
                                              {.data = options_.data,
                                               .scratch = scratch,
                                               .timestamp = TimestampOf(guide_, options_.source_date),
                                               .generator = Generator(),
                                               .edition = edition,
                                               .answers = library_.workspace.answers},
                                              files_, processes_);
    if (!manuscript) return tl::unexpected(manuscript.error());
    return ForEach(missing, [&](const Keyed& keyed) -> Result<void> {
      const auto bytes = WriteDocument(keyed.artefact->format, guide_, *manuscript, files_, processes_);
      if (!bytes) return tl::unexpected(bytes.error());
      if (auto delivered = PutChecked(*keyed.artefact, *bytes); !delivered) return delivered;
      if (auto kept = Keep(keyed, {{"pandoc", manuscript->tool.version}}); !kept) return kept;
      Done(keyed.artefact->path);
      return {};
    });
  }

  Result<void> MakeAllDocuments() {
    return ForEach(options_.editions, [&](Edition edition) { return MakeDocuments(edition); });
  }

  // What all PDFs are made from, beside the guide.
  std::string InputsOfPdfs(const PdfRequest& request) const {
    const Theme& theme = request.theme;
    const auto is_template = [](const fs::path& path) {
      return path.extension() == ".typ" || path.extension() == ".mjs";
    };
    std::string inputs =
        fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", WordsText(request.words), ThemeText(theme), request.paper,
                    request.large_print, request.timestamp,
                    DigestOfFolder(options_.data / "templates", files_, is_template), DigestOf(theme_files_));
    for (const FontFolder& fonts : request.fonts) {
      if (!IsOfTheme(fonts)) inputs += StateOfFolder(fonts.folder, files_);
    }
    return inputs + StateOfProgram("node", files_) +
           StateOfFolder(options_.data / "node_modules/@myriaddreamin", files_);
  }

  bool IsOfTheme(const FontFolder& fonts) const {
    const auto& own = library_.workspace.theme.fonts;
    return own && fonts.shown == own->path;
  }

  PdfRequest RequestForPdfs() const {
    std::string texts;
    for (const auto& [edition, bundle] : bundles_) texts += bundle.dump();
    const Theme& theme = library_.workspace.theme;
    std::vector<FontFolder> fonts;
    for (const fs::path& folder : FontFolders(theme, NeedsSystemFonts(theme, texts))) {
      fonts.push_back({folder, folder});
    }
    return {.data = options_.data,
            .templates = {},
            .own = {},
            .bundles = {},
            .words = Wording(guide_.language),
            .theme = theme,
            .logo = {},
            .fonts = std::move(fonts),
            .paper = options_.paper,
            .large_print = options_.large_print,
            .timestamp = TimestampOf(guide_, options_.source_date),
            .jobs = {}};
  }

  // Adds what is to be set: a part of the bundle for the template, with the pictures beside it.
  Result<void> AddJob(const Artefact& artefact, const std::string& part, PdfRequest& request) {
    const fs::path folder = fs::absolute(staging_ / kScratch / NameOf(artefact.edition));
    const std::string name = fmt::format("part-{}", request.jobs.size() + 1);
    const fs::path file = folder / (name + ".json");
    if (auto put = Put(file, part); !put) return put;
    for (const LoadedPicture& picture : pictures_) {
      const fs::path beside = folder / picture.file.name;
      if (part.find(picture.file.name) == std::string::npos || files_.Kind(beside) == FileKind::kFile)
        continue;
      if (auto put = Put(beside, picture.bytes); !put) return put;
    }
    const fs::path output = fs::absolute(Staged(artefact.path));
    if (auto made = files_.CreateDirectories(output.parent_path()); !made) return made;
    request.bundles[name] = file;
    request.jobs.push_back({artefact.source, output, name, artefact.inputs});
    return {};
  }

  // Gives Typst copies of all that it may read, and no other folder of the workspace.
  Result<void> Stage(PdfRequest& request) {
    const fs::path folder = fs::absolute(staging_ / kScratch / "typst");
    auto staged = StageForTypst(theme_files_, options_.data / "templates", folder, files_);
    if (!staged) return tl::unexpected(std::move(staged.error()));
    request.templates = std::move(staged->templates);
    request.own = std::move(staged->own);
    if (!staged->logo.empty()) request.logo = std::move(staged->logo);
    // Without a file in it, the theme's folder has no copy.
    std::erase_if(request.fonts,
                  [&](const FontFolder& fonts) { return IsOfTheme(fonts) && staged->fonts.empty(); });
    for (FontFolder& fonts : request.fonts) {
      if (IsOfTheme(fonts)) fonts.folder = staged->fonts;
    }
    return {};
  }

  Result<void> MakePdfs() {
    if (!Has(Maker::kTypst)) return {};
    PdfRequest request = RequestForPdfs();
    const std::string inputs = cache_.is_on() ? InputsOfPdfs(request) : "";
    const bool has_own_templates = request.theme.templates.has_value();
    std::vector<Keyed> missing;
    for (const Artefact& artefact : plan_) {
      if (artefact.maker != Maker::kTypst) continue;
      const auto& bundle = bundles_.at(artefact.edition);
      const std::string part =
          (has_own_templates ? bundle : PartOf(bundle, artefact.source, artefact.inputs)).dump(1);
      Keyed keyed{&artefact,
                  cache_.KeyOf({"pdf", artefact.source, nlohmann::ordered_json(artefact.inputs).dump(), part,
                                DigestsOfPictures(part), inputs})};
      const auto taken = Take(keyed);
      if (!taken) return tl::unexpected(taken.error());
      if (*taken) continue;
      if (auto added = AddJob(artefact, part, request); !added) return added;
      missing.push_back(std::move(keyed));
    }
    if (missing.empty()) return {};
    if (auto staged = Stage(request); !staged) return staged;
    auto node = ProbeNode(processes_);
    if (!node) return tl::unexpected(std::move(node.error()));
    auto typst = SetPdfs(processes_, request, [&](const fs::path& output) {
      Done(output.lexically_relative(fs::absolute(staging_)).generic_string());
    });
    if (!typst) return tl::unexpected(std::move(typst.error()));
    for (const Keyed& keyed : missing) {
      if (auto kept = Keep(keyed, {{"node", *node}, {"typst", *typst}}); !kept) return kept;
    }
    return {};
  }

  // The proof of a key holds in the order of the source; that it holds for what each version prints is
  // shown anew.
  Result<void> ProveVersions() const {
    if (!guide_.quiz) return {};
    const Workspace& workspace = library_.workspace;
    const auto versions = VersionsOf(*guide_.quiz, workspace.quiz_versions, workspace.quiz_seed);
    const auto wrong = FindWrongKey(guide_, versions);
    if (!wrong) return {};
    return Failure(fmt::format("version {} of the quiz would have a wrong key, at question `{}`",
                               wrong->version, wrong->question),
                   "this is a bug in guidec");
  }

  Result<std::vector<WrittenFile>> Make() {
    if (auto proven = ProveVersions(); !proven) return tl::unexpected(std::move(proven.error()));
    if (auto prepared = Prepare(); !prepared) return tl::unexpected(std::move(prepared.error()));
    for (const Edition edition : options_.editions) {
      if (auto made = MakeBundle(edition); !made) return tl::unexpected(std::move(made.error()));
    }
    if (auto made = MakeFreeExerciseDb(); !made) return tl::unexpected(std::move(made.error()));
    if (auto copied = CopyPictures(); !copied) return tl::unexpected(std::move(copied.error()));
    Result<void> documents;
    Result<void> pdfs;
    ParallelInvoke([&] { documents = MakeAllDocuments(); }, [&] { pdfs = MakePdfs(); });
    if (!documents) return tl::unexpected(std::move(documents.error()));
    if (!pdfs) return tl::unexpected(std::move(pdfs.error()));
    files_.RemoveAll(staging_ / kScratch);
    return Finish();
  }

  Tools Ours() const { return {{"guidec", options_.version}}; }

  Tools ToolsOf(const Artefact& artefact) const {
    const auto made_by = tools_.find(artefact.path);
    return made_by == tools_.end() ? Ours() : made_by->second;
  }

  Result<std::vector<WrittenFile>> Finish() {
    std::vector<WrittenFile> written;
    for (const Artefact& artefact : plan_) {
      auto bytes = files_.Read(Staged(artefact.path), kMaxArtefactBytes);
      if (!bytes) return tl::unexpected(std::move(bytes.error()));
      written.push_back({artefact.path, bytes->size(), kept_.contains(artefact.path)});
      manifest_.files.push_back({.path = artefact.path,
                                 .format = artefact.format,
                                 .edition = std::string(NameOf(artefact.edition)),
                                 .size = bytes->size(),
                                 .sha256 = Sha256(*bytes),
                                 .sources_sha256 = manifest_.sources_sha256,
                                 .tools = ToolsOf(artefact)});
    }
    auto there = InventoryOf(Target(), files_);
    if (!there) return tl::unexpected(std::move(there.error()));
    if (auto kept = KeepOthers(*there); !kept) return tl::unexpected(std::move(kept.error()));
    std::ranges::sort(manifest_.files, {}, &ManifestEntry::path);
    manifest_.is_signed = options_.signing_key != nullptr;
    const std::string text = WriteManifest(manifest_);
    if (auto put = Put(Staged(kManifestName), text); !put) return tl::unexpected(std::move(put.error()));
    written.push_back({kManifestName, text.size()});
    if (manifest_.is_signed) {
      auto signature = options_.signing_key->Sign(text);
      if (!signature) return tl::unexpected(std::move(signature.error()));
      if (auto put = Put(Staged(kSignatureName), *signature); !put)
        return tl::unexpected(std::move(put.error()));
      written.push_back({kSignatureName, signature->size()});
    }
    if (auto linked = LinkForeign(*there, Target(), staging_, files_); !linked) {
      return tl::unexpected(std::move(linked.error()));
    }
    return written;
  }

  // Takes over files of earlier builds that this one does not make, while the guide still has them. One that
  // it no longer has goes, unless somebody has edited it: then it is theirs.
  Result<void> KeepOthers(Inventory& there) {
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
    for (const ManifestEntry& entry : there.ours) {
      if (is_planned(plan_, entry.path)) continue;
      const fs::path file = Target() / entry.path;
      if (is_current(entry.format, entry.path)) {
        if (auto linked = files_.Link(file, Staged(entry.path)); !linked) return linked;
        manifest_.files.push_back(entry);
        continue;
      }
      const auto bytes = files_.Read(file, kMaxArtefactBytes);
      if (!bytes) return tl::unexpected(bytes.error());
      if (Sha256(*bytes) != entry.sha256) there.foreign.push_back(entry.path);
    }
    return {};
  }

  const Library& library_;
  const Guide& guide_;
  const BuildOptions& options_;
  FileSystem& files_;
  ProcessRunner& processes_;
  const Cache& cache_;
  const Progress& progress_;
  std::vector<Artefact> plan_;
  std::vector<LoadedPicture> pictures_;
  std::vector<ThemeFile> theme_files_;
  Manifest manifest_;
  fs::path staging_;                                   // where the delivery is made
  std::map<Edition, nlohmann::ordered_json> bundles_;  // of the PDFs
  std::set<std::string> kept_;                         // the paths of what was taken from the cache
  std::map<std::string, Tools> tools_;                 // of what programs made, by path
  std::mutex mutex_;                                   // of these and of `done_`
  std::size_t done_ = 0;
};

}  // namespace

Result<std::vector<WrittenFile>> BuildGuide(const Library& library, const Guide& guide,
                                            const BuildOptions& options, FileSystem& files,
                                            ProcessRunner& processes, const Cache& cache,
                                            const Progress& progress) {
  return Builder(library, guide, options, files, processes, cache, progress).Run();
}

std::int64_t TimestampOf(const Guide& guide, std::optional<std::int64_t> source_date) {
  if (source_date) return *source_date;
  // 1980 is the first year that a ZIP can hold.
  const auto days =
      std::chrono::sys_days(guide.reviewed ? guide.reviewed->value : std::chrono::year(1980) / 1 / 1);
  return std::chrono::duration_cast<std::chrono::seconds>(days.time_since_epoch()).count();
}

}  // namespace guidec
