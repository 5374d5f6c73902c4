// What yaml-cpp makes of a text. Private to syntax/.
#ifndef GUIDEC_SYNTAX_VALUE_H_
#define GUIDEC_SYNTAX_VALUE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace guidec {

struct Value {
  enum class Kind : std::uint8_t { kNull, kScalar, kSequence, kMapping };

  Kind kind = Kind::kNull;   // an alias is null too: guidec reads none
  std::string text;          // scalars: the decoded value
  std::vector<Value> parts;  // sequences: the items; mappings: key, value, key, value, …
};

// The first document of the text. Throws what yaml-cpp throws: YAML::Exception, std::exception.
Value LoadValue(const std::string& text);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_VALUE_H_
