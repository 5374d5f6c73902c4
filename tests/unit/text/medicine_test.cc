#include "text/medicine.h"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace guidec {
namespace medicine_test {

std::string Medicine(std::string_view text) {
  const WordList list = LowerWords(text, "en");
  const auto match = FindMedicine(list.words);
  if (!match) return "-";
  const Piece piece = list.PieceOf(match->begin, match->end);
  return std::string(text.substr(piece.begin, piece.end - piece.begin));
}

TEST_CASE("a medicine is found by its name or its kind") {
  constexpr std::string_view kCases[][2] = {
      {"", "-"},
      {"Take ibuprofen.", "ibuprofen"},
      {"metamizole", "metamizole"},
      {"Codeine helps", "Codeine"},
      {"some fentanyl", "fentanyl"},
      {"methotrexate", "methotrexate"},
      {"a cortisone shot", "cortisone"},
      {"baclofen or warfarin", "baclofen"},
      {"an NSAID", "NSAID"},
      {"a painkiller", "painkiller"},
      {"a pain reliever", "pain reliever"},
      {"pain tablets", "pain tablets"},
      {"an anti-inflammatory gel", "anti-inflammatory gel"},
      {"pain-relieving cream", "pain-relieving cream"},
      {"muscle relaxants", "muscle relaxants"},
      {"blood thinners", "blood thinners"},
      {"a steroid injection", "steroid injection"},
      {"your medication", "medication"},
      {"Drugs help.", "Drugs"},
      {"medicine", "medicine"},
      {"Take the medicine", "medicine"},
      {"Take medicine now", "medicine"},
      {"the best pain medicine", "pain medicine"},
      {"good drugs", "drugs"},
      {"drugs free", "drugs"},
      {"a muscle relaxes", "-"},
  };
  for (const auto& [text, found] : kCases) {
    INFO(text);
    CHECK(Medicine(text) == found);
  }
}

TEST_CASE("a field of medicine and a ball are no medicine") {
  for (const std::string field : {"sports", "sport", "family", "emergency", "internal", "physical", "good",
                                  "rehabilitation", "lifestyle", "best", "of", "alternative", "chinese"}) {
    INFO(field);
    CHECK(Medicine(field + " medicine") == "-");
    CHECK(Medicine(field + " medicine and ibuprofen") == "ibuprofen");
  }
  for (const std::string thing : {"ball", "balls", "cabinet", "store", "free"}) {
    INFO(thing);
    CHECK(Medicine("a medicine " + thing) == "-");
    CHECK(Medicine("a medicine " + thing + ", then medicine") == "medicine");
  }
}

}  // namespace medicine_test
}  // namespace guidec
