// A PNG is chunks from IHDR to IEND, with a checksum each (ISO/IEC 15948, 5 and 11). A JPEG is segments from SOI to
// EOI, each with its size, and scans between them that end at the next marker (ITU-T T.81, annex B). What lies behind
// the end is nobody's, as in all readers.
#include "model/picture/raster.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include <boost/crc.hpp>
#include <fmt/format.h>

namespace guidec {
namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view kJpegSignature = "\xFF\xD8\xFF";
constexpr char kSaveAnew[] = "save or copy it anew";

std::uint8_t ByteAt(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

// An unsigned number of `size` bytes, which are there.
std::uint32_t NumberAt(std::string_view bytes, std::size_t at, std::size_t size, bool is_little = false) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i) {
    number = number << 8 | ByteAt(bytes, is_little ? at + size - 1 - i : at + i);
  }
  return number;
}

// The format that the first bytes are of; empty for one that pictures are rarely saved in.
std::string_view FormatOf(std::string_view bytes) {
  if (bytes.starts_with(kPngSignature)) return "PNG";
  if (bytes.starts_with(kJpegSignature)) return "JPEG";
  if (bytes.starts_with("GIF8")) return "GIF";
  const auto from = [&](std::size_t at) { return bytes.substr(std::min(at, bytes.size())); };
  if (bytes.starts_with("RIFF") && from(8).starts_with("WEBP")) return "WebP";
  const std::string_view brand = from(4).substr(0, 8);
  if (brand.starts_with("ftyphei") || brand == "ftypmif1") return "HEIC";
  if (brand == "ftypavif") return "AVIF";
  return {};
}

tl::unexpected<Error> CutOff() {
  return Failure("is cut off", kSaveAnew);
}

tl::unexpected<Error> Damaged(std::string_view how) {
  return Failure(fmt::format("is damaged: {}", how), kSaveAnew);
}

// Beyond, readers take gigabytes, or refuse it: the office formats take no side of more.
constexpr std::uint64_t kMaxPixels = 100'000'000;
constexpr std::uint32_t kMaxSide = 32'767;

std::optional<Error> FaultInSize(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return Error{"is damaged: its image has no size", kSaveAnew};
  if (width <= kMaxSide && height <= kMaxSide && std::uint64_t{width} * height <= kMaxPixels) return std::nullopt;
  return Error{fmt::format("has {} × {} pixels, and at most {} a side and {} in all are read", width, height,
                           kMaxSide, kMaxPixels),
               "save it smaller"};
}

// What TIFF's first directory says, if anything.
std::optional<int> OrientationIn(std::string_view tiff) {
  constexpr std::size_t kEntry = 12;
  constexpr std::uint32_t kOrientation = 0x0112;
  if (tiff.size() < 8 || (!tiff.starts_with("II") && !tiff.starts_with("MM"))) return std::nullopt;
  const bool is_little = tiff.starts_with("II");
  const std::size_t directory = NumberAt(tiff, 4, 4, is_little);
  if (directory > tiff.size() - 2) return std::nullopt;
  std::size_t at = directory + 2;
  for (std::uint32_t left = NumberAt(tiff, directory, 2, is_little); left > 0 && at + kEntry <= tiff.size(); --left) {
    if (NumberAt(tiff, at, 2, is_little) == kOrientation) {
      const std::uint32_t value = NumberAt(tiff, at + 8, 2, is_little);
      return value >= 1 && value <= 8 ? std::optional(static_cast<int>(value)) : std::nullopt;
    }
    at += kEntry;
  }
  return std::nullopt;
}

