#include "text/instruction.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "text/phrase.h"

namespace guidec {
namespace {

constexpr std::string_view kSubjects[] = {
    "the",    "your",      "you",    "it",    "this",     "that",        "these",  "those",  "there",
    "a",      "an",        "we",     "they",  "he",       "she",         "his",    "her",    "their",
    "our",    "both",      "each",   "feet",  "knees",    "hips",        "arms",   "legs",   "hands",
    "toes",   "shoulders", "elbows", "heels", "palms",    "fingers",     "thighs", "ankles", "wrists",
    "you'll", "you'd",     "you're", "it's",  "patients", "participants"};

// Before the word that tells what a clause is.
constexpr std::string_view kOpeners[] = {"and", "but", "or", "so", "next", "first", "finally", "please"};

// Words that open a side clause or a group that is no clause.
constexpr std::string_view kSubordinators[] = {
    "until", "when", "while", "so",     "as",     "if",    "because", "once", "after", "before",  "that",
    "which", "who",  "where", "unless", "though", "since", "whether", "than", "with",  "without", "like"};

template <std::size_t kCount>
bool IsAnyOf(const std::string& word, const std::string_view (&words)[kCount]) {
  return std::ranges::find(words, word) != std::end(words);
}

bool IsAdverb(const std::string& word) {
  return EndsAsAdverb(word) || word == "then" || word == "not" || word == "never" || word == "always" ||
         word == "again" || word == "also" || word == "now";
}

// The sentence's parts between commas, semicolons, colons and dashes, in words.
std::vector<Match> Clauses(std::string_view sentence, const WordList& list) {
  std::vector<Match> clauses;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::size_t gap_begin = i == 0 ? 0 : list.pieces[i - 1].end;
    const std::string_view gap = sentence.substr(gap_begin, list.pieces[i].begin - gap_begin);
    const bool is_new = i == 0 || gap.find_first_of(",;:()") != std::string_view::npos ||
                        gap.find("\u2013") != std::string_view::npos ||
                        gap.find("\u2014") != std::string_view::npos ||
                        gap.find(" - ") != std::string_view::npos;
    if (is_new) clauses.push_back({i, i});
    clauses.back().end = i + 1;
  }
  return clauses;
}

// The index of the first word of [clause) that is no adverb or conjunction, or its end.
std::size_t HeadOf(const WordList& list, const Match& clause) {
  std::size_t at = clause.begin;
  while (at < clause.end && (IsAnyOf(list.words[at], kOpeners) || IsAdverb(list.words[at]))) ++at;
  return at;
}

bool IsSideWord(const std::string& word) {
  constexpr std::string_view kPrepositions[] = {"in",    "on",      "at",     "by",     "for",     "from",
                                                "to",    "of",      "into",   "toward", "towards", "over",
                                                "under", "between", "during", "through"};
  return IsAnyOf(word, kSubordinators) || IsAnyOf(word, kPrepositions) ||
         (word.size() > 5 && word.ends_with("ing"));
}

// Also behind "should be" these may tell how something is rather than what is done to it.
bool IsPosture(const std::string& word) {
  constexpr std::string_view kPostures[] = {
      "aligned",   "angled",     "arched",     "bowed",       "braced",   "clasped",     "clenched",
      "closed",    "crossed",    "curved",     "elevated",    "engaged",  "extended",    "flared",
      "flattened", "flexed",     "interlaced", "interlocked", "lined",    "locked",      "planted",
      "pointed",   "positioned", "pronated",   "protracted",  "racked",   "relaxed",     "retracted",
      "rounded",   "seated",     "spaced",     "squared",     "stacked",  "staggered",   "straightened",
      "stretched", "supinated",  "supported",  "tensed",      "tilted",   "tucked",      "turned",
      "twisted",   "tired",      "excited",    "interested",  "worried",  "scared",      "pleased",
      "glued",     "needed",     "hundred",    "used",        "advanced", "experienced", "surprised",
      "concerned", "required"};
  constexpr std::string_view kDenied = "un";  // "unsupported"
  return IsAnyOf(word, kPostures) ||
         (word.starts_with(kDenied) && IsAnyOf(word.substr(kDenied.size()), kPostures));
}

// "is done by the biceps", "are looked after by a nurse", "can be caused by:": who does it is said. Not "is
// done by lifting".
bool NamesAgent(std::span<const std::string> words, std::size_t behind) {
  for (std::size_t at = behind; at < std::min(behind + 2, words.size()); ++at) {
    if (words[at] == "by") return at + 1 == words.size() || !words[at + 1].ends_with("ing");
  }
  return false;
}

bool IsParticiple(const std::string& word) {
  constexpr std::string_view kIrregular[] = {"held",   "kept", "put",    "brought", "drawn", "taken",
                                             "done",   "made", "laid",   "led",     "given", "swung",
                                             "driven", "felt", "thrown", "worn",    "shown"};
  if (IsAnyOf(word, kIrregular)) return true;
  return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !IsPosture(word);
}

// What is certainly done, not a posture, even behind "is" and "are".
bool IsDynamic(const std::string& word) {
  constexpr std::string_view kDone[] = {"repeated", "performed", "done",    "lifted",  "lowered",
                                        "pulled",   "pushed",    "moved",   "brought", "drawn",
                                        "swung",    "rotated",   "pressed", "returned"};
  return IsAnyOf(word, kDone);
}

// The end of a passive verb group that begins with the first word, or nothing.
std::optional<std::size_t> PassiveEnd(std::span<const std::string> words) {
  constexpr std::string_view kModals[] = {"should", "must", "can", "may", "will", "shall", "could", "might"};
  constexpr std::string_view kForms[] = {"is", "are", "was", "were"};
  constexpr std::string_view kMotion[] = {"then", "slowly", "gently", "quickly", "carefully"};
  const auto skip = [&](std::size_t at) {
    while (at < words.size() && IsAdverb(words[at])) ++at;
    return at;
  };
  const auto is = [&](std::size_t at, std::string_view word) {
    return at < words.size() && words[at] == word;
  };
  if (IsAnyOf(words[0], kModals)) {
    const std::size_t be = skip(1);
    if (!is(be, "be")) return std::nullopt;
    const std::size_t participle = skip(be + 1);
    if (participle < words.size() && IsParticiple(words[participle])) return participle + 1;
    return std::nullopt;
  }
  if (!IsAnyOf(words[0], kForms)) return std::nullopt;
  std::size_t at = skip(1);
  const bool has_motion = at > 1 && IsAnyOf(words[at - 1], kMotion);
  if (is(at, "being") || (is(at, "to") && is(at + 1, "be"))) {
    at = skip(is(at, "being") ? at + 1 : at + 2);
    if (at < words.size() && IsParticiple(words[at])) return at + 1;
    return std::nullopt;
  }
  if (at < words.size() && (IsDynamic(words[at]) || (has_motion && IsParticiple(words[at])))) return at + 1;
  return std::nullopt;
}

// Behind "is" these tell how somebody or something is, not what is done to it.
bool IsState(const std::string& word) {
  constexpr std::string_view kStates[] = {
      "affected",   "aged",      "associated", "attached",    "balanced",     "based",      "biased",
      "blocked",    "bruised",   "congested",  "constipated", "cooked",       "cured",      "dehydrated",
      "dislocated", "enlarged",  "fractured",  "healed",      "impacted",     "impaired",   "infected",
      "obstructed", "paralysed", "paralyzed",  "scarred",     "vaccinated",   "bored",      "centered",
      "centred",    "certified", "committed",  "confused",    "connected",    "contracted", "crowded",
      "damaged",    "dedicated", "detailed",   "diseased",    "disappointed", "distressed", "educated",
      "exhausted",  "fatigued",  "finished",   "frightened",  "inflamed",     "injured",    "involved",
      "irritated",  "limited",   "located",    "married",     "motivated",    "naked",      "overloaded",
      "overused",   "painted",   "prepared",   "qualified",   "related",      "retired",    "rugged",
      "satisfied",  "skilled",   "sprained",   "strained",    "stressed",     "supposed",   "talented",
      "unaffected", "unrelated", "weakened"};
  return IsPosture(word) ? word != "used" && word != "required" && word != "needed" : IsAnyOf(word, kStates);
}

bool IsDoneTo(std::span<const std::string> words, std::size_t at) {
  constexpr std::string_view kIrregular[] = {
      "held",    "kept",       "put",    "brought", "drawn",      "taken",     "done",   "made",    "laid",
      "led",     "given",      "driven", "felt",    "thrown",     "shown",     "chosen", "written", "found",
      "seen",    "known",      "caught", "taught",  "undertaken", "built",     "sent",   "told",    "said",
      "thought", "understood", "bought", "sold",    "paid",       "forgotten", "hidden", "begun",   "split"};
  const std::string& word = words[at];
  if (IsAnyOf(word, kIrregular)) return true;
  // "is used to running"
  if (word == "used" && at + 1 < words.size() && words[at + 1] == "to") return false;
  return word.size() > 3 && word.ends_with("ed") && !word.ends_with("eed") && !IsState(word);
}

}  // namespace

