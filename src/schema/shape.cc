#include "schema/shape.h"

#include <array>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/standard_streams.h"
#include "schema/embedded.h"
#include "schema/reasons.h"
#include "schema/schema.h"
#include "schema/validate.h"
#include "schema/value.h"

namespace guidec {
namespace {

using Json = nlohmann::ordered_json;

// One that guidec cannot read whole would let mistakes pass: that is a bug of ours.
SchemaTree ReadEmbedded(std::string_view name) {
  auto tree = ReadSchema(Json::parse(SchemaText(name)));
  if (tree) return *std::move(tree);
  Say("{}.schema.json, {}: `{}` {}\n", name, tree.error().address, tree.error().keyword,
      tree.error().message);
  std::abort();
}

// Each is read once, when something first needs it.
const Schema& SchemaNamed(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string_view, SchemaTree> trees;
  const std::lock_guard lock(mutex);
  auto found = trees.find(name);
  if (found == trees.end()) found = trees.emplace(name, ReadEmbedded(name)).first;
  return *found->second.root;
}

}  // namespace

std::string_view KindName(Kind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"workspace", "guide",      "exercise",
                                                             "quiz",      "references", "glossary"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view SchemaText(std::string_view name) {
  for (const EmbeddedSchema& schema : kEmbeddedSchemas) {
    if (schema.name == name) return schema.text;
  }
  return {};
}

std::optional<Kind> KindOf(const Source& source) {
  const std::string_view path = source.path();
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  if (name == "guidec.yaml") return Kind::kWorkspace;
  if (name == "glossary.yaml") return Kind::kGlossary;
  if (name == "guide.yaml") return Kind::kGuide;
  if (name == "quiz.yaml") return Kind::kQuiz;
  if (name == "references.yaml") return Kind::kReferences;
  if (folder.ends_with("/exercises") || folder == "exercises") return Kind::kExercise;
  const std::string_view first = source.Line(1);
  for (const Kind kind : kAllKinds) {
    if (first.find(fmt::format("{}.schema.json", KindName(kind))) != std::string_view::npos) return kind;
  }
  return std::nullopt;
}

std::optional<std::string> FirstViolation(std::string_view json, std::string_view name) {
  const Json value = Json::parse(json, nullptr, false);
  if (value.is_discarded()) return "/: is no JSON";
  std::optional<std::string> first;
  Validate(SchemaNamed(name), NodeOf(value), [&](const Violation& violation) {
    if (!first) first = Describe(violation);
  });
  return first;
}

std::vector<Fault> CheckShape(const Document& document, Kind kind) {
  Reasons reasons;
  Validate(SchemaNamed(KindName(kind)), document.root,
           [&](const Violation& violation) { reasons.Add(violation); });
  return std::move(reasons).Finish();
}

}  // namespace guidec
