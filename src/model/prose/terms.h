#ifndef GUIDEC_MODEL_PROSE_TERMS_H_
#define GUIDEC_MODEL_PROSE_TERMS_H_

#include "model/content/library.h"

namespace guidec {

// Finds the terms of each guide (Guide::terms): those that it or its exercises name or target, sorted by term. The
// library is whole, its prose collected, and stays where it is.
void FindTerms(Library& library);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_TERMS_H_
