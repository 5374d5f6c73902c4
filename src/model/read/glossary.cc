#include "model/read/readers.h"

namespace guidec {

std::vector<Term> ReadGlossary(ReadContext& in) {
  std::vector<Term> terms;
  const Node* entries = in.document.root.Find("terms");
  if (entries == nullptr) return terms;
  for (const Pair& pair : entries->pairs) {
    terms.push_back({IdOf(pair.key), ReadLine(pair.value, "term"), ReadMarkdown(in, pair.value, "meaning"),
                     ReadIds(pair.value, "avoid"), ReadIds(pair.value, "cites")});
  }
  return terms;
}

}  // namespace guidec
