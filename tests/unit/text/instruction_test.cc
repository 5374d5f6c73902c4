#include "text/instruction.h"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace guidec {
namespace {

struct Case {
  std::string_view sentence;
  std::string_view found;  // "-" for nothing
};

std::string Text(std::string_view sentence, const std::optional<Piece>& piece) {
  return piece ? std::string(sentence.substr(piece->begin, piece->end - piece->begin)) : "-";
}

TEST_CASE("a subject opens what is no instruction") {
  constexpr Case kCases[] = {
      {"", "-"},
      {"Lift your hips.", "-"},
      {"Slowly lift your hips.", "-"},
      {"Then hold still.", "-"},
      {"With your knees bent, lift your hips.", "-"},
      {"As you breathe out, push up.", "-"},
      {"Standing tall, raise your arms.", "-"},
      {"Face the wall.", "-"},
      {"Back up to the wall.", "-"},
      {"This time lift the other leg.", "-"},
      {"Your knees bent, lower your hips.", "-"},
      {"Each side in turn: lift the leg.", "-"},
      {"Your knees are bent.", "Your"},
      {"Now your knees are bent.", "your"},
      {"You can use a wall, with your feet apart.", "You"},
      {"Feet flat on the floor.", "Feet"},
      {"This is the start position.", "This"},
      {"The other side.", "The"},
  };
  for (const Case& c : kCases) {
    INFO(c.sentence);
    CHECK(Text(c.sentence, FindLeadingSubject(c.sentence)) == c.found);
  }
}

TEST_CASE("a passive is found in a main clause only") {
  constexpr Case kCases[] = {
      {"", "-"},
      {"Lift your hips.", "-"},
      {"The bar should be held low.", "should be held"},
      {"The bar must then be slowly lowered.", "must then be slowly lowered"},
      {"Lift the bar, it should not be dropped.", "should not be dropped"},
      {"The leg is lifted.", "is lifted"},
      {"The leg is then stretched out.", "-"},
      {"The leg is then dropped.", "is then dropped"},
      {"The bar is being held.", "is being held"},
      {"The bar is to be held.", "is to be held"},
      {"Your knees are bent.", "-"},
      {"Your knees should be slightly bent.", "-"},
      {"Rest until the leg is lifted.", "-"},
      {"Make sure that the bar is pressed down.", "-"},
      {"You should be tired.", "-"},
      {"This should be easy.", "-"},
      {"You can feel relaxed.", "-"},
  };
  for (const Case& c : kCases) {
    INFO(c.sentence);
    CHECK(Text(c.sentence, FindPassive(c.sentence)) == c.found);
  }
}

TEST_CASE("a passive of running text is found in any clause, and a state is none") {
  constexpr Case kCases[] = {
      {"", "-"},
      {"The exercises are divided into groups.", "are divided"},
      {"They have been chosen with care.", "have been chosen"},
      {"Rest until the cause is found.", "is found"},
      {"It is most commonly caused by strain.", "is most commonly caused"},
      {"Bed rest isn\u2019t recommended.", "isn\u2019t recommended"},
      {"Ice can also be used.", "can also be used"},
      {"You may be seen sooner.", "may be seen"},
      {"The muscle may be strained or overused.", "-"},
      {"Your muscles are tired, and your knee is bent.", "-"},
      {"The pain is related to your sleep.", "-"},
      {"You are used to running.", "-"},
      {"When you are done, rest.", "-"},
      {"There is a need for rest.", "-"},
      {"The lounger is red.", "-"},
      {"Contract until your biceps are fully contracted.", "-"},
      {"Run slowly. It has helped.", "-"},
  };
  for (const Case& c : kCases) {
    INFO(c.sentence);
    CHECK(Text(c.sentence, FindPassiveInProse(c.sentence)) == c.found);
  }
}

}  // namespace
}  // namespace guidec
