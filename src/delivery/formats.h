// What `--to` and `outputs.to` may name.
#ifndef GUIDEC_DELIVERY_FORMATS_H_
#define GUIDEC_DELIVERY_FORMATS_H_

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/process.h"
#include "base/result.h"
#include "delivery/data_formats.h"

namespace guidec {

inline constexpr std::string_view kDocumentFormats[] = {"epub", "pdf", "html", "docx", "odt", "md"};

// The formats that guidec knows. Any other name is one of Pandoc's writers.
inline constexpr auto kFormats = [] {
  std::array<std::string_view, std::size(kDocumentFormats) + std::size(kDataFormats)> names;
  auto* const rest = std::ranges::copy(kDocumentFormats, names.begin()).out;
  std::ranges::transform(kDataFormats, rest, &DataFormat::name);
  return names;
}();

// "tex" for "latex": how the name of a file of that format ends, without its dot.
std::string ExtensionOf(const std::string& format);

// Whether files of the format hold their pictures, or have none to show. Else they lie beside them.
bool HoldsPictures(const std::string& format);

// Fails on a name that is neither in kFormats nor a writer of the Pandoc that is installed, with the
// nearest one; and on Pandoc's names for what guidec writes better under its own. Asks Pandoc only when
// a name is not in kFormats.
Result<void> CheckFormats(std::span<const std::string> formats, ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_FORMATS_H_
