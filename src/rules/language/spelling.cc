// A word is right when the workspace accepts it (dictionary, glossary, ids, authors' names) or
// Hunspell knows it. Hunspell is loaded at the first word that it has not been asked before.
#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "rules/health_words.h"
#include "rules/language/placeholder_marks.h"
#include "rules/odd_words.h"
#include "rules/science_words.h"
#include "rules/speller.h"
#include "text/garbled.h"
#include "text/language.h"
#include "text/letter_case.h"
#include "text/nearest.h"
#include "text/odd_character.h"
#include "text/phrase.h"
#include "text/words.h"

namespace guidec::rules::spelling {
namespace {

constexpr std::size_t kSuggestions = 3;
constexpr std::string_view kNoSuggestion = "correct it, or add it to the workspace's dictionary";
// Pairs of an unknown and an accepted word; so many take a second or two.
constexpr std::size_t kMostCompared = 20'000'000;
// Each takes tens of milliseconds; a text with more unknown words has another problem.
constexpr int kMostSuggested = 100;
// Of words with a capital, which are names more often than slips.
constexpr int kMostNamesSuggested = 50;
// Above this share of unknown words a text is in another language.
constexpr double kForeignShare = 0.25;
constexpr std::size_t kForeignWords = 20;
// Of a pattern's, over all words: about as many milliseconds.
constexpr int kMostSteps = 10;

// What Hunspell does not know and only ever stands before a hyphen.
constexpr std::string_view kPrefixes[] = {"pre",    "intra", "un",    "afro",    "anglo",
                                          "austro", "greco", "ibero", "hispano", "indo",
                                          "italo",  "judeo", "luso",  "serbo",   "sino"};

// What a passage in another language lacks: words without which hardly an English sentence does. Those that
// are words elsewhere, too, such as "a" and "at", are not here.
constexpr std::string_view kEnglishWords =
    "the|of|to|is|are|your|with|for|you|this|that|or|was|were|who|what|which";

// Before any word of four letters or more they make another, as in "countermovement" and "semisquat". Those
// that a slip makes as well ("re", "un", "under") are not here.
constexpr std::string_view kJoined[] = {"counter", "hyper", "micro", "multi", "non", "semi"};

// "ACSM", "MRIs", "B12", "e.g", "x": letters of their own kind, which no dictionary settles.
bool IsExempt(std::string_view word) {
  if (word.size() == 1 || word.find_first_of("0123456789._@/") != std::string_view::npos) return true;
  for (const std::string_view ending : {"'s", "\u2019s", "s"}) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 2) continue;
    word.remove_suffix(ending.size());
    break;
  }
  return word.size() <= 5 && std::ranges::all_of(word, IsUpper);
}

// "musc1es": with letters for the digits that look like them, or nothing.
std::optional<std::string> WithLetters(std::string_view word) {
  constexpr std::string_view kDigits = "015", kLetters = "ols";
  std::string letters(word);
  bool has_digit = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::size_t digit = kDigits.find(letters[i]);
    if (digit == std::string_view::npos) {
      if (letters[i] < 'a' || letters[i] > 'z') return std::nullopt;
      continue;
    }
    if (i == 0 || i + 1 == letters.size()) return std::nullopt;
    letters[i] = kLetters[digit];
    has_digit = true;
  }
  return has_digit && word.size() > 3 ? std::optional(letters) : std::nullopt;
}

// Whether what stands between blanks around the word is told as another slip: an address, a command, a
// character that nobody sees or takes for another.
bool IsToldOtherwise(std::string_view text, const Piece& word) {
  const std::size_t begin = text.find_last_of(" \n", word.begin) + 1;
  const std::size_t end = std::min(text.find_first_of(" \n", word.end), text.size());
  const std::string_view around = text.substr(begin, end - begin);
  if (around.find("://") != std::string_view::npos || around.find('\\') != std::string_view::npos)
    return true;
  return !UnseenIn(around).empty() || !LookAlikesIn(around).empty() || !GarbledIn(around).empty();
}

// "bubble head" for "bubblehead": a compound that no dictionary has yet. A part that is no noun or adjective
// lacks its blank.
bool IsCompound(std::string_view suggestion) {
  constexpr std::string_view kApart =
      "your|with|from|into|onto|that|this|then|than|them|they|their|there|these|those|when|while|until|each|"
      "both|more|most|some|have|will|does|should|would|could|about|where|which|because|through";
  constexpr std::size_t kShortest = 4;
  const std::size_t joint = suggestion.find(' ');
  if (joint == std::string_view::npos) return false;
  const std::string_view parts[] = {suggestion.substr(0, joint), suggestion.substr(joint + 1)};
  return std::ranges::all_of(parts, [&](std::string_view part) {
    return part.size() >= kShortest && !IsOneOf(LowerCase(part), kApart);
  });
}

