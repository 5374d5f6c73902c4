// ICU cuts by Unicode's rules (UAX 29); what those leave open is joined here: sentences at certain
// abbreviations, words at hyphens.
#include "text/words.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/utext.h>

#include "base/standard_streams.h"
#include "text/utf8.h"

namespace guidec {
namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseCaseMap {
  void operator()(UCaseMap* cases) const { ucasemap_close(cases); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

Iterator Open(UBreakIteratorType type, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(ubrk_open(type, language.c_str(), nullptr, 0, &status));
  if (U_SUCCESS(status)) return iterator;
  if (!language.empty()) return Open(type, "");
  Say("guidec: ICU has no break rules: {}\n", u_errorName(status));
  std::abort();
}

// Opening one costs more than cutting a page, so each thread keeps its own.
UBreakIterator* CachedIterator(UBreakIteratorType type, std::string_view language) {
  thread_local std::map<std::pair<UBreakIteratorType, std::string>, Iterator> cache;
  Iterator& iterator = cache[{type, std::string(language)}];
  if (iterator == nullptr) iterator = Open(type, std::string(language));
  return iterator.get();
}

// Calls `visit(begin, end, rule_status)` for every piece between two breaks.
template <class Visit>
void Cut(UBreakIteratorType type, std::string_view text, std::string_view language, const Visit& visit) {
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  UBreakIterator* iterator = CachedIterator(type, language);
  ubrk_setUText(iterator, &utext, &status);
  if (U_FAILURE(status)) {
    Say("guidec: ICU cannot read a text: {}\n", u_errorName(status));
    std::abort();
  }
  std::size_t begin = 0;
  for (std::int32_t next = ubrk_next(iterator); next != UBRK_DONE; next = ubrk_next(iterator)) {
    const auto end = static_cast<std::size_t>(next);
    visit(begin, end, ubrk_getRuleStatus(iterator));
    begin = end;
  }
  utext_close(&utext);
}

constexpr std::string_view kNeverLast[] = {"e.g.", "i.e.", "cf.",   "vs.",  "viz.", "Dr.",    "Mr.",
                                           "Mrs.", "Ms.",  "Prof.", "E.g.", "I.e.", "approx."};
constexpr std::string_view kBeforeNumber[] = {"No.", "no.", "Nos.", "Fig.", "fig.", "Figs.",
                                              "p.",  "pp.", "ca.",  "Vol.", "vol.", "Ch."};

bool EndsWithWord(std::string_view text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  text.remove_suffix(word.size());
  return text.empty() || std::isalnum(static_cast<unsigned char>(text.back())) == 0;
}

bool Joins(std::string_view before, std::string_view after, std::string_view language) {
  if (!language.starts_with("en")) return false;
  const auto ends = [&](std::string_view word) { return EndsWithWord(before, word); };
  if (std::ranges::any_of(kNeverLast, ends)) return true;
  return !after.empty() && std::isdigit(static_cast<unsigned char>(after.front())) != 0 &&
         std::ranges::any_of(kBeforeNumber, ends);
}

bool IsHyphen(std::string_view text) {
  return text == "-" || text == "\u2010" || text == "\u2011";
}

}  // namespace

std::vector<Piece> Sentences(std::string_view text, std::string_view language) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<Piece> sentences;
  Cut(UBRK_SENTENCE, text, language, [&](std::size_t begin, std::size_t end, std::int32_t) {
    const std::string_view piece = text.substr(begin, end - begin);
    const std::size_t first = piece.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return;
    const std::size_t last = piece.find_last_not_of(kBlanks) + 1;
    const std::string_view sentence = piece.substr(first, last - first);
    const bool same_line = begin == 0 || text[begin - 1] != '\n';
    if (!sentences.empty() && same_line) {
      Piece& previous = sentences.back();
      if (Joins(text.substr(previous.begin, previous.end - previous.begin), sentence, language)) {
        previous.end = begin + last;
        return;
      }
    }
    sentences.push_back({begin + first, begin + last});
  });
  return sentences;
}

std::vector<Piece> Words(std::string_view text, std::string_view language) {
  std::vector<Piece> words;
  bool after_hyphen = false;
  Cut(UBRK_WORD, text, language, [&](std::size_t begin, std::size_t end, std::int32_t status) {
    const bool is_word = status >= UBRK_WORD_NUMBER;
    if (is_word && after_hyphen) {
      words.back().end = end;
    } else if (is_word) {
      words.push_back({begin, end});
    }
    after_hyphen =
        !is_word && !words.empty() && words.back().end == begin && IsHyphen(text.substr(begin, end - begin));
  });
  return words;
}

std::string StraightApostrophes(std::string_view text) {
  struct Sign {
    std::string_view typographic;
    std::string_view plain;
  };
  // A soft hyphen only says where a line may break, and U+2011 that none may.
  static constexpr Sign kSigns[] = {
      {"\u2019", "'"}, {"\u02BC", "'"}, {"\u2010", "-"}, {"\u2011", "-"}, {"\u00AD", ""}};
  std::string straight(text);
  if (IsAscii(straight)) return straight;
  for (const Sign& sign : kSigns) {
    for (std::size_t at = straight.find(sign.typographic); at != std::string::npos;
         at = straight.find(sign.typographic, at)) {
      straight.replace(at, sign.typographic.size(), sign.plain);
    }
  }
  return straight;
}

std::string LowerCase(std::string_view text) {
  std::string lower = StraightApostrophes(text);
  if (IsAscii(lower)) {
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, CloseCaseMap> cases(ucasemap_open("", 0, &status));
  std::string converted(lower.size() * 3, '\0');  // no lower case is longer
  const std::int32_t size =
      ucasemap_utf8ToLower(cases.get(), converted.data(), static_cast<std::int32_t>(converted.size()),
                           lower.data(), static_cast<std::int32_t>(lower.size()), &status);
  if (U_FAILURE(status)) return lower;
  converted.resize(static_cast<std::size_t>(size));
  return converted;
}

}  // namespace guidec
