// Rules' examples are pieces of files; this lays them over a small clean workspace, so that an
// example shows only what it is about.
#ifndef GUIDEC_LINT_EXAMPLE_H_
#define GUIDEC_LINT_EXAMPLE_H_

#include <span>
#include <string_view>

#include "diag/rule.h"
#include "model/content/library.h"
#include "model/read/load.h"

namespace guidec {

// The day on which examples are looked at.
inline constexpr char kExampleDay[] = "2026-12-01";

// The clean workspace with `yaml` laid over `file` (diag/rule.h, struct Example). A `file` that the
// workspace does not have is added.
Library LoadExample(std::string_view file, std::string_view yaml, Sources& sources,
                    const Limits& limits = {});

// The same with several pieces, each laid over the file at its path, one after the other.
Library LoadExample(std::span<const NamedText> pieces, Sources& sources, const Limits& limits = {});

// The source of `file` in the sources of LoadExample.
const Source* FindSource(const Sources& sources, std::string_view file);

}  // namespace guidec

#endif  // GUIDEC_LINT_EXAMPLE_H_
