#include "emit/epub/cover.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "support/golden.h"

namespace guidec {
namespace cover_test {

CoverWords Titled(const std::string& title, const std::string& subtitle = {}) {
  return {.eyebrow = "Exercise guide",
          .title = title,
          .subtitle = subtitle,
          .closing = {"A. Writer"},
          .language = "en"};
}

std::string Repeated(const std::string& word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += (i == 0 ? "" : " ") + word;
  return text;
}

// The lines of a cover, each with its baseline and size.
std::string LinesOf(const CoverWords& words) {
  pugi::xml_document document;
  REQUIRE(document.load_string(CoverSvg(words).c_str()));
  std::string lines;
  for (const pugi::xml_node node : document.child("svg").children("text")) {
    lines += fmt::format("{} {} {}\n", node.attribute("y").value(), node.attribute("font-size").value(),
                         node.text().get());
  }
  return lines;
}

TEST_CASE("a cover is drawn whole, and turned round for a language that is read from the right") {
  CoverWords words = Titled("Hip pain & you", "Why it hurts");
  words.closing = {
      "A. Writer", "Version 1.0.0",
      "Reviewed by many people whose names stand in a line that is longer than the page is wide"};
  CheckGolden("emit/epub/cover.svg", CoverSvg(words));
  words.language = "ar";
  CheckGolden("emit/epub/cover-from-the-right.svg", CoverSvg(words));
}

TEST_CASE("a title takes the largest size in which it fits its lines, and is cut where none fits") {
  std::string covers;
  const auto add = [&](const std::string& title, const std::string& subtitle = {}) {
    covers += LinesOf(Titled(title, subtitle)) + "\n";
  };
  for (const int words : {1, 2, 5, 6, 7, 8, 9, 10, 11, 15, 16, 25, 48, 49, 60}) {
    add(Repeated("stretching", words));
  }
  for (const int words : {15, 16, 20, 21, 25, 26}) add(Repeated("hip", words));
  for (const std::size_t letters : {12U, 13U, 14U, 15U, 17U, 18U, 22U, 29U, 30U, 60U}) add(std::string(letters, 'm') + " it");
  for (const int words : {2, 3, 9, 12, 15, 18, 20, 25, 30, 40}) add("Hips", Repeated("stretching", words));
  add("髂腰肌伸展运动指南以及跑步者的疼痛", "髂腰肌伸展运动指南以及跑步者的疼痛 and more");
  add(Repeated("é", 30) + std::string(2, 'x') + "ééééééééééééééééééééééééééééééééééééééé");
  CheckGolden("emit/epub/covers.txt", covers);
}

TEST_CASE("what a cover says is told in sentences") {
  const struct {
    std::string title, subtitle;
    std::vector<std::string> closing;
    std::string text;
  } cases[] = {
      {"Hips", "", {}, "Hips."},
      {"Hips.", "", {}, "Hips."},
      {"Hips?",
       "Why they hurt!",
       {"A. Writer.", "", "Version 1"},
       "Hips? Why they hurt! A. Writer. Version 1."},
      {"", "Legs", {}, "Legs."},
  };
  for (const auto& [title, subtitle, closing, text] : cases) {
    CoverWords words = Titled(title, subtitle);
    words.closing = closing;
    CHECK(CoverAlternative(words) == text);
  }
}

}  // namespace cover_test
}  // namespace guidec
