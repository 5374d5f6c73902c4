#ifndef GUIDEC_MODEL_CONTENT_PRINT_SETTINGS_H_
#define GUIDEC_MODEL_CONTENT_PRINT_SETTINGS_H_

#include <map>
#include <string>

namespace guidec {

// How PDFs are set, by the keys of `outputs` in guidec.yaml. Only templates read it, in `sys.inputs`.
using PrintSettings = std::map<std::string, std::string>;

// Every such key, with what holds where it is not set.
inline const PrintSettings kPrintDefaults = {
    {"paper", "a4"},           // or "letter"
    {"large-print", "false"},  // "true": 18 points, one column
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_PRINT_SETTINGS_H_
