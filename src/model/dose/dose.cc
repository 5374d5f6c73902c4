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

std::string Spell(const Interval& interval) {
  static constexpr std::string_view kNames[] = {"session", "day", "week"};
  const std::string_view name = kNames[static_cast<std::size_t>(interval.unit)];
  return interval.count == 1 ? fmt::format("each {}", name)
                             : fmt::format("every {} {}s", interval.count, name);
}

std::string SpellAmount(DoseField field, int amount, std::string_view language) {
  return field == DoseField::kHold || field == DoseField::kRest ? Spell(Seconds{amount, amount}, language)
                                                                : Spell(Count{amount, amount}, language);
}

std::string Spell(const Progression& growth, std::string_view language) {
  const auto amount = [&](int value) { return SpellAmount(growth.of, value, language); };
  const std::string every = Spell(growth.every.value);
  const bool is_one = growth.by.value == 1;
  const std::string_view noun = growth.of == DoseField::kReps   ? (is_one ? " repetition" : " repetitions")
                                : growth.of == DoseField::kSets ? (is_one ? " set" : " sets")
                                                                : "";
  const std::string from = growth.from ? fmt::format("from {}, ", amount(growth.from->value)) : "";
  return fmt::format("{}{}{} more {}, up to {}", from, amount(growth.by.value), noun, every,
                     amount(growth.to.value));
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

std::vector<DoseRow> DoseRows(const Dose& dose, Sides sides) {
  const std::string_view language = dose.language;
  std::vector<DoseRow> rows;
  const std::string_view each = sides == Sides::kEach ? ", each side" : "";
  if (dose.hold) {
    const auto* open = std::get_if<OpenHold>(&dose.hold->value);
    if (open == nullptr) {
      rows.push_back({"hold", "Hold", fmt::format("{}{}", Spell(dose.hold->value, language), each)});
    } else {
      rows.push_back({"hold", "Hold", Spell(dose.hold->value, language)});
      if (sides == Sides::kEach) rows.push_back({"sides", "Sides", "each side"});
      if (open->start) rows.push_back({"hold", "Start with", Spell(open->start->value, language)});
      if (open->add) {
        rows.push_back(
            {"hold", "Then add", fmt::format("{} each {}", Spell(open->add->value, language), open->each)});
      }
    }
  }
  if (dose.reps) {
    rows.push_back({"reps", "Repetitions", fmt::format("{}{}", Spell(dose.reps->value, language), each)});
  }
  if (dose.tempo) rows.push_back({"tempo", "Tempo", Spell(dose.tempo->value, language)});
  if (dose.sets) rows.push_back({"sets", "Sets", Spell(dose.sets->value, language)});
  if (dose.rest) {
    rows.push_back({"rest", "Rest", fmt::format("{} between sets", Spell(dose.rest->value, language))});
  }
  const auto add = [&](std::string_view field, std::string label, const Prose& prose) {
    if (prose) rows.push_back({field, std::move(label), PlainText(prose.root)});
  };
  add("frequency", "How often", dose.frequency);
  add("intensity", "How hard", dose.intensity);
  add("progression", "Over time", dose.progression);
  if (dose.growth) rows.push_back({"progression", "Over time", Spell(*dose.growth, language)});
  return rows;
}

}  // namespace guidec
