#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "emit/documents.h"
#include "emit/epub/cover.h"
#include "emit/epub/epub.h"
#include "emit/epub/package.h"
#include "emit/pandoc/ast.h"
#include "emit/pandoc/manuscript.h"
#include "emit/zip/zip.h"
#include "model/read/load.h"
#include "support/golden.h"

namespace guidec {
namespace epub_test {

// ---- The archive ----

std::uint32_t Number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return number;
}

// The fields of a local file header that an EPUB's readers mind.
struct LocalHeader {
  std::string name;
  std::uint32_t flags;
  std::uint32_t method;
  std::uint32_t time;
  std::uint32_t date;
  std::uint32_t extra;
};

std::vector<LocalHeader> LocalHeaders(std::string_view zip) {
  std::vector<LocalHeader> headers;
  for (std::size_t at = 0; Number(zip, at, 4) == 0x04034b50;) {
    const std::uint32_t name_length = Number(zip, at + 26, 2);
    const std::uint32_t extra = Number(zip, at + 28, 2);
    headers.push_back({std::string(zip.substr(at + 30, name_length)), Number(zip, at + 6, 2),
                       Number(zip, at + 8, 2), Number(zip, at + 10, 2), Number(zip, at + 12, 2), extra});
    at += 30 + name_length + extra + Number(zip, at + 18, 4);
  }
  return headers;
}

TEST_CASE("an EPUB's archive is the same for the same files and opens with its type") {
  const ZipFiles files = {{"EPUB/b.txt", std::string(5000, 'b')},
                          {"EPUB/a.txt", "a"},
                          {"EPUB/empty.txt", ""},
                          {"META-INF/container.xml", "<container/>"},
                          {"mimetype", "application/epub+zip"}};
  const auto bytes = WriteZip(files);
  REQUIRE(bytes);
  CHECK(bytes->substr(30, 28) == "mimetypeapplication/epub+zip");
  std::vector<std::string> names;
  for (const LocalHeader& header : LocalHeaders(*bytes)) {
    INFO(header.name);
    names.push_back(header.name);
    CHECK(header.extra == 0);
    CHECK(header.time == 0);
    CHECK(header.date == 0x21);
    // No data descriptor: sizes stand before the data.
    CHECK((header.flags & 8) == 0);
  }
  CHECK(names == std::vector<std::string>{"mimetype", "EPUB/a.txt", "EPUB/b.txt", "EPUB/empty.txt",
                                          "META-INF/container.xml"});
  CHECK(LocalHeaders(*bytes).front().method == 0);
  CHECK(WriteZip(files) == *bytes);
  CHECK(ReadZip(*bytes) == files);
  CHECK_FALSE(WriteZip({{"a", ""}, {"\xFF", "no name"}}));
}

TEST_CASE("what is no archive, or a damaged one, is an error") {
  const auto bytes = WriteZip({{"mimetype", "application/epub+zip"}, {"a", std::string(3000, 'x') + "yz"}});
  REQUIRE(bytes);
  std::string damaged = *bytes;
  damaged[70] = static_cast<char>(damaged[70] ^ 0x55);
  for (const std::string& text :
       {std::string(), std::string("no archive"), bytes->substr(0, bytes->size() / 2), damaged}) {
    const auto files = ReadZip(text);
    REQUIRE_FALSE(files);
    CHECK_THAT(files.error().message, Catch::StartsWith("cannot read the archive: "));
  }
}

// ---- The cover ----

TEST_CASE("a cover holds its words whatever they are") {
  const CoverWords words{.eyebrow = "Exercise guide",
                         .title = "Legs & <feet> \"up\"",
                         .subtitle = "Why it hurts?",
                         .closing = {"A. Writer", "Version 1.0.0"},
                         .language = "en-US"};
  CHECK(CoverAlternative(words) == "Legs & <feet> \"up\". Why it hurts? A. Writer. Version 1.0.0.");
  const std::string svg = CoverSvg(words);
  CHECK_THAT(svg, Catch::Contains("Legs &amp; &lt;feet&gt;"));
  CHECK_THAT(svg, Catch::Contains("xml:lang=\"en-US\""));
  CHECK(CoverSvg(words) == svg);

  // What is too long for a cover is cut there; the alternative text has it whole.
  CoverWords solid = words;
  solid.title = std::string(900, 'x');
  CHECK_THAT(CoverSvg(solid), Catch::Contains("x\u2026</text>"));
  CHECK_THAT(CoverSvg(solid), Catch::Contains(">" + solid.title + "."));
  CoverWords chinese = words;
  chinese.title = "髂腰肌伸展运动指南以及跑步者的疼痛";
  CHECK_THAT(CoverSvg(chinese), !Catch::Contains(">" + chinese.title + "</text>"));
  CoverWords arabic = words;
  arabic.language = "ar";
  CHECK_THAT(CoverSvg(arabic), Catch::Contains("direction=\"rtl\""));
  // The whole cover is mirrored: its rectangles end where they began.
  const auto edges = [](const CoverWords& of, bool mirrored) {
    pugi::xml_document document;
    REQUIRE(document.load_string(CoverSvg(of).c_str()));
    const double page = document.child("svg").attribute("width").as_double();
    std::vector<double> edges;
    for (const pugi::xpath_node& found : document.select_nodes("//rect")) {
      const pugi::xml_node rect = found.node();
      const double x = rect.attribute("x").as_double();
      edges.push_back(mirrored ? page - x - rect.attribute("width").as_double() : x);
    }
    return edges;
  };
  CHECK_FALSE(edges(words, false).empty());
  CHECK(edges(arabic, true) == edges(words, false));
  CHECK(edges(arabic, false) != edges(words, false));
  CHECK_THAT(svg, !Catch::Contains("direction"));

  CoverWords wordy = words;
  wordy.title = "";
  for (int i = 0; i < 30; ++i) wordy.title += fmt::format("{}word", i == 0 ? "" : " ");
  const std::string wordy_svg = CoverSvg(wordy);
  std::size_t count = 0;
  for (std::size_t at = wordy_svg.find(">word"); at != std::string::npos;
       at = wordy_svg.find(">word", at + 1))
    ++count;
  CHECK(count > 2);
}

// ---- Mending ----

constexpr char kContainer[] =
    R"(<?xml version="1.0"?><container><rootfiles><rootfile full-path="EPUB/content.opf"/></rootfiles></container>)";

constexpr char kPackage[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<package version="3.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="id">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:1</dc:identifier>
    <dc:date id="epub-date">2001-01-01T00:00:00Z</dc:date>
    <meta property="dcterms:modified">2001-01-01T00:00:00Z</meta>
  </metadata>
  <manifest>
    <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="css" href="styles/s.css" media-type="text/css"/>
    <item id="ch1" href="text/ch1.xhtml" media-type="application/xhtml+xml"/>
  </manifest>
  <spine toc="ncx"><itemref idref="nav" linear="no"/><itemref idref="ch1"/></spine>
  <guide><reference type="toc" title="x" href="nav.xhtml"/></guide>
</package>)";

constexpr char kNav[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en">
<head><title>x</title><style>b{}</style></head>
<body>
<nav epub:type="toc" id="toc"><h1 id="toc-title">Contents</h1><ol><li><a href="text/ch1.xhtml#one">One</a><ol><li><a href="text/ch1.xhtml#list">List</a></li></ol></li></ol></nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden"><ol><li><a href="gone.xhtml" epub:type="titlepage">T</a></li></ol></nav>
</body></html>)";

constexpr char kNcx[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint id="p1"><navLabel><text>One</text></navLabel><content src="text/ch1.xhtml#one"/>
<navPoint id="p2"><navLabel><text>List</text></navLabel><content src="text/ch1.xhtml#list"/></navPoint></navPoint>
</navMap></ncx>)";

constexpr char kChapter[] = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en">
<head><meta charset="utf-8"/><meta name="generator" content="pandoc"/><title>ch1.xhtml</title><style>code{}</style></head>
<body epub:type="bodymatter">
<section id="one" class="level1 glossary" data-number="1">
<h1 class="glossary" data-number="1">One <em>two</em></h1>
<section id="list" class="level2 unlisted list"><h2 class="unlisted">List</h2><p>a <b>b</b> <i>c</i></p></section>
<section class="level2 callout tip"><h2>Tip</h2></section>
<section class="level2 callout note"><h2>Note</h2></section>
<section class="level3 stop"><h3>Stop</h3></section>
<div class="picture"><img src="../media/a.png"/><div class="caption">Words</div></div>
<p><span class="citation">[<a href="#ref-x">1</a>]</span><a class="footnote-ref" href="#fn1">1</a></p>
<div id="refs" class="references csl-bib-body" role="doc-bibliography"><div id="ref-x" class="csl-entry" role="doc-biblioentry">X</div></div>
</section>
<section class="footnotes"><ol><li id="fn1" epub:type="footnote"><p>N <a class="footnote-back" href="#f">back</a></p></li></ol></section>
</body></html>)";

