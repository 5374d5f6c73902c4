#include "emit/documents.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "emit/zip/zip.h"
#include "lint/example.h"

namespace guidec {
namespace documents_test {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// Writes what it is told to, and keeps what it was asked.
class FakePandoc : public ProcessRunner {
 public:
  explicit FakePandoc(std::string written) : written_(std::move(written)) {}
  Result<Finished> Run(const Command& command) override {
    asked = command;
    return Finished{0, written_, ""};
  }
  Command asked;

 private:
  std::string written_;
};

// A small guide's document, written with templates of one line each.
class Writing {
 public:
  Writing() : folder_(fs::temp_directory_path() / "guidec-documents-test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "templates");
    fs::create_directories(folder_ / "scratch/pictures");
    Put("templates/page.html", "template");
    Put("templates/guide.css", "a > b {}\n");
    Put("templates/page.css", "c {}\n");
    Put("templates/docx-styles.xml",
        R"(<s><w:style w:styleId="A">new</w:style><w:style w:styleId="C"/></s>)");
    Put("templates/odt-styles.xml", R"(<s><style:style style:name="A">new</style:style></s>)");
    Put("scratch/pictures/a.svg", "<svg/>");
    Put("scratch/pictures/b.png", "png");
    Put("scratch/pictures/c.jpg", "jpg");
    Put("scratch/pictures/d.jpeg", "jpeg");
    manuscript.options = {folder_, folder_ / "scratch", 86400, "guidec 0"};
    manuscript.document = Json::parse(R"({"pandoc-api-version": [1, 22], "meta": {
        "title": {"t": "MetaInlines", "c": [{"t": "Str", "c": "Hips"}, {"t": "Space"}, {"t": "Str", "c": "\"up\""}]},
        "author": {"t": "MetaList", "c": [{"t": "MetaInlines", "c": [{"t": "Str", "c": "One"}]},
                                          {"t": "MetaInlines", "c": [{"t": "Str", "c": "Two"}]}]},
        "description": {"t": "MetaInlines", "c": [{"t": "Str", "c": "Rest."}]},
        "lang": {"t": "MetaInlines", "c": [{"t": "Str", "c": "en-GB"}]}},
      "blocks": [{"t": "Para", "c": [{"t": "Image", "c": [["", [], []], [{"t": "Str", "c": "First"}], ["a", ""]]}]},
                 {"t": "Para", "c": [{"t": "Image", "c": [["", [], []], [{"t": "Code", "c": [["", [], []], "2nd"]}],
                                                          ["b", ""]]}]}]})");
  }
  ~Writing() { fs::remove_all(folder_); }

  void Put(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

  Result<std::string> Write(const std::string& format, FakePandoc& pandoc) {
    Sources sources;
    const Library library = LoadExample("guidec.yaml", "", sources);
    return WriteDocument(format, GuideView(library, library.guides.front()), manuscript, disk_, pandoc);
  }
  Result<std::string> Write(const std::string& format, const std::string& written) {
    FakePandoc pandoc(written);
    return Write(format, pandoc);
  }
  Result<ZipFiles> WriteArchive(const std::string& format, const ZipFiles& parts) {
    auto written = Write(format, WriteZip(parts).value());
    return written ? ReadZip(*written) : tl::unexpected(written.error());
  }
  std::string ErrorOf(const std::string& format, const ZipFiles& parts) {
    const auto written = WriteArchive(format, parts);
    return written ? std::string() : written.error().message;
  }

  Manuscript manuscript;

 private:
  fs::path folder_;
  Disk disk_;
};

TEST_CASE("Pandoc is asked for each format in its own way") {
  const struct {
    std::string format;
    std::vector<std::string> arguments;
  } cases[] = {
      {"epub", {"--to=epub3", "--toc", "--toc-depth=2", "--css=guide.css"}},
      {"html",
       {"--to=html5", "--standalone", "--template=page.html", "--toc", "--toc-depth=3", "--section-divs",
        "--shift-heading-level-by=1"}},
      {"docx", {"--to=docx"}},
      {"odt", {"--to=odt"}},
      {"md", {"--to=gfm-raw_html", "--standalone"}},
      {"rst", {"--to=rst", "--standalone"}},
  };
  for (const auto& [format, arguments] : cases) {
    INFO(format);
    Writing writing;
    FakePandoc pandoc("written");
    const auto written = writing.Write(format, pandoc);
    std::vector<std::string> expected = {"pandoc",          "--data-dir=no-data", "--from=json",
                                         arguments.front(), "--output=-",         "--fail-if-warnings"};
    expected.insert(expected.end(), arguments.begin() + 1, arguments.end());
    CHECK(pandoc.asked.argv == expected);
    CHECK(pandoc.asked.directory == writing.manuscript.options.scratch);
    CHECK(pandoc.asked.environment.at("SOURCE_DATE_EPOCH") == "86400");
    if (format == "md" || format == "rst") CHECK(written == "written");
    CHECK(Json::parse(pandoc.asked.input)["meta"].empty() == (format == "md"));
  }
}

TEST_CASE("what is listed by names is lines in documents of an office") {
  for (const std::string format : {"docx", "odt"}) {
    INFO(format);
    Writing writing;
    writing.manuscript.document["blocks"] = Json::parse(
        R"([{"t": "Div", "c": [["", ["facts"], []], [{"t": "DefinitionList", "c": [[[{"t": "Str", "c": "Hold"}],
            [[{"t": "Plain", "c": [{"t": "Str", "c": "long"}]}]]]]}]]}])");
    FakePandoc pandoc("");
    (void)writing.Write(format, pandoc);
    CHECK(pandoc.asked.input.find("DefinitionList") == std::string::npos);
    CHECK(pandoc.asked.input.find("\"long\"") != std::string::npos);
  }
}

