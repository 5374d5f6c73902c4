#include "emit/json/bundle.h"

#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "emit/json/stream.h"
#include "lint/example.h"
#include "model/read/load.h"
#include "support/golden.h"

namespace guidec {
namespace bundle_test {

using Json = nlohmann::ordered_json;

// A workspace below tests/ with one guide.
struct Workspace {
  explicit Workspace(const std::string& path) {
    const Disk disk;
    auto loaded = LoadWorkspace(disk, GUIDEC_PROJECT "/tests/" + path, sources);
    REQUIRE(loaded);
    library = std::move(loaded->library);
    REQUIRE(library.guides.size() == 1);
  }
  Json BundleOf(Edition edition) const {
    return Bundle(GuideView(library, library.guides.front()),
                  {edition, "guidec", {{"pictures/a.png", "image/png", 7, "0a"}}});
  }
  Sources sources;
  Library library;
};

Json BundleOfExample(std::string_view file, std::string_view yaml) {
  Sources sources;
  const Library library = LoadExample(file, yaml, sources);
  return Bundle(GuideView(library, library.guides.front()), {});
}

// Without the keys of objects that only instructors get.
Json ForLearners(Json json) {
  for (const char* key : {"correct", "answer", "printedAnswer", "why", "proof", "provenAt"}) {
    if (json.is_object()) json.erase(key);
  }
  for (Json& child : json) {
    if (child.is_structured()) child = ForLearners(child);
  }
  return json;
}

TEST_CASE("a bundle has all of its guide, and a stream the same in records") {
  for (const auto& [name, path] : {std::pair("stairs", "one_truth/sources"),
                                   {"desk", "emit/every-block/sources"},
                                   {"three-balls", "guides/juggling"}}) {
    INFO(path);
    const Workspace workspace(path);
    const Json bundle = workspace.BundleOf(Edition::kInstructor);
    CheckGolden(fmt::format("emit/bundle/{}.ndjson", name), StreamOf(bundle));
    Json learner = bundle;
    learner["edition"] = "learner";
    if (learner.contains("quiz")) learner["quiz"] = ForLearners(learner["quiz"]);
    CHECK(workspace.BundleOf(Edition::kLearner) == learner);
  }
}

TEST_CASE("a stream without session and quiz leaves their records out") {
  const Json bundle = {
      {"format", "guidec-bundle"},     {"guide", {{"id", "g"}, {"sections", {{{"id", "s"}}}}}},
      {"exercises", Json::array()},    {"glossary", {{{"id", "t"}}}},
      {"references", {{{"id", "r"}}}}, {"assets", {{{"path", "a"}}, {{"path", "b"}}}}};
  CHECK(StreamOf(bundle) ==
        "{\"record\":\"header\",\"data\":{\"format\":\"guidec-bundle\"}}\n"
        "{\"record\":\"guide\",\"data\":{\"id\":\"g\"}}\n"
        "{\"record\":\"section\",\"data\":{\"id\":\"s\"}}\n"
        "{\"record\":\"term\",\"data\":{\"id\":\"t\"}}\n"
        "{\"record\":\"reference\",\"data\":{\"id\":\"r\"}}\n"
        "{\"record\":\"asset\",\"data\":{\"path\":\"a\"}}\n"
        "{\"record\":\"asset\",\"data\":{\"path\":\"b\"}}\n"
        "{\"record\":\"end\",\"data\":{\"records\":7}}\n");
}

TEST_CASE("a proof is told to instructors in each of its forms") {
  const struct {
    std::string_view answer;
    std::string_view proof;
    std::string_view json;
  } cases[] = {
      {"groin", "{in: symptoms}", R"({"kind":"in","list":"symptoms"})"},
      {"groin", "{not-in: symptoms}", R"({"kind":"not-in","list":"symptoms"})"},
      {"groin", "{in: symptoms, all: both}", R"({"kind":"in","list":"symptoms","all":"both"})"},
      {"groin", "{in: symptoms, none: both}", R"({"kind":"in","list":"symptoms","none":"both"})"},
      {"groin", "{tagged: rare, in: symptoms}", R"({"kind":"tagged","list":"symptoms","tag":"rare"})"},
      {"groin", "{not: {tagged: rare, in: symptoms}}",
       R"({"kind":"tagged","list":"symptoms","tag":"rare","negated":true})"},
      {"ice", "{step: first, of: rice}", R"({"kind":"step","protocol":"rice","step":1})"},
      {"ice", "{step: 2, of: rice}", R"({"kind":"step","protocol":"rice","step":2})"},
      {"ice", "{step: last, of: rice, for: hip}",
       R"({"kind":"step","protocol":"rice","step":"last","for":"hip"})"},
      {"ice", "{after: rest, of: rice}", R"({"kind":"step","protocol":"rice","after":"rest"})"},
      {"rest", "{before: ice, of: rice}", R"({"kind":"step","protocol":"rice","before":"ice"})"},
      {"ice", "{later-than: rest, of: rice}", R"({"kind":"step","protocol":"rice","laterThan":"rest"})"},
      {"rest", "{earlier-than: ice, of: rice}", R"({"kind":"step","protocol":"rice","earlierThan":"ice"})"},
      {"groin", "{claim: form-helps}", R"({"kind":"claim","claim":"form-helps"})"},
      {"groin", "{value: plank.dose.hold}", R"({"kind":"value","exercise":"plank","field":"hold"})"},
      {"groin", "{within: plank.dose.hold}", R"({"kind":"within","exercise":"plank","field":"hold"})"},
      {"plank", "{field: kind, is: strength}", R"({"kind":"field","field":"kind","is":"strength"})"},
      {"groin", "{count: symptoms}", R"({"kind":"count","counted":"symptoms"})"},
      {"groin", "{in-order-of: rice}", R"({"kind":"order","protocol":"rice"})"},
      {"groin", "{most-first: dose.hold}", R"({"kind":"rank","field":"hold","mostFirst":true})"},
      {"groin", "{least-first: dose.hold}", R"({"kind":"rank","field":"hold","mostFirst":false})"},
  };
  for (const auto& [answer, proof, json] : cases) {
    INFO(proof);
    const Json bundle = BundleOfExample(
        "guides/hips/quiz.yaml",
        fmt::format("questions:\n  - id: q\n    ask: Which?\n    choices: {{{}: One, other: Other}}\n"
                    "    answer: {}\n    proof: {}\n",
                    answer, answer, proof));
    CHECK(bundle["quiz"]["questions"][0]["proof"].dump() == json);
  }
}

TEST_CASE("a drawn figure is told in angles and in the places of its joints") {
  const Json bundle = BundleOfExample(
      "exercises/plank.yaml",
      "figures:\n  - id: hold\n    view: right side\n    pose: forearm plank\n"
      "    contacts: [both forearms on mat, both toes on mat]\n    props: [mat]\n    step: Lift your hips\n"
      "  - id: wrong\n    pose: no pose\n");
  Json figures = Json::array();
  for (const Json& exercise : bundle["exercises"]) {
    for (const Json& picture : exercise["pictures"]) figures.push_back(picture);
  }
  CheckGolden("emit/bundle/figures.json", figures.dump(1) + "\n");
}

}  // namespace bundle_test
}  // namespace guidec
