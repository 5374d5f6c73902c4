// What guidec makes of what Pandoc writes, whatever that is. The files of an input are what Pandoc's archives
// hold, below a folder that bears the format's name; `html/page` is a page, and those below templates/ are
// guidec's own.
#include "emit/documents.h"

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "emit/pandoc/ast.h"
#include "emit/pandoc/manuscript.h"
#include "emit/well_formed.h"
#include "emit/zip/zip.h"
#include "fuzz/target.h"
#include "lint/example.h"

namespace guidec {
namespace {

// A disk of the input's files: nothing reaches the real one.
class InputDisk : public Disk {
 public:
  explicit InputDisk(const std::vector<NamedText>& pieces) : pieces_(pieces) {}

  Result<std::string> ReadBelow(const std::filesystem::path&, const std::filesystem::path& path,
                                std::uint64_t) const override {
    for (const NamedText& piece : pieces_) {
      if (piece.path == path.lexically_normal()) return piece.text;
    }
    return Failure("no such file");
  }
  Result<void> Write(const std::filesystem::path&, std::string_view) override { return {}; }
  Result<void> CreateDirectories(const std::filesystem::path&) override { return {}; }

 private:
  const std::vector<NamedText>& pieces_;
};

class Writer : public ProcessRunner {
 public:
  explicit Writer(std::string written) : written_(std::move(written)) {}
  Result<Finished> Run(const Command&) override { return Finished{0, written_, ""}; }

 private:
  std::string written_;
};

std::string WrittenAs(const std::string& format, const std::vector<NamedText>& pieces) {
  ZipFiles parts;
  for (const NamedText& piece : pieces) {
    if (!piece.path.starts_with(format + "/")) continue;
    if (format == "html") return piece.text;
    parts[piece.path.substr(format.size() + 1)] = piece.text;
  }
  return parts.empty() ? "" : WriteZip(parts).value_or("");
}

}  // namespace
}  // namespace guidec

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  static Sources sources;
  static const Library library = LoadExample({}, sources);
  static const GuideView view(library, library.guides.front());
  static const auto document = PandocDocument(view, {.edition = Edition::kInstructor});

  const std::vector<NamedText> pieces = PiecesOf(TextOf(data, size));
  InputDisk disk(pieces);
  const Manuscript manuscript{{"3.0", {1, 23}}, document, {.data = "", .scratch = "scratch"}};
  for (const char* format : {"epub", "html", "docx", "odt"}) {
    Writer pandoc(WrittenAs(format, pieces));
    const Result<std::string> written = WriteDocument(format, view, manuscript, disk, pandoc);
    if (!written) {
      Require(!written.error().message.empty(), "an error without words");
      continue;
    }
    const auto checked = CheckWellFormed(format, std::string("guide.") + format, *written);
    Require(checked || !checked.error().message.empty(), "a fault without words");
    Require(WriteDocument(format, view, manuscript, disk, pandoc) == *written, "a document differs");
  }
  return 0;
}