// A name is near some word by chance, and a short one nearer still.
bool IsClose(std::string_view word, std::string_view suggestion) {
  constexpr std::size_t kShortest = 5;
  const std::size_t edits = EditDistance(LowerCase(word), LowerCase(suggestion));
  return edits == 0 || (edits == 1 && word.size() >= kShortest);
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

// The words between quotation marks.
std::vector<Piece> QuotedIn(std::string_view text) {
  struct Marks {
    std::string_view open, close;
  };
  constexpr Marks kMarks[] = {{"\"", "\""}, {"\u201C", "\u201D"}};
  std::vector<Piece> quoted;
  for (const auto& [open, close] : kMarks) {
    for (std::size_t at = text.find(open); at != std::string_view::npos;) {
      const std::size_t begin = at + open.size();
      const std::size_t end = text.find(close, begin);
      if (end == std::string_view::npos) break;
      quoted.push_back({begin, end});
      at = text.find(open, end + close.size());
    }
  }
  return quoted;
}

bool IsStump(std::string_view part) {
  constexpr std::string_view kShort[] = {"at", "by", "in", "of", "on", "to", "up"};
  return part.size() < 2 || (part.size() == 2 && std::ranges::find(kShort, part) == std::end(kShort));
}

// Hunspell also guesses at words that only sound alike, and cuts off stray letters.
bool IsLikely(std::string_view word, std::string_view suggestion) {
  const std::size_t joint = suggestion.find_first_of(" -");
  const bool has_stump = joint != std::string_view::npos &&
                         (IsStump(suggestion.substr(0, joint)) || IsStump(suggestion.substr(joint + 1)));
  return !has_stump && EditDistance(LowerCase(word), LowerCase(suggestion)) <= 1 + word.size() / 5;
}

class AcceptedWords {
 public:
  explicit AcceptedWords(const Library& library) {
    for (const std::string& word : library.workspace.dictionary) words_.insert(word);
    for (const Spanned<Pattern>& pattern : library.workspace.accept)
      patterns_.push_back({pattern.value, pattern.span});
    for (const Term& term : library.terms) {
      AddText(term.id.value);
      if (term.term) AddText(term.term.source_text());
      for (const Id& avoided : term.avoid) AddText(avoided.value);
    }
    for (const Exercise& exercise : library.exercises) words_.insert(exercise.id.value);
    for (const Guide& guide : library.guides) {
      for (const Prose& author : guide.authors) AddText(author.source_text());
      for (const ProtocolBlock* protocol : BlocksOf<ProtocolBlock>(guide)) {
        words_.insert(protocol->id.value);
      }
      for (const Reference& reference : guide.references) AddNames(*reference.csl);
    }
  }

  // An entry in small letters also covers the word in capitals, but no entry in capitals the word
  // in small letters.
  bool Has(std::string_view word) {
    std::string straight = StraightApostrophes(word);
    if (straight.ends_with("'s")) straight.resize(straight.size() - 2);
    return words_.contains(straight) || words_.contains(LowerCase(straight)) ||
           std::ranges::any_of(patterns_, [&](TriedPattern& pattern) { return pattern.Accepts(straight); });
  }

  // Patterns that have taken so long that they are held against no more words.
  std::vector<Span> SlowPatterns() const {
    std::vector<Span> slow;
    for (const TriedPattern& pattern : patterns_) {
      if (pattern.steps >= kMostSteps) slow.push_back(pattern.span);
    }
    return slow;
  }

  // The accepted word that is one or two slips away, or nothing; `reads` English, one of exercise and health
  // as well. Nothing, too, once so many words have been compared that a run would take long.
  std::optional<std::string> Nearest(const std::string& word, bool reads) {
    const std::size_t most = word.size() >= 8 ? 2 : word.size() >= 4 ? 1 : 0;
    const std::string lower = LowerCase(word);
    std::optional<std::string> nearest;
    compared_ += words_.size();
    if (compared_ > kMostCompared) return nearest;
    std::size_t distance = most + 1;
    const auto compare = [&](std::string_view candidate) {
      const std::size_t length = candidate.size();
      if (length + distance <= word.size() || word.size() + distance <= length) return;
      const std::size_t edits = EditDistance(lower, candidate, distance - 1);
      if (edits < distance) {
        distance = edits;
        nearest = candidate;
      }
    };
    for (const std::string& candidate : words_) compare(candidate);
    if (reads) {
      for (const std::string_view candidate : kHealthWords) compare(candidate);
    }
    return nearest;
  }

 private:
  struct TriedPattern {
    Pattern pattern;
    Span span;
    int steps = 0;  // that it has taken in all

    bool Accepts(std::string_view word) {
      if (steps >= kMostSteps) return false;
      const Pattern::Trial trial = pattern.Try(word);
      steps += trial.steps;
      return trial.matches;
    }
  };

  void AddText(std::string_view text) {
    for (const Piece& piece : Words(text, "")) {
      const std::string word(text.substr(piece.begin, piece.end - piece.begin));
      words_.insert(word);
      for (std::size_t from = 0; from <= word.size();) {
        const std::size_t end = std::min(word.find('-', from), word.size());
        if (end > from) words_.insert(word.substr(from, end - from));
        from = end + 1;
      }
    }
  }

  void AddNames(const Node& csl) {
    for (const std::string_view role : {"author", "editor"}) {
      const Node* people = csl.Find(role);
      if (people == nullptr) continue;
      for (const Node& person : people->items) {
        for (const std::string_view part : {"family", "given", "literal"}) {
          if (const Node* name = person.Find(part)) AddText(name->text);
        }
      }
    }
  }

  std::set<std::string> words_;
  std::vector<TriedPattern> patterns_;
  std::size_t compared_ = 0;
};

// How many words Hunspell may still be asked to suggest others for.
struct Budget {
  int words = kMostSuggested;
  int names = kMostNamesSuggested;

  int& Of(std::string_view word) { return IsUpper(word.front()) ? names : words; }
};

// What is right in one language, found out once for each word.
class Lexicon {
 public:
  struct Entry {
    bool is_right = false;
    bool wants_dictionary = false;  // right, since there is none to ask
    bool is_rare = false;           // unknown, and like no word that is known
    std::string message;            // for what is not right; made when it is first wanted
    bool is_close = false;          // so near a known word that it is no name
  };

  // `reads`: whether the words below are of that language.
  Lexicon(AcceptedWords& accepted, const std::string& language, bool reads)
      : accepted_(accepted), language_(language), reads_(reads) {}

  const std::string& language() const { return language_; }
  bool reads() const { return reads_; }
  // Stays where it is.
  Entry& Look(std::string_view word) {
    const auto known = entries_.find(word);
    if (known != entries_.end()) return known->second;
    if (const auto meant = reads_ ? WithLetters(LowerCase(word)) : std::nullopt;
        meant && IsInHunspell(*meant)) {
      std::string message = fmt::format("`{}` has a digit for a letter; did you mean `{}`?", word, *meant);
      return entries_
          .emplace(std::string(word),
                   Entry{misses_dictionary_, misses_dictionary_, false, std::move(message), true})
          .first->second;
    }
    const bool needs_none = IsExempt(word) || accepted_.Has(word) || IsHealthWord(word);
    const bool is_right = needs_none || IsInDictionary(word);
    return entries_.emplace(std::string(word), Entry{is_right, !needs_none && misses_dictionary_, false, {}})
        .first->second;
  }

  // Nothing for a word that is like no other: a slip is near the word that was meant, and a name or a term of
  // science is not.
  const std::string& MessageOn(const std::string& word, Budget& budget) {
    Entry& entry = Look(word);
    if (entry.message.empty() && !entry.is_rare) {
      const bool is_asked = budget.Of(word) > 0;
      const std::vector<std::string> suggestions = Suggestions(word, entry, budget.Of(word));
      const bool is_like_none =
          suggestions.empty() ? is_asked || IsUpper(word.front()) : IsCompound(suggestions.front());
      // An invisible character within makes a word like no other, too.
      entry.is_rare = reads_ && is_like_none && IsOfLatinLetters(word);
      if (!entry.is_rare) entry.message = Message(word, suggestions);
    }
    return entry.message;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };

  bool IsHealthWord(std::string_view word) const {
    return reads_ && std::ranges::find(kHealthWords, LowerCase(word)) != std::end(kHealthWords);
  }

  bool IsInDictionary(std::string_view word) {
    if (IsInHunspell(word) || IsUnitSign(word) || IsChemicalFormula(word) || IsMarkedAbbreviation(word))
      return true;
    return reads_ && (IsTermWithCapital(word) || IsJoined(word) || IsInHunspell(WithoutMarks(word)) ||
                      IsCombined(word, [&](std::string_view rest) {
                        return accepted_.Has(rest) || IsHealthWord(rest) || IsInHunspell(rest);
                      }));
  }

  // "Glucosamine" and most terms of medicine stand in dictionaries with a capital, and in texts without.
  bool IsTermWithCapital(std::string_view word) {
    constexpr std::size_t kShortest = 8;
    constexpr std::string_view kNames =
        "wednesday*|thursday*|saturday*|september*|november*|december*|february*|american*|european*|"
        "japanese|"
        "christmas|australia*|canadian*";
    if (word.size() < kShortest || word.front() < 'a' || word.front() > 'z' || IsOneOf(word, kNames))
      return false;
    std::string capital(word);
    capital.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(capital.front())));
    return IsInHunspell(capital);
  }

  bool IsJoined(std::string_view word) {
    constexpr std::size_t kShortest = 4;
    return std::ranges::any_of(kJoined, [&](std::string_view prefix) {
      return word.starts_with(prefix) && word.size() >= prefix.size() + kShortest &&
             IsInHunspell(word.substr(prefix.size()));
    });
  }

  bool IsInHunspell(std::string_view word) {
    if (speller_ == nullptr && !misses_dictionary_) {
      speller_ = Speller::Find(language_);
      misses_dictionary_ = speller_ == nullptr;
    }
    return misses_dictionary_ || speller_->Knows(word);
  }

  std::vector<std::string> Suggestions(const std::string& word, Entry& entry, int& left) {
    std::vector<std::string> suggestions;
    if (const auto nearest = accepted_.Nearest(word, reads_)) {
      entry.is_close = IsClose(word, *nearest);
      suggestions.push_back(*nearest);
    }
    if (left == 0) return suggestions;
    --left;
    for (std::string& suggestion : speller_->Suggest(word)) {
      const bool is_new = std::ranges::find(suggestions, suggestion) == suggestions.end();
      if (!is_new || suggestions.size() == kSuggestions || !IsLikely(word, suggestion)) continue;
      entry.is_close = entry.is_close || IsClose(word, suggestion);
      suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
  }

  static std::string Message(const std::string& word, const std::vector<std::string>& suggestions) {
    std::string message = fmt::format("`{}` is in no dictionary; ", word);
    if (const std::string_view stranger = StrangerIn(word); !stranger.empty())
      return message + fmt::format("its `{}` is a letter of another script, type the word again", stranger);
    if (suggestions.empty()) return message += kNoSuggestion;
    message += "did you mean ";
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
      const std::string_view joint = i == 0 ? "" : i + 1 == suggestions.size() ? " or " : ", ";
      message += fmt::format("{}`{}`", joint, suggestions[i]);
    }
    return message += "?";
  }

  AcceptedWords& accepted_;
  std::string language_;
  bool reads_;
  Speller* speller_ = nullptr;
  bool misses_dictionary_ = false;
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
};