TEST_CASE("a page has its head, styles and pictures in it, in HTML's own syntax") {
  Writing writing;
  const std::string page = writing
                               .Write("html", R"(<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8" /><title>x</title><style></style></head>
<body><p>a<br />b <i></i>c</p><img src="pictures/a.svg" alt="A" /><img src="pictures/b.png" /><img src="pictures/c.jpg" />
<img src="pictures/d.jpeg" /><section class="level1 quiz" data-number="1"></section><section class="tip"></section>
<div class="key"><p>x</p></div></body></html>)")
                               .value();
  CHECK(
      page ==
      R"(<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><meta charset="utf-8"><meta name="author" content="One">
<meta name="author" content="Two">
<meta name="description" content="Rest.">
<meta name="generator" content="guidec 0">
<title>Hips "up"</title><style>
a > b {}
c {}
</style></head>
<body><p>a<br>b <i></i>c</p><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="A"><img src="data:image/png;base64,cG5n" alt=""><img src="data:image/jpeg;base64,anBn" alt="">
<img src="data:image/jpeg;base64,anBlZw==" alt=""><section class="level1 quiz" role="doc-qna"></section><aside class="tip" role="doc-tip"></aside>
<details class="key"><summary>Show the answer</summary><p>x</p></details></body></html>
)");
  writing.manuscript.document["meta"]["dir"] =
      Json::parse(R"({"t": "MetaInlines", "c": [{"t": "Str", "c": "rtl"}]})");
  CHECK_THAT(writing.Write("html", "<html><head><title/></head><body/></html>").value(),
             Catch::StartsWith("<html lang=\"en-GB\" dir=\"rtl\"><head>"));
  CHECK(writing.Write("html", "<p>").error().message.find("Pandoc's HTML is no XML: ") == 0);
}

TEST_CASE("a text document has guidec's styles in the place of Pandoc's") {
  Writing writing;
  const std::string styles =
      "<?xml version=\"1.0\"?><w:styles><w:style w:styleId=\"A\">old</w:style>"
      "<w:style w:styleId=\"A\"/> <w:style w:styleId=\"B\"/></w:styles>";
  CHECK(writing.WriteArchive("docx", {{"word/styles.xml", styles}, {"other", "kept"}}).value() ==
        ZipFiles{{"other", "kept"},
                 {"word/styles.xml",
                  "<?xml version=\"1.0\"?><w:styles> <w:style w:styleId=\"B\"/><w:style "
                  "w:styleId=\"A\">new</w:style>"
                  "<w:style w:styleId=\"C\"/></w:styles>"}});
  CHECK(writing.ErrorOf("docx", {{"word/styles.xml", "<w:styles>"}}) ==
        "`word/styles.xml` in Pandoc's archive is no XML");
  CHECK(writing.ErrorOf("docx", {{"word/styles.xml", "<styles/>"}}) ==
        "`word/styles.xml` in Pandoc's archive has no styles");
  writing.Put("templates/docx-styles.xml", "<s>");
  CHECK_THAT(writing.ErrorOf("docx", {{"word/styles.xml", styles}}),
             Catch::StartsWith("the template `docx-styles.xml` is no XML: "));
}

