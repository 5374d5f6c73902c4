#ifndef GUIDEC_EMIT_TYPST_PART_H_
#define GUIDEC_EMIT_TYPST_PART_H_

#include <map>
#include <string>

#include <nlohmann/json.hpp>

namespace guidec {

// What one of guidec's own templates is given of a bundle, so that its PDF depends on nothing else: a
// handout on its exercise and not on another's text. `inputs` are those of the template. A template that is
// not guidec's is given the whole bundle.
nlohmann::ordered_json PartOf(const nlohmann::ordered_json& bundle, const std::string& template_name,
                              const std::map<std::string, std::string>& inputs);

}  // namespace guidec

#endif  // GUIDEC_EMIT_TYPST_PART_H_
