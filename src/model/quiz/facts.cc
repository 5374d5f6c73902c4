#include "model/quiz/facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "model/content/library.h"

namespace guidec {
namespace {

constexpr std::string_view kRoutineId = "routine";

class FactCollector {
 public:
  FactCollector(const Library& library, const Guide& guide) : library_(library), guide_(guide) {}

  Facts Run() {
    AddBlocks(guide_.introduction, "");
    for (const Section& section : guide_.sections) AddBlocks(section.blocks, section.id.value);
    if (guide_.routine) AddRoutine(*guide_.routine);
    for (const Exercise* exercise : ExercisesOf(library_, guide_)) AddExercise(*exercise);
    return std::move(facts_);
  }

 private:
  void AddSubject(SubjectKind kind, Id id, std::string section) {
    facts_.subjects.push_back({kind, std::move(id), std::move(section)});
  }
  const std::string& Name() const { return facts_.subjects.back().id.value; }

  // About the subject that was added last.
  void Add(Fact fact) {
    fact.subject = facts_.subjects.size() - 1;
    facts_.facts.push_back(std::move(fact));
  }

  void AddBlocks(const std::vector<Block>& blocks, const std::string& section) {
    for (const Block& block : blocks) {
      if (const auto* list = std::get_if<ListBlock>(&block.content)) AddList(*list, section);
      if (const auto* protocol = std::get_if<ProtocolBlock>(&block.content)) AddProtocol(*protocol, section);
      if (const auto* claim = std::get_if<ClaimBlock>(&block.content)) AddClaim(*claim, block.cites, section);
    }
  }

  void AddList(const ListBlock& list, const std::string& section) {
    AddSubject(SubjectKind::kList, list.id, section);
    for (const ListItem& item : list.items) {
      Add({.kind = FactKind::kMember,
           .value = item.id.value,
           .span = item.id.span,
           .words = fmt::format("`{}` is in list `{}`", item.id.value, Name())});
      for (const auto& tag : item.tags) {
        Add({.kind = FactKind::kTag,
             .name = item.id.value,
             .value = tag.value,
             .span = tag.span,
             .words = fmt::format("`{}` in list `{}` bears the tag `{}`", item.id.value, Name(), tag.value)});
      }
    }
  }

  void AddStep(int number, const Id& step) {
    Add({.kind = FactKind::kStep,
         .value = step.value,
         .step = number,
         .span = step.span,
         .words = fmt::format("step {} of `{}` is `{}`", number, Name(), step.value)});
  }

  void AddProtocol(const ProtocolBlock& protocol, const std::string& section) {
    AddSubject(SubjectKind::kProtocol, protocol.id, section);
    int number = 0;
    for (const ProtocolStep& step : protocol.steps) AddStep(++number, step.id);
  }

  void AddClaim(const ClaimBlock& claim, const std::vector<Id>& cites, const std::string& section) {
    AddSubject(SubjectKind::kClaim, claim.id, section);
    Fact fact{.kind = FactKind::kClaim, .span = claim.unreadable_truth.value_or(claim.id.span)};
    if (!claim.unreadable_truth) fact.value = claim.truth ? "true" : "false";
    fact.words = fact.value.empty() ? fmt::format("claim `{}` has no truth value", Name())
                                    : fmt::format("claim `{}` is {}", Name(), fact.value);
    for (const auto& cite : cites) fact.cites.push_back(cite.value);
    Add(std::move(fact));
  }

  void AddRoutine(const Routine& routine) {
    AddSubject(SubjectKind::kRoutine, {std::string(kRoutineId), routine.span}, "");
    int number = 0;
    for (const auto& exercise : routine.exercises) AddStep(++number, exercise);
    if (routine.total) AddQuantity("total", routine.total->value, routine.total->span);
  }

  void AddField(std::string_view field, std::string value, Span span) {
    if (value.empty()) return;
    Add({.kind = FactKind::kField,
         .name = std::string(field),
         .value = value,
         .span = span,
         .words = fmt::format("`{}` of `{}` is `{}`", field, Name(), value)});
  }
  void AddFields(std::string_view field, const std::vector<Id>& values) {
    for (const auto& value : values) AddField(field, value.value, value.span);
  }
  void AddText(std::string_view field, const Prose& text) {
    const std::string plain = text ? PlainText(text.root) : std::string();
    if (plain.empty()) return;
    AddField(field, plain, text.span());
    facts_.facts.back().type = ValueType::kText;
  }
  // Of Seconds or a Count.
  template <class Quantity>
  void AddQuantity(std::string_view field, const Quantity& quantity, Span span) {
    AddField(field, Spell(quantity), span);
    Fact& fact = facts_.facts.back();
    fact.type = ValueType::kQuantity;
    fact.quantity = quantity;
    fact.words = fmt::format("`{}` of `{}` is {}", field, Name(), fact.value);
  }
  void AddPart(const DosePart& part) {
    if (const auto* prose = std::get_if<const Prose*>(&part.value)) AddText(part.name, **prose);
    if (const auto* seconds = std::get_if<Seconds>(&part.value)) AddQuantity(part.name, *seconds, part.span);
    if (const auto* count = std::get_if<Count>(&part.value)) AddQuantity(part.name, *count, part.span);
    if (const auto* text = std::get_if<std::string>(&part.value)) AddField(part.name, *text, part.span);
  }