// The words of one guide, or those that guides share.
class Checker {
 public:
  explicit Checker(Lexicon& lexicon) : lexicon_(lexicon) {}

  void Check(Role role, const Passage& passage) {
    const WordList& words = passage.words(lexicon_.language());
    if (FindPhrase(words.words, kFillerText)) return;
    const std::size_t first = unknown_.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Piece& word = words.pieces[i];
      if (passage.HasLiteral(word)) continue;
      const Lexicon::Entry& entry = lexicon_.Look(passage.Slice(word));
      seen_.insert(&entry);
      misses_dictionary_ = misses_dictionary_ || entry.wants_dictionary;
      if (entry.is_right || IsRespelling(passage.Slice(word)) || IsInAddress(passage.text, word) ||
          IsToldOtherwise(passage.text, word) || (i > 0 && IsSpecies(passage, words.pieces[i - 1], word))) {
        continue;
      }
      AddUnknown(passage, word);
    }
    if (lexicon_.reads()) MarkForeign(role, passage, first);
  }

  bool misses_dictionary() const { return misses_dictionary_; }
  bool IsForeign() const {
    return seen_.size() >= kForeignWords &&
           static_cast<double>(distinct_.size()) > kForeignShare * static_cast<double>(seen_.size());
  }

  void Report(RuleContext& context, Budget& budget) {
    for (const Unknown& unknown : unknown_) {
      const std::string& word = unknown.word;
      const bool is_name = unknown.is_name_like && lexicon_.reads();
      if (foreign_.contains(unknown.entry) || (is_name && !word.ends_with('s'))) continue;
      const std::string& message = lexicon_.MessageOn(word, budget);
      const bool is_far = unknown.may_be_name && lexicon_.reads() && !unknown.entry->is_close;
      if (message.empty() && unknown.is_command) {
        context.Report(unknown.span, fmt::format("`{}` is in no dictionary; {}", word, kNoSuggestion));
      } else if (!message.empty() && !is_far && (!is_name || LacksApostrophe(word, message))) {
        context.Report(unknown.span, message);
      }
    }
  }

 private:
  struct Unknown {
    Span span;
    std::string word;
    const Lexicon::Entry* entry;
    Piece whole;  // of the passage: the word of which it may be a part
    bool is_name_like;
    bool may_be_name;
    bool is_command;  // of TeX: "\textbf"
  };

  // "Carsonella ruddii": a name of science that opens with one that no dictionary has.
  bool IsSpecies(const Passage& passage, const Piece& before, const Piece& word) {
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

  void AddUnknown(const Passage& passage, const Piece& word) {
    if (IsReduplicated(passage.Slice(word))) return;
    ForEachPart(word, passage, [&](const Piece& part) {
      const std::string_view text = passage.Slice(part);
      const Lexicon::Entry& found = lexicon_.Look(text);
      const bool is_whole = part == word;
      if (!is_whole && (found.is_right || IsPrefix(text))) return;
      const bool is_command = part.begin > 0 && passage.text[part.begin - 1] == '\\';
      unknown_.push_back({passage.SpanOf(part), std::string(text), &found, word,
                          IsNameLike(passage.text, part),
                          IsOfLatinLetters(text) && MayBeName(passage.text, part), is_command});
      distinct_.insert(&found);
    });
  }

  // A passage or a quotation in another language: its words are let pass, wherever they are said again.
  void MarkForeign(Role role, const Passage& passage, std::size_t first) {
    const bool is_answer = role == Role::kChoice && is_question_foreign_;
    const std::size_t fewest = is_answer ? 1 : role == Role::kChoice ? 2 : 3;
    const bool is_foreign = MarkForeign(passage, {0, passage.text.size()}, first, fewest, is_answer);
    if (role == Role::kStem) is_question_foreign_ = is_foreign;
    for (const Piece& quoted : QuotedIn(passage.text)) MarkForeign(passage, quoted, first, 2, false);
  }

  // Half of the words in `range` are unknown, at least `fewest`, and not all of them names.
  bool MarkForeign(const Passage& passage, const Piece& range, std::size_t first, std::size_t fewest,
                   bool may_be_names) {
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

  template <class Visit>
  static void ForEachPart(const Piece& word, const Passage& passage, const Visit& visit) {
    const std::string_view text = passage.Slice(word);
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t end =
          std::min({text.find('-', from), text.find("\u2010", from), text.find("\u2011", from), text.size()});
      if (end > from) visit(Piece{word.begin + from, word.begin + end});
      from = end + (end < text.size() && text[end] != '-' ? 3 : 1);
    }
  }

  static bool IsPrefix(std::string_view part) {
    return std::ranges::find(kPrefixes, LowerCase(part)) != std::end(kPrefixes);
  }

  // "dik-dik"
  static bool IsReduplicated(std::string_view word) {
    const std::size_t half = word.find('-');
    return half != std::string_view::npos &&
           LowerCase(word.substr(0, half)) == LowerCase(word.substr(half + 1));
  }

  Lexicon& lexicon_;
  bool misses_dictionary_ = false;
  bool is_question_foreign_ = false;  // the last one
  std::unordered_set<const Lexicon::Entry*> foreign_;
  std::unordered_set<const Lexicon::Entry*> seen_;
  std::unordered_set<const Lexicon::Entry*> distinct_;
  std::vector<Unknown> unknown_;
};

