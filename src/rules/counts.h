// What the prose of a guide counts of the guide itself, and all that each count may mean: the exercises of
// its section, of the guide and of its routine, all or those of a kind; the questions of the quiz; the steps
// of a protocol; the members under a title.
#ifndef GUIDEC_RULES_COUNTS_H_
#define GUIDEC_RULES_COUNTS_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "model/content/library.h"
#include "model/prose/passage.h"
#include "text/counted.h"
#include "text/source.h"

namespace guidec {

struct CountMeaning {
  std::size_t count = 0;
  Span span{};
  std::string what;         // "the section's stretches"
  std::string placeholder;  // what prints the count: "stretches.count"; empty where nothing does
};

// The nearest meaning first; there is one at least.
using CountVisit =
    std::function<void(const Passage&, const Counted&, const std::vector<CountMeaning>& meanings)>;

// Leaves out what counts only a part of something.
void ForEachCount(const Guide& guide, const Library& library, const CountVisit& visit);

}  // namespace guidec

#endif  // GUIDEC_RULES_COUNTS_H_
