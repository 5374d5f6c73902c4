#include "schema/validate.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "text/utf8.h"

namespace guidec {
namespace {

class Validator {
 public:
  // Stops at the first violation where nobody wants to know more.
  explicit Validator(const ReportViolation* report) : report_(report) {}

  bool Fits(const Location& place, const Schema& schema) const {
    if (schema.ref != nullptr) return Fits(place, *schema.ref);
    if (schema.is_false) return Fail({Reason::kFalse, place, schema});
    // Of several violations of one place the author is told the first, so that the order is by what each
    // says: a value that is not allowed before its type, the parts before the whole.
    using Check = bool (Validator::*)(const Location&, const Schema&) const;
    static constexpr Check kChecks[] = {
        &Validator::FitsCombined, &Validator::FitsConstants, &Validator::FitsDependencies,
        &Validator::FitsItems,    &Validator::FitsBranch,    &Validator::FitsBounds,
        &Validator::FitsText,     &Validator::FitsSize,      &Validator::FitsKeys,
        &Validator::FitsRequired, &Validator::FitsType,      &Validator::FitsUnique};
    bool fits = true;
    for (const Check check : kChecks) {
      if ((this->*check)(place, schema)) continue;
      if (report_ == nullptr) return false;
      fits = false;
    }
    return fits;
  }

 private:
  bool Fail(const Violation& violation) const {
    if (report_ != nullptr) (*report_)(violation);
    return false;
  }

  bool FitsCombined(const Location& place, const Schema& schema) const {
    bool fits = true;
    for (const Schema* part : schema.all_of) fits = Fits(place, *part) && fits;
    const auto fits_silently = [&](const Schema* part) { return Validator(nullptr).Fits(place, *part); };
    if (!schema.any_of.empty() && std::ranges::none_of(schema.any_of, fits_silently)) {
      fits = Fail({Reason::kAnyOf, place, schema});
    }
    if (schema.negated != nullptr && fits_silently(schema.negated))
      fits = Fail({Reason::kNot, place, schema});
    return fits;
  }

  bool FitsConstants(const Location& place, const Schema& schema) const {
    if (!schema.allowed && !schema.constant) return true;
    const std::string text = CanonicalText(place.node);
    bool fits = true;
    if (schema.constant && schema.constant->canonical != text) fits = Fail({Reason::kConst, place, schema});
    if (schema.allowed &&
        std::ranges::find(*schema.allowed, text, &Constant::canonical) == schema.allowed->end()) {
      fits = Fail({Reason::kEnum, place, schema});
    }
    return fits;
  }

  bool FitsDependencies(const Location& place, const Schema& schema) const {
    bool fits = true;
    for (const Dependency& dependency : schema.dependencies) {
      if (place.node.FindPair(dependency.key) == nullptr) continue;
      for (const std::string& key : dependency.needed) {
        if (place.node.FindPair(key) != nullptr) continue;
        fits = Fail({Reason::kDependencies, place, schema, key, dependency.key});
      }
    }
    return fits;
  }

  bool FitsItems(const Location& place, const Schema& schema) const {
    if (schema.items == nullptr || !place.node.IsSequence()) return true;
    bool fits = true;
    for (std::size_t i = 0; i < place.node.items.size(); ++i) {
      const Location item{.node = place.node.items[i], .schema = *schema.items, .parent = &place, .index = i};
      fits = Fits(item, *schema.items) && fits;
      if (!fits && report_ == nullptr) return false;
    }
    return fits;
  }

  bool FitsBranch(const Location& place, const Schema& schema) const {
    if (schema.condition == nullptr) return true;
    const bool holds = Validator(nullptr).Fits(place, *schema.condition);
    const Schema* branch = holds ? schema.then_branch : schema.else_branch;
    return branch == nullptr || Fits(place, *branch);
  }

  // Whether a size keeps to a bound; what is not there bounds nothing.
  static bool IsAtLeast(double size, const std::optional<NumberBound>& bound) {
    return !bound || size >= bound->value;
  }
  static bool IsAtMost(double size, const std::optional<NumberBound>& bound) {
    return !bound || size <= bound->value;
  }

  bool FitsBounds(const Location& place, const Schema& schema) const {
    if (!schema.minimum && !schema.maximum) return true;
    if (place.type != InstanceType::kInteger && place.type != InstanceType::kNumber) return true;
    const double value = NumberOf(place.node);
    if (!IsAtMost(value, schema.maximum)) return Fail({Reason::kMaximum, place, schema});
    return IsAtLeast(value, schema.minimum) || Fail({Reason::kMinimum, place, schema});
  }

