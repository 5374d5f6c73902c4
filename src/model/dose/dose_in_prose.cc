#include "model/dose/dose_in_prose.h"

#include <algorithm>
#include <set>
#include <span>

#include "text/tokens.h"

namespace guidec {
namespace {

// "each stretch", "both of them": about more than the one that is named.
bool SpeaksOfMore(std::span<const std::string> sentence) {
  std::size_t from = 0;
  while (const auto match =
             FindPhrase(sentence, "each|every|both|all|any|these|those|them|other|others", from)) {
    const bool is_side = match->end < sentence.size() &&
                         IsOneOf(sentence[match->end], "side|sides|leg|legs|arm|arms|foot|hand|way|the|time");
    if (!is_side) return true;
    from = match->end;
  }
  return FindPhrase(sentence, "stretches|exercises") ||
         FindPhrase(sentence, "the|your two|three|four|five|six");
}

bool IsOfEachStretch(std::span<const std::string> sentence) {
  return FindPhrase(sentence, "each|every stretch") || FindPhrase(sentence, "all|these|the ... stretches") ||
         (FindPhrase(sentence, "stretches") && FindPhrase(sentence, "each|them|all"));
}

// "plank" → "planks", "stretch" → "stretches".
std::string PluralOf(const std::string& word) {
  const bool hisses = word.ends_with("s") || word.ends_with("x") || word.ends_with("z") || word.ends_with("ch") ||
                      word.ends_with("sh");
  return word + (hisses ? "es" : "s");
}

}  // namespace

// "Side planks" are that exercise; "planks" may be several.
DoseReader::DoseReader(const Library& library) : library_(library) {
  for (const Exercise& exercise : library.exercises) {
    for (const Passage& name : PassagesOf(exercise.name)) {
      std::vector<std::string> words = name.tokens().words;
      names_.Add(words, &exercise);
      if (words.size() < 2) continue;
      words.back() = PluralOf(words.back());
      plurals_.Add(std::move(words), &exercise);
    }
  }
  names_.Sort();
  plurals_.Sort();
}

std::pair<const Exercise*, std::size_t> DoseReader::NamedAt(std::span<const std::string> words) const {
  std::pair<const Exercise*, std::size_t> longest{nullptr, 0};
  const auto take = [&](const Exercise* exercise, std::size_t count) {
    const bool is_before = count == longest.second && exercise < longest.first;
    if (count > longest.second || is_before) longest = {exercise, count};
  };
  names_.ForEachAt(words, take);
  plurals_.ForEachAt(words, take);
  return longest;
}

std::vector<DoseReader::Mention> DoseReader::MentionsIn(const Passage& passage,
                                                        const WordList& tokens) const {
  std::vector<Mention> mentions;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto words = std::span(tokens.words).subspan(at);
    const auto [exercise, count] = NamedAt(words);
    if (exercise != nullptr) mentions.push_back({tokens.pieces[at].begin, exercise, {at, at + count}});
    at += std::max<std::size_t>(count, 1);
  }
  ForEachNode(passage.prose->root, [&](const MarkdownNode& link) {
    if (link.type != MarkdownType::kLink || !link.url.starts_with('#')) return;
    const Exercise* exercise = library_.FindExercise(std::string_view(link.url).substr(1));
    if (exercise == nullptr) return;
    ForEachNode(link, [&](const MarkdownNode& part) {
      for (const Passage::Segment& segment : passage.segments) {
        if (segment.node == &part) mentions.push_back({segment.begin, exercise});
      }
    });
  });
  return mentions;
}

DoseSubject DoseReader::SubjectOf(const Match& figure, const WordList& tokens,
                                  const std::vector<Mention>& mentions) {
  const Match sentence = SentenceAround(tokens.words, figure.begin);
  const std::size_t begin = tokens.pieces[sentence.begin].begin;
  const std::size_t end = tokens.pieces[sentence.end - 1].end;
  std::vector<std::string> words(tokens.words.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                                 tokens.words.begin() + static_cast<std::ptrdiff_t>(sentence.end));
  // "The three-ball start" speaks of no three, "every other day" of no other.
  const auto take_out = [&](const Match& range) {
    for (std::size_t i = range.begin; i < range.end; ++i) words[i - sentence.begin].clear();
  };
  std::set<const Exercise*> within;
  std::set<const Exercise*> anywhere;
  bool is_named_before = false;
  for (const Mention& mention : mentions) {
    anywhere.insert(mention.exercise);
    is_named_before = is_named_before || mention.begin < begin;
    if (mention.begin < begin || mention.begin >= end) continue;
    within.insert(mention.exercise);
    take_out(mention.tokens);
  }
  take_out(figure);
  DoseSubject subject{nullptr, IsOfEachStretch(words)};
  if (SpeaksOfMore(words)) return subject;
  if (within.size() == 1) subject.exercise = *within.begin();
  if (within.empty() && anywhere.size() == 1 && is_named_before) subject.exercise = *anywhere.begin();
  return subject;
}

DoseSubject DoseReader::SubjectAt(const Passage& passage, const Match& figure) const {
  return SubjectOf(figure, passage.tokens(), MentionsIn(passage, passage.tokens()));
}

std::vector<DoseInProse> DoseReader::In(const Passage& passage) const {
  std::vector<DoseInProse> found;
  const std::vector<StatedDose> figures = StatedDoses(passage.tokens());
  if (figures.empty()) return found;
  const WordList& tokens = passage.tokens();
  const std::vector<Mention> mentions = MentionsIn(passage, tokens);
  for (const StatedDose& stated : figures) {
    found.push_back({stated, SubjectOf(stated.quantity.tokens, tokens, mentions)});
  }
  return found;
}

std::vector<FrequencyInProse> DoseReader::FrequenciesIn(const Passage& passage) const {
  std::vector<FrequencyInProse> found;
  const std::vector<StatedFrequency> figures = StatedFrequencies(passage.tokens());
  if (figures.empty()) return found;
  const WordList& tokens = passage.tokens();
  const std::vector<Mention> mentions = MentionsIn(passage, tokens);
  for (const StatedFrequency& stated : figures) {
    found.push_back({stated, SubjectOf(stated.tokens, tokens, mentions)});
  }
  return found;
}

}  // namespace guidec
