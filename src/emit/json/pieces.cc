#include "emit/json/pieces.h"

#include <string_view>
#include <utility>

#include "model/picture/pictures.h"
#include "model/prose/link.h"
#include "text/address.h"

namespace guidec::bundle {
namespace {

constexpr char kSource[] = "guidec-source";

// By MarkdownType. What only authors type is text to a reader.
std::string_view MdastName(MarkdownType type) {
  using enum MarkdownType;
  static constexpr std::pair<MarkdownType, std::string_view> kNames[] = {{kRoot, "root"},
                                                                         {kParagraph, "paragraph"},
                                                                         {kEmphasis, "emphasis"},
                                                                         {kStrong, "strong"},
                                                                         {kInlineCode, "inlineCode"},
                                                                         {kCode, "code"},
                                                                         {kLink, "link"},
                                                                         {kImage, "image"},
                                                                         {kList, "list"},
                                                                         {kListItem, "listItem"},
                                                                         {kBlockquote, "blockquote"},
                                                                         {kHeading, "heading"},
                                                                         {kBreak, "break"},
                                                                         {kCite, "cite"},
                                                                         {kThematicBreak, "thematicBreak"}};
  for (const auto& [known, name] : kNames) {
    if (known == type) return name;
  }
  return "text";
}

// A link that no reader can follow stays as its words; HTML goes.
void AppendChildren(const MarkdownNode& node, SourceId source, Json& children);

// Of `source`, where an image's address counts from until PlaceImages.
Json Mdast(const MarkdownNode& node, SourceId source) {
  Json json{{"type", MdastName(node.type)}};
  switch (node.type) {
    case MarkdownType::kText:
    case MarkdownType::kInlineCode:
    case MarkdownType::kCode:
      json["value"] = node.value;
      return json;
    case MarkdownType::kBreak:
    case MarkdownType::kThematicBreak:
      return json;
    case MarkdownType::kCite:
      json["keys"] = node.keys;
      return json;
    case MarkdownType::kImage:
      json["url"] = node.url;
      json["alt"] = node.value;
      json[kSource] = static_cast<std::uint32_t>(source);
      return json;
    case MarkdownType::kLink:
      json["url"] = node.url;
      break;
    case MarkdownType::kHeading:
      json["depth"] = node.depth;
      break;
    case MarkdownType::kList:
      json["ordered"] = node.ordered;
      if (node.ordered) json["start"] = node.start;
      json["spread"] = node.spread;
      break;
    default:
      break;
  }
  AppendChildren(node, source, json["children"] = Json::array());
  return json;
}

void AppendChildren(const MarkdownNode& node, SourceId source, Json& children) {
  for (const MarkdownNode& child : node.children) {
    if (child.type == MarkdownType::kLink && !IsFollowable(child)) {
      AppendChildren(child, source, children);
    } else if (child.type != MarkdownType::kHtml) {
      children.push_back(Mdast(child, source));
    }
  }
}

}  // namespace

Json Rich(const Prose& prose, const Dose* dose) {
  const MarkdownNode resolved = Resolved(prose.root, dose);
  return Json{{"text", PlainText(resolved)},
              {"mdast", Mdast(resolved, prose ? prose.span().source : SourceId())}};
}

Json RichList(const std::vector<Prose>& proses, const Dose* dose) {
  Json array = Json::array();
  for (const Prose& prose : proses) array.push_back(Rich(prose, dose));
  return array;
}

std::string PlainOf(const Prose& prose) {
  return PlainText(prose.root);
}

void AddPlain(Json& json, const char* key, const Prose& prose) {
  if (prose) json[key] = PlainOf(prose);
}
void AddRich(Json& json, const char* key, const Prose& prose, const Dose* dose) {
  if (prose) json[key] = Rich(prose, dose);
}
void AddText(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

Json Ids(const std::vector<Id>& ids) {
  Json array = Json::array();
  for (const Id& id : ids) array.push_back(id.value);
  return array;
}

void AddCites(Json& json, const std::vector<Id>& cites) {
  if (!cites.empty()) json["cites"] = Ids(cites);
}

Json PlainRich(const std::string& text) {
  return RichOf(text, Json::array({Json{{"type", "text"}, {"value", text}}}));
}

Json RichOf(std::string text, Json inlines) {
  Json paragraph{{"type", "paragraph"}, {"children", std::move(inlines)}};
  Json root{{"type", "root"}, {"children", Json::array({std::move(paragraph)})}};
  return Json{{"text", std::move(text)}, {"mdast", std::move(root)}};
}

Json SecondsRange(const Seconds& seconds) {
  return Json{{"minSeconds", seconds.min},
              {"maxSeconds", seconds.max},
              {"minDuration", IsoDuration(seconds.min)},
              {"maxDuration", IsoDuration(seconds.max)}};
}

void AddDuration(Json& json, const std::string& stem, int seconds) {
  json[stem + "Seconds"] = seconds;
  json[stem + "Duration"] = IsoDuration(seconds);
}

void PlaceImages(Json& json, const Library& library) {
  const bool is_image = json.is_object() && json.contains(kSource);
  for (Json& child : json) {
    if (!is_image && child.is_structured()) PlaceImages(child, library);
  }
  if (!is_image) return;
  const SourceId source{json.at(kSource).get<std::uint32_t>()};
  json.erase(kSource);
  const std::string address = json.at("url");
  const std::string alt = json.at("alt");
  if (IsWebAddress(address) && IsFollowable(address, alt)) {
    const Json words{{"type", "text"}, {"value", alt.empty() ? address : alt}};
    json = Json{{"type", "link"}, {"url", address}, {"children", Json::array({words})}};
  } else if (const auto picture = PictureFileOf(library, source, address)) {
    json["url"] = picture->name;
  } else {
    json = Json{{"type", "text"}, {"value", alt}};
  }
}

}  // namespace guidec::bundle