bool EndsAsAdverb(std::string_view word) {
  constexpr std::string_view kOthers =
      "apply|supply|reply|comply|imply|multiply|belly|assembly|family|underbelly";
  return word.size() > 4 && word.ends_with("ly") && !IsOneOf(word, kOthers);
}

std::optional<Piece> FindPassiveInProse(std::string_view sentence) {
  constexpr std::string_view kForms[] = {"is",    "are",   "was",    "were",   "be",     "been",
                                         "being", "isn't", "aren't", "wasn't", "weren't"};
  constexpr std::string_view kHelpers[] = {"have",  "has",   "had",    "is",   "are",  "was",
                                           "were",  "can",   "may",    "must", "will", "would",
                                           "could", "might", "should", "shall"};
  constexpr std::string_view kFrequencies[] = {"often",  "sometimes", "most", "seldom", "still",
                                               "only",   "first",     "just", "well",   "best",
                                               "better", "thus",      "more"};
  const WordList list = LowerWords(sentence, "en");
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (!IsAnyOf(list.words[at], kForms)) continue;
    std::size_t verb = at + 1;
    while (verb < list.size() && (IsAdverb(list.words[verb]) || IsAnyOf(list.words[verb], kFrequencies)))
      ++verb;
    if (verb == list.size() || !IsDoneTo(list.words, verb)) continue;
    // "Passing gas is called burping": nobody does it.
    if (list.words[verb] == "called" || list.words[verb] == "named") continue;
    const std::string_view behind = verb + 1 < list.size() ? list.words[verb + 1] : std::string_view();
    // "is known as", "is filled with": it has that name, or that in it.
    if ((list.words[verb] == "known" && behind == "as") || (list.words[verb] == "filled" && behind == "with"))
      continue;
    // How a cause is named: "is caused by a virus".
    if (list.words[verb] == "caused" && NamesAgent(list.words, verb + 1)) continue;
    // "When you are done" is no passive.
    if (list.words[verb] == "done" && at > 0 && list.words[at - 1] == "you") continue;
    std::size_t begin = at;
    while (begin > 0 && (IsAnyOf(list.words[begin - 1], kHelpers) || IsAdverb(list.words[begin - 1])))
      --begin;
    while (IsAdverb(list.words[begin])) ++begin;
    return list.PieceOf(begin, verb + 1);
  }
  return std::nullopt;
}

