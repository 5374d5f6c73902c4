// The sources of a guide as every format prints them: numbered once, in the order of references.yaml, each a
// line of runs in the style of medical journals (a number, names with initials, no quotes).
#ifndef GUIDEC_EMIT_VIEW_REFERENCES_H_
#define GUIDEC_EMIT_VIEW_REFERENCES_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/guide.h"
#include "words/words.h"

namespace guidec {

struct PrintedRun {
  std::string text;
  bool is_emphasised = false;
  std::string address = {};  // where it leads, the same as its text; empty for what is no link
};

struct PrintedReference {
  const Reference* reference = nullptr;
  int number = 0;  // from 1
  std::vector<PrintedRun> runs;
  // The source's own language, a BCP 47 tag, where it is another than the guide's; empty otherwise.
  std::string language;
  bool is_right_to_left = false;  // of `language`
};

// Each id once: of two sources with one id the first is printed.
std::vector<PrintedReference> PrintedReferences(const Guide& guide, const Wording& wording);

// The printed sources among `keys`, each once, by number.
std::vector<const PrintedReference*> Cited(std::span<const PrintedReference> references,
                                           std::span<const std::string> keys);

// The entry without emphasis and links.
std::string EntryText(std::span<const PrintedRun> runs);

}  // namespace guidec

#endif  // GUIDEC_EMIT_VIEW_REFERENCES_H_
