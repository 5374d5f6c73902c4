#include "emit/well_formed.h"

#include <catch2/catch.hpp>

#include "emit/html/strict.h"
#include "emit/pandoc/anchor.h"
#include "emit/zip/zip.h"

namespace guidec {
namespace well_formed_test {

std::string MessageOf(const std::string& format, const std::string& path, const std::string& bytes) {
  const auto checked = CheckWellFormed(format, path, bytes);
  return checked ? "" : checked.error().message;
}

std::string Archive(const ZipFiles& files) {
  auto archive = WriteZip(files);
  REQUIRE(archive);
  return *std::move(archive);
}

TEST_CASE("what is not well-formed is told with file, member and line") {
  CHECK(MessageOf("json", "a.json", "{\"b\": [1, \"\xC3\xA9\"]}\n").empty());
  CHECK(MessageOf("json", "a.json", "{\n\"b\": \xFF}") == "`a.json` would not be well-formed: line 2: it is no JSON");
  CHECK(MessageOf("ndjson", "a.ndjson", "{}\n[1]\n").empty());
  CHECK(MessageOf("ndjson", "a.ndjson", "{}\n[1\n") == "`a.ndjson` would not be well-formed: line 2: it is no JSON");
  CHECK(MessageOf("svg", "pictures/a.svg", "<svg>\n&#1;</svg>").find("`pictures/a.svg` would") == 0);
  CHECK(MessageOf("tei", "a.tei", "<?xml version=\"1.0\"?>\n<a>").find("line 2") != std::string::npos);
  CHECK(MessageOf("md", "a.md", "<a>").empty());
  const std::string chapter = "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<p id=\"a\"/><p id=\"a\"/></html>";
  CHECK(MessageOf("epub", "a.epub", Archive({{"mimetype", "x"}, {"EPUB/b.xhtml", chapter}})) ==
        "`a.epub` would not be well-formed: `EPUB/b.xhtml`, line 2: the id `a` stands twice");
  CHECK(MessageOf("docx", "a.docx", Archive({{"word/document.xml", "<w>\x01</w>"}})).find("`word/document.xml`, line 1") !=
        std::string::npos);
  CHECK(MessageOf("odt", "a.odt", Archive({{"Configurations2/accelerator/current.xml", ""}, {"content.xml", "<a/>"}})).empty());
  CHECK(MessageOf("odt", "a.odt", Archive({{"content.xml", ""}})).find("`content.xml`") != std::string::npos);
  CHECK_FALSE(MessageOf("epub", "a.epub", "PK").empty());
}

TEST_CASE("a file is judged by its ending, and one in an archive by its own") {
  for (const char* ending : {"xml", "xhtml", "opf", "ncx", "svg", "rels", "opml", "icml", "fb2"}) {
    INFO(ending);
    CHECK_THAT(MessageOf(ending, std::string("a.") + ending, "<a>\n<b></a>"), Catch::Contains(": line 2: "));
  }
  for (const char* ending : {"epub", "docx", "odt", "pptx", "zip"}) {
    INFO(ending);
    const std::string path = std::string("a.") + ending;
    CHECK(MessageOf(ending, path, Archive({{"a.json", "{}"}, {"b.ipynb", "{}\n{"}, {"c.txt", "<a>"}})) ==
          "`" + path + "` would not be well-formed: `b.ipynb`, line 2: it is no JSON");
    CHECK(MessageOf(ending, path, Archive({{"a.json", "{}"}, {"c.txt", "<a>"}})).empty());
  }
  CHECK_FALSE(MessageOf("html", "a.html", "<p>").empty());
  CHECK(MessageOf("revealjs", "a.html", "<p>").empty());
  CHECK(MessageOf("svg", "a.svg", "<a id=\"x\"><b id=\"x\"/></a>").empty());
  CHECK(MessageOf("ndjson", "a.ndjson", "{}\n{}").empty());
  CHECK(MessageOf("ndjson", "a.ndjson", "{}\n\n{}\n") == "`a.ndjson` would not be well-formed: line 2: it is no JSON");
}

TEST_CASE("a page of HTML is as strict as XML") {
  const auto line = [](std::string_view html) {
    const auto fault = FaultInHtml(html);
    return fault ? static_cast<int>(fault->line) : 0;
  };
  CHECK(line("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><style>\na > b { x: '<' }\n</style></head>\n"
             "<body><p title=\"a > b\">c<br>&lt;</p><img src=\"a\" alt=\"\"></body></html>\n") == 0);
  CHECK(line("<html><style>\na > b\n</style>\n<p>\n</html>") == 5);
  CHECK(line("<html><p a=b></p></html>") == 1);
  CHECK(line("<html><p a=\"b\"\" c=\"d\"></p></html>") == 1);
  CHECK(line("<html>\n<p>&nbsp;</p></html>") == 2);
  CHECK(line("<html>\n<p>\n<script></script></p></html>") == 3);
  CHECK(line("<html>\n<p id=\"a\"><br id=\"a\"></p></html>") == 2);
  CHECK(line("<html><p></html>") == 1);
  CHECK(line("<html><p title='a > b'/>\n<br/><hr></html>") == 0);
  CHECK(line("<html><p title='a\"'>\n</p><p></html>") == 2);
  CHECK(line("<html><style>\n<\n") == 3);
  CHECK(line("<p") == 1);
}

TEST_CASE("an id keeps its name where no document has that name itself") {
  using pandoc::AnchorName;
  for (const char* id : {"signs", "table", "tock", "reference", "fn", "cb", "cover", "plan-b", "a1"}) {
    CHECK(AnchorName(id) == id);
  }
  for (const char* id : {"toc", "toc-title", "refs", "ref-smith", "fn1", "fnref1", "cb1-1", "landmarks", "cover-title"}) {
    CHECK(AnchorName(id) == std::string(id) + "_");
  }
  CHECK(AnchorName("main_message") == "main__5Fmessage");
  CHECK(AnchorName("1st") == "__31st");
  CHECK(AnchorName("a b\"") == "a__20b__22");
  CHECK(AnchorName("a__20b") != AnchorName("a b"));
}

}  // namespace well_formed_test
}  // namespace guidec
