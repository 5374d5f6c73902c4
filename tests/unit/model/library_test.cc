#include <algorithm>

#include "model/content/library.h"

#include <catch2/catch.hpp>

#include "lint/example.h"
#include "model/prose/named_exercises.h"

namespace guidec {
namespace library_test {

std::string Due(const std::string& reviewed, const std::string& every) {
  Guide guide;
  if (const auto day = ReadDay(reviewed)) guide.reviewed = {*day, {}};
  if (const auto interval = ReadInterval(every)) guide.review_every = {*interval, {}};
  return ReviewDue(guide).value_or("none");
}

TEST_CASE("a review is due after its months or years, at the latest on a month's last day") {
  CHECK(Due("2026-11-22", "24 months") == "2028-11-22");
  CHECK(Due("2026-11-22", "1 year") == "2027-11-22");
  CHECK(Due("2024-02-29", "12 months") == "2025-02-28");
  CHECK(Due("2026-08-31", "6 months") == "2027-02-28");
  CHECK(Due("2026-11-22", "") == "none");
  CHECK(Due("", "24 months") == "none");
}

TEST_CASE("a guide's terms are those it targets or names, by whole words") {
  Sources sources;
  const Library library = LoadExample("glossary.yaml", R"yaml(terms:
  hip-flexors: {term: hip flexors, meaning: muscles}
  sign: {term: sign, meaning: a mark}
  ox: {term: ox, meaning: an animal}
  rest: {term: Rest, meaning: a pause}
)yaml",
                                      sources);
  std::vector<std::string> ids;
  for (const Term* term : library.guides.front().terms) ids.push_back(term->id.value);
  CHECK(ids == std::vector<std::string>{"hip-flexors", "rest", "sign"});
}

TEST_CASE("a term is named by itself or its plural, and not by a part of a word") {
  const NamedText pieces[] = {
      {"glossary.yaml", R"yaml(terms:
  ax: {term: Ax, meaning: x}
  box: {term: box, meaning: x}
  glute: {term: glute, meaning: x}
  inner: {term: lute, meaning: x}
  last: {term: nerve, meaning: x}
  later: {term: disc, meaning: x}
  open: {term: musc, meaning: x}
  nameless: {meaning: x}
)yaml"},
      {"guides/hips/guide.yaml",
       "subtitle: The GLUTES and axes of boxing muscles\ndisclaimer: Discuss a disc, and each nerve\n"}};
  Sources sources;
  const Library library = LoadExample(pieces, sources);
  std::string ids;
  for (const Term* term : library.guides.front().terms) ids += term->id.value + " ";
  CHECK(ids == "ax later glute last ");
}

TEST_CASE("a guide without references has no document of them") {
  Sources sources;
  const Library library = LoadExample("guides/feet/guide.yaml",
                                      "# yaml-language-server: $schema=../../../schema/guide.schema.json\nid: feet\n", sources);
  CHECK(library.guides.front().id.value == "feet");
  CHECK(library.guides.front().references_document == nullptr);
  CHECK(library.guides.back().references_document != nullptr);
}

TEST_CASE("an exercise is named by its words, or by a link to it") {
  Sources sources;
  const Library library = LoadExample("guides/hips/guide.yaml",
                                      "main-message: \"Do [this one](#plank), [that](#symptoms), not [it](x#).\"\n"
                                      "disclaimer: Do the Hip Stretch.\n", sources);
  const ExerciseNames names(library, "en");
  CHECK(names.NamedIn(library.guides.front().main_message) == std::set<std::string>{"plank"});
  CHECK(names.NamedIn(library.guides.front().disclaimer) == std::set<std::string>{"hip-stretch"});
}

TEST_CASE("every piece of prose is met once") {
  Sources sources;
  const Library library = LoadExample("exercises/plank.yaml", "sides: together\n", sources);
  std::vector<const Node*> nodes;
  for (const ProseUse& use : library.prose) {
    CHECK(std::find(nodes.begin(), nodes.end(), use.prose->node) == nodes.end());
    nodes.push_back(use.prose->node);
  }
  CHECK(nodes.size() == 40);
}

}  // namespace library_test
}  // namespace guidec
