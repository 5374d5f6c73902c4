#include "model/dose/dose_key.h"

#include <optional>

#include "model/read/readers.h"

namespace guidec {
namespace {

// One value by the grammar of its type: only a hold may be a range of times.
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, std::optional<Spanned<Count>>& to) {
  to = ReadCount(in, dose, key);
}
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, std::optional<Spanned<Seconds>>& to) {
  to = ReadOneDuration(in, dose, key);
}
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, std::optional<Spanned<Tempo>>& to) {
  to = ReadTempo(in, dose, key);
}
void ReadValue(ReadContext& in, const Node& dose, std::string_view key, Prose& to) {
  to = ReadMarkdown(in, dose, key);
}

void AddPart(std::string_view name, const Prose& prose, std::vector<DosePart>& parts) {
  if (prose) parts.push_back({name, prose.span(), &prose});
}
template <class Quantity>
void AddPart(std::string_view name, const std::optional<Spanned<Quantity>>& quantity,
             std::vector<DosePart>& parts) {
  if (quantity) parts.push_back({name, quantity->span, quantity->value});
}

// A key whose value one member holds.
template <auto kMember>
constexpr DoseKey Key(std::string_view key) {
  return {key,
          [](ReadContext& in, const Node& dose, const DoseKey& self, Dose& to) {
            ReadValue(in, dose, self.key, to.*kMember);
          },
          [](const Dose& dose, const DoseKey& self, std::vector<DosePart>& parts) {
            AddPart(self.key, dose.*kMember, parts);
          }};
}

void AddHoldParts(const Dose& dose, const DoseKey& key, std::vector<DosePart>& parts) {
  if (!dose.hold) return;
  if (const OpenHold* open = OpenHoldOf(dose)) {
    AddPart("hold.until", open->until, parts);
    AddPart("hold.start", open->start, parts);
    AddPart("hold.add", open->add, parts);
  } else {
    parts.push_back({key.key, dose.hold->span, std::get<Seconds>(dose.hold->value)});
  }
}

constexpr DoseKey kKeys[] = {
    {"hold",
     [](ReadContext& in, const Node& dose, const DoseKey&, Dose& to) { to.hold = ReadHold(in, dose); },
     AddHoldParts},
    Key<&Dose::reps>("reps"),
    Key<&Dose::tempo>("tempo"),
    Key<&Dose::sets>("sets"),
    Key<&Dose::rest>("rest"),
    Key<&Dose::frequency>("frequency"),
    Key<&Dose::intensity>("intensity"),
    {"progression",
     [](ReadContext& in, const Node& dose, const DoseKey&, Dose& to) { ReadProgression(in, dose, to); },
     Key<&Dose::progression_in_words>("progression").add_parts},
};

}  // namespace

std::span<const DoseKey> DoseKeys() {
  return kKeys;
}

std::vector<DosePart> PartsOf(const Dose& dose) {
  std::vector<DosePart> parts;
  for (const DoseKey& key : kKeys) key.add_parts(dose, key, parts);
  return parts;
}

}  // namespace guidec
