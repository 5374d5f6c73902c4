#ifndef GUIDEC_BASE_PROGRAM_H_
#define GUIDEC_BASE_PROGRAM_H_

#include <string>

namespace guidec {

// Names the code that runs: a SHA-256 of the build ids that the linker gave this program and each library
// that is loaded into it. Another version, another build or an update of a library has another. Empty
// when one of them bears no build id.
std::string ProgramId();

}  // namespace guidec

#endif  // GUIDEC_BASE_PROGRAM_H_
