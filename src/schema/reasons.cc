#include "schema/reasons.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "diag/rule_ids.h"
#include "text/nearest.h"

namespace guidec {
namespace {

std::string Found(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNull:
      return "nothing";
    case NodeKind::kSequence:
      return "a list";
    case NodeKind::kMapping:
      return "a mapping";
    case NodeKind::kScalar:
      break;
  }
  switch (TypeOf(node)) {
    case PlainType::kBoolean:
      return fmt::format("the truth value `{}`", node.text);
    case PlainType::kInteger:
    case PlainType::kFloat:
      return fmt::format("the number `{}`", node.text);
    case PlainType::kString:
      break;
  }
  const bool is_short = node.text.size() <= 40 && node.text.find('\n') == std::string::npos;
  return is_short ? fmt::format("`{}`", node.text) : std::string("a text");
}

std::string Example(const Applicable& schemas) {
  const std::string* example = schemas.Keyword(&Schema::example);
  return example == nullptr ? std::string() : *example;
}

std::string Wanted(const Applicable& schemas) {
  if (const std::string phrase = schemas.Text(&Schema::expect); !phrase.empty()) return phrase;
  const std::string type = schemas.Type();
  const std::string example = Example(schemas);
  const std::string such_as = example.empty() ? std::string() : fmt::format(", such as `{}`", example);
  if (type == "object") return "a mapping (`key: value` lines)" + such_as;
  if (type == "array") return "a list (lines that start with `- `)" + such_as;
  if (type == "string") return "a text";
  if (type == "boolean") return "`true` or `false`";
  return type.empty() ? "another value" : fmt::format("a value of type {}", type);
}

std::string Subject(const Location& place) {
  return place.pair == nullptr ? std::string("this") : fmt::format("`{}`", place.pair->key.text);
}

// An error points at a scalar itself, and at the key (or first line) of what spans many lines.
Span Pointed(const Location& place) {
  const Node& node = place.node;
  if (node.IsScalar() && node.style != ScalarStyle::kLiteral && node.style != ScalarStyle::kFolded) {
    return node.span;
  }
  if (place.pair != nullptr) return place.pair->key.span;
  if (node.IsMapping() && !node.pairs.empty()) return node.pairs.front().key.span;
  if (node.IsSequence() && !node.items.empty()) {
    return Span{node.span.source, node.span.begin, node.items.front().span.end};
  }
  return node.span;
}

std::string Listed(const std::vector<std::string>& keys) {
  return fmt::format("`{}`", fmt::join(keys, "`, `"));
}

bool IsAmong(std::string_view key, const std::vector<std::string>& keys) {
  return std::ranges::find(keys, key) != keys.end();
}

// What a mapping's unknown keys are held against.
struct KeysOf {
  KeysOf(const Node& node, const Applicable& schemas)
      : mapping(node),
        known(schemas.KnownKeys()),
        other(schemas.KeysOfAllBranches()),
        wanted(schemas.Text(&Schema::expect)) {
    const auto is_known = [&](const Pair& pair) { return schemas.Knows(pair.key.text); };
    const auto found = std::ranges::find_if(mapping.pairs, is_known);
    if (found != mapping.pairs.end()) first = &*found;
  }

