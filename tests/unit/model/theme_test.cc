#include "model/content/theme.h"

#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "model/read/load.h"
#include "schema/shape.h"

namespace guidec {
namespace theme_test {

TEST_CASE("contrast is WCAG's") {
  CHECK(ContrastRatio("#000000", "#ffffff") == Approx(21));
  CHECK(ContrastRatio("#ffffff", "#000000") == Approx(21));
  CHECK(ContrastRatio("#777777", "#777777") == Approx(1));
  // The greys on either side of 4.5 to 1, as WCAG's checkers give them.
  CHECK(ContrastRatio("#767676", "#ffffff") == Approx(4.54).margin(0.005));
  CHECK(ContrastRatio("#777777", "#FFFFFF") == Approx(4.48).margin(0.005));
  CHECK(ContrastRatio("#ff0000", "#ffffff") == Approx(4.00).margin(0.005));
}

TEST_CASE("guidec's own colours keep WCAG's enhanced contrast") {
  const Theme theme;
  for (const ColourPair& pair : kColourPairs) {
    INFO(pair.ink << " on " << pair.ground);
    CHECK(ContrastRatio(theme.Colour(pair.ink), theme.Colour(pair.ground)) >= (pair.is_text ? 7 : 3));
  }
}

TEST_CASE("the schema describes every colour with its default") {
  const auto schema = nlohmann::json::parse(SchemaText("workspace"));
  const auto& described = schema.at("properties").at("theme").at("properties").at("colours").at("properties");
  CHECK(described.size() == std::size(kThemeColours));
  for (const ThemeColour& colour : kThemeColours) {
    INFO(colour.name);
    REQUIRE(described.contains(std::string(colour.name)));
    CHECK(described.at(std::string(colour.name)).at("default") == colour.otherwise);
  }
}

TEST_CASE("a theme is laid over the one that it extends, and its paths start from its file") {
  Sources sources;
  const Library library = LoadTexts(
      {{"w/guidec.yaml",
        "name: x\nextends: ../house/style.yaml\ntheme:\n  clinic: Ours\n"
        "  colours: {accent: \"#3b2a6b\", text: red}\n  templates: mine\n"}},
      "w",
      [](const fs::path& path) -> Result<std::string> {
        if (path != "house/style.yaml") return Failure("no such file");
        return "theme:\n  clinic: House\n  footer: Ask us.\n  font: Lato\n"
               "  logo: {file: logo.svg, alt: House}\n  colours: {accent: \"#112233\", tint: \"#eeeeee\"}\n";
      },
      sources);
  const Theme& theme = library.workspace.theme;
  CHECK(theme.clinic == "Ours");
  CHECK(theme.footer == "Ask us.");
  CHECK(theme.font == "Lato");
  REQUIRE(theme.logo);
  CHECK(theme.logo->path == "house/logo.svg");
  REQUIRE(theme.templates);
  CHECK(theme.templates->path == "w/mine");
  CHECK(theme.Colour("accent") == "#3b2a6b");
  CHECK(theme.Colour("tint") == "#eeeeee");
  CHECK(theme.Colour("text") == "#1d2a31");  // `red` is none, which the schema says
  CHECK(theme.Colour("white") == "#ffffff");
}

}  // namespace theme_test
}  // namespace guidec
