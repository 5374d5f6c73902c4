// What a dose may say, a row a key: how it is read and which parts it states. A new key is a member of Dose
// and a row in dose_key.cc; placeholders, facts and prose follow.
#ifndef GUIDEC_MODEL_DOSE_DOSE_KEY_H_
#define GUIDEC_MODEL_DOSE_DOSE_KEY_H_

#include <span>
#include <string_view>
#include <vector>

#include "model/dose/dose.h"

namespace guidec {

struct Node;         // syntax/document.h
struct ReadContext;  // model/read/node.h

struct DoseKey {
  std::string_view key;  // in the source, below `dose`
  void (*read)(ReadContext& in, const Node& dose, const DoseKey& key, Dose& to);
  void (*add_parts)(const Dose& dose, const DoseKey& key, std::vector<DosePart>& parts);
};

// In the order in which they are printed and, because one may depend on those before it, read.
std::span<const DoseKey> DoseKeys();

}  // namespace guidec

#endif  // GUIDEC_MODEL_DOSE_DOSE_KEY_H_
