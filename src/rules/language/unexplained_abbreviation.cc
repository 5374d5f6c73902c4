// Follows a guide in reading order. At an abbreviation's first use outside titles it must be explained in
// the same paragraph: words whose initials spell it, the letters in brackets behind the words that they
// come from (matched backwards, after Schwartz and Hearst), or words such as "stands for".
//
// Capitals that spell a word of the dictionary are emphasis, not an abbreviation.
#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/passage.h"
#include "model/prose/reading_order.h"
#include "rules/bare_quiz.h"
#include "rules/language/exam_letters.h"
#include "rules/language/known_letters.h"
#include "rules/language/placeholder_marks.h"
#include "rules/science_words.h"
#include "rules/speller.h"
#include "rules/spelt_letters.h"
#include "text/letter_case.h"
#include "text/phrase.h"

namespace guidec::rules::unexplained_abbreviation {
namespace {

constexpr Phrase kExplaining[] = {"stands|stand for", "is|are short for", "short for", "means|mean",
                                  "is|are a|an|the|one"};
constexpr std::string_view kSmallWords = "of|the|and|for|in|to|on|a|an|by|with|or";
constexpr Phrase kNaming[] = {"called", "known as", "abbreviated as", "abbreviated to"};
// Readers whose daily tool such letters are.
constexpr Phrases kProfessionals{
    "nurse|nurses|nursing|midwife|midwives|clinician|clinicians|paramedic|paramedics|physician|physicians|"
    "physiotherapist|physiotherapists|pharmacist|pharmacists|radiographer|radiographers",
    "medical|medicine|nursing|paramedic|pharmacy student|students|staff|professional|professionals",
    "health|healthcare -? care? worker|workers|professional|professionals|provider|providers|staff",
    "doctors|therapists"};
constexpr Phrases kLaymen{"patient|patients|anyone|everyone|people|who|public|carers|runners|adults|parents"};

template <std::size_t kCount>
bool IsAmong(std::string_view word, const std::string_view (&words)[kCount]) {
  return std::ranges::find(words, word) != std::end(words);
}

// Also with the letter of a class: "IIA", "class IA".
bool IsRomanNumeral(std::string_view word) {
  if (word.size() > 2 && IsOneOf(word.substr(word.size() - 1), "A|B|C")) word.remove_suffix(1);
  if (IsOneOf(word, "IA|IB|IC")) return true;
  return word.find_first_not_of("IVX") == std::string_view::npos;
}

// Two to six capitals; of a plural or a genitive, what stands before its "s".
std::optional<std::string_view> LettersOf(std::string_view word) {
  for (const std::string_view ending : {"\u2019s", "'s", "s"}) {
    if (!word.ends_with(ending)) continue;
    word.remove_suffix(ending.size());
    break;
  }
  // "LEGOS"
  if (word.size() > 3 && word.ends_with('S') && AreKnownLetters(word.substr(0, word.size() - 1)))
    return std::nullopt;
  const bool fits = word.size() >= 2 && word.size() <= 6 && std::ranges::all_of(word, IsUpper);
  if (!fits || IsRomanNumeral(word) || AreKnownLetters(word) || IsAmong(word, kPlaceholderMarks)) {
    return std::nullopt;
  }
  return word;
}

struct Use {
  const Passage* passage;
  Role role;
  Piece piece;  // the letters, without an ending
  std::string letters;
};

Piece SentenceAround(const Use& use, const std::string& language) {
  const std::vector<Piece> sentences = Sentences(use.passage->text, language);
  const auto holds = [&](const Piece& sentence) { return use.piece.begin < sentence.end; };
  return *std::ranges::find_if(sentences, holds);
}

// "–COOH", "NH₂", "isTRUE(NA)".
bool IsInFormula(std::string_view before, std::string_view letters, std::string_view after) {
  constexpr std::string_view kSubscripts = "\xE2\x82";  // how U+2080 and those behind it open
  const bool is_call = before.size() > 1 && before.ends_with('(') && after.starts_with(')') &&
                       std::isalnum(static_cast<unsigned char>(before[before.size() - 2])) != 0;
  if (is_call) return true;
  const bool is_bound = before.ends_with('-') || before.ends_with("\u2013") || after.starts_with(kSubscripts);
  return is_bound && IsChemicalFormula(letters);
}

// The words before the letters and their article.
std::vector<std::string> WordsAhead(std::string_view before, const std::string& language) {
  std::vector<std::string> ahead = LowerWords(before, language).words;
  if (!ahead.empty() && IsOneOf(ahead.back(), "a|an|the")) ahead.pop_back();
  return ahead;
}

// "What is a 'TOS'?", "It is written in HTML. It stands for this.": the words would be the answer.
bool IsAskedAbout(const Use& use, std::string_view before, const std::string& language) {
  if (use.role != Role::kStem) return false;
  static constexpr Phrases kAsking{"stand|stands|short|abbreviation|acronym|initials for",
                                   "full form|name|meaning", "abbreviation|acronym|initials|letters|term",
                                   "meaning of", "mean|means"};
  if (FindAnyPhrase(use.passage->words(language).words, kAsking)) return true;
  const std::vector<std::string> ahead = WordsAhead(before, language);
  const std::span words(ahead);
  return words.size() >= 2 && MatchPhrase(words.last(2), "what|define is|are|does|do|was|the").has_value();
}

// "Magnetic resonance imaging (MRI)", "An electrocardiogram (EKG or ECG)".
bool IsInBracketsOfItsWords(std::string_view before, std::string_view after, std::string_view letters) {
  if (before.ends_with('(') && IsSpeltAtEnd(before.substr(0, before.size() - 1), letters)) return true;
  const std::size_t bracket = before.rfind('(');
  const bool opens_bracket = bracket != std::string_view::npos && bracket > 1 &&
                             before.size() - bracket < 12 &&
                             std::islower(static_cast<unsigned char>(before[bracket - 2])) != 0 &&
                             before.substr(bracket).find(')') == std::string_view::npos;
  if (!opens_bracket || after.find(')') >= 12) return false;
  const std::vector<std::string> ahead = WordParts(before.substr(0, bracket));
  return std::ranges::any_of(std::span(ahead).last(std::min(ahead.size(), letters.size())),
                             [&](const std::string& part) { return part.front() == letters.front(); });
}

// "MRI (magnetic resonance imaging)", "MRI stands for", "An SPF, or sun protection rating".
bool IsFollowedByWords(std::string_view after, const std::string& language) {
  if (after.starts_with(" (")) {
    const std::string_view inner = after.substr(2, std::min(after.find(')'), after.size()) - 2);
    constexpr std::size_t kLongWord = 12;  // "DEET (diethyltoluamide)"
    if (Words(inner, language).size() >= 2 || inner.size() >= kLongWord) return true;
  }
  const WordList behind = LowerWords(after, language);
  const auto explains = [&](const Phrase& phrase) { return MatchPhrase(behind.words, phrase).has_value(); };
  if (std::ranges::any_of(kExplaining, explains)) return true;
  for (const std::string_view joint : {", or ", ", that is, "}) {
    if (!after.starts_with(joint)) continue;
    const std::string_view words =
        after.substr(joint.size(), after.substr(joint.size()).find_first_of(",.;:)"));
    if (Words(words, language).size() > 1) return true;
  }
  return false;
}

// "An intraocular lens, or IOL".
bool IsPrecededByItsWords(std::string_view before, std::string_view letters) {
  constexpr std::string_view kJoints[] = {", or an ", ", or a ", " or ", " - ", " \u2013 ", ", "};
  return std::ranges::any_of(kJoints, [&](std::string_view joint) {
    return before.ends_with(joint) && IsSpeltAtEnd(before.substr(0, before.size() - joint.size()), letters);
  });
}

// "A method known as PNF".
bool IsNamedSo(std::string_view before, const std::string& language) {
  const std::vector<std::string> ahead = WordsAhead(before, language);
  return std::ranges::any_of(kNaming, [&](const Phrase& phrase) {
    const std::size_t size = phrase.text().find(' ') == std::string_view::npos ? 1 : 2;
    return ahead.size() >= size && MatchPhrase(std::span(ahead).last(size), phrase).has_value();
  });
}

// What stands on both sides of the letters; a plural's ending is no part of what follows.
struct Sides {
  std::string_view before, after;
};

Sides SidesOf(const Use& use) {
  const std::string_view text = use.passage->text;
  std::string_view after = text.substr(use.piece.end);
  if (after.starts_with('s')) after.remove_prefix(1);
  return {text.substr(0, use.piece.begin), after};
}

bool IsSpeltOutAt(const Use& use, const std::string& language) {
  const std::string_view text = use.passage->text;
  const std::string letters = LowerCase(use.letters);
  const auto [before, after] = SidesOf(use);
  const Piece near = SentenceAround(use, language);
  return IsInBracketsOfItsWords(before, after, letters) ||
         IsSpeltByInitials(text.substr(near.begin, use.piece.begin - near.begin), letters) ||
         IsSpeltByInitials(text.substr(use.piece.end, near.end - use.piece.end), letters) ||
         IsFollowedByWords(after, language) || IsPrecededByItsWords(before, letters);
}

// "NTHC Ltd", "an anticodon \"ACU\"": a name, and letters that are spoken of.
bool IsNameOrQuoted(const Sides& sides) {
  constexpr std::string_view kFirms[] = {" Ltd", " Inc", " plc", " PLC", " LLC", " Limited", " Corp", " v "};
  const auto follows = [&](std::string_view firm) { return sides.after.starts_with(firm); };
  return std::ranges::any_of(kFirms, follows) ||
         (sides.before.ends_with('"') && sides.after.starts_with('"'));
}

bool IsExplainedAt(const Use& use, const std::string& language) {
  // "The ABCDE rule" goes through the alphabet.
  if (std::string_view("abcdefg").starts_with(LowerCase(use.letters))) return true;
  const auto [before, after] = SidesOf(use);
  return IsSpeltOutAt(use, language) || ArePartOfName(before, after) ||
         AreBesideName(before, use.letters, after) || IsInFormula(before, use.letters, after) ||
         IsNamedSo(before, language) || IsAskedAbout(use, before, language) ||
         IsNameOrQuoted({before, after});
}

// "Dubai, United Arab Emirates" for "UAE": words with capitals, side by side.
bool HoldsName(const Passage& passage, std::string_view letters, const std::string& language) {
  constexpr std::size_t kFewest = 3;  // two letters are anybody's
  std::string initials;
  for (const Piece& word : passage.words(language).pieces) {
    const std::string_view text = passage.Slice(word);
    if (IsUpper(text.front())) {
      initials += text.front();
    } else if (!IsOneOf(text, kSmallWords)) {
      initials += ' ';
    }
  }
  return letters.size() >= kFewest && initials.find(letters) != std::string::npos;
}

bool IsOnlyLetters(const Passage& passage) {
  return passage.text.size() >= 2 && std::ranges::all_of(passage.text, IsUpper);
}

bool HasWord(const Passage& passage, std::string_view letters, const std::string& language) {
  return std::ranges::any_of(passage.words(language).pieces,
                             [&](const Piece& word) { return LettersOf(passage.Slice(word)) == letters; });
}

class Checker {
 public:
  Checker(const Library& library, const Guide& guide, Speller& speller, RuleContext& context)
      : guide_(guide), speller_(speller), context_(context), is_exam_(IsBareQuiz(guide)) {
    for (const std::string& word : library.workspace.dictionary) explained_.insert(word);
    for (const Term* term : guide.terms) AddCapitals(term->term);
    for (const ProtocolBlock* protocol : BlocksOf<ProtocolBlock>(guide)) {
      AddCapitals(protocol->title);
      std::string letters;
      for (const char c : protocol->id.value)
        letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      explained_.insert(letters);
    }
    for (const ProseUse& use : InReadingOrder(library, guide)) {
      (use.role == Role::kTitle ? titles_ : texts_).push_back({use.role, use.exercise, PassagesOf(use)});
    }
  }

