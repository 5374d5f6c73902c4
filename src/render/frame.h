#ifndef GUIDEC_RENDER_FRAME_H_
#define GUIDEC_RENDER_FRAME_H_

#include <string>

#include "diag/diagnostic.h"
#include "text/source.h"

namespace guidec {

// One finding with its code frame: the lines it points at, carets, labels and the fix.
std::string RenderFrame(const Diagnostic& finding, const Sources& sources, bool colour);

}  // namespace guidec

#endif  // GUIDEC_RENDER_FRAME_H_
