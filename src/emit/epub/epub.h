#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include "base/files.h"
#include "base/process.h"
#include "model/library.h"
namespace guidec {
struct EpubOptions { std::filesystem::path data; std::filesystem::path scratch; std::int64_t timestamp = 0; std::string generator; };
struct Epub { std::string bytes; std::string pandoc_version; };
inline Result<Epub> BuildEpub(const Library&, const Guide&, const EpubOptions&, FileSystem&, ProcessRunner&) { return Failure("no epub yet"); }
}
