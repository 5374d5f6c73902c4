#include "schema/applicable.h"

#include <algorithm>

namespace guidec {
namespace {

void AddKeys(const Schema& schema, std::vector<std::string>& keys) {
  for (const Property& property : schema.properties) keys.push_back(property.key);
}

void AddBranches(const Schema& schema, std::vector<std::string>& keys) {
  if (schema.ref != nullptr) return AddBranches(*schema.ref, keys);
  AddKeys(schema, keys);
  if (schema.then_branch != nullptr) AddBranches(*schema.then_branch, keys);
  if (schema.else_branch != nullptr) AddBranches(*schema.else_branch, keys);
}

}  // namespace

Applicable::Applicable(const Location& place) {
  Add(place.schema, place.node);
  std::ranges::reverse(schemas_);
}

void Applicable::Add(const Schema& schema, const Node& node) {
  if (schema.ref != nullptr) return Add(*schema.ref, node);
  schemas_.push_back(&schema);
  if (schema.condition == nullptr) return;
  const Schema* branch = Validate(*schema.condition, node) ? schema.then_branch : schema.else_branch;
  if (branch != nullptr) Add(*branch, node);
}

std::string Applicable::Text(std::string Schema::*keyword) const {
  const std::string* text =
      First([&](const Schema& schema) { return (schema.*keyword).empty() ? nullptr : &(schema.*keyword); });
  return text == nullptr ? std::string() : *text;
}

std::string Applicable::Type() const {
  const Schema* typed = First([](const Schema& schema) { return schema.types ? &schema : nullptr; });
  return typed == nullptr ? std::string() : typed->type;
}

bool Applicable::Knows(std::string_view key) const {
  const auto matches = [&](const PatternProperty& property) { return Matches(property.pattern, key); };
  return std::ranges::any_of(schemas_, [&](const Schema* schema) {
    return schema->Named(key) != nullptr || std::ranges::any_of(schema->pattern_properties, matches);
  });
}

std::vector<std::string> Applicable::KnownKeys() const {
  std::vector<std::string> keys;
  for (const Schema* schema : schemas_) AddKeys(*schema, keys);
  return keys;
}

std::vector<std::string> Applicable::KeysOfAllBranches() const {
  std::vector<std::string> keys;
  AddBranches(*schemas_.back(), keys);
  return keys;
}

}  // namespace guidec