Result<Raster> ReadPng(std::string_view bytes) {
  constexpr std::size_t kAround = 12;  // a chunk's size, name and checksum
  Raster raster;
  bool has_data = false;
  for (std::size_t at = kPngSignature.size();;) {
    if (bytes.size() - at < kAround) return CutOff();
    const std::size_t size = NumberAt(bytes, at, 4);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (size > bytes.size() - at - kAround) return CutOff();
    // Readers pass over a chunk of no importance, whose name starts with a small letter, if it is damaged.
    const bool is_critical = name.front() >= 'A' && name.front() <= 'Z';
    boost::crc_32_type checksum;
    checksum.process_bytes(name.data(), name.size() + size);
    const bool is_whole = checksum.checksum() == NumberAt(bytes, at + 8 + size, 4);
    if (is_critical && !is_whole) return Damaged(fmt::format("a checksum is wrong, in the part from byte {} on", at));
    const bool is_first = at == kPngSignature.size();
    if (is_first && (name != "IHDR" || size != 13)) return Damaged("its first part is no header");
    if (is_first) {
      if (auto fault = FaultInSize(NumberAt(bytes, at + 8, 4), NumberAt(bytes, at + 12, 4))) {
        return tl::unexpected(*std::move(fault));
      }
    }
    if (name == "IDAT") has_data = true;
    if (name == "eXIf") raster.orientation = OrientationIn(bytes.substr(at + 8, size)).value_or(1);
    if (name == "IEND") break;
    at += kAround + size;
  }
  if (!has_data) return Damaged("it holds no image");
  return raster;
}

bool IsRestart(std::uint8_t marker) {
  return marker >= 0xD0 && marker <= 0xD7;
}

// SOF0 to SOF15, among which stand DHT, JPG and DAC.
bool IsFrame(std::uint8_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<Error> FaultInFrame(std::string_view segment) {
  if (segment.size() < 5) return FaultInSize(0, 0);
  return FaultInSize(NumberAt(segment, 3, 2), NumberAt(segment, 1, 2));
}

// Behind the next marker from `at` on, with which a scan may end; nothing where the file ends before one.
std::optional<std::size_t> BehindMarker(std::string_view bytes, std::size_t at) {
  for (at = bytes.find('\xFF', at); at != std::string_view::npos; at = bytes.find('\xFF', at + 1)) {
    if (at + 1 >= bytes.size()) break;
    const std::uint8_t next = ByteAt(bytes, at + 1);
    // A byte of data, a mark within it, or one more byte that fills.
    if (next != 0 && !IsRestart(next) && next != 0xFF) return at + 2;
  }
  return std::nullopt;
}

Result<Raster> ReadJpeg(std::string_view bytes) {
  constexpr std::uint8_t kEnd = 0xD9, kScan = 0xDA, kApp1 = 0xE1, kTemporary = 0x01;
  constexpr std::string_view kExif("Exif\0\0", 6);
  Raster raster;
  bool has_frame = false, has_scan = false;
  for (std::size_t at = 2;;) {
    const auto behind = BehindMarker(bytes, at);
    if (!behind) return CutOff();
    at = *behind;
    const std::uint8_t marker = ByteAt(bytes, at - 1);
    if (marker == kEnd) break;
    if (marker == kTemporary) continue;
    if (bytes.size() - at < 2) return CutOff();
    const std::size_t size = NumberAt(bytes, at, 2);
    if (size < 2) return Damaged(fmt::format("the part at byte {} has no size", at));
    if (size > bytes.size() - at) return CutOff();
    const std::string_view segment = bytes.substr(at + 2, size - 2);
    if (marker == kApp1 && segment.starts_with(kExif)) {
      raster.orientation = OrientationIn(segment.substr(kExif.size())).value_or(raster.orientation);
    }
    if (marker == kScan && !has_frame) return Damaged("its image has no size");
    if (IsFrame(marker)) {
      if (auto fault = FaultInFrame(segment)) return tl::unexpected(*std::move(fault));
      has_frame = true;
    }
    has_scan = has_scan || marker == kScan;
    at += size;
  }
  if (!has_scan) return Damaged("it holds no image");
  return raster;
}

}  // namespace

Result<Raster> ReadRaster(const std::filesystem::path& path, std::string_view bytes) {
  const std::string_view wanted = path.extension() == ".png" ? "PNG" : "JPEG";
  const std::string_view format = FormatOf(bytes);
  if (format != wanted) {
    const bool has_ending = format == "PNG" || format == "JPEG";
    return Failure(
        fmt::format("is no {} picture{}", wanted, format.empty() ? "" : fmt::format(" but one in {}", format)),
        has_ending ? "save it anew in that format, or give it the ending of its own" : "save it anew in that format");
  }
  return wanted == "PNG" ? ReadPng(bytes) : ReadJpeg(bytes);
}

}  // namespace guidec