  void Run() {
    // "TRIMP (Training Impulse)" as a heading explains what stands below it.
    for (const Part& part : titles_) {
      for (const Passage& passage : part.passages) AddSpeltOut(part, passage);
    }
    for (const std::vector<Part>* parts : {&texts_, &titles_}) {
      for (const Part& part : *parts) {
        for (const Passage& passage : part.passages) Visit(part, passage);
      }
    }
    for (const auto& [letters, open] : open_) {
      Diagnostic& finding = context_.Report(
          open.span, fmt::format("`{}` is never spelled out; write its words at its first use, and `({})` "
                                 "behind them",
                                 letters, letters));
      if (!open.later) continue;
      finding.message = fmt::format("`{}` is used before it is spelled out; spell it out here", letters);
      finding.labels.push_back({*open.later, "spelled out here"});
    }
  }

 private:
  // "The test checks your GFR. GFR stands for …": bytes that are read before anybody wonders.
  static constexpr std::size_t kAtOnce = 40;

  struct Part {
    Role role;
    const Exercise* exercise;
    PassageList passages;
  };

  struct Open {
    Span span;
    const Passage* passage;
    Piece piece;
    std::optional<Span> later;
  };

  void AddSpeltOut(const Part& part, const Passage& passage) {
    for (const Piece& word : passage.words(guide_.language).pieces) {
      const auto letters = LettersOf(passage.Slice(word));
      if (!letters) continue;
      const Use use{&passage, part.role, {word.begin, word.begin + letters->size()}, std::string(*letters)};
      if (IsSpeltOutAt(use, guide_.language)) explained_.insert(use.letters);
    }
  }

