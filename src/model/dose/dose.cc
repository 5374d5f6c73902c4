#include "model/dose/dose.h"

#include <charconv>
#include <tuple>

#include <fmt/format.h>

#include "text/language.h"

namespace guidec {

std::string_view FieldName(DoseField field) {
  switch (field) {
    case DoseField::kHold:
      return "hold";
    case DoseField::kReps:
      return "reps";
    case DoseField::kSets:
      return "sets";
    case DoseField::kRest:
      return "rest";
  }
  return {};
}

std::optional<Interval> ParseInterval(std::string_view text) {
  Interval interval;
  const std::size_t blank = text.find(' ');
  const bool has_count = blank != std::string_view::npos;
  if (has_count) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + blank, interval.count);
    const bool is_whole = error == std::errc() && stop == text.data() + blank;
    if (!is_whole || interval.count < 2 || interval.count > 99) return std::nullopt;
    text.remove_prefix(blank + 1);
  }
  using enum Interval::Unit;
  static constexpr std::tuple<std::string_view, std::string_view, Interval::Unit> kUnits[] = {
      {"session", "sessions", kSession}, {"day", "days", kDay}, {"week", "weeks", kWeek}};
  for (const auto& [one, several, unit] : kUnits) {
    if (text != (has_count ? several : one)) continue;
    interval.unit = unit;
    return interval;
  }
  return std::nullopt;
}

std::string Spell(const Hold& hold, std::string_view language) {
  if (const auto* seconds = std::get_if<Seconds>(&hold)) return Spell(*seconds, language);
  const std::string until = PlainText(std::get<OpenHold>(hold).until.root);
  return IsEnglish(language) ? fmt::format("until {}", until) : until;
}

std::string SpellAmount(DoseField field, int amount, std::string_view language) {
  return field == DoseField::kHold || field == DoseField::kRest ? Spell(Seconds{amount, amount}, language)
                                                                : Spell(Count{amount, amount}, language);
}

std::optional<std::string> PlaceholderText(const Dose& dose, std::string_view name) {
  const std::string_view language = dose.language;
  if (name == "hold" && dose.hold) return Spell(dose.hold->value, language);
  if (name == "reps" && dose.reps) return Spell(dose.reps->value, language);
  if (name == "sets" && dose.sets) return Spell(dose.sets->value, language);
  if (name == "rest" && dose.rest) return Spell(dose.rest->value, language);
  return std::nullopt;
}

MarkdownNode Resolved(const MarkdownNode& node, const Dose* dose) {
  MarkdownNode resolved = node;
  resolved.children.clear();
  for (const MarkdownNode& child : node.children) {
    MarkdownNode copy = Resolved(child, dose);
    if (copy.type == MarkdownType::kPlaceholder) {
      const auto text = dose == nullptr ? std::nullopt : PlaceholderText(*dose, copy.value);
      copy.value = text ? *text : PlainText(copy);
      copy.type = MarkdownType::kText;
    }
    const bool joins = copy.type == MarkdownType::kText && !resolved.children.empty() &&
                       resolved.children.back().type == MarkdownType::kText;
    if (joins) {
      resolved.children.back().value += copy.value;
      resolved.children.back().end = copy.end;
    } else {
      resolved.children.push_back(std::move(copy));
    }
  }
  return resolved;
}

}  // namespace guidec
