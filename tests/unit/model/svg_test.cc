#include "model/picture/svg.h"

#include <algorithm>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace {

std::string Svg(std::string_view inside) {
  return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{}</svg>", inside);
}

CleanSvg Clean(std::string_view inside) {
  const auto clean = Sanitised(Svg(inside));
  REQUIRE(clean);
  return *clean;
}

TEST_CASE("what draws stays as it is") {
  for (const char* inside :
       {"", "<title>A &amp; B</title><desc>C</desc>",
        "<g transform=\"scale(2)\"><path d=\"M0 0h5\" fill=\"#fff\"/></g>",
        "<rect style=\"fill:url(#g);stroke:none\"/>",
        "<style>.a { fill: url( '#g' ) }</style><circle class=\"a\" r=\"1\"/>",
        "<defs><path id=\"p\" d=\"M0 0\"/></defs><use href=\"#p\"/>",
        "<text x=\"1\">A <tspan>B</tspan> C</text>", "<image href=\"data:image/png;base64,iVBORw0KGgo=\"/>",
        "<a><rect aria-label=\"see https://example.org\"/></a>"}) {
    INFO(inside);
    const CleanSvg clean = Clean(inside);
    CHECK(clean.removed.empty());
    std::string expected = Svg(inside);
    if (*inside == '\0') expected = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    CHECK(clean.bytes == expected);
  }
}

TEST_CASE("what acts or reaches out goes, and is told") {
  struct Case {
    const char* inside;
    const char* removed;
  };
  const Case cases[] = {
      {"<script>a()</script>", "a `script`"},
      {"<g onclick=\"a()\"/>", "the attribute `onclick`"},
      {"<foreignObject><p/></foreignObject>", "a `foreignObject`"},
      {"<animate attributeName=\"href\" to=\"x\"/>", "a `animate`"},
      {"<set attributeName=\"href\" to=\"x\"/>", "a `set`"},
      {"<iframe src=\"x\"/>", "a `iframe`"},
      {"<g xmlns=\"http://www.w3.org/1999/xhtml\"><b/></g>", "a `g`"},
      {"<image href=\"https://a.example/b.png\"/>", "a reference to `https://a.example/b.png`"},
      {"<image href=\"data:image/svg+xml;base64,AA\"/>", "a reference to `data:image/svg+xml;base64,AA`"},
      {"<image xlink:href=\"/etc/passwd\"/>", "a reference to `/etc/passwd`"},
      {"<use href=\"b.svg#c\"/>", "a reference to `b.svg#c`"},
      {"<a href=\"javascript:a()\"/>", "a reference to `javascript:a()`"},
      {"<rect fill=\"url(https://a.example/b)\"/>", "the attribute `fill`, which reaches out of the picture"},
      {"<rect style=\"fill:URL( '//a.example/b')\"/>",
       "the attribute `style`, which reaches out of the picture"},
      {"<rect style=\"fill:\\75rl(b)\"/>", "the attribute `style`, which reaches out of the picture"},
      {"<style>@import 'b.css';</style>", "a `style` that reaches out of the picture"},
      {"<style><![CDATA[a{src:image-set('b')}]]></style>", "a `style` that reaches out of the picture"},
  };
  for (const Case& c : cases) {
    INFO(c.inside);
    CHECK(Clean(c.inside).removed == std::vector<std::string>{c.removed});
  }
  const auto entities =
      Sanitised("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg><text>&a;</text></svg>");
  REQUIRE(entities);
  CHECK(entities->removed == std::vector<std::string>{"a document type of its own"});
  CHECK(entities->bytes.find("ENTITY") == std::string::npos);
}

TEST_CASE("a picture holds nothing that acts when it is read as HTML") {
  struct Case {
    const char* inside;
    const char* cleaned;
  };
  const Case cases[] = {
      {"<text><![CDATA[<b>]]></text>", "<text>&lt;b&gt;</text>"},
      {"<desc><style><![CDATA[</style><img src=x onerror=a()>]]></style></desc>", "<desc/>"},
      {"<title>A<g><style>a{}</style></g></title>", "<title>A</title>"},
      {"<style><![CDATA[</style><img src=x onerror=a()>]]></style><g/>", "<g/>"},
      {"<style>@imp<!-- -->ort 'b.css';</style><g/>", "<g/>"},
      {"<style>a{}<desc>@import 'b.css';</desc></style>", "<style>a{}</style>"},
      {"<text>a&#1;b</text>",
       "<text>a\xEF\xBF\xBD"
       "b</text>"},
      {"<rect class=\"a&#x2;\"/>", "<rect class=\"a\xEF\xBF\xBD\"/>"},
      {"<rect fill=\"#fff\" fill=\"url(b.svg)\"/>", "<rect fill=\"#fff\"/>"},
      {"<s:script xmlns:s=\"http://www.w3.org/2000/svg\">a()</s:script><g/>", "<g/>"},
      {"<use x:href=\"javascript:a()\" xmlns:x=\"http://www.w3.org/1999/xlink\"/>", "<use/>"},
  };
  for (const Case& c : cases) {
    INFO(c.inside);
    CHECK(Clean(c.inside).bytes == Svg(c.cleaned));
  }
}

TEST_CASE("a reference by xlink has its namespace, and no other") {
  const std::string closed =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" "
      "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use "
      "xlink:href=\"#a\"/></svg>";
  CHECK(Clean("<use xlink:href=\"#a\"/>").bytes == closed);
  CHECK(Clean("<use xlink:href=\"#a\" xmlns:xlink=\"urn:b\"/>").bytes == closed);
  CHECK(Sanitised(closed)->bytes == closed);
}

