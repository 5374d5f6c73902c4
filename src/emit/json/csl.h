#ifndef GUIDEC_EMIT_JSON_CSL_H_
#define GUIDEC_EMIT_JSON_CSL_H_

#include <string>

#include <nlohmann/json.hpp>

#include "model/content/library.h"

namespace guidec {

// The reference as a CSL-JSON item (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html):
// dates become `date-parts`, all else is as written.
nlohmann::ordered_json CslItem(const Reference& reference);

// "Family, Given; Other. Title. Container, volume, page. Publisher, 2019. https://…": an entry for
// where no citation processor runs.
std::string FormattedReference(const nlohmann::ordered_json& csl);

}  // namespace guidec

#endif  // GUIDEC_EMIT_JSON_CSL_H_
