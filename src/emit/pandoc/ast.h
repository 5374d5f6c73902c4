// A guide as a Pandoc document, from which Pandoc writes EPUB or any other of its formats.
#ifndef GUIDEC_EMIT_PANDOC_AST_H_
#define GUIDEC_EMIT_PANDOC_AST_H_

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/content/library.h"
#include "model/picture/pictures.h"

namespace guidec {

struct PandocOptions {
  std::vector<int> api_version = {1, 22};  // of the Pandoc that reads it (PandocTool)
  Edition edition = Edition::kLearner;
  AnswerPlace answers = AnswerPlace::kDetails;  // the instructor's edition alone tells them
};

// The whole guide as Pandoc's JSON AST. An answer behind its question is a
// Div of the class `key`. The document is closed: no raw markup, and
// no file but those that PandocPictures names.
nlohmann::ordered_json PandocDocument(const Library& library, const Guide& guide,
                                      const PandocOptions& options);

// The pictures of the document.
std::vector<PictureFile> PandocPictures(const Library& library, const Guide& guide);

// "urn:uuid:…" (RFC 9562, version 8), the same for the same guide, version and edition.
std::string IdentifierOf(const Guide& guide, Edition edition);

}  // namespace guidec

#endif  // GUIDEC_EMIT_PANDOC_AST_H_
