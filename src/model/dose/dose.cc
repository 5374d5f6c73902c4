#include "model/dose/dose.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace guidec {
namespace {

void AddParts(std::string_view name, const Prose& prose, std::vector<DosePart>& parts) {
  if (prose) parts.push_back({name, prose.span(), &prose});
}

template <class Quantity>
void AddParts(std::string_view name, const std::optional<Spanned<Quantity>>& quantity,
              std::vector<DosePart>& parts) {
  if (quantity) parts.push_back({name, quantity->span, quantity->value});
}

void AddParts(std::string_view name, const std::optional<Spanned<Tempo>>& tempo,
              std::vector<DosePart>& parts) {
  if (tempo) parts.push_back({name, tempo->span, Written(tempo->value)});
}

void AddParts(std::string_view name, const std::optional<Spanned<Hold>>& hold, std::vector<DosePart>& parts) {
  if (!hold) return;
  if (const auto* open = std::get_if<OpenHold>(&hold->value)) {
    AddParts("hold.until", open->until, parts);
    AddParts("hold.start", open->start, parts);
    AddParts("hold.add", open->add, parts);
  } else {
    parts.push_back({name, hold->span, std::get<Seconds>(hold->value)});
  }
}

}  // namespace

std::string_view FieldName(DoseField field) {
  return kPlaceholders[static_cast<std::size_t>(field)];
}

std::optional<DoseField> DoseFieldNamed(std::string_view name) {
  const auto found = std::ranges::find(kPlaceholders, name);
  if (found == std::end(kPlaceholders)) return std::nullopt;
  return static_cast<DoseField>(found - std::begin(kPlaceholders));
}

const OpenHold* OpenHoldOf(const Dose& dose) {
  return dose.hold ? std::get_if<OpenHold>(&dose.hold->value) : nullptr;
}

std::optional<Count> AmountOf(const Dose& dose, DoseField field) {
  const auto amount = [](const auto& quantity) {
    return quantity ? std::optional(Count{quantity->value.min, quantity->value.max}) : std::nullopt;
  };
  switch (field) {
    case DoseField::kHold:
      if (const OpenHold* open = OpenHoldOf(dose)) return amount(open->start);
      if (!dose.hold) return std::nullopt;
      return amount(std::optional(Spanned<Seconds>{std::get<Seconds>(dose.hold->value), {}}));
    case DoseField::kReps:
      return amount(dose.reps);
    case DoseField::kSets:
      return amount(dose.sets);
    case DoseField::kRest:
      return amount(dose.rest);
  }
  return std::nullopt;
}

std::vector<DosePart> PartsOf(const Dose& dose) {
  std::vector<DosePart> parts;
  std::apply([&](const auto&... row) { (AddParts(row.key, dose.*row.member, parts), ...); }, kDoseKeys);
  return parts;
}

std::string Spell(const Hold& hold, std::string_view language) {
  if (const auto* seconds = std::get_if<Seconds>(&hold)) return Spell(*seconds, language);
  return SpellUntil(PlainText(std::get<OpenHold>(hold).until.root), language);
}

std::string SpellAmount(DoseField field, const Count& amount, std::string_view language) {
  return IsTime(field) ? Spell(Seconds{amount.min, amount.max}, language) : Spell(amount, language);
}

std::string SpellAmount(DoseField field, int amount, std::string_view language) {
  return SpellAmount(field, Count{amount, amount}, language);
}

std::optional<std::string> PlaceholderText(const Dose& dose, std::string_view name) {
  if (name == "hold" && dose.hold) return Spell(dose.hold->value, dose.language);
  const auto field = DoseFieldNamed(name);
  const auto amount = field ? AmountOf(dose, *field) : std::nullopt;
  return amount ? std::optional(SpellAmount(*field, *amount, dose.language)) : std::nullopt;
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
