#include "rules/medicine_words.h"

#include <algorithm>
#include <cstddef>

#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec {
namespace {

// Endings that hardly another word has.
constexpr std::string_view kEndings[] = {
    // Complaints.
    "itis",
    "itic",
    "itides",
    "algia",
    "algic",
    "emia",
    "emic",
    "osis",
    "oses",
    "otic",
    "pathy",
    "pathies",
    "pathic",
    "uria",
    "uric",
    "penia",
    "plegia",
    "plegic",
    "paresis",
    "megaly",
    "trophy",
    "trophic",
    "plasia",
    "plastic",
    "phagia",
    "phasia",
    "praxia",
    "kinesia",
    "kinetic",
    "esthesia",
    "cardia",
    "cardic",
    "pnea",
    "pnoea",
    "rrhea",
    "rrhoea",
    "rrhage",
    "rrhagic",
    "phobia",
    "phobic",
    "opia",
    "opsia",
    "dynia",
    "edema",
    "ectasis",
    "ectasia",
    "listhesis",
    "cele",
    "lysis",
    "lytic",
    "stasis",
    "static",
    "ptysis",
    "oxia",
    "oxic",
    "tonia",
    "tonic",
    "thorax",
    "oma",
    "omas",
    "omata",
    // Operations and tests.
    "ectomy",
    "ectomies",
    "otomy",
    "otomies",
    "ostomy",
    "ostomies",
    "plasty",
    "plasties",
    "scopy",
    "scopies",
    "scopic",
    "scope",
    "graphy",
    "graphic",
    "gram",
    "grams",
    "metry",
    "meter",
    "centesis",
    "desis",
    "rrhaphy",
    "therapy",
    "tripsy",
    "cyte",
    "cytes",
    "blast",
    "blasts",
    "genic",
    "genesis",
    "globin",
    "globins",
    // Medicines.
    "azole",
    "azoles",
    "mycin",
    "micin",
    "cillin",
    "cillins",
    "cycline",
    "floxacin",
    "statin",
    "statins",
    "sartan",
    "pril",
    "prils",
    "olol",
    "olols",
    "dipine",
    "zosin",
    "gliptin",
    "gliflozin",
    "glutide",
    "formin",
    "mab",
    "tinib",
    "vir",
    "parin",
    "xaban",
    "grel",
    "setron",
    "triptan",
    "thiazide",
    "semide",
    "caine",
    "dronate",
    "dronic",
    "profen",
    "oxicam",
    "coxib",
    "fenac",
    "zepam",
    "zolam",
    "barbital",
    "tidine",
    "terol",
    "sone",
    "olone",
    "onide",
    "tropium",
    "triptyline",
    "pramine",
    "oxetine",
    "apine",
    "idone",
    "azine",
    "romine",
    "oxine",
    "oxin",
    "curium",
    "fentanil",
    "codone",
    "morphone",
    "adol",
    "amol",
};

// Endings that everyday words have as well: only of long words.
constexpr std::string_view kCommonEndings[] = {"ine",  "ines", "ol",   "ols", "oid",  "oids", "ase",
                                               "ases", "ide",  "ides", "one", "ones", "ium"};

struct Spelling {
  std::string_view british, american;
};
constexpr Spelling kSpellings[] = {
    {"aem", "em"},     {"oed", "ed"},   {"oesoph", "esoph"}, {"oestr", "estr"}, {"noea", "nea"},
    {"rhoea", "rhea"}, {"paed", "ped"}, {"gynae", "gyne"},   {"anaes", "anes"}, {"aesth", "esth"},
    {"faec", "fec"},   {"caec", "cec"}, {"leuco", "leuko"},  {"foet", "fet"},   {"aetio", "etio"},
    {"coeli", "celi"}, {"caes", "ces"}, {"lysed", "lyzed"},  {"lyse", "lyze"},  {"amoeb", "ameb"},
};

constexpr std::string_view kLatinHeads =
    "gluteus|vastus|rectus|biceps|triceps|quadriceps|flexor|flexors|extensor|extensors|tensor|abductor|"
    "adductor|"
    "peroneus|fibularis|tibialis|serratus|latissimus|obliquus|levator|quadratus|musculus|nervus|arteria|vena|"
    "ligamentum|fascia|fasciae|erector|transversus|pectoralis|teres|rhomboideus|trapezius|gastrocnemius|"
    "iliopsoas|"
    "psoas|longissimus|iliocostalis|multifidus|spinalis|semispinalis|splenius|scalenus|longus|pronator|"
    "supinator|"
    "palmaris|plantaris|interosseous|opponens|lumbricals|obturator|gemellus|sphincter|corpus|os|foramen|"
    "linea|"
    "processus|tuberculum|hallux|genu|coxa|pes|cauda|medulla|dura|pia|locus|angina|rigor|placenta|diabetes|"
    "acne|tinea|"
    "pityriasis|lichen|herpes|status|myasthenia|alopecia|pruritus|spina|situs|ductus|uterus|cervix|labia|vas|"
    "substantia|globus|nucleus|cor|vitiligo|talipes|osteogenesis|xeroderma|hyperemesis|abruptio|chordae|"
    "sinus|crista|"
    "otitis|purpura";

bool IsLatin(std::string_view word) {
  constexpr std::string_view kLatin[] = {"us", "is",   "ae",   "um",   "ii", "ix", "ax",
                                         "or", "orum", "arum", "oris", "i",  "a"};
  constexpr std::size_t kShortest = 4;
  return word.size() >= kShortest &&
         std::ranges::any_of(kLatin, [&](std::string_view end) { return word.ends_with(end); });
}

template <std::size_t kCount>
bool EndsIn(std::string_view word, const std::string_view (&endings)[kCount], std::size_t shortest) {
  return std::ranges::any_of(endings, [&](std::string_view ending) {
    return word.ends_with(ending) && word.size() >= ending.size() + shortest;
  });
}

}  // namespace

bool HasMedicalEnding(std::string_view word) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLong = 6;
  const std::string lower = LowerCase(word);
  return EndsIn(lower, kEndings, kShortest) || EndsIn(lower, kCommonEndings, kLong);
}

std::vector<std::string> AmericanTerms(std::string_view word) {
  std::vector<std::string> terms;
  const std::string lower = LowerCase(word);
  for (const auto& [british, american] : kSpellings) {
    const std::size_t at = lower.find(british);
    if (at == std::string::npos) continue;
    terms.push_back(lower.substr(0, at) + std::string(american) + lower.substr(at + british.size()));
  }
  return terms;
}

bool IsOfLatinName(const std::vector<std::string>& before, std::string_view word) {
  if (!IsLatin(word)) return false;
  for (std::size_t at = before.size(); at-- > 0;) {
    if (IsOneOf(before[at], kLatinHeads)) return true;
    if (!IsLatin(before[at])) return false;
  }
  return false;
}

}  // namespace guidec
