// A delivery held against its manifest: the files of an input lie in a folder, manifest.json among them. What
// deviates is named once and sorted, and a file that the manifest has as it is does not deviate.
#include "delivery/verify.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "fuzz/target.h"

namespace guidec {
namespace {

// A folder of the input's files: nothing reaches the real disk.
class InputFolder : public Disk {
 public:
  explicit InputFolder(std::vector<NamedText> pieces) : pieces_(std::move(pieces)) {}

  FileKind Kind(const std::filesystem::path& path) const override {
    return Find(path) != nullptr ? FileKind::kFile : FileKind::kMissing;
  }
  bool IsLink(const std::filesystem::path&) const override { return false; }
  Result<FileStatus> Status(const std::filesystem::path& path) const override {
    const NamedText* piece = Find(path);
    if (piece == nullptr) return Failure("no such file");
    return FileStatus{piece->text.size(), {}};
  }
  Result<std::string> ReadBelow(const std::filesystem::path&, const std::filesystem::path& path,
                                std::uint64_t) const override {
    const NamedText* piece = Find(path);
    if (piece == nullptr) return Failure("no such file");
    return piece->text;
  }
  Result<std::vector<std::filesystem::path>> List(const std::filesystem::path& folder,
                                                  Hidden) const override {
    std::vector<std::filesystem::path> paths;
    for (const NamedText& piece : pieces_) paths.push_back(folder / piece.path);
    return paths;
  }

 private:
  const NamedText* Find(const std::filesystem::path& path) const {
    const auto found = std::ranges::find_if(
        pieces_, [&](const NamedText& piece) { return std::filesystem::path("out") / piece.path == path; });
    return found == pieces_.end() ? nullptr : &*found;
  }

  std::vector<NamedText> pieces_;
};

}  // namespace
}  // namespace guidec

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const InputFolder folder(PiecesOf(TextOf(data, size)));
  const Result<Verification> verification = Verify(folder, "out", {});
  if (!verification) {
    Require(!verification.error().message.empty(), "an error without words");
    return 0;
  }
  const auto& files = verification->files;
  const auto by_path = [](const DeviantFile& one, const DeviantFile& other) { return one.path < other.path; };
  Require(std::ranges::is_sorted(files, by_path), "what deviates is not sorted");
  Require(std::ranges::adjacent_find(files, {}, &DeviantFile::path) == files.end(), "a file deviates twice");
  return 0;
}
