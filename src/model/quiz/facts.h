// What a guide states as data: the members of its lists and their tags, the order of its protocols, the
// truth of its claims, the fields of its exercises. Proofs are evaluated over these alone.
#ifndef GUIDEC_MODEL_QUIZ_FACTS_H_
#define GUIDEC_MODEL_QUIZ_FACTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/content/id.h"
#include "model/dose/measure.h"
#include "text/source.h"

namespace guidec {

struct Guide;    // model/content/guide.h
struct Library;  // model/content/library.h

enum class SubjectKind : std::uint8_t { kList, kProtocol, kClaim, kExercise, kRoutine };

// "list", "protocol", …
std::string_view SubjectName(SubjectKind kind);

// What facts are about. The routine's id is "routine".
struct Subject {
  SubjectKind kind = SubjectKind::kList;
  Id id;
  std::string section;  // where the guide shows it first; empty for the introduction and the routine
};

enum class FactKind : std::uint8_t { kMember, kTag, kStep, kClaim, kField };

// What a field's value is compared by.
enum class ValueType : std::uint8_t { kId, kText, kQuantity };

struct Fact {
  FactKind kind = FactKind::kMember;
  std::size_t subject = 0;              // its place in Facts::subjects
  std::string name = {};                // the member that bears the tag; the field, such as "hold"
  std::string value = {};               // the member, tag, step or field's value; a claim's "true" or "false"
  int step = 0;                         // counted from 1
  std::vector<std::string> cites = {};  // of a claim
  ValueType type = ValueType::kId;      // of a field
  std::variant<Seconds, Count> quantity = {};
  Span span{};
  std::string words = {};  // "`groin` is in list `symptoms`"
};

struct Facts {
  std::vector<Subject> subjects;
  std::vector<Fact> facts;  // in the order of their subjects

  // The first of that kind and id, or null.
  const Subject* Find(SubjectKind kind, std::string_view id) const;
  std::vector<std::string> IdsOf(SubjectKind kind) const;
  std::vector<const Fact*> Of(const Subject& subject, FactKind kind) const;
  // The values of an exercise's or the routine's field.
  std::vector<const Fact*> FieldOf(const Subject& subject, std::string_view field) const;
};

// Of the guide and the exercises that it shows. What could not be read is not in it; a claim whose truth
// cannot be read has none.
Facts FactsOf(const Library& library, const Guide& guide);

// A line for each fact: its place, a tabulator and its words.
std::string DumpFacts(const Facts& facts, const Sources& sources);

// "guides/hips/guide.yaml:25"
std::string PlaceText(const Sources& sources, const Span& span);

}  // namespace guidec

#endif  // GUIDEC_MODEL_QUIZ_FACTS_H_
