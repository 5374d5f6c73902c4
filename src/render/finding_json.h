#ifndef GUIDEC_RENDER_FINDING_JSON_H_
#define GUIDEC_RENDER_FINDING_JSON_H_

#include <string>

#include <nlohmann/json.hpp>

#include "diag/diagnostic.h"
#include "text/source.h"

namespace guidec {

using Json = nlohmann::ordered_json;

// Lines and columns count from 1, columns in code points; bytes from 0. Ends are exclusive.
Json FindingJson(const Diagnostic& finding, const Sources& sources);

inline constexpr int kIndent = 2;  // blanks

// As text, on one line where `indent` is -1; a byte that is not UTF-8 becomes U+FFFD, and what nobody would see
// (text/character.h) is an escape.
std::string Dump(const Json& json, int indent = kIndent);

}  // namespace guidec

#endif  // GUIDEC_RENDER_FINDING_JSON_H_
