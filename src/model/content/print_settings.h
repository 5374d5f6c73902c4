#ifndef GUIDEC_MODEL_CONTENT_PRINT_SETTINGS_H_
#define GUIDEC_MODEL_CONTENT_PRINT_SETTINGS_H_

#include <map>
#include <string>

namespace guidec {

// How PDFs are set, as `outputs` in guidec.yaml or the command line has it.
struct PrintSettings {
  std::string paper = "a4";  // or "letter"
  bool is_large = false;     // 18 points, one column

  // What templates see of it, in `sys.inputs`.
  std::map<std::string, std::string> Inputs() const {
    return {{"paper", paper}, {"large-print", is_large ? "true" : "false"}};
  }
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_PRINT_SETTINGS_H_