ZipFiles SmallEpub() {
  return {{"mimetype", "application/epub+zip"},
          {"META-INF/container.xml", kContainer},
          {"EPUB/content.opf", kPackage},
          {"EPUB/nav.xhtml", kNav},
          {"EPUB/toc.ncx", kNcx},
          {"EPUB/text/ch1.xhtml", kChapter},
          {"EPUB/styles/s.css", "p{}"},
          {"EPUB/media/a.png", "png"}};
}

Publication SmallPublication() {
  return {.language = "en-GB",
          .date = "2026-11-22",
          .timestamp = 86400,
          .generator = "guidec 0",
          .cover_svg = "<svg/>",
          .cover_alternative = "A \"cover\""};
}

TEST_CASE("what Pandoc leaves out is fixed") {
  // No part of it tells where it was made.
  ::setenv("TZ", GENERATE("UTC0", "XST-13:45"), 1);
  ::tzset();
  ZipFiles files = SmallEpub();
  REQUIRE(FixEpub(files, SmallPublication()));
  const struct {
    std::string file;
    std::vector<std::string> holds;
    std::vector<std::string> lacks;
  } cases[] = {
      {"EPUB/content.opf",
       {R"(xml:lang="en-GB")", "<dc:date>2026-11-22</dc:date>",
        R"(<meta property="dcterms:modified">1970-01-02T00:00:00Z</meta>)",
        R"(<meta property="schema:accessMode">textual</meta>)",
        R"(<meta property="schema:accessMode">visual</meta>)",
        R"(<meta property="schema:accessModeSufficient">textual,visual</meta>)",
        R"(<meta property="schema:accessibilityHazard">none</meta>)",
        R"(<meta property="schema:accessibilitySummary">)",
        R"(<item id="cover_svg" href="media/cover.svg" media-type="image/svg+xml" properties="cover-image" />)",
        R"(<item id="cover_xhtml" href="text/cover.xhtml" media-type="application/xhtml+xml" />)",
        R"(<meta name="generator" content="guidec 0" />)", R"(<itemref idref="nav" />)"},
       // Its one picture has no words.
       {"2001", "<guide", "linear", "alternativeText", "conformsTo", R"(accessModeSufficient">textual<)"}},
      {"EPUB/nav.xhtml",
       {R"(role="doc-toc")", R"(aria-labelledby="toc-title")", "<title>Contents</title>", R"(lang="en-GB")",
        R"(<a epub:type="cover" href="text/cover.xhtml">)", R"(<a epub:type="toc" href="nav.xhtml#toc">)",
        R"(<a epub:type="bodymatter" href="text/ch1.xhtml#one">)",
        R"(<a epub:type="glossary" href="text/ch1.xhtml#one">)"},
       {"#list", "gone.xhtml", "<ol></ol>", "<ol/>", "<style"}},
      {"EPUB/toc.ncx", {"text/ch1.xhtml#one"}, {"#list"}},
      {"EPUB/text/ch1.xhtml",
       {"<!DOCTYPE html>", "<title>One two</title>", R"(xml:lang="en-GB")", R"(lang="en-GB")",
        R"(<section id="one" class="level1 glossary" epub:type="glossary" role="doc-glossary">)",
        R"(<h1 class="glossary">One <em>two</em></h1>)", "<p>a <b>b</b> <i>c</i></p>",
        R"(<aside class="level2 callout tip" epub:type="tip" role="doc-tip">)",
        R"(<section class="level2 callout note" role="note">)",
        R"(<section class="level3 stop" epub:type="notice" role="doc-notice">)",
        R"(<figure class="picture"><img src="../media/a.png" alt=""/><figcaption class="caption">Words</figcaption></figure>)",
        R"(<a href="#ref-x" role="doc-biblioref">1</a>)", R"(epub:type="noteref" role="doc-noteref")",
        R"(<section class="footnotes" epub:type="footnotes" role="doc-endnotes">)", R"(role="doc-backlink")",
        R"(<ul id="refs" class="references csl-bib-body"><li id="ref-x" class="csl-entry">X</li></ul>)"},
       {"data-number", "<style", "generator", "doc-biblioentry", "doc-footnote"}},
      {"EPUB/text/cover.xhtml",
       {"<title>Cover</title>",
        R"(<img role="doc-cover" src="../media/cover.svg" alt="A &quot;cover&quot;" />)",
        R"(href="../styles/s.css")"},
       {}},
      {"EPUB/media/cover.svg", {"<svg/>"}, {}},
      {"EPUB/styles/s.css", {"p{}"}, {}},
  };
  for (const auto& [file, holds, lacks] : cases) {
    INFO(file);
    for (const std::string& text : holds) CHECK_THAT(files[file], Catch::Contains(text));
    for (const std::string& text : lacks) CHECK_THAT(files[file], !Catch::Contains(text));
  }
  CHECK(files["EPUB/content.opf"].find("cover_xhtml\" />") < files["EPUB/content.opf"].find("idref=\"nav\""));
}

TEST_CASE("a fixed EPUB is this one, read from the left or from the right") {
  Publication publication = SmallPublication();
  const auto whole = [&](ZipFiles files) {
    REQUIRE(FixEpub(files, publication));
    std::string text;
    for (const auto& [name, content] : files) text += fmt::format("== {}\n{}\n", name, content);
    return text;
  };
  CheckGolden("emit/epub/fixed.txt", whole(SmallEpub()));
  publication.right_to_left = true;
  publication.language = "ar";
  publication.date.clear();
  ZipFiles told = SmallEpub();
  std::string& chapter = told["EPUB/text/ch1.xhtml"];
  chapter.replace(chapter.find("a.png\""), 6, "a.png\" alt=\"A dot.\"");
  chapter.replace(chapter.find("level1 glossary"), 15, "level1 bibliography");
  CheckGolden("emit/epub/fixed-from-the-right.txt", whole(told));
}

TEST_CASE("an entry that is not listed goes with those below it") {
  ZipFiles files = SmallEpub();
  for (const char* name : {"EPUB/nav.xhtml", "EPUB/toc.ncx"}) {
    constexpr std::string_view kListed = "text/ch1.xhtml#one";
    std::string& text = files[name];
    for (std::size_t at = text.find(kListed); at != std::string::npos; at = text.find(kListed)) {
      text.replace(at, kListed.size(), "text/ch1.xhtml#list");
    }
  }
  REQUIRE(FixEpub(files, SmallPublication()));
  for (const char* name : {"EPUB/nav.xhtml", "EPUB/toc.ncx"}) {
    CHECK_THAT(files[name], !Catch::Contains("#list"));
  }
}

TEST_CASE("an EPUB that lacks what it must have is an error") {
  const struct {
    std::string file;
    std::string content;  // empty: the file is missing
    std::string_view message;
  } cases[] = {
      {"META-INF/container.xml", "", "Pandoc's EPUB has no `META-INF/container.xml`"},
      {"EPUB/content.opf", "", "Pandoc's EPUB has no `EPUB/content.opf`"},
      {"EPUB/text/ch1.xhtml", "<html><p></html>", "`EPUB/text/ch1.xhtml` in Pandoc's EPUB is no XML: "},
      {"EPUB/content.opf", R"(<package><metadata/><manifest/><spine/></package>)",
       "Pandoc's EPUB has no navigation document"},
  };
  for (const auto& [file, content, message] : cases) {
    INFO(message);
    ZipFiles files = SmallEpub();
    if (content.empty()) {
      files.erase(file);
    } else {
      files[file] = content;
    }
    const auto fixed = FixEpub(files, SmallPublication());
    REQUIRE_FALSE(fixed);
    CHECK_THAT(fixed.error().message, Catch::StartsWith(std::string(message)));
  }
}

// ---- The whole ----

struct Scratch {
  Scratch() {
    std::string name = (fs::temp_directory_path() / "guidec-epub-test.XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Scratch() { fs::remove_all(path); }
  Scratch(const Scratch&) = delete;
  fs::path path;
};

struct Workspace {
  const Guide& guide() const { return library.guides.front(); }
  Workspace() {
    auto loaded = LoadWorkspace(disk, GUIDEC_PROJECT "/tests/emit/every-block/sources", sources);
    REQUIRE(loaded);
    library = std::move(loaded->library);
  }
  Result<Manuscript> Prepare(const fs::path& scratch, ProcessRunner& processes, FileSystem& files,
                             Edition edition = Edition::kLearner,
                             AnswerPlace answers = AnswerPlace::kDetails) {
    for (const PictureFile& picture : PicturesOf(library, guide(), edition)) {
      const auto read = ReadPicture(library, picture, files);
      if (!read) return tl::unexpected(read.error());
      fs::create_directories((scratch / picture.name).parent_path());
      if (auto put = files.Write(scratch / picture.name, read->bytes); !put)
        return tl::unexpected(put.error());
    }
    return PrepareManuscript(
        PandocDocument(GuideView(library, guide()), {.edition = edition, .answers = answers}),
        {.data = GUIDEC_TEST_DATA, .scratch = scratch, .timestamp = 1700000000, .generator = "guidec test"},
        processes);
  }
  Result<std::string> Write(const std::string& format, const Manuscript& manuscript, ProcessRunner& processes,
                            FileSystem& files) {
    return WriteDocument(format, GuideView(library, guide()), manuscript, files, processes);
  }
  Result<std::string> Build(const std::string& format, const fs::path& scratch, ProcessRunner& processes,
                            FileSystem& files, Edition edition = Edition::kLearner,
                            AnswerPlace answers = AnswerPlace::kDetails) {
    const auto manuscript = Prepare(scratch, processes, files, edition, answers);
    if (!manuscript) return tl::unexpected(manuscript.error());
    return Write(format, *manuscript, processes, files);
  }
  Disk disk;
  Sources sources;
  Library library;
};

TEST_CASE("Pandoc's EPUB of a guide is fixed, whole and the same in any folder") {
  Workspace workspace;
  Processes processes;
  const Scratch one;
  const Scratch other;
  const auto epub = workspace.Build("epub", one.path, processes, workspace.disk);
  if (!epub) FAIL(epub.error().message);
  const auto again = workspace.Build("epub", other.path / "deeper", processes, workspace.disk);
  REQUIRE(again);
  CHECK(*again == *epub);

  auto files = ReadZip(*epub);
  REQUIRE(files);
  const auto count = [&](std::string_view ending) {
    return std::ranges::count_if(*files, [&](const auto& file) { return file.first.ends_with(ending); });
  };
  CHECK(count(".svg") == 2);
  CHECK(count(".png") == 1);
  CHECK(count(".css") == 1);
  std::string chapters;
  for (const auto& [name, content] : *files) {
    if (!name.ends_with(".xhtml")) continue;
    chapters += content;
    INFO(name);
    CHECK_THAT(content, !Catch::Contains("<title>ch0"));
    CHECK_THAT(content, Catch::Contains("lang=\"en-GB\""));
  }
  CHECK_THAT(chapters, Catch::Contains("Draw 10 to 15 circles with your arm, then rest for 30 seconds."));
  CHECK_THAT(chapters, Catch::Contains("alt=\"A person on a chair draws a circle with one arm.\""));
  CHECK_THAT(chapters, Catch::Contains("<figcaption"));
  CHECK_THAT(chapters, Catch::Contains("2. Writer A, The Desk Group. A manual of desks."));
  CHECK_THAT(chapters, Catch::Contains("1. A *page* with &lt;i&gt;signs&lt;/i&gt; &amp; such."));
  CHECK_THAT(chapters, !Catch::Contains("WHY-ONE"));

  const Scratch third;
  const auto instructor =
      workspace.Build("epub", third.path, processes, workspace.disk, Edition::kInstructor);
  REQUIRE(instructor);
  CHECK(*instructor != *epub);
}

std::string AllText(const std::string& archive) {
  std::string text;
  const auto files = ReadZip(archive);
  if (!files) return text;
  for (const auto& [name, content] : *files) text += content;
  return text;
}

TEST_CASE("every format tells the answers to instructors alone, and is the same in any folder") {
  // The others are compared by tests/conformance/reproducible.sh.
  const std::set<std::string> fixed_here = {"pptx", "ipynb"};
  Workspace workspace;
  Processes processes;
  const auto text_of = [](const std::string& bytes) {
    return bytes.starts_with("PK") ? AllText(bytes) : bytes;
  };
  for (const std::string format : {"epub", "html", "docx", "odt", "md", "rst", "pptx", "ipynb"}) {
    INFO(format);
    const Scratch one;
    const Scratch other;
    const Scratch third;
    const auto learner = workspace.Build(format, one.path, processes, workspace.disk);
    if (!learner) FAIL(learner.error().message);
    if (fixed_here.contains(format)) {
      CHECK(workspace.Build(format, other.path / "deeper", processes, workspace.disk) == *learner);
    }
    CHECK_THAT(text_of(*learner), !Catch::Contains("WHY-ONE"));
    CHECK_THAT(text_of(*learner), !Catch::Contains(one.path.string()));
    const auto instructor =
        workspace.Build(format, third.path, processes, workspace.disk, Edition::kInstructor);
    if (!instructor) FAIL(instructor.error().message);
    CHECK_THAT(text_of(*instructor), Catch::Contains("WHY-ONE"));
  }
}

TEST_CASE("answers are folded away behind their questions, or stand in a chapter") {
  Workspace workspace;
  Processes processes;
  const Scratch scratch;
  const auto folded = workspace.Build("html", scratch.path, processes, workspace.disk, Edition::kInstructor);
  const auto chapter = workspace.Build("html", scratch.path, processes, workspace.disk, Edition::kInstructor,
                                       AnswerPlace::kChapter);
  if (!folded || !chapter) FAIL("Pandoc fails");
  CHECK_THAT(*folded,
             Catch::Contains(R"(<details id="answer_first" class="key"><summary>Show the answer</summary>)"));
  CHECK_THAT(*folded, !Catch::Contains("<h2 class=\"answers\">"));
  CHECK_THAT(*chapter, !Catch::Contains("<details"));
  CHECK_THAT(*chapter, Catch::Contains("WHY-ONE"));
  CHECK_THAT(*chapter, Catch::Contains("<h2 class=\"answers\">"));
}

TEST_CASE("a page is one file: pictures and styles are in it, scripts and other places are not") {
  Workspace workspace;
  Processes processes;
  const Scratch scratch;
  const auto page = workspace.Build("html", scratch.path, processes, workspace.disk);
  if (!page) FAIL(page.error().message);
  CHECK(page->starts_with("<!DOCTYPE html>"));
  CHECK_THAT(*page, Catch::Contains("src=\"data:image/svg+xml;base64,"));
  CHECK_THAT(*page, Catch::Contains("src=\"data:image/png;base64,"));
  CHECK_THAT(*page, Catch::Contains("@media print"));
  for (const char* other :
       {"<script", "<link", "src=\"http", "url(", "@import", "</img>", "</br>", "epub:type"}) {
    INFO(other);
    CHECK_THAT(*page, !Catch::Contains(other));
  }
}

TEST_CASE("Markdown has no raw HTML and no link that leads nowhere") {
  Workspace workspace;
  Processes processes;
  const Scratch scratch;
  const auto text = workspace.Build("md", scratch.path, processes, workspace.disk);
  if (!text) FAIL(text.error().message);
  CHECK(text->starts_with("# "));
  for (const char* tag : {"<div", "<span", "<dl", "](#ref-", "](#term_"}) {
    INFO(tag);
    CHECK_THAT(*text, !Catch::Contains(tag));
  }
}

TEST_CASE("a cover says what the guide says of itself, and its id where it has no title") {
  Workspace workspace;
  Guide& guide = workspace.library.guides.front();
  const auto cover = [&] { return EpubCover(GuideView(workspace.library, guide)); };
  for (const char* words : {">Exercise guide<", "Moving at a desk", ">Two small exercises<", ">A. Writer, B. Writer<",
                            ">Version 2.1.0<", ">Reviewed 31 March 2026<"}) {
    INFO(words);
    CHECK_THAT(cover(), Catch::Contains(words));
  }
  guide.title = {};
  guide.version = {};
  guide.reviewed.reset();
  guide.authors.clear();
  CHECK_THAT(cover(), Catch::Contains(">desk<"));
  for (const char* words : {"Version", "Reviewed", "Writer"}) {
    INFO(words);
    CHECK_THAT(cover(), !Catch::Contains(words));
  }
}

TEST_CASE("a language that runs from right to left turns the book") {
  Workspace workspace;
  workspace.library.guides.front().language = "ar";
  Processes processes;
  const Scratch scratch;
  const auto epub = workspace.Build("epub", scratch.path, processes, workspace.disk);
  if (!epub) FAIL(epub.error().message);
  const std::string text = AllText(*epub);
  CHECK_THAT(text, Catch::Contains("page-progression-direction=\"rtl\""));
  CHECK_THAT(text, Catch::Contains("lang=\"ar\" dir=\"rtl\""));
  const auto page = workspace.Build("html", scratch.path, processes, workspace.disk);
  if (!page) FAIL(page.error().message);
  CHECK_THAT(*page, Catch::Contains("<html lang=\"ar\" dir=\"rtl\">"));
}

// Answers like a Pandoc that writes `written`.
class FakePandoc : public ProcessRunner {
 public:
  explicit FakePandoc(std::string written) : written_(std::move(written)) {}
  Result<Finished> Run(const Command& command) override {
    const auto has = [&](const char* argument) {
      return std::ranges::find(command.argv, argument) != command.argv.end();
    };
    if (has("--version")) return Finished{0, "pandoc 2.17\n", ""};
    if (has("--list-output-formats")) return Finished{0, "docx\nmediawiki\n", ""};
    if (has("--to=json")) return Finished{0, R"({"pandoc-api-version":[1,22],"meta":{},"blocks":[]})", ""};
    return Finished{0, written_, ""};
  }

 private:
  std::string written_;
};

TEST_CASE("a Pandoc that writes no archive is an error") {
  Workspace workspace;
  const Scratch scratch;
  FakePandoc pandoc("<html>");
  const auto epub = workspace.Build("epub", scratch.path, pandoc, workspace.disk);
  REQUIRE_FALSE(epub);
  CHECK_THAT(epub.error().message, Catch::StartsWith("cannot read the archive: "));
}

class DiskWithout : public Disk {
 public:
  explicit DiskWithout(std::string name) : name_(std::move(name)) {}
  Result<std::string> ReadBelow(const fs::path& folder, const fs::path& path,
                                std::uint64_t max_bytes) const override {
    if (path.filename() == name_) return Failure(fmt::format("cannot read `{}`", name_), "look for it");
    return Disk::ReadBelow(folder, path, max_bytes);
  }

 private:
  std::string name_;
};

TEST_CASE("a picture or a template that cannot be read is an error") {
  const struct {
    std::string format;
    std::string file;
  } cases[] = {{"epub", "arm-circles.svg"}, {"epub", "dot.png"},  {"epub", "guide.css"},
               {"html", "page.html"},       {"html", "page.css"}, {"docx", "docx-styles.xml"},
               {"odt", "odt-styles.xml"}};
  for (const auto& [format, file] : cases) {
    INFO(file);
    Workspace workspace;
    const Scratch scratch;
    FakePandoc pandoc("");
    DiskWithout disk(file);
    const auto document = workspace.Build(format, scratch.path, pandoc, disk);
    REQUIRE_FALSE(document);
    CHECK(document.error().message == fmt::format("cannot read `{}`", file));
    CHECK(document.error().hint == "look for it");
  }
}

}  // namespace epub_test
}  // namespace guidec
