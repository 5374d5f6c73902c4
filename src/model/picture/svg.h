#ifndef GUIDEC_MODEL_PICTURE_SVG_H_
#define GUIDEC_MODEL_PICTURE_SVG_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace guidec {

// An author's SVG as outputs may hold it.
struct CleanSvg {
  std::string bytes;  // UTF-8
  // What was taken out and could have acted or reached out, in words: "a `script`", "the attribute `onload`".
  // Each once, sorted. What an editor's program keeps for itself goes without a word.
  std::vector<std::string> removed;
};

// Keeps the elements and attributes of SVG that draw, and references into the picture itself. Scripts, event
// handlers, animation, foreign content, a document type and references to other files go; of pictures in the
// picture, PNG and JPEG as `data:` stay. Fails on what is no SVG, and on a
// picture that has no area, by its size or by what it draws.
Result<CleanSvg> Sanitised(std::string_view svg);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PICTURE_SVG_H_
