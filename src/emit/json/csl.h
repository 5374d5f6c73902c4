#ifndef GUIDEC_EMIT_JSON_CSL_H_
#define GUIDEC_EMIT_JSON_CSL_H_

#include <nlohmann/json.hpp>

#include "model/content/library.h"

namespace guidec {

// The reference as a CSL-JSON item (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html):
// dates become `date-parts`, all else is as written.
nlohmann::ordered_json CslItem(const Reference& reference);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_CSL_H_
