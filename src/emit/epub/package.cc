#include "emit/epub/package.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pugixml.hpp>

#include "emit/html/elements.h"
#include "words/words.h"

namespace guidec {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kParsing =
    pugi::parse_default | pugi::parse_declaration | pugi::parse_doctype | pugi::parse_comments;
// In running text a blank between two elements is a space.
constexpr unsigned kParsingText = kParsing | pugi::parse_ws_pcdata;

constexpr char kCoverImage[] = "media/cover.svg";
constexpr char kCoverPage[] = "text/cover.xhtml";
constexpr char kConformance[] = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA";

Result<void> Parse(pugi::xml_document& document, const ZipFiles& files, const std::string& name,
                   unsigned parsing = kParsing) {
  const auto file = files.find(name);
  if (file == files.end()) return Failure(fmt::format("Pandoc's EPUB has no `{}`", name));
  const pugi::xml_parse_result result =
      document.load_buffer(file->second.data(), file->second.size(), parsing, pugi::encoding_utf8);
  if (!result) {
    return Failure(fmt::format("`{}` in Pandoc's EPUB is no XML: {}", name, result.description()));
  }
  return {};
}

std::string Xml(const pugi::xml_document& document, unsigned format = pugi::format_indent) {
  std::ostringstream out;
  document.save(out, "  ", format, pugi::encoding_utf8);
  return out.str();
}

// "text/ch001.xhtml" of "../text/ch001.xhtml" in "media/".
std::string Resolved(const std::string& base, const std::string& href) {
  return (fs::path(base).parent_path() / href).lexically_normal().generic_string();
}

// ---- Chapters ----

pugi::xml_node FirstHeading(const pugi::xml_node& body) {
  const auto headings = ElementsNamed(body, "h1");
  return headings.empty() ? pugi::xml_node() : headings.front();
}

void SetLanguage(pugi::xml_node html, const Publication& publication) {
  Set(html, "lang", publication.language);
  Set(html, "xml:lang", publication.language);
  if (publication.right_to_left) Set(html, "dir", "rtl");
}

void FixHead(pugi::xml_node html) {
  pugi::xml_node head = html.child("head");
  while (pugi::xml_node style = head.child("style")) head.remove_child(style);
  while (pugi::xml_node meta = head.find_child_by_attribute("meta", "name", "generator"))
    head.remove_child(meta);
  if (const pugi::xml_node heading = FirstHeading(html.child("body"))) {
    if (!head.child("title")) head.append_child("title");
    head.child("title").text() = TextOf(heading).c_str();
  }
}

// ---- Navigation ----

// Removes the entries of `list` whose link leads to one of `targets`, and lists left empty. The last come
// first, so that an entry precedes the one that holds it.
void RemoveEntries(const pugi::xml_node& root, std::string_view entry_name, const auto& target_of,
                   const std::set<std::string>& targets) {
  std::vector<pugi::xml_node> entries = ElementsNamed(root, entry_name);
  std::ranges::reverse(entries);
  for (pugi::xml_node entry : entries) {
    if (!targets.contains(target_of(entry))) continue;
    pugi::xml_node list = entry.parent();
    list.remove_child(entry);
    if (std::string_view(list.name()) == "ol" && !list.child("li")) list.parent().remove_child(list);
  }
}

pugi::xml_node NavOfType(const pugi::xml_node& root, std::string_view type) {
  for (const pugi::xml_node nav : ElementsNamed(root, "nav")) {
    if (nav.attribute("epub:type").value() == type) return nav;
  }
  return {};
}

// ---- The package ----

class Package {
 public:
  Package(ZipFiles& files, const Publication& publication)
      : files_(files), publication_(publication), words_(publication.language) {}

  Result<void> Fix() {
    pugi::xml_document container;
    if (auto parsed = Parse(container, files_, "META-INF/container.xml"); !parsed) return parsed;
    opf_ = container.child("container").child("rootfiles").child("rootfile").attribute("full-path").value();
    pugi::xml_document document;
    if (auto parsed = Parse(document, files_, opf_); !parsed) return parsed;
    pugi::xml_node package = document.child("package");
    for (const pugi::xml_node item : package.child("manifest").children("item")) {
      if (std::string_view(item.attribute("media-type").value()) != "application/xhtml+xml") continue;
      const bool is_nav = HasProperty(item, "nav");
      if (is_nav) nav_ = item.attribute("href").value();
      if (auto fixed = FixChapter(item.attribute("href").value(), is_nav); !fixed) return fixed;
    }
    AddCover(package);
    if (auto fixed = FixNavigation(package); !fixed) return fixed;
    if (auto fixed = FixNcx(package); !fixed) return fixed;
    Set(package, "xml:lang", publication_.language);
    if (publication_.right_to_left) {
      Set(package, "dir", "rtl");
      Set(package.child("spine"), "page-progression-direction", "rtl");
    }
    while (pugi::xml_node guide = package.child("guide")) package.remove_child(guide);
    FixMetadata(package.child("metadata"));
    files_[opf_] = Xml(document);
    return {};
  }