// Where the language is set: in the guide, else in the workspace, else the first file's first line.
Span LanguagePlace(const Library& library, const Guide* guide) {
  for (const Document* document :
       {guide == nullptr ? nullptr : guide->document, library.workspace.document}) {
    if (document == nullptr) continue;
    const Node* language = document->root.Find("language");
    if (language != nullptr) return language->span;
  }
  const Document& document = guide == nullptr ? library.files.front().document : *guide->document;
  return (*library.sources)[document.source].LineSpan(1);
}

void ReportMissingDictionary(const Library& library, const Guide* guide, const std::string& language,
                             std::set<std::string>& missing, RuleContext& context) {
  const Span place = LanguagePlace(library, guide);
  // What is no language tag at all is a wrong value.
  const bool is_wrong =
      std::ranges::any_of(library.faults, [&](const Fault& fault) { return fault.span == place; });
  if (is_wrong || !missing.insert(language).second) return;
  constexpr std::string_view kOftenWritten = "-UK";  // in language tags, only ISO 3166's GB
  if (language.ends_with(kOftenWritten)) {
    const std::string right = language.substr(0, language.size() - kOftenWritten.size()) + "-GB";
    Diagnostic& finding = context.Report(
        place, fmt::format("there is no language `{}`, so no word is checked; write `{}`", language, right));
    finding.fix = Fix{fmt::format("replace `{}` by `{}`", language, right), {{place, right}}};
    return;
  }
  context.Report(place, fmt::format("no spelling dictionary for `{}` is installed, so no word is checked; "
                                    "install the Debian package `{}`",
                                    language, DictionaryPackage(language)));
}