TEST_CASE("what an editor's program keeps for itself goes without a word") {
  const CleanSvg clean = Clean(
      "<!-- by hand --><metadata>x</metadata><i:view xmlns:i=\"urn:i\"/><g xmlns:i=\"urn:i\" "
      "i:label=\"Layer\"/>");
  CHECK(clean.removed.empty());
  CHECK(clean.bytes == Svg("<g/>"));
}

TEST_CASE("a picture that is drawn a million times over loses what repeats it") {
  std::string bomb = "<g id=\"a0\"><rect/></g>";
  for (int i = 1; i < 20; ++i) {
    bomb += fmt::format("<g id=\"a{0}\"><use href=\"#a{1}\"/><use href=\"#a{1}\"/><use href=\"#a{1}\"/></g>",
                        i, i - 1);
  }
  const CleanSvg clean = Clean(bomb);
  REQUIRE(clean.removed.size() == 1);
  CHECK(clean.removed.front().starts_with("every `use`"));
  CHECK(clean.bytes.find("<use") == std::string::npos);
  CHECK(Clean("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>").removed.size() == 1);
}

TEST_CASE("uses that show one another in a long row are taken out, in whatever order they stand") {
  const auto row = [](int count, bool backwards) {
    std::string text = "<rect id=\"a0\"/>";
    for (int i = 1; i <= count; ++i) {
      const std::string part = fmt::format("<g id=\"a{}\"><use href=\"#a{}\"/></g>", i, i - 1);
      text = backwards ? part + text : text + part;
    }
    return text;
  };
  for (const bool backwards : {false, true}) {
    CHECK(Clean(row(16, backwards)).removed.empty());
    for (const int count : {17, 400, 43'000}) {
      INFO(count);
      const CleanSvg clean = Clean(row(count, backwards));
      REQUIRE(clean.removed.size() == 1);
      CHECK(clean.removed.front().starts_with("every `use`"));
      CHECK(clean.bytes.find("<use") == std::string::npos);
    }
  }
}

TEST_CASE("what is no SVG fails") {
  for (const char* text :
       {"", "GIF89a", "<html/>", "<svg>", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>"}) {
    INFO(text);
    CHECK_FALSE(Sanitised(text));
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<g>";
  CHECK_FALSE(Sanitised("<svg>" + deep));
  for (int i = 0; i < 100'000; ++i) deep += "</g>";
  CHECK_FALSE(Sanitised("<svg>" + deep + "</svg>"));
}

TEST_CASE("a picture has an area, by its size or by what it draws") {
  const auto svg = [](std::string_view attributes, std::string_view inside) {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" {}>{}</svg>", attributes, inside);
  };
  for (const char* size : {"", "width=\"auto\"", "width=\"100%\" height=\"100%\"", "width=\"9\""}) {
    INFO(size);
    for (const char* nothing : {"", "<title>A</title>", "<g/>", "<defs><rect id=\"a\"/></defs>"}) {
      CHECK_FALSE(Sanitised(svg(size, nothing)));
    }
    CHECK(Sanitised(svg(size, "<g><rect width=\"3\" height=\"3\"/></g>")));
    CHECK(Sanitised(svg(size, "<text x=\"1\" y=\"9\">A</text>")));
  }
  for (const char* none :
       {"viewBox=\"0 0 0 9\"", "viewBox=\"0 0\"", "width=\"0\" height=\"9\"", "height=\"0.0px\""}) {
    INFO(none);
    CHECK_FALSE(Sanitised(svg(none, "<rect width=\"3\" height=\"3\"/>")));
  }
  for (const char* size :
       {"viewBox=\"0 0 9 9\"", "viewBox=\"-1,-1,.5,1e2\"", "width=\"9mm\" height=\"0.5in\""}) {
    INFO(size);
    CHECK(Sanitised(svg(size, "")));
  }
}

TEST_CASE("a picture has the size of its view box where it has none in figures") {
  const auto root = [](std::string_view attributes) {
    const std::string svg =
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" {}><rect width=\"3\" height=\"3\"/></svg>", attributes);
    const auto clean = Sanitised(svg);
    REQUIRE(clean);
    CHECK(clean->removed.empty());
    const std::size_t begin = clean->bytes.find("svg\"") + 4;
    return clean->bytes.substr(begin, clean->bytes.find('>') - begin);
  };
  CHECK(root("width=\"100%\" height=\"100%\" viewBox=\"0 0 200 100\"") == " viewBox=\"0 0 200 100\"");
  CHECK(root("width=\"100%\" viewBox=\"0 0 200 100\"") == " viewBox=\"0 0 200 100\"");
  CHECK(root("width=\"100%\" height=\"50\" viewBox=\"0 0 200 100\"") ==
        " height=\"50\" viewBox=\"0 0 200 100\" width=\"100\"");
  CHECK(root("width=\"10em\" viewBox=\"0 0 200 100\"") ==
        " width=\"10em\" viewBox=\"0 0 200 100\" height=\"5em\"");
  CHECK(root("width=\"auto\" height=\"1.5e1mm\" viewBox=\"0,0,30,90\"") ==
        " height=\"1.5e1mm\" viewBox=\"0,0,30,90\" width=\"5mm\"");
  CHECK(root("width=\"9mm\" height=\"0.5in\" viewBox=\"0 0 2 1\"") ==
        " width=\"9mm\" height=\"0.5in\" viewBox=\"0 0 2 1\"");
  CHECK(root("width=\"100%\"").empty());
}

}  // namespace
}  // namespace guidec
