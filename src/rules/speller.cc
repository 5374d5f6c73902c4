#include "rules/speller.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <hunspell/hunspell.hxx>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "text/language.h"
#include "text/letter_case.h"
#include "text/nearest.h"
#include "text/words.h"

namespace guidec {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMaxDictionaryBytes = 256 << 20;

// More words than any library uses.
constexpr std::size_t kMostVerdicts = 200'000;

// Beyond this, reading what is kept takes as long as loading the dictionary.
constexpr std::size_t kMostKept = 20'000;

std::optional<fs::path> FindFiles(std::string_view language) {
  const char* named = std::getenv("GUIDEC_HUNSPELL_DIR");
  const fs::path folder = named != nullptr && *named != '\0' ? named : "/usr/share/hunspell";
  const LanguageTag tag = LikelyTag(language);
  if (tag.language.empty()) return std::nullopt;
  for (const std::string& name : {fmt::format("{}_{}_{}", tag.language, tag.script, tag.region),
                                  fmt::format("{}_{}", tag.language, tag.region), tag.language}) {
    fs::path base = folder / name;
    std::error_code code;
    if (fs::exists(fs::path(base) += ".aff", code) && fs::exists(fs::path(base) += ".dic", code)) {
      return base;
    }
  }
  return std::nullopt;
}

// The words of medicine that Debian's hunspell-en-med adds to English, where it is installed.
std::optional<fs::path> MedicalWords(const fs::path& base) {
  const fs::path words = base.parent_path() / "en_med_glut.dic";
  std::error_code code;
  const bool is_english = base.filename().string().starts_with("en");
  return is_english && fs::exists(words, code) ? std::optional(words) : std::nullopt;
}

// Hunspell gives up on a word after so much time of all threads together, and does not say so.
class Patience {
 public:
  bool MayBeOver() const { return std::clock() - start_ >= TIMELIMIT; }

 private:
  std::clock_t start_ = std::clock();
};

std::string DictionaryDigest(std::string_view language, const FileSystem& files) {
  const std::optional<fs::path> base = FindFiles(language);
  if (!base) return "none";
  std::string digests;
  for (const char* extension : {".aff", ".dic"}) {
    const auto bytes = files.Read(fs::path(*base) += extension, kMaxDictionaryBytes);
    digests += bytes ? Sha256(*bytes) : bytes.error().message;
  }
  if (const auto words = MedicalWords(*base)) {
    const auto bytes = files.Read(*words, kMaxDictionaryBytes);
    digests += bytes ? Sha256(*bytes) : bytes.error().message;
  }
  return digests;
}

// Whether the dictionary has the word with its capital, as it has "French" beside "french".
bool IsNameIn(Hunspell& hunspell, const std::string& word) {
  constexpr std::size_t kLeast = 4;  // "In" and "He" are elements, too
  if (word.size() < kLeast || !IsUpper(word[0]) || IsUpper(word[1])) return false;
  return std::ranges::any_of(hunspell.stem(word), [](const std::string& stem) {
    return stem.size() > 1 && IsUpper(stem[0]) && !IsUpper(stem[1]);
  });
}

// Guards what follows, and the dictionaries that were found.
std::mutex finding;
KeptWords* kept_words = nullptr;

}  // namespace

Speller::Speller(fs::path base) : base_(std::move(base)) {}

Speller::~Speller() = default;

Speller* Speller::Find(std::string_view language) {
  // Never taken down: that would take longer than it is worth at the program's end.
  static auto& found = *new std::map<fs::path, Speller>;
  const std::optional<fs::path> base = FindFiles(language);
  if (!base) return nullptr;
  const std::lock_guard lock(finding);
  Speller& speller = found.try_emplace(*base, *base).first->second;
  if (kept_words != nullptr) kept_words->Recall(std::string(language), speller);
  return &speller;
}

bool Speller::Knows(std::string_view word) {
  const std::lock_guard lock(mutex_);
  return VerdictOn(word).known != Known::kNot;
}

bool Speller::KnowsAsOrdinary(std::string_view word) {
  const std::lock_guard lock(mutex_);
  const Known known = VerdictOn(word).known;
  return known == Known::kOrdinary || known == Known::kName;
}

bool Speller::KnowsAsName(std::string_view word) {
  const std::lock_guard lock(mutex_);
  return VerdictOn(word).known == Known::kName;
}

std::vector<std::string> Speller::Suggest(std::string_view word) {
  const std::lock_guard lock(mutex_);
  Verdict& verdict = VerdictOn(word);
  if (verdict.suggestions) return *verdict.suggestions;
  has_learnt_ = true;
  std::vector<std::string>& suggestions = verdict.suggestions.emplace();
  Hunspell& hunspell = Loaded();
  const auto encoded = Recode(StraightApostrophes(word), "UTF-8", encoding_);
  if (!encoded) return suggestions;
  const Patience patience;
  suggestions = SuggestionsOf(hunspell, *encoded);
  const auto is_near = [&](const std::string& suggestion) { return EditDistance(word, suggestion) == 1; };
  if (Hunspell* medicine = Medicine(); medicine != nullptr && std::ranges::none_of(suggestions, is_near)) {
    const std::vector<std::string> terms = SuggestionsOf(*medicine, *encoded);
    if (const auto term = std::ranges::find_if(terms, is_near); term != terms.end())
      suggestions.insert(suggestions.begin(), *term);
  }
  verdict.are_suggestions_sure = !patience.MayBeOver();
  return suggestions;
}