  const Node& mapping;
  std::vector<std::string> known;
  std::vector<std::string> other;  // of every branch, as if the author had meant another kind of block
  std::string wanted;
  const Pair* first = nullptr;  // the first pair that belongs there says what a block is
};

Fault UnknownKey(const Pair& pair, const KeysOf& keys) {
  const auto& [mapping, known, other, wanted, first] = keys;
  const std::string& key = pair.key.text;
  const bool is_of_other = IsAmong(key, other);
  if (is_of_other && first != nullptr) {
    return Fault{rule_ids::kUnknownKey, pair.key.span,
                 fmt::format("key `{}` does not belong beside `{}`; known here: {}", key, first->key.text,
                             Listed(known))};
  }
  auto nearest = Nearest(key, known);
  if (!nearest && !is_of_other) nearest = Nearest(key, other);
  Fault fault{rule_ids::kUnknownKey, pair.key.span, {}};
  if (nearest) {
    fault.message = fmt::format("unknown key `{}`; did you mean `{}`?", key, *nearest);
    if (EditDistance(key, *nearest) == 1 && mapping.Find(*nearest) == nullptr) {
      fault.fix = Fix{
          fmt::format("rename `{}` to `{}`", key, *nearest), {{pair.key.span, *nearest}}, Safety::kUnsafe};
    }
  } else if (!wanted.empty()) {
    fault.message = fmt::format("key `{}` does not belong here; expected {}", key, wanted);
  } else {
    fault.message = fmt::format("unknown key `{}`; known here: {}", key, Listed(known));
  }
  return fault;
}

// Nothing where another fault of the same mapping says more.
std::optional<Fault> MissingKey(const Location& place, std::string_view key, const Applicable& schemas) {
  const auto is_unknown = [&](const Pair& pair) { return !schemas.Knows(pair.key.text); };
  const std::string block = schemas.Text(&Schema::expect);
  // A block that names none of its kinds has an unknown key; so does one that mistypes the key.
  if (!block.empty() && std::ranges::any_of(place.node.pairs, is_unknown)) return std::nullopt;
  const std::vector<std::string> known = schemas.KnownKeys();
  const auto means_it = [&](const Pair& pair) {
    return is_unknown(pair) && Nearest(pair.key.text, known) == key;
  };
  if (std::ranges::any_of(place.node.pairs, means_it)) return std::nullopt;

  std::string message = fmt::format("key `{}` is missing", key);
  const Schema* schema = schemas.First([&](const Schema& one) { return one.Named(key); });
  if (!block.empty()) {
    message = fmt::format("expected {}", block);
  } else if (schema != nullptr && schema->example && !schema->example->empty()) {
    message += fmt::format("; add it, for example `{}: {}`", key, *schema->example);
  }
  return Fault{rule_ids::kMissingKey, Pointed(place), std::move(message)};
}

Fault OtherValue(RuleId rule, const Location& place, const Applicable& schemas) {
  const Node& node = place.node;
  std::string message = fmt::format("{} is {}, expected {}", Subject(place), Found(node), Wanted(schemas));
  const bool is_placeholder =
      node.IsMapping() && node.pairs.size() == 1 && node.pairs.front().value.kind == NodeKind::kNull;
  if (is_placeholder) message += "; put a text that starts with `{` in quotes";
  const auto* allowed = schemas.Keyword(&Schema::allowed);
  const bool any_text =
      schemas.Type() == "string" && schemas.Keyword(&Schema::pattern) == nullptr && allowed == nullptr;
  if (any_text && node.IsScalar() && TypeOf(node) != PlainType::kString) {
    message += fmt::format("; write `\"{}\"` if you mean a text", node.text);
  }
  Fault fault{rule, Pointed(place), std::move(message)};
  if (allowed == nullptr || !node.IsScalar()) return fault;
  std::vector<std::string> values;
  for (const Constant& value : *allowed) values.push_back(value.text);
  fault.message += DidYouMean(node.text, values);
  const auto nearest = Nearest(node.text, values);
  if (nearest && EditDistance(node.text, *nearest) == 1 && fault.span == node.span) {
    fault.fix = Fix{fmt::format("write `{}`", *nearest), {{node.span, *nearest}}, Safety::kUnsafe};
  }
  return fault;
}

Fault OutOfBounds(const Location& place, const Applicable& schemas) {
  Fault fault = OtherValue(rule_ids::kWrongValue, place, schemas);
  const std::string wanted = Wanted(schemas);
  for (const auto& [keyword, words] :
       {std::pair(&Schema::minimum, "at least"), std::pair(&Schema::maximum, "at most")}) {
    const NumberBound* bound = schemas.Keyword(keyword);
    if (bound == nullptr || wanted.find(bound->text) != std::string::npos) continue;
    fault.message += fmt::format(", {} {}", words, bound->text);
  }
  return fault;
}

Fault TooLong(const Violation& violation, const Applicable& schemas) {
  const Location& place = violation.place;
  const EcmaPattern* pattern = schemas.Keyword(&Schema::pattern);
  const bool has_form = pattern == nullptr || Matches(*pattern, place.node.text);
  if (!has_form) return OtherValue(rule_ids::kWrongValue, place, schemas);
  return Fault{rule_ids::kWrongValue, Pointed(place),
               fmt::format("{} is too long: at most {} characters", Subject(place),
                           violation.schema.max_length->text)};
}

Fault TooFew(const Violation& violation) {
  const Location& place = violation.place;
  const auto say = [&](std::string_view what) {
    return Fault{rule_ids::kWrongValue, Pointed(place), fmt::format("{} {}", Subject(place), what)};
  };
  if (!place.node.pairs.empty()) {
    return say(fmt::format("has too few entries: at least {}", violation.schema.min_properties->text));
  }
  if (!place.node.items.empty()) {
    return say(fmt::format("has too few entries: at least {}", violation.schema.min_items->text));
  }
  if (!place.node.text.empty()) {
    return say(fmt::format("is too short: at least {} characters", violation.schema.min_length->text));
  }
  return say("is empty; fill it or leave it out");
}

Fault TooMany(const Violation& violation) {
  const Location& place = violation.place;
  return Fault{rule_ids::kWrongValue, Pointed(place),
               fmt::format("{} has {} entries: at most {}", Subject(place), place.node.items.size(),
                           violation.schema.max_items->text)};
}

Fault RepeatedItem(const Violation& violation) {
  const Node& item = violation.place.node.items[violation.item];
  const Span earlier = violation.place.node.items[violation.earlier].span;
  const std::string value = item.IsScalar() ? fmt::format("`{}`", item.text) : Found(item);
  return Fault{rule_ids::kWrongValue,
               item.span,
               fmt::format("{} is listed twice; keep one", value),
               {{earlier, "first listed here"}}};
}

Fault MissingPartner(const Violation& violation) {
  return Fault{
      rule_ids::kMissingKey, Pointed(violation.place),
      fmt::format("key `{}` is missing: `{}` goes together with it", violation.key, violation.needed_by)};
}

// Of everything but unknown keys.
std::optional<Fault> FaultOf(const Violation& violation, const Applicable& schemas) {
  switch (violation.reason) {
    case Reason::kRequired:
      return MissingKey(violation.place, violation.key, schemas);
    case Reason::kDependencies:
      return MissingPartner(violation);
    case Reason::kType:
      return OtherValue(rule_ids::kWrongType, violation.place, schemas);
    case Reason::kMinimum:
    case Reason::kMaximum:
      return OutOfBounds(violation.place, schemas);
    case Reason::kMaxLength:
      return TooLong(violation, schemas);
    case Reason::kMinLength:
    case Reason::kMinItems:
    case Reason::kMinProperties:
      return TooFew(violation);
    case Reason::kMaxItems:
      return TooMany(violation);
    case Reason::kUniqueItems:
      return RepeatedItem(violation);
    case Reason::kAdditionalProperties:
    case Reason::kFalse:
    case Reason::kEnum:
    case Reason::kConst:
    case Reason::kPattern:
    case Reason::kAnyOf:
    case Reason::kNot:
      break;
  }
  return OtherValue(rule_ids::kWrongValue, violation.place, schemas);
}

// Whether a rule that knows more about the node, or about what holds it, reports it.
bool IsLeftToRule(const Location& place) {
  if (place.parent == nullptr) return false;
  return IsLeftToRule(*place.parent) || !place.schema.rule.empty() ||
         !Applicable(place).Text(&Schema::rule).empty();
}

}  // namespace