 private:
  static bool HasProperty(const pugi::xml_node& item, std::string_view name) {
    return (" " + std::string(item.attribute("properties").value()) + " ").find(fmt::format(" {} ", name)) !=
           std::string::npos;
  }

  std::string PathOf(const std::string& href) const { return Resolved(opf_, href); }

  Result<void> FixChapter(const std::string& href, bool is_nav) {
    pugi::xml_document document;
    const std::string path = PathOf(href);
    if (auto parsed = Parse(document, files_, path, kParsingText); !parsed) return parsed;
    pugi::xml_node html = document.child("html");
    const pugi::xml_node body = html.child("body");
    SetLanguage(html, publication_);
    FixHead(html);
    if (!is_nav) {
      FixBody(body, Vocabulary::kEpub, words_);
      for (const pugi::xml_node node : ElementsWithClass(body, "unlisted")) {
        if (node.attribute("id")) unlisted_.insert(href + "#" + node.attribute("id").value());
      }
      for (const pugi::xml_node section : ElementsWithClass(body, "level1")) {
        const std::string place = href + "#" + section.attribute("id").value();
        if (start_.empty()) start_ = place;
        if (HasClass(section, "glossary")) glossary_ = place;
        if (HasClass(section, "bibliography")) bibliography_ = place;
      }
      for (const pugi::xml_node image : ElementsNamed(body, "img")) {
        has_pictures_ = true;
        has_silent_picture_ = has_silent_picture_ || *image.attribute("alt").value() == '\0';
      }
    }
    files_[path] = Xml(document, pugi::format_raw);
    return {};
  }

  void AddCover(pugi::xml_node package) {
    files_[PathOf(kCoverImage)] = publication_.cover_svg;
    files_[PathOf(kCoverPage)] = CoverPage(package.child("manifest"));
    pugi::xml_node manifest = package.child("manifest");
    const auto add_item = [&](const char* id, const char* href, const char* type, const char* properties) {
      pugi::xml_node item = manifest.append_child("item");
      Set(item, "id", id);
      Set(item, "href", href);
      Set(item, "media-type", type);
      if (properties != nullptr) Set(item, "properties", properties);
    };
    add_item("cover_svg", kCoverImage, "image/svg+xml", "cover-image");
    add_item("cover_xhtml", kCoverPage, "application/xhtml+xml", nullptr);
    Set(package.child("spine").prepend_child("itemref"), "idref", "cover_xhtml");
  }

  // In the styles of the book.
  std::string CoverPage(const pugi::xml_node& manifest) const {
    pugi::xml_document page;
    pugi::xml_node declaration = page.append_child(pugi::node_declaration);
    Set(declaration, "version", "1.0");
    Set(declaration, "encoding", "UTF-8");
    page.append_child(pugi::node_doctype).set_value("html");
    pugi::xml_node html = page.append_child("html");
    Set(html, "xmlns", "http://www.w3.org/1999/xhtml");
    Set(html, "xmlns:epub", "http://www.idpf.org/2007/ops");
    SetLanguage(html, publication_);
    pugi::xml_node head = html.append_child("head");
    AppendText(head, "title", std::string(words_[Word::kCover]));
    for (const pugi::xml_node item : manifest.children("item")) {
      if (std::string_view(item.attribute("media-type").value()) != "text/css") continue;
      pugi::xml_node link = head.append_child("link");
      Set(link, "rel", "stylesheet");
      Set(link, "type", "text/css");
      Set(link, "href", FromCoverPage(item.attribute("href").value()));
    }
    pugi::xml_node body = html.append_child("body");
    Set(body, "epub:type", "frontmatter");
    Set(body, "class", "cover");
    pugi::xml_node section = body.append_child("section");
    Set(section, "epub:type", "cover");
    pugi::xml_node image = section.append_child("img");
    Set(image, "role", "doc-cover");
    Set(image, "src", FromCoverPage(kCoverImage));
    Set(image, "alt", publication_.cover_alternative);
    return Xml(page);
  }

  static std::string FromCoverPage(const std::string& href) {
    return fs::path(href).lexically_relative(fs::path(kCoverPage).parent_path()).generic_string();
  }

  Result<void> FixNavigation(pugi::xml_node package) {
    if (nav_.empty()) return Failure("Pandoc's EPUB has no navigation document");
    pugi::xml_document document;
    if (auto parsed = Parse(document, files_, PathOf(nav_), kParsingText); !parsed) return parsed;
    pugi::xml_node toc = NavOfType(document, "toc");
    Set(toc, "role", "doc-toc");
    const pugi::xml_node heading = FirstHeading(toc);
    if (heading) SetIfMissing(toc, "aria-labelledby", heading.attribute("id").value());
    RemoveEntries(
        toc, "li",
        [&](const pugi::xml_node& entry) {
          return Resolved(nav_, entry.child("a").attribute("href").value());
        },
        unlisted_);
    SetLandmarks(toc, NavOfType(document, "landmarks"));
    files_[PathOf(nav_)] = Xml(document, pugi::format_raw);
    // The contents are a page of the book.
    for (pugi::xml_node item : package.child("manifest").children("item")) {
      if (!HasProperty(item, "nav")) continue;
      pugi::xml_node entry =
          package.child("spine").find_child_by_attribute("itemref", "idref", item.attribute("id").value());
      if (entry) entry.remove_attribute("linear");
    }
    return {};
  }

