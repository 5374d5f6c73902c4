#include "rules/speller.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <hunspell/hunspell.hxx>

#include "base/hash.h"
#include "text/language.h"
#include "text/words.h"

namespace guidec {
namespace {

constexpr std::uint64_t kMaxDictionaryBytes = 256 << 20;

// More words than any library uses.
constexpr std::size_t kMostVerdicts = 200'000;

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

}  // namespace

Speller::Speller(const fs::path& base)
    : hunspell_(
          std::make_unique<Hunspell>((fs::path(base) += ".aff").c_str(), (fs::path(base) += ".dic").c_str())),
      encoding_(hunspell_->get_dict_encoding()) {}

Speller::~Speller() = default;

Speller* Speller::Find(std::string_view language) {
  static std::mutex mutex;
  // Never taken down: that would take longer than it is worth at the program's end.
  static auto& loaded = *new std::map<fs::path, Speller>;
  const std::optional<fs::path> base = FindFiles(language);
  if (!base) return nullptr;
  const std::lock_guard lock(mutex);
  return &loaded.try_emplace(*base, *base).first->second;
}

bool Speller::Knows(std::string_view word) {
  const std::lock_guard lock(mutex_);
  const auto remembered = verdicts_.find(std::string(word));
  if (remembered != verdicts_.end()) return remembered->second;
  const auto encoded = Recode(StraightApostrophes(word), "UTF-8", encoding_);
  const bool knows = encoded && hunspell_->spell(*encoded);
  if (verdicts_.size() < kMostVerdicts) verdicts_.emplace(word, knows);
  return knows;
}

std::vector<std::string> Speller::Suggest(std::string_view word, std::size_t most) {
  std::vector<std::string> suggestions;
  const std::lock_guard lock(mutex_);
  const auto encoded = Recode(StraightApostrophes(word), "UTF-8", encoding_);
  if (!encoded) return suggestions;
  for (const std::string& suggestion : hunspell_->suggest(*encoded)) {
    if (suggestions.size() == most) break;
    if (auto decoded = Recode(suggestion, encoding_, "UTF-8")) suggestions.push_back(*std::move(decoded));
  }
  return suggestions;
}

std::string DictionaryDigest(std::string_view language, const FileSystem& files) {
  const std::optional<fs::path> base = FindFiles(language);
  if (!base) return "none";
  std::string digests;
  for (const char* extension : {".aff", ".dic"}) {
    const auto bytes = files.Read(fs::path(*base) += extension, kMaxDictionaryBytes);
    digests += bytes ? Sha256(*bytes) : bytes.error().message;
  }
  return digests;
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
