#include "rules/word_checker.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "rules/language/placeholder_marks.h"
#include "rules/medicine_words.h"
#include "rules/odd_words.h"
#include "rules/title_case.h"
#include "rules/word_forms.h"
#include "text/garbled.h"
#include "text/letter_case.h"
#include "text/odd_character.h"
#include "text/phrase.h"
#include "text/quoted.h"
#include "text/words.h"

namespace guidec {
namespace {

// Above this share of unknown words a text is in another language.
constexpr double kForeignShare = 0.25;
constexpr std::size_t kForeignWords = 20;

// What Hunspell does not know and only ever stands before a hyphen.
constexpr std::string_view kHyphenPrefixes[] = {"pre",    "intra", "un",    "afro",    "anglo",
                                                "austro", "greco", "ibero", "hispano", "indo",
                                                "italo",  "judeo", "luso",  "serbo",   "sino"};

// What a passage in another language lacks: words without which hardly an English sentence does. Those that
// are words elsewhere, too, such as "a" and "at", are not here.
constexpr std::string_view kEnglishWords =
    "the|of|to|is|are|your|with|for|you|this|that|or|was|were|who|what|which";

// Whether what stands between blanks around the word is told as another slip: an address, a command, a
// character that nobody sees or takes for another.
bool IsToldOtherwise(std::string_view text, const Piece& word) {
  const std::size_t begin = text.find_last_of(" \n", word.begin) + 1;
  const std::size_t end = std::min(text.find_first_of(" \n", word.end), text.size());
  const std::string_view around = text.substr(begin, end - begin);
  if (around.find("://") != std::string_view::npos || around.find('\\') != std::string_view::npos ||
      around.find('`') != std::string_view::npos)
    return true;
  return !UnseenIn(around).empty() || !LookAlikesIn(around).empty() || !GarbledIn(around).empty();
}

// Whether a word with a capital has it for another reason than that it opens a sentence.
bool MayBeName(std::string_view text, const Piece& word) {
  if (!IsUpper(text[word.begin])) return false;
  const std::size_t before =
      word.begin == 0 ? std::string_view::npos : text.find_last_not_of(" \n", word.begin - 1);
  const bool opens = before == std::string_view::npos ||
                     std::string_view(".!?:").find(text[before]) != std::string_view::npos;
  const bool goes_on = word.end + 1 < text.size() && text[word.end] == ' ' &&
                       std::islower(static_cast<unsigned char>(text[word.end + 1])) != 0;
  return !opens || !goes_on;
}

// A capital within a sentence of small letters is that of a name.
bool IsNameWithin(std::string_view text, const Piece& word) {
  const std::string_view rest = text.substr(word.begin + 1, word.end - word.begin - 1);
  if (!IsUpper(text[word.begin]) || std::ranges::any_of(rest, IsUpper) || word.begin < 2 ||
      IsInTitleCase(text))
    return false;
  const std::size_t before = text.find_last_not_of(" \n", word.begin - 1);
  if (before == std::string_view::npos) return false;
  return std::islower(static_cast<unsigned char>(text[before])) != 0 || text[before] == ',';
}

// Between names: "Cinco de Mayo", "Antonie van Leeuwenhoek".
constexpr std::string_view kParticles = "de|del|della|der|di|du|la|le|van|von|ibn|bin";

// What opens or joins the words of a short foreign phrase: "chili con carne", "au gratin".
constexpr std::string_view kForeignJoints =
    "al|alla|au|aux|con|de|del|della|der|des|di|du|el|et|la|las|le|les|los|und|van|von|y";

// A name beside the word: "Abraham Maslow", "Cinco de Mayo". `knows` tells a word of the language.
template <class Knows>
bool IsBesideName(const Passage& passage, const WordList& words, std::size_t at, const Knows& knows) {
  constexpr std::size_t kShortest = 3;
  const auto is_joined = [&](std::size_t i) {
    return i + 1 < words.size() && passage.Slice({words.pieces[i].end, words.pieces[i + 1].begin}) == " ";
  };
  const auto is_name = [&](std::size_t i) {
    const std::string_view text = passage.Slice(words.pieces[i]);
    if (IsOneOf(LowerCase(text), kParticles)) return true;
    return text.size() >= kShortest && IsUpper(text[0]) && !IsUpper(text[1]) && IsOfLatinLetters(text) &&
           !knows(words.words[i]);
  };
  return (at > 0 && is_joined(at - 1) && is_name(at - 1)) || (is_joined(at) && is_name(at + 1));
}

// "Adho Mukha Svanasana", "Supta Baddha Konasana": what poses are called.
bool IsOfPose(const Passage& passage, const WordList& words, std::size_t at) {
  constexpr std::size_t kFarthest = 3;
  if (!IsUpper(passage.text[words.pieces[at].begin])) return false;
  const std::size_t end = std::min(words.size(), at + 1 + kFarthest);
  return std::ranges::any_of(std::span(words.words).subspan(at, end - at),
                             [](const std::string& word) { return word.ends_with("asana"); });
}

// "int", "2 nd", "lub-dub": a word so short is near many others. Alone, behind a figure or at a hyphen it is
// a sign of its own more often than a slip.
bool IsShortSign(std::string_view text, const Piece& word, bool is_part) {
  constexpr std::size_t kLongest = 4, kLongestUnit = 2;
  const std::size_t size = word.end - word.begin;
  if (size > kLongest || IsUpper(text[word.begin])) return false;
  const std::size_t before =
      word.begin == 0 ? std::string_view::npos : text.find_last_not_of(' ', word.begin - 1);
  const bool is_behind_figure = before != std::string_view::npos && size <= kLongestUnit &&
                                std::isdigit(static_cast<unsigned char>(text[before])) != 0;
  return is_part || is_behind_figure || size == text.size();
}

// "Who painted it?", "Which film was it?": names are offered as choices.
bool AsksForName(const WordList& stem) {
  constexpr Phrases kNames{
      "who|whom|whose",
      "actor|actress|artist|author|band|character|composer|film|movie|novel|novelist|painter|"
      "philosopher|player|poet|president|psychologist|scientist|singer|song|writer"};
  return FindAnyPhrase(stem.words, kNames).has_value();
}

// "sqrt(n)", "drawCircle(t, sz)": the name or an argument of a call, which has only short ones, or none.
bool IsOfCall(std::string_view text, const Piece& word) {
  constexpr std::size_t kLongest = 3;
  constexpr std::size_t kFarthest = 40;     // bytes from the bracket to the word
  constexpr std::size_t kMostWithin = 100;  // bytes between the brackets
  std::size_t open = word.end;
  if (word.end >= text.size() || text[word.end] != '(') {
    const std::size_t from = word.begin - std::min(word.begin, kFarthest);
    open = text.substr(0, word.begin).substr(from).rfind('(');
    if (open != std::string_view::npos) open += from;
    const bool is_call = open != std::string_view::npos && open > 0 &&
                         std::isalnum(static_cast<unsigned char>(text[open - 1])) != 0;
    if (!is_call) return false;
  }
  const std::string_view within = text.substr(open, kMostWithin);
  const std::size_t close = within.find(')');
  if (close == std::string_view::npos || open + close < word.begin) return false;
  std::size_t run = 0;
  for (const char c : within.substr(0, close)) {
    run = std::isalpha(static_cast<unsigned char>(c)) != 0 ? run + 1 : 0;
    if (run > kLongest) return false;
  }
  return true;
}

template <class Visit>
void ForEachPart(const Piece& word, const Passage& passage, const Visit& visit) {
  const std::string_view text = passage.Slice(word);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end =
        std::min({text.find('-', from), text.find("\u2010", from), text.find("\u2011", from), text.size()});
    if (end > from) visit(Piece{word.begin + from, word.begin + end});
    from = end + (end < text.size() && text[end] != '-' ? 3 : 1);
  }
}

bool IsPrefix(std::string_view part) {
  return std::ranges::find(kHyphenPrefixes, LowerCase(part)) != std::end(kHyphenPrefixes);
}

// "Entre-Deux-Mers": each part has its capital.
bool IsOfCapitals(std::string_view word) {
  bool is_first = true;
  for (const char c : word) {
    if (is_first && !IsUpper(c)) return false;
    is_first = c == '-';
  }
  return true;
}

// "dik-dik"
bool IsReduplicated(std::string_view word) {
  const std::size_t half = word.find('-');
  return half != std::string_view::npos &&
         LowerCase(word.substr(0, half)) == LowerCase(word.substr(half + 1));
}

}  // namespace

