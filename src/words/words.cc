#include "words/words.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "text/language.h"
#include "words/tables.h"

namespace guidec {
namespace {

constexpr std::string_view kFallback = "en";

const WordTable* TableOf(std::string_view tag) {
  for (const WordTable& table : kWordTables) {
    if (table.tag == tag) return &table;
  }
  return nullptr;
}

std::size_t IndexOf(Word word) {
  return static_cast<std::size_t>(word);
}

// The number at `at`, of `length` digits; 0 for what is none.
int NumberAt(std::string_view text, std::size_t at, std::size_t length) {
  int number = 0;
  if (text.size() < at + length) return 0;
  std::from_chars(text.data() + at, text.data() + at + length, number);
  return number;
}

}  // namespace

bool HasWords(std::string_view tag) {
  return TableOf(PrimaryLanguage(tag)) != nullptr;
}

std::optional<Word> FindWord(std::string_view key) {
  const auto found = std::ranges::find(kWordKeys, key);
  if (found == kWordKeys.end()) return std::nullopt;
  return static_cast<Word>(found - kWordKeys.begin());
}

Wording::Wording(std::string_view tag) : tag_(tag), language_(TableOf(PrimaryLanguage(tag))) {
  if (language_ == nullptr) {
    language_ = TableOf(kFallback);
  } else if (tag != language_->tag) {
    region_ = TableOf(tag);
  }
}

std::string_view Wording::operator[](Word word) const {
  const std::string_view own = region_ == nullptr ? std::string_view() : (*region_->words)[IndexOf(word)];
  return own.data() == nullptr ? (*language_->words)[IndexOf(word)] : own;
}

std::string Wording::Filled(
    Word word, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
  const std::string_view pattern = (*this)[word];
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    text += pattern.substr(at, open - at);
    at = std::min(pattern.find('}', open), pattern.size() - 1) + 1;
    for (const auto& [name, value] : values) {
      if (open < pattern.size() && pattern.substr(open + 1, at - open - 2) == name) text += value;
    }
    if (open == pattern.size()) break;
  }
  return text;
}

std::string Wording::Counted(Word one, Word other, int count) const {
  return Filled(count == 1 ? one : other, {{"count", fmt::format("{}", count)}});
}

std::string Wording::Date(std::string_view iso) const {
  const bool is_date = iso.size() == 7 || iso.size() == 10;
  const int month = is_date ? NumberAt(iso, 5, 2) : 0;
  if (month < 1 || month > 12) return std::string(iso);
  const std::string_view name =
      (*this)[static_cast<Word>(IndexOf(Word::kMonth01) + static_cast<std::size_t>(month) - 1)];
  const std::string year = fmt::format("{}", NumberAt(iso, 0, 4));
  const std::string day = fmt::format("{}", NumberAt(iso, 8, 2));
  return iso.size() == 7 ? Filled(Word::kDateMonth, {{"month", name}, {"year", year}})
                         : Filled(Word::kDate, {{"day", day}, {"month", name}, {"year", year}});
}

std::map<std::string, std::string> Wording::All() const {
  std::map<std::string, std::string> all;
  for (std::size_t at = 0; at < kWordCount; ++at) {
    all.emplace(kWordKeys[at], (*this)[static_cast<Word>(at)]);
  }
  return all;
}

}  // namespace guidec
