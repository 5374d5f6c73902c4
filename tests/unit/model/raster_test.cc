#include "model/picture/raster.h"

#include <string>
#include <vector>

#include <boost/crc.hpp>
#include <catch2/catch.hpp>

namespace guidec {
namespace raster_test {

using namespace std::string_literals;

std::string Number(std::uint32_t number, int size) {
  std::string bytes;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift);
  return bytes;
}

std::string Chunk(const std::string& name, const std::string& data) {
  boost::crc_32_type checksum;
  const std::string summed = name + data;
  checksum.process_bytes(summed.data(), summed.size());
  return Number(static_cast<std::uint32_t>(data.size()), 4) + summed + Number(checksum.checksum(), 4);
}

const std::string kSignature = "\x89PNG\r\n\x1A\n";
const std::string kHeader = Chunk("IHDR", Number(1, 4) + Number(1, 4) + "\x08\0\0\0\0"s);
const std::string kData = Chunk("IDAT", "0123456789");
const std::string kEnd = Chunk("IEND", "");

std::string Segment(char marker, const std::string& data) {
  return "\xFF"s + marker + Number(static_cast<std::uint32_t>(data.size() + 2), 2) + data;
}

std::string Exif(const std::string& tiff) {
  return Segment('\xE1', "Exif\0\0"s + tiff);
}

// One entry in each order of bytes.
std::string Big(char orientation) {
  return "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0"s;
}
std::string Little(char orientation) {
  return "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s;
}

const std::string kStart = "\xFF\xD8";
const std::string kTables = Segment('\xDB', std::string(65, '\0')) + Segment('\xC4', "a table");
std::string Frame(char marker, std::uint32_t width, std::uint32_t height) {
  return Segment(marker, "\x08"s + Number(height, 2) + Number(width, 2) + "\x01\x01\x11\0"s);
}
const std::string kFrame = Frame('\xC0', 1, 1);
// Data may hold a byte FF before a 00, marks in the scan, and bytes that fill.
const std::string kScan = Segment('\xDA', "\x01\x01\0\0\x3F\0"s) + "\x01\xFF\0\x02\xFF\xD0\x03\xFF"s;
const std::string kStop = "\xFF\xD9";

std::string Png(const std::string& more = "") {
  return kSignature + kHeader + more + kData + kEnd;
}
std::string Jpeg(const std::string& more = "") {
  return kStart + more + kTables + kFrame + kScan + kScan + kStop;
}

std::string Fault(const char* path, const std::string& bytes) {
  const auto raster = ReadRaster(path, bytes);
  return raster ? "" : raster.error().message;
}

TEST_CASE("a whole picture is taken, with what stands behind its end") {
  for (const char* path : {"a.jpg", "a.jpeg"}) CHECK(Fault(path, Jpeg()).empty());
  CHECK(Fault("a.png", Png()).empty());
  CHECK(Fault("a.png", Png() + "more").empty());
  CHECK(Fault("a.jpg", Jpeg() + "more").empty());
  // Progressive, with a thumbnail of its own.
  CHECK(Fault("a.jpg", kStart + Segment('\xE0', Jpeg()) + Frame('\xC2', 1, 1) + kScan + kStop).empty());
}

TEST_CASE("a picture that ends too early anywhere is cut off") {
  for (const auto& [path, bytes, least] :
       {std::tuple("a.png", Png(), kSignature.size()), std::tuple("a.jpg", Jpeg(), std::size_t{3})}) {
    for (std::size_t size = least; size < bytes.size(); ++size) {
      INFO(path << " of " << size << " bytes");
      CHECK(Fault(path, bytes.substr(0, size)) == "is cut off");
    }
  }
}

TEST_CASE("a picture whose checksums or parts are wrong is damaged") {
  std::string flipped = Png();
  flipped[flipped.size() - kEnd.size() - 6] ^= 1;
  CHECK(Fault("a.png", flipped) == "is damaged: a checksum is wrong, in the part from byte 33 on");
  // A part of no importance may be wrong.
  std::string text = Chunk("tEXt", "words");
  text.back() ^= 1;
  CHECK(Fault("a.png", Png(text)).empty());
  CHECK(Fault("a.png", kSignature + kData + kEnd) == "is damaged: its first part is no header");
  CHECK(Fault("a.png", kSignature + kHeader + kEnd) == "is damaged: it holds no image");
  CHECK(Fault("a.jpg", kStart + kFrame + kStop) == "is damaged: it holds no image");
  CHECK(Fault("a.jpg", kStart + kScan + kStop) == "is damaged: its image has no size");
  CHECK(Fault("a.jpg", kStart + "\xFF\xC0\0\x01"s + kScan + kStop) == "is damaged: the part at byte 4 has no size");
}

TEST_CASE("a picture of another format than its name says is called by its own") {
  CHECK(Fault("a.png", Jpeg()) == "is no PNG picture but one in JPEG");
  CHECK(Fault("a.jpg", Png()) == "is no JPEG picture but one in PNG");
  CHECK(Fault("a.jpg", "RIFF....WEBPVP8 ") == "is no JPEG picture but one in WebP");
  CHECK(Fault("a.jpg", "\0\0\0\x18"s + "ftypheic") == "is no JPEG picture but one in HEIC");
  CHECK(Fault("a.png", "GIF89a") == "is no PNG picture but one in GIF");
  for (const std::string& none : {""s, "\x89PNG"s, "RIFF"s, "RIFF12345"s, "no picture"s}) CHECK(Fault("a.png", none) == "is no PNG picture");
}

TEST_CASE("each format is known by its first bytes, and what to do is told") {
  const auto box = [](const std::string& brand) { return "\0\0\0\x18"s + brand; };
  CHECK(Fault("a.png", box("ftypmif1")) == "is no PNG picture but one in HEIC");
  CHECK(Fault("a.png", box("ftypavif")) == "is no PNG picture but one in AVIF");
  CHECK(Fault("a.png", box("ftypavis")) == "is no PNG picture");
  CHECK(Fault("a.png", box("ftypmif")) == "is no PNG picture");
  CHECK(Fault("a.png", "GIF7") == "is no PNG picture");
  CHECK(Fault("a.png", "RIFF....WAVE") == "is no PNG picture");
  const auto hint = [](const char* path, const std::string& bytes) { return ReadRaster(path, bytes).error().hint; };
  CHECK(hint("a.png", Jpeg()) == "save it anew in that format, or give it the ending of its own");
  CHECK(hint("a.jpg", Png()) == "save it anew in that format, or give it the ending of its own");
  CHECK(hint("a.jpg", "GIF89a") == "save it anew in that format");
  CHECK(hint("a.png", kSignature) == "save or copy it anew");
  CHECK(hint("a.png", kSignature + kHeader + kEnd) == "save or copy it anew");
}

TEST_CASE("a JPEG's image has its size by one of the frames") {
  for (int marker = 0xC0; marker <= 0xD0; ++marker) {
    INFO(marker);
    const bool is_frame = marker < 0xD0 && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    const std::string jpeg = kStart + Frame(static_cast<char>(marker), 1, 1) + kScan + kStop;
    CHECK(Fault("a.jpg", jpeg) == (is_frame ? "" : "is damaged: its image has no size"));
  }
  CHECK(Fault("a.jpg", kStart + "\xFF\x01"s + kFrame + kScan + kStop).empty());
  CHECK(Fault("a.jpg", kStart + "\xFF\xC0\0\x02"s + kScan + kStop) == "is damaged: its image has no size");
  CHECK(Fault("a.jpg", kStart + Segment('\xC0', "\x08\0\x01\0\x01"s) + kScan + kStop).empty());
  CHECK(Fault("a.jpg", kStart + kFrame + kScan + "\xFF\xD7\x05"s + kStop).empty());
  std::string short_header = kSignature + Chunk("IHDR", Number(1, 4)) + kData + kEnd;
  CHECK(Fault("a.png", short_header) == "is damaged: its first part is no header");
}

TEST_CASE("a picture whose header states a size that takes gigabytes is told") {
  const auto fault = [](std::uint32_t width, std::uint32_t height) {
    const std::string header = Chunk("IHDR", Number(width, 4) + Number(height, 4) + "\x08\0\0\0\0"s);
    const std::string png = Fault("a.png", kSignature + header + kData + kEnd);
    if (width < 65536 && height < 65536) {
      CHECK(Fault("a.jpg", kStart + Frame('\xC0', width, height) + kScan + kStop) == png);
    }
    return png;
  };
  const std::string most = " pixels, and at most 32767 a side and 100000000 in all are read";
  CHECK(fault(10'000, 10'000).empty());
  CHECK(fault(32'767, 3'051).empty());
  CHECK(fault(10'000, 10'001) == "has 10000 × 10001" + most);
  CHECK(fault(32'768, 1) == "has 32768 × 1" + most);
  CHECK(fault(1, 32'768) == "has 1 × 32768" + most);
  CHECK(fault(4'000'000'000, 4'000'000'000) == "has 4000000000 × 4000000000" + most);
  CHECK(fault(0, 9) == "is damaged: its image has no size");
  CHECK(fault(9, 0) == "is damaged: its image has no size");
}

int Orientation(const char* path, const std::string& bytes) {
  const auto raster = ReadRaster(path, bytes);
  return raster ? raster->orientation : 0;
}

TEST_CASE("how a picture is to be turned is read in both orders of bytes, and from nothing else") {
  CHECK(Orientation("a.jpg", Jpeg()) == 1);
  CHECK(Orientation("a.png", Png()) == 1);
  for (char turned = 1; turned <= 8; ++turned) {
    CHECK(Orientation("a.jpg", Jpeg(Exif(Big(turned)))) == turned);
    CHECK(Orientation("a.jpg", Jpeg(Exif(Little(turned)))) == turned);
    CHECK(Orientation("a.png", Png(Chunk("eXIf", Big(turned)))) == turned);
  }
  const std::string second =
      "MM\0*\0\0\0\x08\0\x02\x01\x0F\0\x02\0\0\0\x01\0\x03\0\0\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s;
  CHECK(Orientation("a.jpg", Jpeg(Exif(second))) == 6);
  std::string fewer = second;
  fewer[9] = 1;  // of the two entries, the directory counts one
  CHECK(Orientation("a.jpg", Jpeg(Exif(fewer))) == 1);
  CHECK(Orientation("a.jpg", Jpeg(Exif(second.substr(0, 33)))) == 1);
  CHECK(Orientation("a.jpg", Jpeg(Exif(second.substr(0, 34)))) == 6);
  CHECK(Orientation("a.jpg", Jpeg(Exif(Big(6)) + Exif(Big(9)))) == 6);
  for (const std::string& odd : {Big(0), Big(9), "MM"s, "XX\0*\0\0\0\x08"s, "MM\0*\xFF\xFF\xFF\xFF"s,
                                 Big(6).substr(0, 12), "II*\0\x06\0\0\0"s, ""s}) {
    CHECK(Orientation("a.jpg", Jpeg(Exif(odd))) == 1);
    CHECK(Orientation("a.png", Png(Chunk("eXIf", odd))) == 1);
  }
}

}  // namespace raster_test
}  // namespace guidec