void WordChecker::Check(Role role, const Passage& passage) {
  const WordList& words = passage.words(lexicon_.language());
  if (FindPhrase(words.words, kFillerText)) return;
  const std::size_t first = unknown_.size();
  if (role == Role::kStem) asks_for_name_ = AsksForName(words);
  const bool may_name = role == Role::kStem || role == Role::kChoice;
  const auto knows = [&](std::string_view word) { return lexicon_.Look(word).is_right; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Piece& word = words.pieces[i];
    if (passage.HasLiteral(word)) continue;
    const Lexicon::Entry& entry = lexicon_.Look(passage.Slice(word));
    seen_.insert(&entry);
    misses_dictionary_ = misses_dictionary_ || entry.wants_dictionary;
    if (entry.is_right || IsRespelling(passage.Slice(word)) || IsInAddress(passage.text, word) ||
        IsToldOtherwise(passage.text, word) || (i > 0 && IsSpecies(passage, words.pieces[i - 1], word)) ||
        IsOfBody(passage, words, i) || (lexicon_.reads() && IsOfCall(passage.text, word))) {
      continue;
    }
    const bool is_named = role == Role::kChoice && asks_for_name_ && IsInTitleCase(passage.text);
    const bool is_name = may_name && lexicon_.reads() && IsUpper(passage.text[word.begin]) &&
                         (is_named || IsBesideName(passage, words, i, knows));
    AddUnknown(passage, word, is_name || (lexicon_.reads() && IsOfPose(passage, words, i)));
  }
  if (lexicon_.reads()) MarkForeign(role, passage, first);
}

