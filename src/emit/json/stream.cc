#include "emit/json/stream.h"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

class StreamWriter {
 public:
  void Add(std::string_view record, const Json& data) {
    text_ += Json{{"record", record}, {"data", data}}.dump() + "\n";
    ++count_;
  }

  void AddEach(std::string_view record, const Json& array) {
    for (const Json& data : array) Add(record, data);
  }

  std::string Finish() && {
    Add("end", Json{{"records", count_}});
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t count_ = 0;
};

// `object` without the lists that become records of their own.
Json Without(Json object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) object.erase(key);
  return object;
}

}  // namespace

std::string StreamOf(const Json& bundle) {
  StreamWriter stream;
  stream.Add("header",
             Without(bundle, {"guide", "exercises", "routine", "quiz", "glossary", "references", "assets"}));
  const Json& guide = bundle.at("guide");
  stream.Add("guide", Without(guide, {"sections"}));
  stream.AddEach("section", guide.at("sections"));
  stream.AddEach("exercise", bundle.at("exercises"));
  if (bundle.contains("routine")) stream.Add("routine", bundle.at("routine"));
  if (bundle.contains("quiz")) {
    stream.Add("quiz", Without(bundle.at("quiz"), {"questions"}));
    stream.AddEach("question", bundle.at("quiz").at("questions"));
  }
  stream.AddEach("term", bundle.at("glossary"));
  stream.AddEach("reference", bundle.at("references"));
  stream.AddEach("asset", bundle.at("assets"));
  return std::move(stream).Finish();
}

}  // namespace guidec
