#ifndef GUIDEC_MODEL_CONTENT_GLOSSARY_H_
#define GUIDEC_MODEL_CONTENT_GLOSSARY_H_

#include <vector>

#include "model/content/id.h"
#include "model/prose/markdown.h"

namespace guidec {

struct Term {
  Id id;
  Prose term;
  Prose meaning;
  std::vector<Id> avoid;
  std::vector<Id> cites;
};

}  // namespace guidec

#endif  // GUIDEC_MODEL_CONTENT_GLOSSARY_H_
