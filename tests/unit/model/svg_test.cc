#include "model/picture/svg.h"

#include <algorithm>

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace guidec {
namespace svg_test {

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
    const std::string first = "<rect id=\"a0\"/>";
    std::string text = backwards ? "" : first;
    for (int i = 1; i <= count; ++i) {
      const int at = backwards ? count + 1 - i : i;
      text += fmt::format("<g id=\"a{}\"><use href=\"#a{}\"/></g>", at, at - 1);
    }
    return backwards ? text + first : text;
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

TEST_CASE("a style reaches out by each of these ways, and by no other") {
  for (const char* way :
       {"\\66", "b://c", "@import", "javascript:a", "vbscript:a", "expression(a)", "image(b)", "image-set(b)", "src(b)",
        "-moz-binding", "behavior:a", "url(b)", "url( 'b')", "url(\tb)", "url(", "url(#a) url(b)", "URL(b)"}) {
    INFO(way);
    CHECK(Clean(fmt::format("<g style=\"{}\"/>", way)).removed ==
          std::vector<std::string>{"the attribute `style`, which reaches out of the picture"});
    CHECK(Clean(fmt::format("<style>{}</style>", way)).removed ==
          std::vector<std::string>{"a `style` that reaches out of the picture"});
  }
  for (const char* way : {"url(#a) url( '#b' )", "url(\n#a)", "a: b", "import", "image", "src"}) {
    INFO(way);
    CHECK(Clean(fmt::format("<g style=\"{}\"/>", way)).removed.empty());
  }
}

TEST_CASE("a picture in a picture is PNG or JPEG, and what is told of it is short") {
  CHECK(Clean("<image href=\"data:image/jpeg;base64,AA\"/>").removed.empty());
  CHECK(Clean("<image xlink:href=\"#a\"/><use href=\"#\"/>").removed.empty());
  CHECK(Clean("<use href=\"data:image/png;base64,AA\"/>").removed ==
        std::vector<std::string>{"a reference to `data:image/png;base64,AA`"});
  const std::string address(41, 'a');
  CHECK(Clean(fmt::format("<use href=\"{}\"/>", address)).removed ==
        std::vector<std::string>{fmt::format("a reference to `{}`", address.substr(1))});
  CHECK(Clean("<g data-x=\"a\" aria-label=\"b\" onload=\"c\" onload=\"d\"/>").bytes ==
        Svg("<g aria-label=\"b\"/>"));
  CHECK(Clean("<script/><g onload=\"a\"/><set/>").removed ==
        std::vector<std::string>{"a `script`", "a `set`", "the attribute `onload`"});
  CHECK(Clean("<title><b/></title>").removed == std::vector<std::string>{"a `b` in a `title`"});
}

TEST_CASE("how deep and how often a picture is drawn has its bounds") {
  const auto nested = [](int levels) {
    std::string inside;
    for (int i = 0; i < levels; ++i) inside += "<g>";
    for (int i = 0; i < levels; ++i) inside += "</g>";
    return Sanitised(Svg(inside));
  };
  CHECK(nested(199));
  REQUIRE_FALSE(nested(200));
  CHECK(nested(200).error().message == "nested more than 200 levels deep");
  // The root, a group of a hundred elements, and 989 uses that draw it again.
  const auto drawn = [](int more) {
    std::string inside = "<g id=\"a\">";
    for (int i = 0; i < 99; ++i) inside += "<rect/>";
    inside += "</g>";
    for (int i = 0; i < 989; ++i) inside += "<use href=\"#a\"/>";
    for (int i = 0; i < more; ++i) inside += "<rect/>";
    return Clean(inside).removed;
  };
  CHECK(drawn(10).empty());
  CHECK(drawn(11) == std::vector<std::string>{"every `use`, which draw more than 100000 elements"});
  const auto row = [](int uses) {
    std::string inside = "<g id=\"a0\"><rect/></g>";
    for (int i = 1; i <= uses; ++i) inside += fmt::format("<g id=\"a{}\"><use href=\"#a{}\"/></g>", i, i - 1);
    return Clean(inside).removed;
  };
  CHECK(row(16).empty());
  CHECK(row(17) == std::vector<std::string>{"every `use`, more than 16 of which show the next"});
}

TEST_CASE("an effect that takes long to draw goes, and is told") {
  const auto removed = [](const std::string& effect) {
    const auto clean = Sanitised("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><filter id=\"f\">" + effect +
                                 "</filter><rect filter=\"url(#f)\" width=\"9\" height=\"9\"/></svg>");
    REQUIRE(clean);
    return clean->removed;
  };
  using Removed = std::vector<std::string>;
  for (const char* kept : {"<feTurbulence numOctaves=\"8\"/>", "<feMorphology radius=\"20\"/>",
                           "<feMorphology radius=\"2 20\"/>", "<feConvolveMatrix order=\"9 9\"/>",
                           "<feConvolveMatrix order=\"\"/>"}) {
    INFO(kept);
    CHECK(removed(kept).empty());
  }
  CHECK(removed("<feTurbulence numOctaves=\"9\"/>") == Removed{"a `feTurbulence` that takes too long to draw"});
  for (const char* radius : {"21", "1 21", "1,900"}) {
    INFO(radius);
    CHECK(removed(std::string("<feMorphology radius=\"") + radius + "\"/>") ==
          Removed{"a `feMorphology` that takes too long to draw"});
  }
  CHECK(removed("<feConvolveMatrix order=\"200\"/>") == Removed{"a `feConvolveMatrix` that takes too long to draw"});
  std::string many;
  for (int i = 0; i < 100; ++i) many += "<feFlood/>";
  CHECK(removed(many).empty());
  CHECK(removed(many + "<feFlood/>") == Removed{"a `feFlood` that takes too long to draw"});
}

TEST_CASE("a reference by any prefix is told, an id stands once, and a file is one picture") {
  const std::string open = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:y=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";
  const auto clean = Sanitised(open + "<image y:href=\"http://a.example/a.png\"/><g id=\"a\"><rect id=\"b\"/></g><g id=\"a\"/></svg>");
  REQUIRE(clean);
  CHECK(clean->removed == std::vector<std::string>{"a reference to `http://a.example/a.png`"});
  CHECK_THAT(clean->bytes, Catch::Contains("<image/><g id=\"a\"><rect id=\"b\"/></g><g/></svg>"));
  const auto two = Sanitised(open + "<rect/></svg>" + open + "<rect/></svg>");
  REQUIRE_FALSE(two);
  CHECK(two.error().message == "no XML: it holds two pictures");
}

TEST_CASE("what is no SVG says why") {
  const auto fault = [](std::string_view text) {
    const auto clean = Sanitised(text);
    return clean ? "" : clean.error().message;
  };
  CHECK(fault("<html/>") == "no SVG, whose first element is `svg`");
  CHECK(fault("<svg>").starts_with("no XML: "));
  CHECK(fault("<svg/>") == "no picture, without a size and without anything drawn");
  const auto with = [&](std::string_view attributes, std::string_view inside) {
    return fault(fmt::format("<svg {}>{}</svg>", attributes, inside)).empty();
  };
  for (const char* drawn :
       {"circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "text", "use"}) {
    INFO(drawn);
    const std::string element = fmt::format("<{}/>", drawn);
    CHECK(with("", element));
    CHECK(with("", "<g/><g>" + element + "</g>"));
    for (const char* hidden : {"clipPath", "defs", "marker", "mask", "pattern", "symbol"}) {
      CHECK_FALSE(with("", fmt::format("<{0}>{1}</{0}>", hidden, element)));
    }
  }
  CHECK_FALSE(with("", "<g/>"));
  CHECK(with("width=\"0.5\" height=\"9\"", ""));
  CHECK_FALSE(with("width=\"9\" height=\"-1\"", ""));
  CHECK_FALSE(with("width=\"9\" height=\"5%\"", ""));
  CHECK_FALSE(with("viewBox=\"0 0 9 0\"", ""));
  CHECK_FALSE(with("viewBox=\"0 0 -9 9\"", ""));
  CHECK_FALSE(with("viewBox=\"0 0 9 0\" width=\"9\" height=\"9\"", "<rect/>"));
  CHECK(Sanitised("<!-- a --><svg viewBox=\"0 0 9 9\"/>")->bytes ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
  CHECK(Sanitised("<!DOCTYPE svg><svg viewBox=\"0 0 9 9\"/>")->removed.empty());
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

}  // namespace svg_test
}  // namespace guidec
