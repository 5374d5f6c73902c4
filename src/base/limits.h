// How much guidec takes from files that a stranger wrote. Whoever runs it may change a limit (`--limit`,
// GUIDEC_LIMITS); no file of a workspace can.
#ifndef GUIDEC_BASE_LIMITS_H_
#define GUIDEC_BASE_LIMITS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace guidec {

// No workspace that an editor writes comes near: what is beyond is a mistake or an attack.
struct Limits {
  std::uint64_t file_size = 4 << 20;      // bytes of a source
  std::uint64_t picture_size = 64 << 20;  // bytes of a picture
  std::uint64_t line_length = 100'000;    // bytes of a source's line
  std::uint64_t depth = 64;               // levels of nesting in a source
  std::uint64_t prose_depth = 8;          // levels of quotes, lists, emphasis and links in a text
  std::uint64_t extends = 16;             // files of settings, each of which extends the next
  std::uint64_t values = 200'000;         // of a source
  std::uint64_t findings = 20'000;        // reported of a source
};

struct LimitSpec {
  std::string_view name;
  std::string_view summary;
  std::uint64_t Limits::*value;
  std::uint64_t highest;  // beyond, guidec itself would not hold
};

inline constexpr LimitSpec kLimits[] = {
    {"file-size", "bytes of a source file", &Limits::file_size, 1 << 30},
    {"picture-size", "bytes of a picture", &Limits::picture_size, 1 << 30},
    {"line-length", "bytes of a line", &Limits::line_length, 1 << 30},
    {"depth", "levels of nesting in a file", &Limits::depth, 400},
    {"prose-depth", "levels of quotes, lists, emphasis and links in a text", &Limits::prose_depth, 10},
    {"extends", "files of settings, each of which extends the next", &Limits::extends, 200},
    {"values", "keys, items and texts in a file", &Limits::values, 100'000'000},
    {"findings", "findings reported of a file", &Limits::findings, 100'000'000},
};

// "file-size=4194304,depth=64,…": what SetLimits reads, with every limit.
std::string TextOf(const Limits& limits);

// Changes the limits that `settings` name: "depth=100", or several with commas.
Result<void> SetLimits(std::string_view settings, Limits& limits);

}  // namespace guidec

#endif  // GUIDEC_BASE_LIMITS_H_
