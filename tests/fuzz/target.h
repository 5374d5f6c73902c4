// What the fuzz targets share. A target takes any bytes, does with them what guidec does with a
// stranger's, and aborts where what comes out breaks a promise. clang's libFuzzer runs it on inputs that it
// makes up (ci/fuzz), replay.cc on those of corpus/.
#ifndef GUIDEC_TESTS_FUZZ_TARGET_H_
#define GUIDEC_TESTS_FUZZ_TARGET_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "model/read/load.h"

// The name that libFuzzer calls; the result is always 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace guidec {

// Aborts with `what` when it does not hold.
void Require(bool holds, std::string_view what);

inline std::string_view TextOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The files in an input: each begins with a line `# file: PATH`, as fixtures do. What stands before the first
// is taken for an exercise's.
std::vector<NamedText> PiecesOf(std::string_view input);

// Every place that a finding names lies in its file, and it says something.
void RequireGoodFindings(std::span<const Diagnostic> findings, const Sources& sources);

}  // namespace guidec

#endif  // GUIDEC_TESTS_FUZZ_TARGET_H_
