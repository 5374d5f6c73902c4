#ifndef GUIDEC_RENDER_FORMATS_H_
#define GUIDEC_RENDER_FORMATS_H_

#include <span>
#include <string>
#include <string_view>

#include "render/report.h"

namespace guidec {

struct Format {
  std::string_view name;
  std::string_view summary;  // one line, for the help
  std::string (*render)(const Report&);
};

// Defined one a file.
extern const Format text_format;
extern const Format concise_format;
extern const Format json_format;
extern const Format jsonl_format;
extern const Format sarif_format;
extern const Format github_format;
extern const Format gitlab_format;
extern const Format junit_format;
extern const Format checkstyle_format;
extern const Format rdjson_format;

// In the order of the help.
std::span<const Format> Formats();

// Null when there is none of that name.
const Format* FindFormat(std::string_view name);

}  // namespace guidec

#endif  // GUIDEC_RENDER_FORMATS_H_