TEST_CASE(
    "an OpenDocument says what its pictures show, and is turned round for what is read from the right") {
  Writing writing;
  const std::string content =
      "<c><draw:frame><draw:image/></draw:frame><draw:frame/>"
      "<draw:frame><draw:image/><svg:desc>own</svg:desc></draw:frame></c>";
  const std::string styles =
      "<s><office:styles><style:style style:name=\"A\"/></office:styles><style:page-layout-properties "
      "style:writing-mode=\"lr-tb\"/><style:paragraph-properties "
      "fo:border-left=\"1\"/><style:paragraph-properties "
      "fo:border-left=\"2\" fo:border-right=\"3\"/><style:text-properties fo:border-left=\"4\"/></s>";
  const ZipFiles parts = {{"content.xml", content}, {"styles.xml", styles}};
  const std::string told =
      "<?xml "
      "version=\"1.0\"?><c><draw:frame><draw:image/><svg:desc>First</svg:desc></draw:frame><draw:frame/>"
      "<draw:frame><draw:image/><svg:desc>own</svg:desc></draw:frame></c>";
  const std::string styled =
      "<?xml version=\"1.0\"?><s><office:styles><style:style style:name=\"A\">new"
      "</style:style></office:styles>";
  const ZipFiles from_the_left = writing.WriteArchive("odt", parts).value();
  CHECK(from_the_left.at("content.xml") == told);
  CHECK(from_the_left.at("styles.xml") == styled + styles.substr(styles.find("<style:page")));
  writing.manuscript.document["meta"]["dir"] = "rtl";
  const ZipFiles from_the_right = writing.WriteArchive("odt", parts).value();
  CHECK(from_the_right.at("content.xml") == told);
  CHECK(from_the_right.at("styles.xml") ==
        styled +
            "<style:page-layout-properties style:writing-mode=\"rl-tb\"/><style:paragraph-properties "
            "fo:border-right=\"1\" style:writing-mode=\"rl-tb\"/><style:paragraph-properties "
            "fo:border-right=\"2\" fo:border-left=\"3\" style:writing-mode=\"rl-tb\"/>"
            "<style:text-properties fo:border-left=\"4\"/></s>");
  CHECK(writing.ErrorOf("odt", {{"content.xml", "<c><draw:frame><draw:image/></draw:frame></c>"},
                                {"styles.xml", styles}}) == "pandoc wrote 1 of 2 pictures into the ODT");
  CHECK(writing.ErrorOf("odt", {{"content.xml", "<c>"}, {"styles.xml", styles}}) ==
        "`content.xml` in Pandoc's archive is no XML");
  CHECK(writing.ErrorOf("odt", {{"content.xml", content}, {"styles.xml", "<s>"}}) ==
        "`styles.xml` in Pandoc's archive is no XML");
}

TEST_CASE("slides are packed anew, and the cells of a notebook numbered") {
  Writing writing;
  CHECK(writing.Write("pptx", WriteZip({{"b", "2"}, {"a", "1"}}).value()) ==
        WriteZip({{"a", "1"}, {"b", "2"}}).value());
  CHECK_THAT(writing.Write("pptx", "no archive").error().message,
             Catch::StartsWith("cannot read the archive: "));
  CHECK(
      writing.Write("ipynb", R"({"z":1,"cells":[{"id":"x","a":1},{"b":2},{"id":"y"}]})").value() ==
      "{\n \"z\": 1,\n \"cells\": [\n  {\n   \"id\": \"cell-1\",\n   \"a\": 1\n  },\n  {\n   \"b\": 2\n  },\n"
      "  {\n   \"id\": \"cell-2\"\n  }\n ]\n}\n");
  for (const char* notebook : {"{\"z\": 1}", "[1]", "no JSON"})
    CHECK(writing.Write("ipynb", notebook) == notebook);
}

}  // namespace documents_test
}  // namespace guidec
