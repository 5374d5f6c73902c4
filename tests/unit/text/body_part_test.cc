#include "text/body_part.h"

#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "text/phrase.h"

namespace guidec {
namespace body_part_test {

struct Part {
  std::string_view word;
  std::string_view shares_with;
};

// A word of each group, and the groups with which it may be the same place.
constexpr Part kParts[] = {
    {"head", "neck shoulder lats"},
    {"neck", "head shoulder arm biceps chest lats"},
    {"shoulder", "head neck arm biceps elbow chest lats"},
    {"arm", "neck shoulder biceps elbow forearm wrist hand chest lats"},
    {"biceps", "neck shoulder arm elbow forearm chest lats"},
    {"elbow", "shoulder arm biceps forearm wrist"},
    {"forearm", "arm biceps elbow wrist hand"},
    {"wrist", "arm elbow forearm hand"},
    {"hand", "arm forearm wrist"},
    {"chest", "neck shoulder arm biceps trunk lats"},
    {"belly", "waist trunk core pelvis hip buttock groin leg"},
    {"waist", "belly trunk core back pelvis hip buttock groin"},
    {"trunk", "chest belly waist core lats back pelvis hip buttock groin leg"},
    {"core", "belly waist trunk lats back pelvis hip buttock groin leg"},
    {"lats", "head neck shoulder arm biceps chest trunk core back"},
    {"back", "waist trunk core lats pelvis hip buttock"},
    {"pelvis", "belly waist trunk core back hip buttock groin thigh knee leg"},
    {"hip", "belly waist trunk core back pelvis buttock groin thigh knee leg"},
    {"buttock", "belly waist trunk core back pelvis hip groin leg"},
    {"groin", "belly waist trunk core pelvis hip buttock thigh knee leg"},
    {"thigh", "pelvis hip groin knee leg"},
    {"knee", "pelvis hip groin thigh shin calf leg ankle"},
    {"shin", "knee calf leg ankle foot"},
    {"calf", "knee shin leg ankle foot"},
    {"leg", "belly trunk core pelvis hip buttock groin thigh knee shin calf ankle foot"},
    {"ankle", "knee shin calf leg foot"},
    {"foot", "shin calf leg ankle"},
};

TEST_CASE("parts of the body overlap with their neighbours, and with no others") {
  for (const Part& part : kParts) {
    INFO(part.word);
    REQUIRE(RegionOf(part.word));
    std::string shares_with;
    for (const Part& other : kParts) {
      REQUIRE(RegionOf(other.word));
      const bool shares = (*RegionOf(part.word) & *RegionOf(other.word)) != 0;
      if (shares && part.word != other.word)
        shares_with += fmt::format("{}{}", shares_with.empty() ? "" : " ", other.word);
    }
    CHECK(shares_with == part.shares_with);
  }
}

TEST_CASE("a part has several names") {
  constexpr std::string_view kSame[][2] = {{"head", "nose"},    {"shoulder", "armpits"}, {"arm", "arms"},
                                           {"hand", "grip"},    {"thigh", "hamstrings"}, {"foot", "arches"},
                                           {"pelvis", "bowels"}};
  for (const auto& [one, other] : kSame) {
    INFO(one << " " << other);
    CHECK(RegionOf(one) == RegionOf(other));
  }
  for (const char* word : {"", "hea", "heads|face", "muscle", "Head"}) {
    INFO(word);
    CHECK_FALSE(RegionOf(word));
  }
}

// "2:knee 4:hip"
std::string Parts(std::string_view text) {
  const WordList list = LowerWords(text, "en");
  std::string parts;
  for (const MentionedPart& part : PartsIn(list.words)) {
    CHECK(part.region == *RegionOf(list.words[part.at]));
    parts += fmt::format("{}{}:{}", parts.empty() ? "" : " ", part.at, list.words[part.at]);
  }
  return parts;
}

TEST_CASE("a word that may mean something else is a part where it is someone's") {
  constexpr std::string_view kCases[][2] = {
      {"", ""},
      {"Bend your knee and hip.", "2:knee 4:hip"},
      {"knee", "0:knee"},
      {"Back up.", ""},
      {"Face the wall.", ""},
      {"Arch your back", "2:back"},
      {"your lower back", "2:back"},
      {"the upper back", "2:back"},
      {"their mid back, entire back and whole back", "2:back 4:back 7:back"},
      {"the back of your thigh", "4:thigh"},
      {"your back of the head", ""},
      {"the bottom, the seat, the grip, the arch, the arches, the head, the mouth and the core", ""},
      {"their face and your head", "1:face 4:head"},
      {"the foot of the stairs", "1:foot"},
  };
  for (const auto& [text, parts] : kCases) {
    INFO(text);
    CHECK(Parts(text) == parts);
  }
}

}  // namespace body_part_test
}  // namespace guidec