void Reasons::Add(const Violation& violation) {
  const Location& place = violation.place;
  if (IsLeftToRule(place)) return;
  const Applicable schemas(place);
  if (violation.reason == Reason::kAdditionalProperties) {
    AddUnknownKeys(place, schemas);
  } else if (place.node.damaged) {
    return;  // what seems wrong may be what is left of something right
  } else if (auto fault = FaultOf(violation, schemas)) {
    AddFault(*std::move(fault));
  }
}

// A place has one fault, but may lack several keys.
void Reasons::AddFault(Fault fault) {
  const std::string key = fault.rule == rule_ids::kMissingKey ? fault.message : std::string();
  if (seen_.emplace(fault.span, key).second) faults_.push_back(std::move(fault));
}

void Reasons::AddUnknownKeys(const Location& place, const Applicable& schemas) {
  const KeysOf keys(place.node, schemas);
  std::vector<const Pair*> unknown;
  for (const Pair& pair : place.node.pairs) {
    if (!schemas.Knows(pair.key.text)) unknown.push_back(&pair);
  }
  // `calout: tip` beside `title` and `text` is one mistake, not two.
  const bool has_mistyped_kind =
      std::ranges::any_of(unknown, [&](const Pair* pair) { return !IsAmong(pair->key.text, keys.other); });
  for (const Pair* pair : unknown) {
    if (has_mistyped_kind && IsAmong(pair->key.text, keys.other)) continue;
    AddFault(UnknownKey(*pair, keys));
  }
}

std::vector<Fault> Reasons::Finish() && {
  std::ranges::stable_sort(faults_, {}, &Fault::span);
  return std::move(faults_);
}

std::string Describe(const Violation& violation) {
  const std::string place = PointerTo(violation.place);
  const auto say = [&](const std::string& what) {
    return fmt::format("{}: {}", place.empty() ? std::string("/") : place, what);
  };
  switch (violation.reason) {
    case Reason::kRequired:
    case Reason::kDependencies:
      return say(fmt::format("key `{}` is missing", violation.key));
    case Reason::kAdditionalProperties:
      return say(fmt::format("unknown key `{}`", violation.key));
    default:
      return say(fmt::format("does not satisfy `{}`", KeywordOf(violation.reason)));
  }
}

}  // namespace guidec
