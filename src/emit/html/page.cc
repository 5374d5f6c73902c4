// Pandoc writes HTML in XML's syntax, so that it can be fixed as XML; what is saved is HTML's syntax,
// in which an element that is never empty has an end tag, and one that always is has none.
#include "emit/html/page.h"

#include <array>
#include <map>
#include <sstream>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "base/base64.h"
#include "emit/html/elements.h"
#include "emit/html/void_elements.h"
#include "emit/pandoc/adapt.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxPictureBytes = 64 << 20;
constexpr std::uint64_t kMaxStyleSheetBytes = 1 << 20;
constexpr char kTemplate[] = "page.html";
constexpr std::array<const char*, 2> kStyleSheets = {"guide.css", "page.css"};

Result<std::string> Styles(const ManuscriptOptions& options, FileSystem& files) {
  std::string styles = "\n";
  for (const char* name : kStyleSheets) {
    const auto sheet = files.Read(options.data / "templates" / name, kMaxStyleSheetBytes);
    if (!sheet) return tl::unexpected(sheet.error());
    styles += *sheet;
  }
  return styles;
}

// A media type by the extensions that ProseWriter lets through.
std::string MediaType(const std::string& name) {
  static const std::map<std::string, std::string> kTypes = {
      {".svg", "image/svg+xml"}, {".png", "image/png"}, {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"}};
  const auto type = kTypes.find(fs::path(name).extension().string());
  return type == kTypes.end() ? "application/octet-stream" : type->second;
}

Result<void> EmbedPictures(const pugi::xml_node& body, const fs::path& folder, FileSystem& files) {
  for (const pugi::xml_node image : ElementsNamed(body, "img")) {
    const std::string name = image.attribute("src").value();
    const auto bytes = files.Read(folder / name, kMaxPictureBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    Set(image, "src", fmt::format("data:{};base64,{}", MediaType(name), Base64(*bytes)));
  }
  return {};
}

// The text of a field of Pandoc's metadata, which holds inlines, or nothing.
std::string PageMetaText(const nlohmann::ordered_json& meta, const char* key) {
  const auto field = meta.find(key);
  return field == meta.end() ? std::string() : PlainText(*field);
}

void AddMeta(pugi::xml_node before, const char* name, const std::string& content) {
  if (content.empty()) return;
  pugi::xml_node meta = before.parent().insert_child_before("meta", before);
  Set(meta, "name", name);
  Set(meta, "content", content);
  before.parent().insert_child_before(pugi::node_pcdata, before).set_value("\n");
}

// What stands in attributes is set here and not by the template: Pandoc escapes it for running text alone,
// where a quote is one.
void FillHead(pugi::xml_node html, const Manuscript& manuscript) {
  const auto& meta = manuscript.document.at("meta");
  Set(html, "lang", PageMetaText(meta, "lang"));
  if (const std::string direction = PageMetaText(meta, "dir"); !direction.empty())
    Set(html, "dir", direction);
  pugi::xml_node title = html.child("head").child("title");
  if (const auto authors = meta.find("author"); authors != meta.end()) {
    for (const auto& author : authors->at("c")) AddMeta(title, "author", PlainText(author));
  }
  AddMeta(title, "description", PageMetaText(meta, "description"));
  AddMeta(title, "generator", manuscript.options.generator);
  title.text() = PageMetaText(meta, "title").c_str();
}

std::string Html(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw | pugi::format_no_declaration | pugi::format_no_empty_element_tags,
                pugi::encoding_utf8);
  std::string html = std::move(out).str();
  for (const std::string_view name : kVoidElements) {
    const std::string end = fmt::format("</{}>", name);
    for (std::size_t at = html.find(end); at != std::string::npos; at = html.find(end, at)) {
      html.erase(at, end.size());
    }
  }
  return html + "\n";
}

}  // namespace

Result<std::string> WritePage(const Manuscript& manuscript, FileSystem& files, ProcessRunner& processes) {
  const ManuscriptOptions& options = manuscript.options;
  if (auto staged = StageTemplate(options, kTemplate, files); !staged) {
    return tl::unexpected(std::move(staged.error()));
  }
  const auto styles = Styles(options, files);
  if (!styles) return tl::unexpected(styles.error());
  const auto written =
      RunPandoc(processes, {.document = &manuscript.document,
                            .to = "html5",
                            .options = {"--standalone", fmt::format("--template={}", kTemplate), "--toc",
                                        "--toc-depth=3", "--section-divs", "--shift-heading-level-by=1"},
                            .directory = options.scratch,
                            .timestamp = options.timestamp});
  if (!written) return tl::unexpected(written.error());
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(
      written->data(), written->size(), pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata,
      pugi::encoding_utf8);
  if (!parsed) return Failure(fmt::format("Pandoc's HTML is no XML: {}", parsed.description()));
  FillHead(document.child("html"), manuscript);
  const pugi::xml_node body = document.child("html").child("body");
  FixBody(body, Vocabulary::kHtml, Wording(PageMetaText(manuscript.document.at("meta"), "lang")));
  if (auto embedded = EmbedPictures(body, options.scratch, files); !embedded) {
    return tl::unexpected(std::move(embedded.error()));
  }
  // As text of XML, a style sheet's `>` would be escaped.
  std::string page = Html(document);
  constexpr std::string_view kStyle = "<style>";
  if (const std::size_t at = page.find(kStyle); at != std::string::npos) {
    page.insert(at + kStyle.size(), *styles);
  }
  return page;
}

}  // namespace guidec
