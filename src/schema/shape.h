// The JSON Schemas of schema/, embedded in the binary, and what they say of a document.
#ifndef GUIDEC_SCHEMA_SHAPE_H_
#define GUIDEC_SCHEMA_SHAPE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"

namespace guidec {

// The kinds of file in a workspace, each with a schema of its own.
enum class Kind : std::uint8_t { kWorkspace, kGuide, kExercise, kQuiz, kReferences, kGlossary };

inline constexpr Kind kAllKinds[] = {Kind::kWorkspace, Kind::kGuide,      Kind::kExercise,
                                     Kind::kQuiz,      Kind::kReferences, Kind::kGlossary};

// "guide": as in guide.schema.json.
std::string_view KindName(Kind kind);

// By the file's place and name, else by its schema modeline; nothing for other files.
std::optional<Kind> KindOf(const Source& source);

// The text of `<name>.schema.json`; empty for an unknown name.
std::string_view SchemaText(std::string_view name);

// Reported under the rules unknown-key, missing-key, wrong-type, wrong-value. A value whose schema
// carries `x-guidec-rule` is left to the rule of that name, which knows more about it.
std::vector<Fault> CheckShape(const Document& document, Kind kind);

// What a JSON text of our own making violates in the schema of that name, with the place; nothing
// when it is valid.
std::optional<std::string> FirstViolation(std::string_view json, std::string_view name);

}  // namespace guidec

#endif  // GUIDEC_SCHEMA_SHAPE_H_