void Check(const Library& library, RuleContext& context) {
  AcceptedWords accepted(library);
  std::vector<const Guide*> owners;         // null for what guides share
  std::map<std::string, Lexicon> lexicons;  // by language
  std::map<const Guide*, Checker> checkers;
  for (const ProseUse& use : library.prose) {
    const std::string& language = LanguageOf(use, library);
    Lexicon& lexicon =
        lexicons.try_emplace(language, accepted, language, context.Reads(language)).first->second;
    const auto [entry, is_new] = checkers.try_emplace(use.guide, lexicon);
    if (is_new) owners.push_back(use.guide);
    for (const Passage& passage : PassagesOf(use)) entry->second.Check(use.role, passage);
  }
  std::set<std::string> missing;
  Budget budget;
  for (const Guide* guide : owners) {
    Checker& checker = checkers.at(guide);
    const std::string& language = guide == nullptr ? library.workspace.language : guide->language;
    if (checker.misses_dictionary()) {
      ReportMissingDictionary(library, guide, language, missing, context);
    } else if (checker.IsForeign()) {
      context.Report(LanguagePlace(library, guide),
                     fmt::format("many words are in no dictionary of `{}`; is that the language of the "
                                 "text?",
                                 language));
    } else {
      checker.Report(context, budget);
    }
  }
  for (const Span& slow : accepted.SlowPatterns()) {
    context.Report(slow,
                   "this pattern takes so long that it is held against no more words; repeat nothing that is "
                   "repeated already, as in `(a+)+`");
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(purpose: Builds strenght around your trunk. # expect: LG001 @ 17-25 "`strength`"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(language: la # expect: LG001 @ 11-13 "`hunspell-la`" # expect: LG016
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(language: en-UK # expect: LG001 @ 11-16 "write `en-GB`"
)yaml"},
    {Example::kGood, "glossary.yaml", R"yaml(terms:
  hip-flexors:
    term: tensor fasciae latae
    meaning: the muscle at the outer side of your hip
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds strength, see `strenght` and <https://example.org/strenght>.
)yaml"},
    {Example::kGood, "exercises/plank.yaml",
     R"yaml(purpose: Builds "lakas ng katawan", as Carsonella ruddii and the dik-dik do.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG001",
    .name = "spelling",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "A word is in no dictionary.",
    .rationale =
        R"md(A slip of the pen costs trust, and in a step it can turn the meaning. Words are looked up in Hunspell's
dictionary of the guide's language. The workspace's `dictionary`, the glossary's terms, ids, the names
of authors, units and chemical signs and, in English, some hundred words of exercise and health that Hunspell lacks
count as right, and so do known words behind forms such as `fibro` and `iso`; code, addresses and citations are not
looked up. Where half of the words of an English guide's passage or quotation are in no dictionary, it is in another
language, and its words are let pass; a word with a capital, which may be a name, is told where a word is one letter
away. Where Debian's `hunspell-en-med` is installed, its words of medicine count as well.)md",
    .source = "AHRQ PEMAT-P: common, everyday language; Hunspell's dictionaries",
    .examples = kExamples,
    .reads = kEnglish,
    .workspace = Check,
};

}  // namespace guidec::rules::spelling
