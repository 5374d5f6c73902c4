#ifndef GUIDEC_MODEL_CONTENT_ID_H_
#define GUIDEC_MODEL_CONTENT_ID_H_

#include <string>

#include "text/source.h"

namespace guidec {

template <class T>
struct Spanned {
  T value{};
  Span span{};
};

using Id = Spanned<std::string>;

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_ID_H_