std::vector<std::string> Speller::SuggestionsOf(Hunspell& hunspell, const std::string& encoded) const {
  std::vector<std::string> suggestions;
  for (const std::string& suggestion : hunspell.suggest(encoded)) {
    if (suggestions.size() == kMostSuggestions) break;
    if (auto decoded = Recode(suggestion, encoding_, "UTF-8")) suggestions.push_back(*std::move(decoded));
  }
  return suggestions;
}

Hunspell& Speller::Loaded() {
  if (hunspell_ == nullptr) {
    hunspell_ =
        std::make_unique<Hunspell>((fs::path(base_) += ".aff").c_str(), (fs::path(base_) += ".dic").c_str());
    encoding_ = hunspell_->get_dict_encoding();
  }
  return *hunspell_;
}

Hunspell* Speller::Medicine() {
  const auto words = medicine_ == nullptr ? MedicalWords(base_) : std::nullopt;
  if (words) medicine_ = std::make_unique<Hunspell>((fs::path(base_) += ".aff").c_str(), words->c_str());
  return medicine_.get();
}

Speller::Verdict& Speller::VerdictOn(std::string_view word) {
  auto known = verdicts_.find(std::string(word));
  if (known == verdicts_.end()) {
    if (verdicts_.size() >= kMostVerdicts) verdicts_.clear();
    Hunspell& hunspell = Loaded();
    const auto encoded = Recode(StraightApostrophes(word), "UTF-8", encoding_);
    const Patience patience;
    const auto knows = [&](Hunspell* one) { return one != nullptr && encoded && one->spell(*encoded); };
    const Known verdict = knows(&hunspell)    ? IsNameIn(hunspell, *encoded) ? Known::kName : Known::kOrdinary
                          : knows(Medicine()) ? Known::kTerm
                                              : Known::kNot;
    known = verdicts_.emplace(word, Verdict{verdict, !patience.MayBeOver()}).first;
    has_learnt_ = true;
  }
  known->second.is_asked = true;
  return known->second;
}

std::optional<std::string> Speller::Learnt() {
  const std::lock_guard lock(mutex_);
  if (!std::exchange(has_learnt_, false)) return std::nullopt;
  const auto asked = std::ranges::count_if(verdicts_, [](const auto& v) { return v.second.is_asked; });
  if (static_cast<std::size_t>(asked) > kMostKept) return std::nullopt;
  Json kept = Json::object();
  for (const bool is_asked : {true, false}) {
    for (const auto& [word, verdict] : verdicts_) {
      if (verdict.is_asked != is_asked || !verdict.is_sure || kept.size() == kMostKept) continue;
      const bool has_suggestions = verdict.suggestions && verdict.are_suggestions_sure;
      kept[word] = {verdict.known, has_suggestions ? Json(*verdict.suggestions) : Json()};
    }
  }
  try {
    return kept.dump();
  } catch (const Json::exception&) {  // a word is no UTF-8
    return std::nullopt;
  }
}

void Speller::Recall(std::string_view learnt) {
  const Json kept = Json::parse(learnt, nullptr, /*allow_exceptions=*/false);
  if (!kept.is_object()) return;
  const std::lock_guard lock(mutex_);
  for (const auto& [word, said] : kept.items()) {
    try {
      Verdict verdict{said.at(0).get<Known>()};
      if (verdict.known > Known::kName) continue;
      if (!said.at(1).is_null()) verdict.suggestions = said.at(1).get<std::vector<std::string>>();
      verdicts_.try_emplace(word, std::move(verdict));
    } catch (const Json::exception&) {
      continue;
    }
  }
}

KeptWords::KeptWords(const Cache& cache, const FileSystem& files) : cache_(cache), files_(files) {
  const std::lock_guard lock(finding);
  kept_words = this;
}

KeptWords::~KeptWords() {
  try {
    Keep();
  } catch (const std::exception&) {
    // Then the words are asked again next time.
  }
}

void KeptWords::Keep() {
  const std::lock_guard lock(finding);
  kept_words = nullptr;
  for (const auto& [speller, language] : languages_) {
    const std::string key = KeyOf(Digest(language));
    const auto learnt = speller->Learnt();
    // The dictionary may have been exchanged before it was loaded.
    if (learnt && KeyOf(DictionaryDigest(language, files_)) == key) cache_.Put(key, *learnt);
  }
}

std::string KeptWords::Digest(const std::string& language) {
  const std::lock_guard lock(mutex_);
  const auto [digest, is_new] = digests_.try_emplace(language);
  if (is_new) digest->second = DictionaryDigest(language, files_);
  return digest->second;
}

void KeptWords::Recall(const std::string& language, Speller& speller) {
  if (!cache_.is_on() || !languages_.try_emplace(&speller, language).second) return;
  if (const auto kept = cache_.Get(KeyOf(Digest(language)))) speller.Recall(*kept);
}

std::string KeptWords::KeyOf(const std::string& digest) const {
  return cache_.KeyOf({"words", digest});
}

std::string DictionaryPackage(std::string_view language) {
  LanguageTag tag = LikelyTag(language);
  if (tag.language == "nb" || tag.language == "nn") tag.language = "no";
  std::string package = "hunspell-" + tag.language;
  // The languages whose dictionaries Debian keeps apart by region.
  constexpr std::string_view kByRegion[] = {"en", "de", "pt"};
  if (std::ranges::find(kByRegion, tag.language) != std::end(kByRegion)) {
    std::ranges::transform(tag.region, tag.region.begin(), [](char c) {
      return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    package += "-" + tag.region;
  }
  return package;
}

}  // namespace guidec