bool WordChecker::IsForeign() const {
  return seen_.size() >= kForeignWords &&
         static_cast<double>(distinct_.size()) > kForeignShare * static_cast<double>(seen_.size());
}

void WordChecker::Report(RuleContext& context, SuggestionBudget& budget) {
  std::set<std::pair<SourceId, std::string>> told;  // one finding a word and file is enough
  for (const Unknown& unknown : unknown_) {
    const std::string& word = unknown.word;
    const auto place = std::pair(unknown.span.source, LowerCase(word));
    if (told.contains(place)) continue;
    const bool is_name = unknown.is_name_like && lexicon_.reads();
    if (foreign_.contains(unknown.entry) || (is_name && !word.ends_with('s'))) continue;
    const std::string& message = lexicon_.MessageOn(word, budget);
    // "Enola Gay", and "Okazaki fragments are": only a slip of another word is none of the many names.
    const bool is_far = lexicon_.reads() && IsUpper(word.front()) && IsOfLatinLetters(word) &&
                        !(unknown.may_be_name ? unknown.entry->is_slip : unknown.entry->is_like_common);
    const bool lacks_apostrophe = LacksApostrophe(word, message);
    if (message.empty() && unknown.is_command) {
      context.Report(unknown.span, fmt::format("`{}` is in no dictionary; {}", word, kNoSpelling));
      told.insert(place);
    } else if (!message.empty() && (lacks_apostrophe || (!is_far && !is_name))) {
      context.Report(unknown.span, message);
      told.insert(place);
    }
  }
}

bool WordChecker::IsSpecies(const Passage& passage, const Piece& before, const Piece& word) {
  constexpr std::size_t kShortest = 5;
  constexpr std::string_view kLatin[] = {"us", "a", "um", "i", "is", "ae", "ax", "ans", "ens"};
  const std::string_view genus = passage.Slice(before);
  const std::string_view name = passage.Slice(word);
  const bool is_latin =
      name.size() >= kShortest && std::islower(static_cast<unsigned char>(name[0])) != 0 &&
      std::ranges::any_of(kLatin, [&](std::string_view end) { return name.ends_with(end); });
  return lexicon_.reads() && is_latin && IsUpper(genus.front()) && genus.size() >= kShortest &&
         before.end + 1 == word.begin && !lexicon_.Look(LowerCase(genus)).is_right;
}

bool WordChecker::IsOfBody(const Passage& passage, const WordList& words, std::size_t at) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> before;
  for (std::size_t i = at; i-- > 0 && at - i <= kMost;) {
    if (words.pieces[i].end + 1 != words.pieces[i + 1].begin || passage.text[words.pieces[i].end] != ' ')
      break;
    before.insert(before.begin(), words.words[i]);
  }
  return lexicon_.reads() && IsOfLatinName(before, words.words[at]) &&
         !lexicon_.IsNearAccepted(words.words[at]);
}

