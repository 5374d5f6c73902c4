#include "rules/explained_term.h"

#include <algorithm>

#include "text/content_words.h"
#include "text/phrase.h"

namespace guidec {
namespace {

std::vector<std::string> Stems(const WordList& list) {
  std::vector<std::string> stems;
  for (const std::string& word : list.words) stems.push_back(WordStem(word));
  return stems;
}

// A stem begins as its word does, and few words do.
bool HasStem(std::string_view word, std::string_view stem) {
  return word.front() == stem.front() && word.starts_with(stem.substr(0, 2)) && WordStem(word) == stem;
}

// Behind the name "as well" and ", or quads," say nothing yet.
std::size_t SkipAside(std::string_view after) {
  for (const std::string_view aside : {" as well", " too"}) {
    if (after.starts_with(aside)) return aside.size();
  }
  if (after.starts_with(", or ") || after.starts_with(" (or ")) {
    const std::size_t end = after.find_first_of(",)", 2);
    if (end != std::string_view::npos && end < 30) return after[end] == ')' ? end + 1 : end;
  }
  return 0;
}

std::string FirstWord(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto begin = std::ranges::find_if(text, is_letter);
  return LowerCase(std::string_view(begin, std::find_if_not(begin, text.end(), is_letter)));
}

// Behind a comma a meaning is put as a noun or as a clause of its own: "the muscles", "which you hold still".
bool IsNounPhrase(std::string_view text) {
  return IsOneOf(FirstWord(text), "the|a|an|your|which|any|that|who|doing|running");
}

}  // namespace

ExplainedTerm Explain(const Term& term, const std::string& language) {
  ExplainedTerm explained;
  explained.name = Stems(LowerWords(term.term.source_text(), language));
  for (const auto& [stem, place] : ContentWords(PlainText(term.meaning.root))) {
    if (std::ranges::find(explained.name, stem) == explained.name.end()) explained.meaning.push_back(stem);
  }
  return explained;
}

std::optional<Piece> FindName(const WordView& words, const ExplainedTerm& term) {
  const auto found =
      std::search(words.words.begin(), words.words.end(), term.name.begin(), term.name.end(), HasStem);
  if (term.name.empty() || found == words.words.end()) return std::nullopt;
  const auto begin = static_cast<std::size_t>(found - words.words.begin());
  return words.PieceOf(begin, begin + term.name.size());
}

bool OpensMeaning(std::string_view after) {
  if (after.starts_with(',') || after.starts_with(" (") || after.starts_with(':')) return true;
  for (const std::string_view dash : {" \u2013", " \u2014", "\u2014"}) {
    if (after.starts_with(dash)) return true;
  }
  return IsOneOf(FirstWord(after), "is|are|means|mean|which|stands|stand");
}

bool ClosesMeaning(std::string_view before) {
  if (before.ends_with('(')) return true;
  const std::vector<std::string> words = LowerWords(before, "en").words;
  return !words.empty() && IsOneOf(words.back(), "called|or|named");
}

std::optional<Piece> FindMeaning(const Passage& passage, const ExplainedTerm& term,
                                 const std::string& language) {
  const auto& sentences = passage.sentences(language);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto name = FindName(sentences[i].words, term);
    if (!name) continue;
    Piece meaning{name->end, sentences[i].piece.end};
    meaning.begin += SkipAside(passage.Slice(meaning));
    const std::string_view after = passage.Slice(meaning);
    if (!OpensMeaning(after)) continue;
    if (after.starts_with(',') || after.starts_with(" (")) {
      const std::size_t end = after.find_first_of(after.front() == ',' ? ",;:" : ")", 2);
      if (!IsNounPhrase(after)) continue;
      if (end != std::string_view::npos) meaning.end = meaning.begin + end;
    } else if (i + 1 < sentences.size()) {
      const auto next = sentences[i + 1].words.words;
      if (!next.empty() && IsOneOf(next.front(), "it|they|these")) meaning.end = sentences[i + 1].piece.end;
    }
    return meaning;
  }
  return std::nullopt;
}

}  // namespace guidec
