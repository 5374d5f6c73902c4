#include "text/spelling.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/uloc.h>
#include <hunspell/hunspell.hxx>

#include "text/words.h"

namespace guidec {
namespace {

namespace fs = std::filesystem;

struct Tag {
  std::string language;
  std::string script;
  std::string region;
};

Tag ReadTag(const std::string& locale) {
  const auto part = [&](auto get) {
    std::array<char, 16> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    get(locale.c_str(), buffer.data(), static_cast<std::int32_t>(buffer.size()), &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING ? std::string(buffer.data())
                                                                          : std::string();
  };
  return {part(uloc_getLanguage), part(uloc_getScript), part(uloc_getCountry)};
}

// With the region that most readers of the language live in, where the tag names none.
Tag Likely(std::string_view language) {
  const std::string locale(language);
  Tag tag = ReadTag(locale);
  if (!tag.region.empty()) return tag;
  std::array<char, ULOC_FULLNAME_CAPACITY> full{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_addLikelySubtags(locale.c_str(), full.data(), ULOC_FULLNAME_CAPACITY, &status);
  if (U_SUCCESS(status)) tag.region = ReadTag(full.data()).region;
  return tag;
}

std::optional<fs::path> FindFiles(std::string_view language) {
  const char* named = std::getenv("GUIDEC_HUNSPELL_DIR");
  const fs::path folder = named != nullptr && *named != '\0' ? named : "/usr/share/hunspell";
  const Tag tag = Likely(language);
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

// Nothing when the text cannot be written in the encoding.
std::optional<std::string> Convert(std::string_view text, const std::string& from, const std::string& to) {
  UErrorCode status = U_ZERO_ERROR;
  std::string converted(text.size() * 4 + 8, '\0');
  const std::int32_t size =
      ucnv_convert(to.c_str(), from.c_str(), converted.data(), static_cast<std::int32_t>(converted.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  converted.resize(static_cast<std::size_t>(size));
  // ICU writes this character for what the encoding lacks.
  if (converted.find('\x1A') != std::string::npos) return std::nullopt;
  return converted;
}

}  // namespace

Speller::Speller(Hunspell& hunspell) : hunspell_(hunspell), encoding_(hunspell.get_dict_encoding()) {}

Speller* Speller::Find(std::string_view language) {
  struct Loaded {
    std::unique_ptr<Hunspell> hunspell;
    std::unique_ptr<Speller> speller;
  };
  thread_local std::map<fs::path, Loaded> cache;
  const std::optional<fs::path> base = FindFiles(language);
  if (!base) return nullptr;
  Loaded& loaded = cache[*base];
  if (loaded.speller == nullptr) {
    loaded.hunspell =
        std::make_unique<Hunspell>((fs::path(*base) += ".aff").c_str(), (fs::path(*base) += ".dic").c_str());
    loaded.speller = std::make_unique<Speller>(*loaded.hunspell);
  }
  return loaded.speller.get();
}

bool Speller::Knows(std::string_view word) {
  const auto encoded = Convert(StraightApostrophes(word), "UTF-8", encoding_);
  return encoded && hunspell_.spell(*encoded);
}

std::vector<std::string> Speller::Suggest(std::string_view word, std::size_t most) {
  std::vector<std::string> suggestions;
  const auto encoded = Convert(StraightApostrophes(word), "UTF-8", encoding_);
  if (!encoded) return suggestions;
  for (const std::string& suggestion : hunspell_.suggest(*encoded)) {
    if (suggestions.size() == most) break;
    if (auto decoded = Convert(suggestion, encoding_, "UTF-8")) suggestions.push_back(*std::move(decoded));
  }
  return suggestions;
}

std::string DictionaryPackage(std::string_view language) {
  Tag tag = Likely(language);
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