  bool FitsText(const Location& place, const Schema& schema) const {
    if (place.type != InstanceType::kString) return true;
    const std::string& text = place.node.text;
    bool fits = true;
    if (schema.min_length || schema.max_length) {
      const auto length = static_cast<double>(CountCodePoints(text));
      if (!IsAtMost(length, schema.max_length)) fits = Fail({Reason::kMaxLength, place, schema});
      if (!IsAtLeast(length, schema.min_length)) fits = Fail({Reason::kMinLength, place, schema});
    }
    if (schema.pattern && !Matches(*schema.pattern, text)) {
      fits = Fail({Reason::kPattern, place, schema});
    }
    return fits;
  }

  bool FitsSize(const Location& place, const Schema& schema) const {
    if (place.node.IsSequence()) {
      const auto size = static_cast<double>(place.node.items.size());
      if (!IsAtMost(size, schema.max_items)) return Fail({Reason::kMaxItems, place, schema});
      return IsAtLeast(size, schema.min_items) || Fail({Reason::kMinItems, place, schema});
    }
    if (!place.node.IsMapping() || !schema.min_properties) return true;
    const auto size = static_cast<double>(CountKeys(place.node));
    return IsAtLeast(size, schema.min_properties) || Fail({Reason::kMinProperties, place, schema});
  }

  // Every pair by what its key says of it. Of keys that may not be there, the first is reported.
  bool FitsKeys(const Location& place, const Schema& schema) const {
    if (!place.node.IsMapping()) return true;
    if (schema.properties.empty() && schema.pattern_properties.empty() && schema.additional == nullptr)
      return true;
    bool fits = true;
    const Pair* unknown = nullptr;
    NewKeys keys(place.node);
    for (const Pair& pair : place.node.pairs) {
      if (!keys.Has(pair)) continue;
      bool is_known = false;
      const auto check = [&](const Schema& part) {
        const Location value{.node = pair.value, .schema = part, .parent = &place, .pair = &pair};
        fits = Fits(value, part) && fits;
        is_known = true;
      };
      if (const Schema* named = schema.Named(pair.key.text)) check(*named);
      for (const PatternProperty& property : schema.pattern_properties) {
        if (Matches(property.pattern, pair.key.text)) check(*property.schema);
      }
      if (is_known || schema.additional == nullptr) continue;
      if (!schema.additional->is_false) {
        check(*schema.additional);
      } else if (unknown == nullptr) {
        unknown = &pair;
      }
      if (report_ == nullptr && (!fits || unknown != nullptr)) return false;
    }
    if (unknown != nullptr) return Fail({Reason::kAdditionalProperties, place, schema, unknown->key.text});
    return fits;
  }

  bool FitsRequired(const Location& place, const Schema& schema) const {
    if (!place.node.IsMapping()) return true;
    bool fits = true;
    for (const std::string& key : schema.required) {
      if (place.node.FindPair(key) == nullptr) fits = Fail({Reason::kRequired, place, schema, key});
    }
    return fits;
  }

  bool FitsType(const Location& place, const Schema& schema) const {
    return !schema.types || schema.types->Has(place.type) || Fail({Reason::kType, place, schema});
  }

  // One repeated item is enough to say.
  bool FitsUnique(const Location& place, const Schema& schema) const {
    if (!schema.unique_items) return true;
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < place.node.items.size(); ++i) {
      const auto [entry, is_new] = first.try_emplace(CanonicalText(place.node.items[i]), i);
      if (is_new) continue;
      return Fail({.reason = Reason::kUniqueItems,
                   .place = place,
                   .schema = schema,
                   .item = i,
                   .earlier = entry->second});
    }
    return true;
  }

  const ReportViolation* report_;
};

}  // namespace

std::string PointerTo(const Location& place) {
  if (place.parent == nullptr) return {};
  const std::string token =
      place.pair == nullptr ? fmt::format("{}", place.index) : PointerToken(place.pair->key.text);
  return fmt::format("{}/{}", PointerTo(*place.parent), token);
}

std::string_view KeywordOf(Reason reason) {
  static constexpr std::array<std::string_view, 18> kKeywords = {
      "false",         "type",     "enum",         "const",
      "minimum",       "maximum",  "minLength",    "maxLength",
      "pattern",       "minItems", "maxItems",     "uniqueItems",
      "minProperties", "required", "dependencies", "additionalProperties",
      "anyOf",         "not"};
  return kKeywords[static_cast<std::size_t>(reason)];
}

bool Matches(const EcmaPattern& pattern, std::string_view text) {
  return text.size() <= kMaxPatternText && pattern.MatchesPart(text);
}

bool Validate(const Schema& schema, const Node& value, const ReportViolation& report) {
  return Validator(report ? &report : nullptr).Fits(Location{.node = value, .schema = schema}, schema);
}

}  // namespace guidec
