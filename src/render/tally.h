#ifndef GUIDEC_RENDER_TALLY_H_
#define GUIDEC_RENDER_TALLY_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"

namespace guidec {

struct Tally {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t total() const { return errors + warnings + infos; }
};

Tally TallyOf(std::span<const Diagnostic> findings);

// "3 errors, 1 warning", or "no findings".
std::string Summary(const Tally& tally);

// "1 file", "2 files".
std::string Counted(std::size_t count, std::string_view noun);

}  // namespace guidec

#endif  // GUIDEC_RENDER_TALLY_H_
