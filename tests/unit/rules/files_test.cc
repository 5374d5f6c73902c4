// What rules say of whole files: what they lack, and where their schemas lie.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "diag/edits.h"
#include "lint/runner.h"
#include "model/read/load.h"
#include "rules/registry.h"

namespace guidec {
namespace files_test {

// What the rule says of the files below `clinic`, each finding with what its fix writes.
std::string Told(std::string_view rule, std::vector<NamedText> texts) {
  const Rule* const rules[] = {FindRule(rule)};
  REQUIRE(rules[0] != nullptr);
  Sources sources;
  Library library = LoadTexts(
      std::move(texts), "clinic", [](const std::string&) { return std::string(); }, sources);
  library.faults.clear();
  std::string told;
  for (const Diagnostic& finding : Lint(library, rules, "2026-11-22")) {
    const Source& source = sources[finding.span.source];
    told += fmt::format("{}: {}\n", source.path(), finding.message);
    if (finding.fix) told += fmt::format("  {}\n", Apply(source, finding.fix->edits));
  }
  return told;
}

constexpr std::string_view kNone = "no line names the schema with which editors complete and check keys";

TEST_CASE("the schemas lie where guidec.yaml says, or beside the workspace") {
  const auto told = [](std::vector<NamedText> texts) { return Told("missing-modeline", std::move(texts)); };
  CHECK(told({{"clinic/guidec.yaml",
               "# yaml-language-server: $schema=https://a.org/v1/workspace.schema.json\nname: A\n"},
              {"clinic/exercises/one.yaml", "id: one\n"},
              {"clinic/exercises/two.yaml",
               "# yaml-language-server: $schema=https://b.org/v2/exercise.schema.json\nid: two\n"},
              {"clinic/exercises/three.yaml", "# yaml-language-server: $schema=../exercise.schema.json\nid: three\n"},
              {"clinic/exercises/four.yaml", "# yaml-language-server: $schema=guide.schema.json\nid: four\n"}}) ==
        fmt::format("clinic/exercises/four.yaml: a file in this place is of kind `exercise`, and this names another "
                    "schema; write `https://a.org/v1/exercise.schema.json`\n"
                    "  # yaml-language-server: $schema=https://a.org/v1/exercise.schema.json\nid: four\n\n"
                    "clinic/exercises/one.yaml: {}; put `# yaml-language-server: "
                    "$schema=https://a.org/v1/exercise.schema.json` first\n"
                    "  # yaml-language-server: $schema=https://a.org/v1/exercise.schema.json\nid: one\n\n",
                    kNone));
  CHECK(told({{"clinic/guidec.yaml",
               "# yaml-language-server: $schema=schemas/workspace.schema.json\nname: A\n"},
              {"clinic/exercises/one.yaml",
               "# yaml-language-server: $schema=../schemas/exercise.schema.json\nid: one\n"},
              {"clinic/exercises/two.yaml",
               "# yaml-language-server: $schema=./../schemas/exercise.schema.json\nid: two\n"},
              {"clinic/exercises/three.yaml", "# yaml-language-server: $schema=exercise.schema.json\nid: three\n"},
              {"clinic/exercises/four.yaml",
               "# yaml-language-server: $schema=https://b.org/exercise.schema.json\nid: four\n"}}) ==
        "clinic/exercises/three.yaml: the schema does not lie there; write `../schemas/exercise.schema.json`\n"
        "  # yaml-language-server: $schema=../schemas/exercise.schema.json\nid: three\n\n");
  CHECK(told({{"clinic/guidec.yaml", "name: A\n"},
              {"clinic/exercises/one.yaml", "\xEF\xBB\xBFid: one\n"}}) ==
        fmt::format("clinic/exercises/one.yaml: {0}; put `# yaml-language-server: "
                    "$schema=../../schema/exercise.schema.json` first\n"
                    "  \xEF\xBB\xBF# yaml-language-server: $schema=../../schema/exercise.schema.json\nid: one\n\n"
                    "clinic/guidec.yaml: {0}; put `# yaml-language-server: $schema=../schema/workspace.schema.json` "
                    "first\n"
                    "  # yaml-language-server: $schema=../schema/workspace.schema.json\nname: A\n\n",
                    kNone));
  CHECK(told({{"clinic/exercises/one.yaml", "id: one\n"},
              {"clinic/exercises/two.yaml", "# yaml-language-server: $schema=guide.schema.json\nid: two\n"}}) ==
        fmt::format("clinic/exercises/one.yaml: {}\n"
                    "clinic/exercises/two.yaml: a file in this place is of kind `exercise`, and this names another "
                    "schema\n",
                    kNone));
}

TEST_CASE("a file without a key lacks nothing that it is to have") {
  for (const std::string_view rule : {"no-disclaimer", "no-red-flags", "review-date", "no-stop-rule", "no-language",
                                      "unasked-section", "missing-alternative-text", "exercise-without-picture"}) {
    INFO(rule);
    CHECK(Told(rule, {{"clinic/guidec.yaml", "# nothing\n"},
                      {"clinic/exercises/one.yaml", "# nothing\n"},
                      {"clinic/guides/hips/guide.yaml", "# nothing\n"},
                      {"clinic/guides/hips/quiz.yaml", "# nothing\n"}}) == "");
  }
}

TEST_CASE("a workspace has to name its language where a text has none of its own") {
  const auto told = [](std::string_view path, std::string_view text) {
    return Told("no-language", {{"clinic/guidec.yaml", "name: A\n"},
                                {"clinic/guides/hips/guide.yaml", "id: hips\nlanguage: en-US\n"},
                                {"clinic/" + std::string(path), std::string(text)}}) != "";
  };
  CHECK(told("exercises/one.yaml", "id: one\nname: One\n"));
  CHECK(told("glossary.yaml", "terms:\n  hip: {term: hip, meaning: a joint}\n"));
  CHECK(told("guides/knees/guide.yaml", "id: knees\n"));
  CHECK_FALSE(told("guides/knees/guide.yaml", "id: knees\nlanguage: en-GB\n"));
}

TEST_CASE("an exercise lacks a picture that others of its guides have, once") {
  const auto told = [](std::string_view figures) {
    const std::string guide = "title: A\nsections: [{id: a, title: A, body: [exercises: [one, two]]}]\n";
    return Told("exercise-without-picture", {{"clinic/guidec.yaml", "name: A\nlanguage: en-US\n"},
                                             {"clinic/exercises/one.yaml", "id: one\n"},
                                             {"clinic/exercises/two.yaml", fmt::format("id: two\n{}", figures)},
                                             {"clinic/guides/hips/guide.yaml", "id: hips\n" + guide},
                                             {"clinic/guides/knees/guide.yaml", "id: knees\n" + guide}});
  };
  CHECK(told("") == "");
  CHECK(told("figures: [{id: hold, pose: standing}]\n") ==
        "clinic/exercises/one.yaml: exercise `one` has no picture, and others of its guide have; add `figures` with "
        "its start and its hold\n");
}

TEST_CASE("a drawn figure is described in the languages that guidec writes") {
  const auto told = [](std::string_view language) {
    return Told("missing-alternative-text",
                {{"clinic/guidec.yaml", fmt::format("name: A\nlanguage: {}\n", language)},
                 {"clinic/exercises/one.yaml", "id: one\nfigures: [{id: hold, pose: standing}]\n"}}) != "";
  };
  CHECK_FALSE(told("en-US"));
  CHECK(told("cs"));
}

}  // namespace files_test
}  // namespace guidec
