// A guide as a Pandoc document, from which Pandoc writes EPUB or any other of its formats.
#ifndef GUIDEC_EMIT_PANDOC_AST_H_
#define GUIDEC_EMIT_PANDOC_AST_H_

#include <string>

#include <nlohmann/json.hpp>

#include "emit/view/view.h"

namespace guidec {

struct PandocOptions {
  Edition edition = Edition::kLearner;
  AnswerPlace answers = AnswerPlace::kDetails;  // the instructor's edition alone tells them
};

// The whole guide as Pandoc's JSON AST. An answer behind its question is a
// Div of the class `key`. The document is closed: no raw markup, and no file but pictures of the guide
// (PicturesOf). It is of the oldest version that guidec writes for; whoever hands it to Pandoc names that
// one's.
nlohmann::ordered_json PandocDocument(const GuideView& view, const PandocOptions& options);

// "urn:uuid:…" (RFC 9562, version 8), the same for the same guide, version and edition.
std::string IdentifierOf(const Guide& guide, Edition edition);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_AST_H_
