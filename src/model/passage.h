// Prose as it is read aloud: markup and citations gone, placeholders said out, with the way back to
// the source for every word.
#ifndef GUIDEC_MODEL_PASSAGE_H_
#define GUIDEC_MODEL_PASSAGE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/library.h"
#include "text/language.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec {

// Text that is read in one go: a paragraph, a title, an item of a list. Points into the Library.
struct Passage {
  struct Segment {
    std::size_t begin = 0;  // its text reaches up to the next segment
    const MarkdownNode* node = nullptr;
    bool is_plain = false;  // the author's own words; else code, an address or a placeholder's text
  };

  const Prose* prose = nullptr;
  std::string text;
  std::vector<Segment> segments;

  std::string_view Slice(const Piece& piece) const {
    return std::string_view(text).substr(piece.begin, piece.end - piece.begin);
  }
  // Where a piece that is not empty stands in the source; a placeholder or code stands there whole.
  Span SpanOf(const Piece& piece) const;
  // Whether the piece is all the author's own words, within one run of text without markup: then an
  // edit of SpanOf(piece) changes just these words.
  bool IsEditable(const Piece& piece) const;
  // Whether any of the piece is code, an address or a placeholder's text.
  bool HasLiteral(const Piece& piece) const;

 private:
  std::size_t SegmentAt(std::size_t offset) const;
};

// `dose` says what placeholders stand for; without it they are read as they are written.
std::vector<Passage> PassagesOf(const Prose& prose, const Dose* dose = nullptr);
std::vector<Passage> PassagesOf(const ProseUse& use);

// A sentence of a passage, and its words; their places count from the passage's beginning.
struct Sentence {
  Piece piece;
  WordList words;
};
std::vector<Sentence> SentencesOf(const Passage& passage, std::string_view language);

// Calls `visit(use, passage)` for every passage of the library.
template <class Visit>
void ForEachPassage(const Library& library, const Visit& visit) {
  for (const ProseUse& use : AllProse(library)) {
    for (const Passage& passage : PassagesOf(use)) visit(use, passage);
  }
}

// The language that a piece of prose is written in, as a BCP 47 tag: its guide's or the workspace's.
const std::string& LanguageOf(const ProseUse& use, const Library& library);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PASSAGE_H_
