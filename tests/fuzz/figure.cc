// An exercise's figures, each drawn and all in a row: XML that can be read, without a number that is none.
#include <pugixml.hpp>

#include "fuzz/target.h"
#include "lint/example.h"
#include "model/picture/figure.h"

namespace guidec {
namespace {

void RequireSvg(const std::string& svg) {
  pugi::xml_document document;
  Require(static_cast<bool>(document.load_string(svg.c_str())), "an SVG that is no XML");
  for (const pugi::xpath_node& node : document.select_nodes("//@*")) {
    const std::string_view value = node.attribute().value();
    Require(value.find("nan") == std::string_view::npos && value.find("inf") == std::string_view::npos,
            value);
  }
}

}  // namespace
}  // namespace guidec

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  Sources sources;
  const Library library = LoadExample(PiecesOf(TextOf(data, size)), sources);
  const FigureColours colours = ColoursOf(library.workspace.theme);
  for (const Exercise& exercise : library.exercises) {
    for (const Picture& picture : exercise.pictures) {
      if (picture.figure) RequireSvg(FigureSvg(exercise, picture, colours));
    }
    RequireSvg(StripSvg(exercise, colours));
  }
  return 0;
}