std::optional<Piece> FindLeadingSubject(std::string_view sentence) {
  const WordList list = LowerWords(sentence, "en");
  std::optional<Piece> subject;
  for (const Match& clause : Clauses(sentence, list)) {
    const std::size_t head = HeadOf(list, clause);
    const bool is_first = clause.begin == 0;
    if (head == clause.end) {
      if (is_first) return std::nullopt;
      continue;
    }
    const std::string& word = list.words[head];
    const bool is_subject = IsAnyOf(word, kSubjects);
    if (is_first) {
      // "this time", "each time": when, not who.
      if (!is_subject || (head + 1 < list.size() && list.words[head + 1] == "time")) return std::nullopt;
      subject = list.pieces[head];
    } else if (!is_subject && !IsSideWord(word)) {
      return std::nullopt;  // it may be the instruction
    }
  }
  return subject;
}

std::optional<Piece> FindPassive(std::string_view sentence) {
  const WordList list = LowerWords(sentence, "en");
  for (const Match& clause : Clauses(sentence, list)) {
    for (std::size_t at = HeadOf(list, clause); at < clause.end; ++at) {
      if (IsAnyOf(list.words[at], kSubordinators)) break;
      const std::span words(list.words.data() + at, clause.end - at);
      const auto end = PassiveEnd(words);
      if (end && !NamesAgent(words, *end)) return list.PieceOf(at, at + *end);
    }
  }
  return std::nullopt;
}

}  // namespace guidec
