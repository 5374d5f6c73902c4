#include "rules/science_words.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "text/letter_case.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec {
namespace {

// UCUM's units that take a prefix, in the signs that texts use, and those that take none.
constexpr std::string_view kMetric =
    "m|s|g|K|mol|cd|Hz|N|Pa|J|W|A|V|F|\u03A9|\u2126|S|T|H|lm|lx|Bq|Gy|Sv|l|L|t|bar|eV|cal|eq|Eq|osm|Osm|kat|"
    "U|IU|"
    "rad|Wb|B|Nm|Wh|Ah|Pas|mHg|mH";
constexpr std::string_view kOther =
    "min|mins|sec|secs|h|hr|hrs|d|wk|wks|mo|mos|yr|yrs|lb|lbs|oz|ft|in|yd|yds|mi|mph|kph|kmh|km|bpm|rpm|gal|"
    "qt|pt|"
    "tsp|tbsp|mmHg|cmH|psi|ppm|ppb|met|mets|kcals|cals|kgs|cms|ftlb|deg|kilos|cc|mcg|mcgs|mgs";
constexpr std::string_view kPrefixes[] = {"da", "\u00B5", "\u03BC", "Y", "Z", "E", "P", "T", "G", "M", "k",
                                          "h",  "d",      "c",      "m", "u", "n", "p", "f", "a", ""};

constexpr std::string_view kElements =
    "H|He|Li|Be|B|C|N|O|F|Ne|Na|Mg|Al|Si|P|S|Cl|Ar|K|Ca|Sc|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|"
    "Y|Zr|"
    "Nb|Mo|Tc|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|I|Xe|Cs|Ba|La|Ce|Pr|Nd|Pm|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Hf|Ta|W|Re|"
    "Os|Ir|"
    "Pt|Au|Hg|Tl|Pb|Bi|Po|At|Rn|Ra|Th|U|Pu";

// Of Greek and Latin words of the body, of science and of place. The second row opens everyday words, too, so
// that a slip may look like it.
constexpr std::string_view kForms[] = {
    "acromio", "anti",    "arthro",  "atlanto",  "auto",    "bio",     "broncho", "calcaneo", "cardio",
    "carpo",   "cerebro", "chemo",   "chondro",  "cortico", "costo",   "coxo",    "cranio",   "cyto",
    "dermo",   "dorso",   "electro", "endo",     "epi",     "fasci",   "femoro",  "fibro",    "gastro",
    "gleno",   "glyco",   "haemo",   "hemo",     "hepato",  "humero",  "hydro",   "hypo",     "ileo",
    "ilio",    "immuno",  "infra",   "iso",      "kinesio", "leuko",   "lumbo",   "lympho",   "macro",
    "mechano", "medio",   "meso",    "meta",     "mono",    "musculo", "myo",     "nephro",   "neuro",
    "nucleo",  "oro",     "ortho",   "osteo",    "para",    "patello", "peri",    "photo",    "physio",
    "plantar", "poly",    "pseudo",  "psycho",   "pulmo",   "radio",   "retro",   "sacro",    "scapulo",
    "sensori", "spino",   "sterno",  "supra",    "tendo",   "thermo",  "thoraco", "tibio",    "ultra",
    "uro",     "vaso",    "veno",    "vestibulo"};
constexpr std::string_view kPlainForms[] = {"bi",   "co",   "de",  "dis", "extra", "inter", "intra", "mid",
                                            "over", "post", "pre", "re",  "sub",   "super", "trans", "under"};
constexpr std::string_view kEndings[] = {"borne", "proof", "like", "wide", "s", "'s", "ers"};

bool IsLower(char c) {
  return std::islower(static_cast<unsigned char>(c)) != 0;
}

// "TNF\u03B1"
bool IsCapitalsWithGreek(std::string_view word) {
  constexpr std::size_t kLetter = 2;  // bytes of a Greek one
  if (word.size() < kLetter + 2) return false;
  const auto lead = static_cast<unsigned char>(word[word.size() - kLetter]);
  return (lead == 0xCE || lead == 0xCF) &&
         std::ranges::all_of(word.substr(0, word.size() - kLetter), IsUpper);
}

}  // namespace

bool IsUnitSign(std::string_view word) {
  if (IsOneOf(word, kOther)) return true;
  return std::ranges::any_of(kPrefixes, [&](std::string_view prefix) {
    return word.starts_with(prefix) && IsOneOf(word.substr(prefix.size()), kMetric);
  });
}

bool IsChemicalFormula(std::string_view word) {
  constexpr std::size_t kMost = 8;
  if (word.size() < 2 || word.size() > kMost) return false;
  while (!word.empty()) {
    const std::size_t length = word.size() > 1 && IsLower(word[1]) ? 2 : 1;
    if (!IsOneOf(word.substr(0, length), kElements)) return false;
    word.remove_prefix(length);
  }
  return true;
}

bool IsMarkedAbbreviation(std::string_view word) {
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    const bool ends = at + 2 == word.size();
    if (IsLower(word[at]) && IsUpper(word[at + 1]) && (!ends || IsUpper(word.front()))) return true;
  }
  if (IsCapitalsWithGreek(word)) return true;
  if (word.size() > 3 && IsLower(word.back()) &&
      std::ranges::all_of(word.substr(0, word.size() - 1), IsUpper))
    return true;
  if (word.size() < 3) return false;
  const std::string_view numeral = word.substr(0, word.size() - 1);
  return IsLower(word.back()) && numeral.find_first_not_of("IVX") == std::string_view::npos;
}

bool IsCombined(std::string_view word, const std::function<bool(std::string_view)>& is_known) {
  const std::string lower = LowerCase(word);
  const auto is_behind = [&](std::string_view form, std::size_t shortest) {
    return lower.starts_with(form) && lower.size() >= form.size() + shortest &&
           is_known(std::string_view(lower).substr(form.size()));
  };
  const auto is_before = [&](std::string_view ending) {
    constexpr std::size_t kShortest = 4;
    if (!lower.ends_with(ending) || lower.size() < ending.size() + kShortest) return false;
    return is_known(std::string_view(lower).substr(0, lower.size() - ending.size()));
  };
  if (std::ranges::any_of(kEndings, is_before)) return true;
  if ((lower.ends_with("vore") || lower.ends_with("vores")) &&
      is_known(lower.substr(0, lower.rfind("vore")) + "vorous")) {
    return true;
  }
  if (lower.ends_with("ized") && is_known(std::string_view(lower).substr(0, lower.size() - 1))) return true;
  return std::ranges::any_of(kForms, [&](std::string_view form) { return is_behind(form, 5); }) ||
         std::ranges::any_of(kPlainForms, [&](std::string_view form) { return is_behind(form, 6); });
}

}  // namespace guidec