  void SetLandmarks(const pugi::xml_node& toc, pugi::xml_node landmarks) const {
    if (!landmarks) {
      landmarks = toc.parent().append_child("nav");
      Set(landmarks, "epub:type", "landmarks");
      Set(landmarks, "hidden", "hidden");
    }
    landmarks.remove_children();
    Set(landmarks, "aria-label", std::string(words_[Word::kLandmarks]));
    pugi::xml_node list = landmarks.append_child("ol");
    const auto add = [&](const char* type, const std::string& place, Word label) {
      if (place.empty()) return;
      pugi::xml_node link = AppendText(list.append_child("li"), "a", std::string(words_[label]));
      Set(link, "epub:type", type);
      Set(link, "href", fs::path(place).lexically_relative(fs::path(nav_).parent_path()).generic_string());
    };
    add("cover", kCoverPage, Word::kCover);
    add("toc", fmt::format("{}#{}", nav_, toc.attribute("id").value()), Word::kContents);
    add("bodymatter", start_, Word::kStart);
    add("glossary", glossary_, Word::kGlossary);
    add("bibliography", bibliography_, Word::kReferences);
  }

  // The table of contents of EPUB 2, for old readers.
  Result<void> FixNcx(const pugi::xml_node& package) {
    for (const pugi::xml_node item : package.child("manifest").children("item")) {
      if (std::string_view(item.attribute("media-type").value()) != "application/x-dtbncx+xml") continue;
      const std::string href = item.attribute("href").value();
      pugi::xml_document document;
      if (auto parsed = Parse(document, files_, PathOf(href)); !parsed) return parsed;
      RemoveEntries(
          document, "navPoint",
          [&](const pugi::xml_node& entry) {
            return Resolved(href, entry.child("content").attribute("src").value());
          },
          unlisted_);
      files_[PathOf(href)] = Xml(document);
    }
    return {};
  }

  void FixMetadata(pugi::xml_node metadata) {
    const auto is_ours = [](const pugi::xml_node& node) {
      const std::string_view property = node.attribute("property").value();
      return std::string_view(node.name()) == "dc:date" || property == "dcterms:modified" ||
             property.starts_with("schema:access");
    };
    for (pugi::xml_node child = metadata.first_child(); child;) {
      const pugi::xml_node next = child.next_sibling();
      if (is_ours(child)) metadata.remove_child(child);
      child = next;
    }
    if (!publication_.date.empty()) AppendText(metadata, "dc:date", publication_.date);
    const auto add = [&](const char* property, const std::string& value) {
      Set(AppendText(metadata, "meta", value), "property", property);
    };
    if (!publication_.generator.empty()) {
      pugi::xml_node generator = metadata.append_child("meta");
      Set(generator, "name", "generator");
      Set(generator, "content", publication_.generator);
    }
    add("dcterms:modified", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(publication_.timestamp)));
    add("schema:accessMode", "textual");
    if (has_pictures_) add("schema:accessMode", "visual");
    if (has_pictures_) add("schema:accessModeSufficient", "textual,visual");
    if (!has_silent_picture_) add("schema:accessModeSufficient", "textual");
    if (!has_silent_picture_) add("schema:accessibilityFeature", "alternativeText");
    for (const char* feature :
         {"ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"}) {
      add("schema:accessibilityFeature", feature);
    }
    add("schema:accessibilityHazard", "none");
    std::string summary(words_[Word::kAccessibility]);
    if (!has_silent_picture_) summary += fmt::format(" {}", words_[Word::kAccessibilityPictures]);
    add("schema:accessibilitySummary", summary);
    if (!has_silent_picture_) ClaimConformance(metadata);
  }

  // The claim names who makes it (https://www.w3.org/TR/epub-a11y-11/#sec-evaluator-name): the program,
  // since no person has looked.
  void ClaimConformance(pugi::xml_node metadata) const {
    if (publication_.generator.empty()) return;
    pugi::xml_node conformance = AppendText(metadata, "meta", kConformance);
    Set(conformance, "id", "conformance");
    Set(conformance, "property", "dcterms:conformsTo");
    pugi::xml_node certifier = AppendText(metadata, "meta", publication_.generator);
    Set(certifier, "refines", "#conformance");
    Set(certifier, "property", "a11y:certifiedBy");
  }

  ZipFiles& files_;
  const Publication& publication_;
  const Wording words_;
  std::string opf_;
  std::string nav_;
  std::set<std::string> unlisted_;  // "text/ch002.xhtml#signs", counted from the package document
  std::string start_;
  std::string glossary_;
  std::string bibliography_;
  bool has_pictures_ = false;
  bool has_silent_picture_ = false;
};

}  // namespace

Result<void> FixEpub(ZipFiles& files, const Publication& publication) {
  return Package(files, publication).Fix();
}

}  // namespace guidec
