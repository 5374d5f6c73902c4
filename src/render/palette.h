#ifndef GUIDEC_RENDER_PALETTE_H_
#define GUIDEC_RENDER_PALETTE_H_

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "diag/rule.h"

namespace guidec {

// The terminal's colours; text stays as it is when they are not wanted.
class Palette {
 public:
  explicit Palette(bool enabled) : enabled_(enabled) {}

  std::string Bold(std::string_view text) const { return Wrap("1", text); }
  std::string Dim(std::string_view text) const { return Wrap("2", text); }
  std::string Blue(std::string_view text) const { return Wrap("34", text); }
  std::string Green(std::string_view text) const { return Wrap("32", text); }
  std::string Of(Severity severity, std::string_view text) const {
    return Wrap(severity == Severity::kError     ? "1;31"
                : severity == Severity::kWarning ? "1;33"
                                                 : "1;36",
                text);
  }

 private:
  std::string Wrap(std::string_view code, std::string_view text) const {
    return enabled_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
  bool enabled_;
};

}  // namespace guidec

#endif  // GUIDEC_RENDER_PALETTE_H_
