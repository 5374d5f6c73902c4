// Written by CMake from schema/*.schema.json; private to schema/.
#ifndef GUIDEC_SCHEMA_EMBEDDED_H_
#define GUIDEC_SCHEMA_EMBEDDED_H_

#include <span>
#include <string_view>

namespace guidec {

struct EmbeddedSchema {
  std::string_view name;
  std::string_view text;
};

extern const std::span<const EmbeddedSchema> kEmbeddedSchemas;

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_EMBEDDED_H_
