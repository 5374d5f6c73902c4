// The bundle, its stream, the view for other apps and Pandoc's tree, of the workspace of an input, in both
// editions, of each guide that a build would make. Whatever the sources hold, no raw markup and no script
// comes out.
#include <array>
#include <string>

#include <nlohmann/json.hpp>

#include "delivery/plan.h"
#include "emit/json/bundle.h"
#include "emit/json/free_exercise_db.h"
#include "emit/json/stream.h"
#include "emit/pandoc/ast.h"
#include "fuzz/target.h"
#include "lint/example.h"
#include "schema/shape.h"

namespace guidec {
namespace {

// Pandoc's nodes name their type `t`, those of mdast `type`.
void RequireClosed(const nlohmann::ordered_json& value) {
  if (value.is_object()) {
    const auto is = [&](const char* key, std::string_view type) {
      const auto found = value.find(key);
      return found != value.end() && found->is_string() && found->get_ref<const std::string&>() == type;
    };
    Require(!is("t", "RawBlock") && !is("t", "RawInline") && !is("type", "html"), "raw markup in an output");
    if (const auto url = value.find("url"); url != value.end() && url->is_string()) {
      Require(!url->get_ref<const std::string&>().starts_with("javascript:"), "a script in a link");
    }
  }
  if (value.is_structured()) {
    for (const auto& item : value) RequireClosed(item);
  }
}

}  // namespace
}  // namespace guidec

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  Sources sources;
  const Library library = LoadExample(PiecesOf(TextOf(data, size)), sources);
  const std::array formats = {std::string("json")};
  const std::array editions = {Edition::kLearner, Edition::kInstructor};
  for (const Guide& guide : library.guides) {
    if (!PlanOf(library, guide, formats, editions)) continue;
    const GuideView view(library, guide);
    for (const Edition edition : editions) {
      const auto bundle = Bundle(view, {.edition = edition});
      RequireClosed(bundle);
      // What sources with errors make may lack something; a build then says so and ends.
      FirstViolation(bundle.dump(), "bundle");
      Require(!StreamOf(bundle).empty(), "an empty stream");
      const auto document = PandocDocument(view, {.edition = edition});
      RequireClosed(document);
      Require(!document.dump().empty(), "an empty document");
    }
    if (const auto exercises = FreeExerciseDb(library, guide))
      Require(!exercises->dump().empty(), "no exercises");
  }
  return 0;
}