  void AddExercise(const Exercise& exercise) {
    AddSubject(SubjectKind::kExercise, exercise.id, SectionOf(exercise));
    AddField("kind", exercise.kind.value, exercise.kind.span);
    AddFields("targets", exercise.targets);
    AddFields("equipment", exercise.equipment);
    AddText("start-position", exercise.start_position);
    // Without a place it is not in the file, but the default.
    if (exercise.sides.span.size() > 0) {
      AddField("sides", exercise.sides.value == Sides::kEach ? "each" : "together", exercise.sides.span);
    }
    AddDose(exercise.dose);
  }

  void AddDose(const Dose& dose) {
    for (const DosePart& part : PartsOf(dose)) AddPart(part);
    if (!dose.progression) return;
    AddAmount("progression.to", dose.progression->of, *dose.progression->to);
    AddAmount("progression.by", dose.progression->of, dose.progression->by);
  }

  void AddAmount(std::string_view field, DoseField of, const Spanned<int>& amount) {
    const auto [value, span] = amount;
    if (IsTime(of)) {
      AddQuantity(field, Seconds{value, value}, span);
    } else {
      AddQuantity(field, Count{value, value}, span);
    }
  }

  std::string SectionOf(const Exercise& exercise) const {
    for (const Section& section : guide_.sections) {
      for (const Block& block : section.blocks) {
        const auto* shown = std::get_if<ExercisesBlock>(&block.content);
        if (shown == nullptr) continue;
        const bool is_here =
            std::ranges::any_of(shown->ids, [&](const auto& id) { return id.value == exercise.id.value; });
        if (is_here) return section.id.value;
      }
    }
    return {};
  }

  const Library& library_;
  const Guide& guide_;
  Facts facts_;
};

template <class Keep>
std::vector<const Fact*> Kept(const Facts& facts, const Subject& subject, const Keep& keep) {
  const auto index = static_cast<std::size_t>(&subject - facts.subjects.data());
  std::vector<const Fact*> kept;
  for (const Fact& fact : facts.facts) {
    if (fact.subject == index && keep(fact)) kept.push_back(&fact);
  }
  return kept;
}

}  // namespace

std::string_view SubjectName(SubjectKind kind) {
  static constexpr std::array<std::string_view, 5> kNames = {"list", "protocol", "claim", "exercise",
                                                             "routine"};
  return kNames[static_cast<std::size_t>(kind)];
}

const Subject* Facts::Find(SubjectKind kind, std::string_view id) const {
  const auto found = std::ranges::find_if(
      subjects, [&](const Subject& subject) { return subject.kind == kind && subject.id.value == id; });
  return found == subjects.end() ? nullptr : &*found;
}

std::vector<std::string> Facts::IdsOf(SubjectKind kind) const {
  std::vector<std::string> ids;
  for (const Subject& subject : subjects) {
    if (subject.kind == kind) ids.push_back(subject.id.value);
  }
  return ids;
}

std::vector<const Fact*> Facts::Of(const Subject& subject, FactKind kind) const {
  return Kept(*this, subject, [&](const Fact& fact) { return fact.kind == kind; });
}

std::vector<const Fact*> Facts::FieldOf(const Subject& subject, std::string_view field) const {
  return Kept(*this, subject,
              [&](const Fact& fact) { return fact.kind == FactKind::kField && fact.name == field; });
}

Facts FactsOf(const Library& library, const Guide& guide) {
  return FactCollector(library, guide).Run();
}

std::string PlaceText(const Sources& sources, const Span& span) {
  const Source& source = sources[span.source];
  return fmt::format("{}:{}", source.path(), source.PositionOf(span.begin).line);
}

std::string DumpFacts(const Facts& facts, const Sources& sources) {
  std::string out;
  for (const Fact& fact : facts.facts) {
    const std::string cites =
        fact.cites.empty() ? std::string() : fmt::format(" [@{}]", fmt::join(fact.cites, "; @"));
    out += fmt::format("{}\t{}{}\n", PlaceText(sources, fact.span), fact.words, cites);
  }
  return out;
}

}  // namespace guidec
