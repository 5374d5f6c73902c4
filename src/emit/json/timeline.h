#ifndef GUIDEC_EMIT_JSON_TIMELINE_H_
#define GUIDEC_EMIT_JSON_TIMELINE_H_

#include <nlohmann/json.hpp>

#include "model/dose/timeline.h"
#include "words/words.h"

namespace guidec {

// As the definition `timeline` of schema/bundle.schema.json says.
nlohmann::ordered_json TimelineJson(const Timeline& timeline, const Wording& words);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_TIMELINE_H_