  void AddCapitals(const Prose& title) {
    if (!title) return;
    const std::string& text = title.source_text();
    for (const Piece& word : Words(text, guide_.language)) {
      const std::string_view slice = std::string_view(text).substr(word.begin, word.end - word.begin);
      if (const auto letters = LettersOf(slice)) explained_.emplace(*letters);
    }
  }

  void Visit(const Part& part, const Passage& passage) {
    if (part.role == Role::kChoice && IsOnlyLetters(passage)) return;  // the letters are what is asked for
    const std::vector<Piece>& words = passage.words(guide_.language).pieces;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Piece& word = words[i];
      const auto letters = LettersOf(passage.Slice(word));
      if (!letters || passage.HasLiteral(word) || explained_.contains(std::string(*letters))) continue;
      if (is_exam_ && (AreExamLetters(*letters) || IsPartAskedFor(part, passage, i))) continue;
      // "MAY HELP": a neighbour in capitals that is a word makes the whole a cry.
      const bool is_word = speller_.KnowsAsOrdinary(LowerCase(*letters)) || IsName(*letters);
      const auto is_loud = [&](std::size_t at) {
        const std::string_view text = passage.Slice(words[at]);
        return text.size() >= 2 && std::ranges::all_of(text, IsUpper) &&
               speller_.KnowsAsOrdinary(LowerCase(text));
      };
      if (is_word || (i > 0 && is_loud(i - 1)) || (i + 1 < words.size() && is_loud(i + 1))) continue;
      Judge({&passage, part.role, {word.begin, word.begin + letters->size()}, std::string(*letters)}, part);
    }
  }

