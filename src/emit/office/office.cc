#include "emit/office/office.h"

#include <sstream>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "emit/html/elements.h"
#include "emit/pandoc/adapt.h"
#include "emit/zip/zip.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxStylesBytes = 1 << 20;

// Where a format keeps its styles, and what tells one from another.
struct StyleSheet {
  const char* file;
  const char* list;  // the element that holds them
  const char* name;  // the attribute of a style's name
};
constexpr StyleSheet kDocx = {"word/styles.xml", "w:styles", "w:styleId"};
constexpr StyleSheet kOdt = {"styles.xml", "office:styles", "style:name"};

std::string XmlOf(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(out).str();
}

Result<void> ReplaceStyles(const StyleSheet& sheet, const std::string& name, const std::string& styles,
                           ZipFiles& parts) {
  pugi::xml_document ours;
  if (const auto parsed = ours.load_string(styles.c_str(), pugi::parse_default); !parsed) {
    return Failure(fmt::format("the template `{}` is no XML: {}", name, parsed.description()));
  }
  pugi::xml_document document;
  const std::string& text = parts[sheet.file];
  if (!document.load_buffer(text.data(), text.size(), pugi::parse_full | pugi::parse_ws_pcdata)) {
    return Failure(fmt::format("`{}` in Pandoc's archive is no XML", sheet.file));
  }
  const auto lists = ElementsNamed(document, sheet.list);
  if (lists.empty()) return Failure(fmt::format("`{}` in Pandoc's archive has no styles", sheet.file));
  pugi::xml_node list = lists.front();
  for (const pugi::xml_node style : ours.document_element().children()) {
    const char* style_name = style.attribute(sheet.name).value();
    while (pugi::xml_node old = list.find_child_by_attribute(sheet.name, style_name)) list.remove_child(old);
    list.append_copy(style);
  }
  parts[sheet.file] = XmlOf(document);
  return {};
}

// The alternative texts of the document's pictures, in its order.
void CollectAlternatives(const nlohmann::ordered_json& node, std::vector<std::string>& texts) {
  if (node.is_object() && node.contains("t") && node["t"] == "Image") {
    texts.push_back(PlainText(node["c"][1]));
  } else if (node.is_structured()) {
    for (const auto& child : node) CollectAlternatives(child, texts);
  }
}

// Pandoc's OpenDocument has no word for its pictures.
Result<void> AddAlternatives(const nlohmann::ordered_json& document, ZipFiles& parts) {
  std::vector<std::string> texts;
  CollectAlternatives(document["blocks"], texts);
  std::string& content = parts["content.xml"];
  pugi::xml_document xml;
  if (!xml.load_buffer(content.data(), content.size(), pugi::parse_full | pugi::parse_ws_pcdata)) {
    return Failure("`content.xml` in Pandoc's archive is no XML");
  }
  const auto frames = Elements(xml, [](const pugi::xml_node& node) {
    return IsNamed(node, "draw:frame") && node.child("draw:image");
  });
  if (frames.size() != texts.size()) {
    return Failure(fmt::format("pandoc wrote {} of {} pictures into the ODT", frames.size(), texts.size()));
  }
  for (std::size_t i = 0; i < frames.size(); ++i) {
    pugi::xml_node frame = frames[i];
    if (!frame.child("svg:desc")) AppendText(frame, "svg:desc", texts[i]);
  }
  content = XmlOf(xml);
  return {};
}

// Pandoc's OpenDocument knows no direction: text, pages and the bars of boxes are turned round.
Result<void> WriteFromTheRight(ZipFiles& parts) {
  std::string& styles = parts[kOdt.file];
  pugi::xml_document xml;
  if (!xml.load_buffer(styles.data(), styles.size(), pugi::parse_full | pugi::parse_ws_pcdata)) {
    return Failure(fmt::format("`{}` in Pandoc's archive is no XML", kOdt.file));
  }
  for (const char* name : {"style:page-layout-properties", "style:paragraph-properties"}) {
    for (pugi::xml_node properties : ElementsNamed(xml, name)) {
      auto direction = properties.attribute("style:writing-mode");
      if (!direction) direction = properties.append_attribute("style:writing-mode");
      direction.set_value("rl-tb");
      // Each bar takes the other's name: an element may have both, and none twice.
      auto left = properties.attribute("fo:border-left");
      auto right = properties.attribute("fo:border-right");
      if (left) left.set_name("fo:border-right");
      if (right) right.set_name("fo:border-left");
    }
  }
  styles = XmlOf(xml);
  return {};
}

}  // namespace

Result<std::string> WriteOffice(const std::string& format, const Manuscript& manuscript, FileSystem& files,
                                ProcessRunner& processes) {
  const ManuscriptOptions& options = manuscript.options;
  const std::string name = format + "-styles.xml";
  const auto styles = files.Read(options.data / "templates" / name, kMaxStylesBytes);
  if (!styles) return tl::unexpected(styles.error());
  const auto document = WithBoxStyles(WithFactsAsLines(manuscript.document));
  const auto written = RunPandoc(
      processes,
      {.document = &document, .to = format, .directory = options.scratch, .timestamp = options.timestamp});
  if (!written) return tl::unexpected(written.error());
  auto parts = ReadZip(*written);
  if (!parts) return tl::unexpected(std::move(parts.error()));
  auto replaced = ReplaceStyles(format == "docx" ? kDocx : kOdt, name, *styles, *parts);
  if (!replaced) return tl::unexpected(std::move(replaced.error()));
  if (format == "odt") {
    if (auto added = AddAlternatives(document, *parts); !added) {
      return tl::unexpected(std::move(added.error()));
    }
    if (document["meta"].contains("dir")) {
      if (auto turned = WriteFromTheRight(*parts); !turned) return tl::unexpected(std::move(turned.error()));
    }
  }
  return WriteZip(*parts);
}

}  // namespace guidec
