#include "emit/json/csl.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/address.h"

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

std::string TextUnder(const Json& csl, const char* key) {
  const auto found = csl.find(key);
  return found == csl.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

std::string Names(const Json& csl) {
  std::vector<std::string> names;
  const auto authors = csl.find("author");
  if (authors == csl.end()) return {};
  for (const Json& author : *authors) {
    const std::string literal = TextUnder(author, "literal");
    const std::string given = TextUnder(author, "given");
    names.push_back(!literal.empty() ? literal
                    : given.empty()  ? TextUnder(author, "family")
                                     : fmt::format("{}, {}", TextUnder(author, "family"), given));
  }
  return fmt::format("{}", fmt::join(names, "; "));
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

std::string FormattedReference(const Json& csl) {
  std::vector<std::string> parts;
  const auto add = [&](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  add(Names(csl));
  add(TextUnder(csl, "title"));
  std::vector<std::string> container;
  for (const char* key : {"container-title", "volume", "page"}) {
    if (std::string text = TextUnder(csl, key); !text.empty()) container.push_back(std::move(text));
  }
  add(fmt::format("{}", fmt::join(container, ", ")));
  std::vector<std::string> published;
  if (std::string publisher = TextUnder(csl, "publisher"); !publisher.empty())
    published.push_back(std::move(publisher));
  if (const auto issued = csl.find("issued"); issued != csl.end()) {
    published.push_back(fmt::format("{}", issued->at("date-parts")[0][0].get<int>()));
  }
  add(fmt::format("{}", fmt::join(published, ", ")));
  const std::string doi = TextUnder(csl, "DOI");
  add(doi.empty() ? TextUnder(csl, "URL") : DoiAddress(doi));
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += text.ends_with('?') || text.ends_with('!') || text.ends_with('.') ? " " : ". ";
    text += part;
  }
  return text.ends_with('.') ? text : text + ".";
}

}  // namespace guidec