  // "APGAR", "LASIX": a name in capitals.
  bool IsName(std::string_view letters) const {
    constexpr std::size_t kShortest = 4;
    return is_exam_ && letters.size() >= kShortest &&
           speller_.Knows(std::string(letters.substr(0, 1)) + LowerCase(letters.substr(1)));
  }

  // "Which is not a part of KSAs?": what they stand for is asked.
  bool IsPartAskedFor(const Part& part, const Passage& passage, std::size_t at) const {
    if (part.role != Role::kStem) return false;
    std::span<const std::string> ahead(passage.words(guide_.language).words.data(), at);
    if (!ahead.empty() && ahead.back() == "the") ahead = ahead.first(at - 1);
    return ahead.size() > 1 &&
           MatchPhrase(ahead.last(2), "part|parts|component|components|element|elements of").has_value();
  }

  // Whether the letters stand in half of the choices at most: then they are offered, and no help to readers.
  bool AreOffered(const std::string& letters, std::span<const Part> item) const {
    std::size_t choices = 0;
    std::size_t holding = 0;
    for (const Part& part : item) {
      if (part.role != Role::kChoice || part.passages.empty()) continue;
      ++choices;
      if (HasWord(part.passages.front(), letters, guide_.language)) ++holding;
    }
    return holding > 0 && 2 * holding <= choices;
  }

  // Whether the part goes on with the item of the one before it: an exercise, or a question with its choices.
  static bool GoesOn(const Part& part, const Part& before) {
    if (part.role == Role::kChoice || part.role == Role::kWhy) return true;
    return part.exercise != nullptr && part.exercise == before.exercise;
  }