void WordChecker::AddUnknown(const Passage& passage, const Piece& word, bool is_name) {
  if (IsReduplicated(passage.Slice(word))) return;
  ForEachPart(word, passage, [&](const Piece& part) {
    const std::string_view text = passage.Slice(part);
    const Lexicon::Entry& found = lexicon_.Look(text);
    const bool is_whole = part == word;
    if (!is_whole && (found.is_right || IsPrefix(text))) return;
    if (lexicon_.reads() && IsShortSign(passage.text, part, !is_whole)) return;
    const auto knows = [&](std::string_view base) { return lexicon_.Look(base).is_right; };
    if (part.begin > word.begin && lexicon_.reads() && IsOfParts(text, knows)) return;
    const bool is_command = part.begin > 0 && passage.text[part.begin - 1] == '\\';
    unknown_.push_back({passage.SpanOf(part), std::string(text), &found, word,
                        is_name || IsNameLike(passage.text, part) || IsNameWithin(passage.text, part) ||
                            (!is_whole && IsOfCapitals(passage.Slice(word))),
                        IsOfLatinLetters(text) && MayBeName(passage.text, part), is_command});
    distinct_.insert(&found);
  });
}

void WordChecker::MarkForeign(Role role, const Passage& passage, std::size_t first) {
  constexpr std::size_t kPhraseWords = 4;
  const bool is_answer = role == Role::kChoice && is_question_foreign_;
  const bool is_title = role == Role::kTitle;  // "Supta Baddha Konasana"
  const std::size_t fewest = is_answer ? 1 : role == Role::kChoice || is_title ? 2 : 3;
  const bool is_foreign =
      MarkForeign(passage, {0, passage.text.size()}, first, fewest, is_answer || is_title);
  if (role == Role::kStem) is_question_foreign_ = is_foreign;
  const WordList& words = passage.words(lexicon_.language());
  for (const Piece& quoted : QuotedIn(passage.text)) {
    const WordView inside = Within(words, quoted);
    // "kegel": a word that is spoken of.
    const bool is_one = inside.size() == 1 && inside.pieces.front() == quoted &&
                        inside.words.front().find('-') == std::string::npos;
    const bool is_foreign_phrase = inside.size() > 1 && inside.size() <= kPhraseWords &&
                                   std::ranges::any_of(inside.words, [](const std::string& word) {
                                     return IsOneOf(word, kForeignJoints);
                                   });
    if (is_foreign_phrase) {
      LetPass(quoted, first);
    } else {
      MarkForeign(passage, quoted, first, is_one ? 1 : 2, false);
    }
  }
}

void WordChecker::LetPass(const Piece& range, std::size_t first) {
  for (const Unknown& unknown : std::span(unknown_).subspan(first)) {
    if (unknown.whole.begin >= range.begin && unknown.whole.end <= range.end) foreign_.insert(unknown.entry);
  }
}

bool WordChecker::MarkForeign(const Passage& passage, const Piece& range, std::size_t first,
                              std::size_t fewest, bool may_be_names) {
  const WordView words = Within(passage.words(lexicon_.language()), range);
  const auto found = std::span(unknown_).subspan(first);
  std::set<std::size_t> wholes;
  bool has_small = may_be_names;
  for (const Unknown& unknown : found) {
    if (unknown.whole.begin < range.begin || unknown.whole.end > range.end) continue;
    wholes.insert(unknown.whole.begin);
    has_small = has_small || !IsUpper(unknown.word.front());
  }
  const auto english = std::ranges::count_if(
      words.words, [](const std::string& word) { return IsOneOf(word, kEnglishWords); });
  constexpr std::size_t kEnglishShare = 8;  // of so many words, less than one
  if (!has_small || wholes.size() < fewest || 2 * wholes.size() < words.size() ||
      kEnglishShare * static_cast<std::size_t>(english) >= words.size()) {
    return false;
  }
  for (const Unknown& unknown : found) {
    if (wholes.contains(unknown.whole.begin)) foreign_.insert(unknown.entry);
  }
  return true;
}

}  // namespace guidec
