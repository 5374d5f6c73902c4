// The comment by which an editor finds a file's schema:
//   # yaml-language-server: $schema=../../schema/exercise.schema.json
#ifndef GUIDEC_SCHEMA_MODELINE_H_
#define GUIDEC_SCHEMA_MODELINE_H_

#include <optional>
#include <string>

#include "text/source.h"

namespace guidec {

struct Modeline {
  std::string schema;  // a path from the file's folder, or a web address
  Span span;           // of `schema`
};

// Among the comments above the file's first value.
std::optional<Modeline> FindModeline(const Source& source);

// The line for that schema.
std::string WriteModeline(const std::string& schema);

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_MODELINE_H_
