#include "emit/zip/zip.h"

#include <cstdint>
#include <memory>

#include <fmt/format.h>
#include <zip.h>

#include "text/plain_path.h"

namespace guidec {
namespace {

constexpr zip_uint64_t kMaxBytes = 1ULL << 30;
constexpr zip_uint16_t kFirstDay = 1 << 5 | 1;  // 1 January 1980
constexpr zip_uint32_t kRegularFile = 0100644U << 16;
constexpr zip_uint32_t kBestCompression = 9;
constexpr char kMimetype[] = "mimetype";

class ZipError {
 public:
  ZipError() { zip_error_init(&error_); }
  ~ZipError() { zip_error_fini(&error_); }
  ZipError(const ZipError&) = delete;
  ZipError& operator=(const ZipError&) = delete;

  zip_error_t* get() { return &error_; }
  tl::unexpected<Error> Failed(std::string_view what) {
    return Failure(fmt::format("cannot {} the archive: {}", what, zip_error_strerror(&error_)));
  }
  tl::unexpected<Error> Failed(std::string_view what, zip_t* archive) {
    return Failure(fmt::format("cannot {} the archive: {}", what, zip_strerror(archive)));
  }

 private:
  zip_error_t error_;
};

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using ArchiveSource = std::unique_ptr<zip_source_t, FreeSource>;

// The archive takes one reference to its source for itself; the other keeps what it wrote.
Archive Open(const ArchiveSource& source, int flags, ZipError& error) {
  zip_source_keep(source.get());
  Archive archive(zip_open_from_source(source.get(), flags, error.get()));
  if (!archive) zip_source_free(source.get());
  return archive;
}

}  // namespace

Result<ZipFiles> ReadZip(std::string_view bytes) {
  // To libzip, nothing is an archive of nothing.
  if (bytes.empty()) return Failure("cannot read the archive: it is empty");
  ZipError error;
  const ArchiveSource source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, error.get()));
  if (!source) return error.Failed("read");
  const Archive archive = Open(source, ZIP_RDONLY | ZIP_CHECKCONS, error);
  if (!archive) return error.Failed("read");
  ZipFiles files;
  zip_uint64_t total = 0;
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive.get(), 0));
  for (zip_uint64_t index = 0; index < count; ++index) {
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0) return error.Failed("read", archive.get());
    const std::string name = stat.name;
    if (name.ends_with('/')) continue;
    total += stat.size;
    if (total > kMaxBytes) return Failure("cannot read the archive: it is over 1 GiB");
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive.get(), index, 0));
    if (!file) return error.Failed("read", archive.get());
    std::string content(stat.size, '\0');
    const zip_int64_t length = zip_fread(file.get(), content.data(), content.size());
    // The checksum is compared where the file ends.
    char beyond = 0;
    if (length < 0 || static_cast<zip_uint64_t>(length) != stat.size ||
        zip_fread(file.get(), &beyond, 1) != 0) {
      return Failure(fmt::format("cannot read the archive: `{}` is damaged", name));
    }
    files[name] = std::move(content);
  }
  return files;
}

namespace {

bool AddFile(zip_t* archive, const std::string& name, const std::string& content, zip_int32_t method) {
  zip_source_t* bytes = zip_source_buffer(archive, content.data(), content.size(), 0);
  if (bytes == nullptr) return false;
  const zip_int64_t added = zip_file_add(archive, name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
  if (added < 0) {
    zip_source_free(bytes);
    return false;
  }
  const auto index = static_cast<zip_uint64_t>(added);
  return zip_set_file_compression(archive, index, method, kBestCompression) == 0 &&
         zip_file_set_dostime(archive, index, 0, kFirstDay, 0) == 0 &&
         zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, kRegularFile) == 0;
}

}  // namespace

Result<std::string> WriteZip(const ZipFiles& files) {
  for (const auto& [name, content] : files) {
    if (const auto fault = FaultInPath(name)) {
      return Failure(fmt::format("the archive cannot hold `{}`: the name {}", name, *fault),
                     "give the file another name");
    }
  }
  ZipError error;
  const ArchiveSource source(zip_source_buffer_create(nullptr, 0, 0, error.get()));
  if (!source) return error.Failed("write");
  Archive archive = Open(source, ZIP_TRUNCATE, error);
  if (!archive) return error.Failed("write");
  const auto mimetype = files.find(kMimetype);
  if (mimetype != files.end() && !AddFile(archive.get(), mimetype->first, mimetype->second, ZIP_CM_STORE)) {
    return error.Failed("write", archive.get());
  }
  for (const auto& [name, content] : files) {
    if (name == kMimetype) continue;
    if (!AddFile(archive.get(), name, content, ZIP_CM_DEFLATE)) return error.Failed("write", archive.get());
  }
  if (zip_close(archive.get()) != 0) return error.Failed("write", archive.get());
  // Closing freed it.
  static_cast<void>(archive.release());
  if (zip_source_open(source.get()) != 0) return error.Failed("write");
  std::string bytes;
  char buffer[65536];
  for (zip_int64_t length; (length = zip_source_read(source.get(), buffer, sizeof buffer)) > 0;) {
    bytes.append(buffer, static_cast<std::size_t>(length));
  }
  zip_source_close(source.get());
  return bytes;
}

}  // namespace guidec
