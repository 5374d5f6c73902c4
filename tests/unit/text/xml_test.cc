#include "text/xml.h"

#include <catch2/catch.hpp>

namespace guidec {
namespace xml_test {

TEST_CASE("what is well-formed XML has no fault") {
  for (const char* xml :
       {"<a/>", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<a b=\"c &quot; &#x20AC; &lt;\">&amp;<!-- d --><![CDATA[<]]></a>",
        "<a xmlns:b=\"urn:b\" b:c=\"1\" c=\"2\" xml:lang=\"en\"/>", "<a id=\"x\"><b id=\"y\"/></a>"}) {
    INFO(xml);
    CHECK_FALSE(FaultInXml(xml, XmlIds::kUnique));
  }
}

TEST_CASE("a fault in XML has its line") {
  struct Case {
    const char* xml;
    std::uint64_t line;
  };
  for (const auto& [xml, line] : std::vector<Case>{{"", 1},
                                                   {"<a>", 1},
                                                   {"<a>\n\x01</a>", 2},
                                                   {"<a>&#1;</a>", 1},
                                                   {"<a>\xEF\xBF\xBE</a>", 1},
                                                   {"<a>\xED\xA0\x80</a>", 1},
                                                   {"<a>\xFF</a>", 1},
                                                   {"<a b=\"1\" b=\"2\"/>", 1},
                                                   {"<a\n\nb:c=\"1\"/>", 1},
                                                   {"<a>]]></a>", 1},
                                                   {"<a b=\"<\"/>", 1},
                                                   {"<a><!-- -- --></a>", 1},
                                                   {"<a>\n&nbsp;</a>", 2},
                                                   {"<a/>\n<b/>", 2},
                                                   {"<!DOCTYPE a PUBLIC \"x\" \"file:///etc/passwd\">\n<a>&nbsp;</a>", 2},
                                                   {"<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", 1},
                                                   {"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", 1}}) {
    INFO(xml);
    const auto fault = FaultInXml(xml, XmlIds::kAny);
    REQUIRE(fault);
    CHECK(fault->line == line);
    CHECK_FALSE(fault->message.empty());
  }
}

TEST_CASE("an id that stands twice is a fault where ids are to be unique") {
  const char* xml = "<a id=\"x\">\n<b id=\"x\"/></a>";
  CHECK_FALSE(FaultInXml(xml, XmlIds::kAny));
  const auto fault = FaultInXml(xml, XmlIds::kUnique);
  REQUIRE(fault);
  CHECK(fault->line == 2);
  CHECK(fault->message == "the id `x` stands twice");
}

TEST_CASE("what is wrong with XML is said by its name") {
  const auto message = [](const char* xml) {
    const auto fault = FaultInXml(xml, XmlIds::kUnique);
    return fault ? fault->message : std::string("-");
  };
  CHECK(message("<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"e\">]><a/>") == "the entity `b` is declared");
  CHECK(message("<!DOCTYPE a PUBLIC \"x\" \"y\"><a>&nbsp;&b;</a>") ==
        "the entity `nbsp` is none of XML's own");
  CHECK(message("<a><b id=\"y\"/><c x=\"1\" id=\"y\"/><d id=\"y\"/></a>") == "the id `y` stands twice");
  CHECK(message("<a>") == "no element found");
  CHECK(message("<a xmlns:b=\"c\" b:id=\"x\"><d b:id=\"x\" id=\"x\"/></a>") == "-");
  CHECK(message("<a x=\"y\" z=\"y\"><b x=\"y\"/></a>") == "-");
}

}  // namespace xml_test
}  // namespace guidec
