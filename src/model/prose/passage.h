// Prose as it is read aloud: markup and citations gone, placeholders said out, with the way back to
// the source for every word.
#ifndef GUIDEC_MODEL_PROSE_PASSAGE_H_
#define GUIDEC_MODEL_PROSE_PASSAGE_H_

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/content/library.h"
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

  // A sentence, and its words; their places count from the passage's beginning.
  struct Sentence {
    Piece piece;
    WordView words;
  };

  const Prose* prose = nullptr;
  std::string text;
  std::vector<Segment> segments;

  // The text cut into tokens (text/tokens.h), words (text/phrase.h) and sentences, which are kept as long as
  // the passage or a copy of it; any thread may ask.
  const WordList& tokens() const;
  const WordList& words(std::string_view language) const;
  const std::vector<Sentence>& sentences(std::string_view language) const;

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

  // Cuts the text now, before any other thread sees the passage.
  void Cut(std::string_view language);

 private:
  std::size_t SegmentAt(std::size_t offset) const;

  struct Cuts;
  std::shared_ptr<Cuts> cuts_;

  friend class PassageReader;
};
using Sentence = Passage::Sentence;

// What ReadAllProse keeps beside a prose.
struct ReadProse {
  const Dose* dose = nullptr;
  bool has_placeholders = false;
  std::span<const Passage> passages;
};

// In the order of the library's prose, side by side: rule after rule walks over all of it.
struct AllReadProse {
  std::vector<ReadProse> proses;
  std::vector<Passage> passages;
};

// The passages of a prose: those that the library keeps, or passages of its own.
class PassageList {
 public:
  explicit PassageList(std::span<const Passage> kept) : passages_(kept) {}
  explicit PassageList(std::vector<Passage> own) : own_(std::move(own)), passages_(own_) {}
  PassageList(PassageList&&) = default;

  auto begin() const { return passages_.begin(); }
  auto end() const { return passages_.end(); }
  std::size_t size() const { return passages_.size(); }
  bool empty() const { return passages_.empty(); }
  const Passage& front() const { return passages_.front(); }
  const Passage& operator[](std::size_t index) const { return passages_[index]; }

 private:
  std::vector<Passage> own_;
  std::span<const Passage> passages_;  // of `own_`, or kept by the library
};

// `dose` says what placeholders stand for; without it they are read as they are written.
PassageList PassagesOf(const Prose& prose, const Dose* dose = nullptr);
PassageList PassagesOf(const ProseUse& use);

// Reads and cuts all prose of the library in parallel, so that PassagesOf need not do it again and again.
// The library is whole, its prose collected, and stays where it is.
void ReadAllProse(Library& library);

// Calls `visit(use, passage)` for every passage of the library.
template <class Visit>
void ForEachPassage(const Library& library, const Visit& visit) {
  for (const ProseUse& use : library.prose) {
    for (const Passage& passage : PassagesOf(use)) visit(use, passage);
  }
}

// The language that a piece of prose is written in, as a BCP 47 tag: its guide's or the workspace's.
const std::string& LanguageOf(const ProseUse& use, const Library& library);

}  // namespace guidec

#endif  // GUIDEC_MODEL_PROSE_PASSAGE_H_
