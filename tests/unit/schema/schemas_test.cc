// The schemas judged by themselves: everything is described, shown by examples that fit, and bounded.
#include <functional>
#include <map>
#include <set>

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "schema/embedded.h"
#include "schema/schema.h"
#include "schema/shape.h"
#include "schema/validate.h"

namespace guidec {
namespace schemas_test {

using Json = nlohmann::ordered_json;

const Json& SchemaOf(Kind kind) {
  static std::map<Kind, Json> schemas;
  return schemas.try_emplace(kind, Json::parse(SchemaText(KindName(kind)))).first->second;
}

// Calls `visit(pointer, subschema, named)` for every subschema; `named` ones are described where
// they stand: properties, items and definitions.
using Visit = std::function<void(const std::string&, const Json&, bool)>;
void ForEachSubschema(const std::string& pointer, const Json& schema, bool named, const Visit& visit) {
  visit(pointer, schema, named);
  for (const char* map : {"properties", "patternProperties", "definitions"}) {
    if (!schema.contains(map)) continue;
    for (const auto& [key, subschema] : schema[map].items()) {
      const auto escaped = Json::json_pointer() / key;
      ForEachSubschema(pointer + "/" + map + escaped.to_string(), subschema, true, visit);
    }
  }
  for (const char* one : {"items", "if", "then", "else"}) {
    if (schema.contains(one)) {
      ForEachSubschema(pointer + "/" + one, schema[one], std::string_view(one) == "items", visit);
    }
  }
}

void ForEachSubschema(const Visit& visit) {
  for (const Kind kind : kAllKinds) {
    ForEachSubschema("", SchemaOf(kind), true,
                     [&](const std::string& pointer, const Json& schema, bool named) {
                       visit(fmt::format("{}#{}", KindName(kind), pointer), schema, named);
                     });
  }
}

TEST_CASE("everything that has a name has a description and examples") {
  std::size_t count = 0;
  ForEachSubschema([&](const std::string& place, const Json& schema, bool named) {
    if (!named || (schema.size() == 1 && schema.contains("$ref"))) return;
    INFO(place);
    ++count;
    REQUIRE(schema.contains("description"));
    CHECK_FALSE(schema["description"].get<std::string>().empty());
    REQUIRE(schema.contains("examples"));
    CHECK_FALSE(schema["examples"].empty());
  });
  CHECK(count > 100);
}

TEST_CASE("examples fit their schema") {
  for (const Kind kind : kAllKinds) {
    const Json& root = SchemaOf(kind);
    ForEachSubschema("", root, true, [&](const std::string& pointer, const Json& schema, bool) {
      if (!schema.contains("examples")) return;
      Json alone = schema;
      alone["definitions"] = root.value("definitions", Json::object());
      const auto read = ReadSchema(alone);
      INFO(KindName(kind) << "#" << pointer);
      REQUIRE(read);
      for (const Json& example : schema["examples"]) {
        INFO(example.dump());
        CHECK(Validate(*read->root, NodeOf(example)));
      }
    });
  }
}

// What a stranger wrote may not make a pattern run for long.
TEST_CASE("every pattern has a bound on its text") {
  std::size_t count = 0;
  ForEachSubschema([&](const std::string& place, const Json& schema, bool) {
    INFO(place);
    if (schema.contains("pattern")) {
      ++count;
      REQUIRE(schema.contains("maxLength"));
      CHECK(schema["maxLength"] <= kMaxPatternText);
    }
    if (!schema.contains("patternProperties")) return;
    for (const auto& [pattern, subschema] : schema["patternProperties"].items()) {
      ++count;
      CHECK(pattern.starts_with("^(?=.{1,64}$)"));
    }
  });
  CHECK(count > 15);
}

TEST_CASE("what has a form of its own says in words what it wants") {
  ForEachSubschema([&](const std::string& place, const Json& schema, bool) {
    INFO(place);
    if (schema.contains("pattern") || schema.contains("enum") || schema.contains("patternProperties")) {
      CHECK(schema.contains("x-guidec-expect"));
    }
  });
}

TEST_CASE("objects are closed") {
  ForEachSubschema([&](const std::string& place, const Json& schema, bool) {
    INFO(place);
    if (schema.contains("properties") || schema.contains("patternProperties")) {
      CHECK(schema.contains("additionalProperties"));
      CHECK(schema["additionalProperties"] == false);
    }
  });
}

TEST_CASE("branches are chosen by a key or a type, as the messages need it") {
  ForEachSubschema([&](const std::string& place, const Json& schema, bool) {
    INFO(place);
    for (const char* unclear : {"anyOf", "allOf", "not"}) CHECK_FALSE(schema.contains(unclear));
    if (!schema.contains("if")) return;
    const std::size_t asked = std::size_t{schema["if"].contains("required")} + schema["if"].contains("type");
    CHECK(asked > 0);
    CHECK(schema["if"].size() == asked);
    CHECK(schema.contains("then"));
    CHECK(schema.contains("else"));
  });
}

const Json* SchemaOfId(std::string_view id) {
  static std::map<std::string, Json, std::less<>> schemas;
  if (schemas.empty()) {
    for (const EmbeddedSchema& schema : kEmbeddedSchemas) {
      Json json = Json::parse(schema.text);
      if (json.contains("$id")) schemas.emplace(json["$id"].get<std::string>(), std::move(json));
    }
  }
  const auto found = schemas.find(id);
  return found == schemas.end() ? nullptr : &found->second;
}

TEST_CASE("every schema has only keywords that are implemented") {
  CHECK(kEmbeddedSchemas.size() == 10);
  for (const EmbeddedSchema& schema : kEmbeddedSchemas) {
    INFO(schema.name);
    const auto read = ReadSchema(Json::parse(schema.text), SchemaOfId);
    if (!read)
      FAIL(fmt::format("{}: `{}` {}", read.error().address, read.error().keyword, read.error().message));
  }
}

TEST_CASE("an author's file is held against keywords that there are words for") {
  ForEachSubschema([&](const std::string& place, const Json& schema, bool) {
    INFO(place);
    CHECK_FALSE(schema.contains("const"));
  });
}

// As the draft says, all the rest would be passed over.
TEST_CASE("beside a `$ref` stands only what describes it") {
  static const std::set<std::string> kDescriptions = {"$ref", "description", "default", "examples",
                                                      "x-guidec-rule"};
  ForEachSubschema([&](const std::string& place, const Json& schema, bool) {
    INFO(place);
    if (!schema.contains("$ref")) return;
    for (const auto& [keyword, value] : schema.items()) {
      INFO(keyword);
      CHECK(kDescriptions.contains(keyword));
    }
  });
}

TEST_CASE("references lead somewhere") {
  for (const Kind kind : kAllKinds) {
    const Json& root = SchemaOf(kind);
    ForEachSubschema("", root, true, [&](const std::string& pointer, const Json& schema, bool) {
      if (!schema.contains("$ref")) return;
      INFO(KindName(kind) << "#" << pointer);
      const std::string target = schema["$ref"].get<std::string>();
      REQUIRE(target.starts_with("#/"));
      CHECK(root.contains(Json::json_pointer(target.substr(1))));
    });
  }
}

TEST_CASE("a definition with the same name says the same in every schema") {
  std::map<std::string, std::pair<Kind, Json>> first;
  for (const Kind kind : kAllKinds) {
    if (!SchemaOf(kind).contains("definitions")) continue;
    for (const auto& [name, definition] : SchemaOf(kind)["definitions"].items()) {
      const auto [entry, is_new] = first.try_emplace(name, kind, definition);
      INFO(name << " in " << KindName(kind) << " and " << KindName(entry->second.first));
      CHECK(entry->second.second == definition);
    }
  }
}

TEST_CASE("a file's kind is known by its place, its name or its modeline") {
  struct Case {
    std::string path;
    std::string text;
    std::optional<Kind> kind;
  };
  const Case cases[] = {
      {"guidec.yaml", "", Kind::kWorkspace},
      {"a/b/guidec.yaml", "", Kind::kWorkspace},
      {"glossary.yaml", "", Kind::kGlossary},
      {"guides/hips/guide.yaml", "", Kind::kGuide},
      {"guides/hips/quiz.yaml", "", Kind::kQuiz},
      {"guides/hips/references.yaml", "", Kind::kReferences},
      {"exercises/plank.yaml", "", Kind::kExercise},
      {"sources/exercises/plank.yaml", "", Kind::kExercise},
      {"my-exercises/plank.yaml", "", std::nullopt},
      {"plank.yaml", "", std::nullopt},
      {"plank.yaml", "# yaml-language-server: $schema=exercise.schema.json\nid: a\n", Kind::kExercise},
      {"plank.yaml", "# yaml-language-server: $schema=../x/quiz.schema.json\n", Kind::kQuiz},
      {"plank.yaml", "id: a\n# yaml-language-server: $schema=exercise.schema.json\n", std::nullopt},
      {"plank.yaml", "# yaml-language-server: $schema=other.schema.json\n", std::nullopt},
  };
  for (const Case& c : cases) {
    INFO(c.path << "\n" << c.text);
    CHECK(KindOf(Source(SourceId{}, c.path, c.text)) == c.kind);
  }
}

TEST_CASE("kinds are named as their schemas") {
  std::string names;
  for (const Kind kind : kAllKinds) names += std::string(KindName(kind)) + " ";
  CHECK(names == "workspace guide exercise quiz references glossary ");
  CHECK(KindName(Kind::kWorkspace) == "workspace");
  CHECK(KindName(Kind::kGuide) == "guide");
  CHECK(KindName(Kind::kExercise) == "exercise");
  CHECK(KindName(Kind::kQuiz) == "quiz");
  CHECK(KindName(Kind::kReferences) == "references");
  CHECK(KindName(Kind::kGlossary) == "glossary");
}

TEST_CASE("of a JSON text, the first violation is told with its place") {
  CHECK(FirstViolation("{", "glossary") == "/: is no JSON");
  CHECK(FirstViolation("[]", "glossary") == "/: does not satisfy `type`");
  CHECK(FirstViolation("{}", "glossary") == "/: key `terms` is missing");
  CHECK(FirstViolation(R"({"terms": {"hip": {"term": "hip", "meaning": "x"}}})", "glossary") == std::nullopt);
  CHECK(FirstViolation(R"({"terms": {"hip": {"term": 3, "meaning": 4}}})", "glossary") ==
        "/terms/hip/term: does not satisfy `type`");
  CHECK(FirstViolation(R"({"terms": {"a": {"term": "a", "meaning": "x"}}, "more": 1})", "glossary") ==
        "/: unknown key `more`");
}

TEST_CASE("schemas are found by name") {
  for (const Kind kind : kAllKinds) CHECK_FALSE(SchemaText(KindName(kind)).empty());
  CHECK_FALSE(SchemaText("bundle").empty());
  CHECK(SchemaText("recipe").empty());
}

}  // namespace schemas_test
}  // namespace guidec
