// Each kind of element has a shape for its content, in letters:
//   s a text   n a whole number   * anything   [xyz] these three   (x) a list of any number of x
#include "emit/pandoc/shape.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

// Deeper than any guide's, and not so deep that it cannot be walked through.
constexpr int kMaxDepth = 500;

struct Shape {
  std::string_view type;
  std::string_view content;
};

// pandoc-types, Text.Pandoc.Definition. Attributes are [s(s)(*)].
constexpr Shape kShapes[] = {
    {"Str", "s"},
    {"Code", "[[s(s)(*)]s]"},
    {"Cite", "[(*)(*)]"},
    {"Link", "[[s(s)(*)](*)[ss]]"},
    {"Image", "[[s(s)(*)](*)[ss]]"},
    {"Span", "[[s(s)(*)](*)]"},
    {"Plain", "(*)"},
    {"Para", "(*)"},
    {"BulletList", "((*))"},
    {"OrderedList", "[[n**]((*))]"},
    {"DefinitionList", "([(*)((*))])"},
    {"Header", "[n[s(s)(*)](*)]"},
    {"Div", "[[s(s)(*)](*)]"},
};

// Takes one shape off `shape`; whether `value` has it.
bool Matches(const Json* value, std::string_view& shape) {
  const char kind = shape.front();
  shape.remove_prefix(1);
  if (kind == 's') return value != nullptr && value->is_string();
  if (kind == 'n') return value != nullptr && value->is_number_integer();
  if (kind == '*') return true;
  bool matches = value != nullptr && value->is_array();
  const std::size_t size = matches ? value->size() : 0;
  if (kind == '(') {
    const std::string_view item = shape;
    std::string_view rest = item;
    Matches(nullptr, rest);
    for (std::size_t i = 0; i < size; ++i) {
      std::string_view again = item;
      matches = Matches(&(*value)[i], again) && matches;
    }
    shape = rest;
  } else {
    std::size_t i = 0;
    for (; shape.front() != ']'; ++i) matches = Matches(i < size ? &(*value)[i] : nullptr, shape) && matches;
    matches = matches && i == size;
  }
  shape.remove_prefix(1);
  return matches;
}

bool HasShape(const Json& node) {
  if (!node.is_object()) return true;
  const auto type = node.find("t");
  if (type == node.end()) return true;
  if (!type->is_string()) return false;
  const auto* known = std::ranges::find(kShapes, type->get_ref<const std::string&>(), &Shape::type);
  if (known == std::end(kShapes)) return true;
  const auto content = node.find("c");
  std::string_view shape = known->content;
  return content != node.end() && Matches(&*content, shape);
}

bool HaveShape(const Json& node, int depth) {
  if (depth > kMaxDepth || !HasShape(node)) return false;
  return !node.is_structured() ||
         std::ranges::all_of(node, [&](const Json& child) { return HaveShape(child, depth + 1); });
}

// Of a text in the metadata, where there is one.
bool IsWords(const Json& meta, const char* key) {
  const auto value = meta.find(key);
  return value == meta.end() || (value->is_object() && value->contains("c") && value->at("c").is_array());
}

}  // namespace

bool IsPandocDocument(const Json& json) {
  if (!json.is_object()) return false;
  const auto meta = json.find("meta");
  const auto blocks = json.find("blocks");
  return meta != json.end() && meta->is_object() && IsWords(*meta, "title") && IsWords(*meta, "subtitle") &&
         blocks != json.end() && blocks->is_array() && HaveShape(*blocks, 0) && HaveShape(*meta, 0);
}

}  // namespace guidec
