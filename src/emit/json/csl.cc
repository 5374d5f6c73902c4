#include "emit/json/csl.h"

#include <algorithm>
#include <charconv>

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

Json ToJson(const Node& node) {
  if (node.IsSequence()) {
    Json array = Json::array();
    for (const Node& item : node.items) array.push_back(ToJson(item));
    return array;
  }
  if (node.IsMapping()) {
    Json object = Json::object();
    for (const Pair& pair : node.pairs) object[pair.key.text] = ToJson(pair.value);
    return object;
  }
  return node.text;
}

// "2019-05-17" → {"date-parts": [[2019, 5, 17]]}
Json DateParts(std::string_view text) {
  Json parts = Json::array();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('-', from), text.size());
    int number = 0;
    std::from_chars(text.data() + from, text.data() + end, number);
    parts.push_back(number);
    from = end + 1;
  }
  return Json{{"date-parts", Json::array({parts})}};
}

}  // namespace

Json CslItem(const Reference& reference) {
  Json item = Json::object();
  for (const Pair& pair : reference.csl->pairs) {
    const bool is_date = pair.key.text == "issued" || pair.key.text == "accessed";
    item[pair.key.text] = is_date ? DateParts(pair.value.text) : ToJson(pair.value);
  }
  return item;
}

}  // namespace guidec