  // Whether the words of the letters, or only the letters as a choice, stand anywhere in the same item.
  bool IsInItem(const std::string& letters, const Part& part) const {
    const std::vector<Part>& parts = part.role == Role::kTitle ? titles_ : texts_;
    const auto at = static_cast<std::size_t>(&part - parts.data());
    std::size_t begin = at;
    while (begin > 0 && GoesOn(parts[begin], parts[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < parts.size() && GoesOn(parts[end], parts[end - 1])) ++end;
    const std::string lower = LowerCase(letters);
    const std::span item = std::span(parts).subspan(begin, end - begin);
    if (is_exam_ && ((part.role == Role::kChoice && AreOffered(letters, item)) || IsInExam(lower)))
      return true;
    return std::ranges::any_of(item, [&](const Part& one) {
      return std::ranges::any_of(one.passages, [&](const Passage& passage) {
        return HoldsName(passage, letters, guide_.language) || HoldsWords(passage.text, lower) ||
               (one.role == Role::kChoice && passage.text == letters);
      });
    });
  }

  // Whoever sits an exam meets the words of any question in all others.
  bool IsInExam(const std::string& lower) const {
    const auto holds = [&](const Part& part) {
      return std::ranges::any_of(part.passages,
                                 [&](const Passage& passage) { return HoldsWords(passage.text, lower); });
    };
    return std::ranges::any_of(texts_, holds) || std::ranges::any_of(titles_, holds);
  }

  void Judge(const Use& use, const Part& part) {
    const auto open = open_.find(use.letters);
    if (!IsExplainedAt(use, guide_.language) && !IsInItem(use.letters, part)) {
      if (open == open_.end())
        open_.emplace(use.letters, Open{use.passage->SpanOf(use.piece), use.passage, use.piece, {}});
    } else if (open == open_.end()) {
      explained_.insert(use.letters);
    } else if (open->second.passage == use.passage && use.piece.begin < open->second.piece.end + kAtOnce) {
      open_.erase(open);
      explained_.insert(use.letters);
    } else if (!open->second.later && IsSpeltOutAt(use, guide_.language)) {
      open->second.later = use.passage->SpanOf(use.piece);
    }
  }

  const Guide& guide_;
  Speller& speller_;
  RuleContext& context_;
  bool is_exam_;
  std::vector<Part> texts_;
  std::vector<Part> titles_;
  std::set<std::string, std::less<>> explained_;
  std::map<std::string, Open> open_;
};

bool IsForProfessionals(const Prose& audience, const std::string& language) {
  if (!audience) return false;
  const WordList words = LowerWords(PlainText(audience.root), language);
  return FindAnyPhrase(words.words, kProfessionals) && !FindAnyPhrase(words.words, kLaymen);
}

void Check(const Guide& guide, RuleContext& context) {
  if (IsForProfessionals(guide.audience, guide.language)) return;
  Speller* speller = Speller::Find(guide.language);
  if (speller != nullptr) Checker(context.library(), guide, *speller, context).Run();
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Few runners need a CTA of their hip. # expect: LG010 @ 34-37 "`CTA` is never spelled out"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Few runners need CT angiography (CTA). A CTA does not show pain.
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Write to the NBA in Darwin, MN, or sail on HMS Beagle.
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "LG010",
    .name = "unexplained-abbreviation",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "An abbreviation is not spelled out at its first use.",
    .rationale =
        R"md(Letters that every clinician reads as a word say nothing to many patients. The first use, from the cover to
the quiz, spells the words out: `magnetic resonance imaging (MRI)`. A term of the glossary and a protocol
that goes by its letters explain theirs. `TV`, `MRI` and some two hundred more of daily life and medicine
are better known by their letters; add others that your readers know to the workspace's `dictionary`.
Letters within a name or a formula, those that a question asks about or offers, and those whose words stand
anywhere in the same question, exercise or text need none, nor do those of a guide whose `audience` is
nurses or other professionals. Where a guide is hardly more than its quiz, as an exam is, so do names in
capitals, letters that courses teach as such, those of a few choices and those whose words stand in any
question. Two to six capitals that spell no English word are an abbreviation, Roman numerals aside. Checked
in English guides.)md",
    .source =
        "AHRQ PEMAT-P: medical terms are defined; CDC Clear Communication Index: words that the audience "
        "knows",
    .examples = kExamples,
    .languages = kEnglish,
    .guide = Check,
};

}  // namespace guidec::rules::unexplained_abbreviation
