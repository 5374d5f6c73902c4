// Pieces of the bundle that many of its parts are made of: texts as mdast, lengths of time, lists of ids.
#ifndef GUIDEC_EMIT_JSON_PIECES_H_
#define GUIDEC_EMIT_JSON_PIECES_H_

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/content/library.h"
#include "model/dose/dose.h"

namespace guidec::bundle {

using Json = nlohmann::ordered_json;

// A text as it reads, and as a tree. Placeholders print what `dose` says. Images in it have their addresses
// from PlaceImages on.
Json Rich(const Prose& prose, const Dose* dose = nullptr);
Json RichList(const std::vector<Prose>& proses, const Dose* dose = nullptr);

// The same of words that no author wrote.
Json PlainRich(const std::string& text);

// One paragraph of inlines.
Json RichOf(std::string text, Json inlines);

std::string PlainOf(const Prose& prose);

// Adds the key only where the author wrote the value.
void AddPlain(Json& json, const char* key, const Prose& prose);
void AddRich(Json& json, const char* key, const Prose& prose, const Dose* dose = nullptr);
void AddText(Json& json, const char* key, const std::string& text);

Json Ids(const std::vector<Id>& ids);
void AddCites(Json& json, const std::vector<Id>& cites);

template <class Quantity>
Json Range(const Quantity& quantity) {
  return Json{{"min", quantity.min}, {"max", quantity.max}};
}
Json SecondsRange(const Seconds& seconds);

// `stem` + "Seconds" and `stem` + "Duration", the same in ISO 8601.
void AddDuration(Json& json, const std::string& stem, int seconds);

// Gives every image below `json` its address from the bundle. One on the web becomes a link, one that cannot
// be had its words.
void PlaceImages(Json& json, const Library& library);

}  // namespace guidec::bundle

#endif  // GUIDEC_EMIT_JSON_PIECES_H_
