#include "text/medicine.h"

#include <algorithm>
#include <string_view>

namespace guidec {
namespace {

constexpr Phrases kMedicines{
    // By generic name.
    "ibuprofen|acetaminophen|paracetamol|aspirin|naproxen|diclofenac|ketoprofen|celecoxib|meloxicam|"
    "indomethacin|etoricoxib|metamizole",
    "codeine|tramadol|morphine|oxycodone|hydrocodone|fentanyl",
    "cortisone|prednisone|prednisolone|dexamethasone|methotrexate",
    "methocarbamol|cyclobenzaprine|baclofen|diazepam|gabapentin|pregabalin|lidocaine|warfarin",
    // By kind.
    "nsaid|nsaids|opioid|opioids|painkiller|painkillers|anti-inflammatories",
    "pain "
    "killer|killers|reliever|relievers|medicine|medicines|medication|medications|drug|drugs|pill|pills|"
    "tablet|tablets",
    "pain-relieving|anti-inflammatory "
    "medicine|medicines|medication|medications|drug|drugs|pill|pills|tablet|tablets|cream|gel",
    "muscle relaxant|relaxants|relaxer|relaxers",
    "blood thinner|thinners",
    "cortisone|steroid injection|injections|shot|shots",
    "medication|medications|medicine|medicines|drug|drugs",
};

// "sports medicine", "medicine ball", "the best medicine", "drug-free".
bool IsNoMedicine(std::span<const std::string> words, const Match& match) {
  constexpr std::string_view kFields[] = {
      "sports",         "sport",     "family", "emergency", "internal",    "physical", "good",
      "rehabilitation", "lifestyle", "best",   "of",        "alternative", "chinese"};
  constexpr std::string_view kThings[] = {"ball", "balls", "cabinet", "store", "free"};
  const bool is_generic = match.end == match.begin + 1;
  const bool is_field =
      match.begin > 0 && std::ranges::find(kFields, words[match.begin - 1]) != std::end(kFields);
  const bool is_thing =
      match.end < words.size() && std::ranges::find(kThings, words[match.end]) != std::end(kThings);
  return is_generic && words[match.begin].starts_with("medicine") && (is_field || is_thing);
}

}  // namespace

std::optional<Match> FindMedicine(std::span<const std::string> words) {
  for (std::size_t from = 0;;) {
    const auto match = FindAnyPhrase(words, kMedicines, from);
    if (!match || !IsNoMedicine(words, *match)) return match;
    from = match->end;
  }
}

}  // namespace guidec
