#ifndef GUIDEC_EMIT_PANDOC_SHAPE_H_
#define GUIDEC_EMIT_PANDOC_SHAPE_H_

#include <nlohmann/json.hpp>

namespace guidec {

// Whether `json` is a document of Pandoc's as far as anything here looks into it (adapt.h, office.h): what
// another program printed may be anything.
bool IsPandocDocument(const nlohmann::ordered_json& json);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_SHAPE_H_
