// What a reason says of a list member or a step, in a sentence that affirms it and begins with its name, is held
// against the guide's lists, tags and orders.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/prose/passage.h"
#include "model/quiz/named_parts.h"
#include "model/quiz/proof.h"
#include "model/quiz/question.h"
#include "text/statements.h"
#include "text/tokens.h"

namespace guidec::rules::why_misnames {
namespace {

using Words = std::span<const std::string>;

constexpr std::string_view kOrdinals[] = {"first", "second", "third", "fourth", "fifth", "sixth"};

// What a name may stand for: parts of one list or protocol.
struct Name {
  std::vector<std::string> words;
  std::string id;
};

std::vector<std::string> WordsOfName(const Prose& text) {
  std::vector<std::string> words = Tokens(PlainText(text.root)).words;
  if (words.size() > 1 && IsOneOf(words.front(), "a|an|the|with|in|on|at")) words.erase(words.begin());
  while (!words.empty() && IsOneOf(words.back(), ".|,|;|!")) words.pop_back();
  return words;
}

std::string SpacedOut(std::string id) {
  std::ranges::replace(id, '-', ' ');
  return id;
}

// How many words the name takes at the head of `words`.
std::size_t MatchName(Words words, const Name& name) {
  const std::size_t skipped = MatchPhrase(words, "a|an|the").value_or(0);
  const Words rest = words.subspan(skipped);
  const bool is_it = !name.words.empty() && rest.size() >= name.words.size() &&
                     std::ranges::equal(name.words, rest.first(name.words.size()));
  return is_it ? skipped + name.words.size() : 0;
}

struct Sentence {
  const Passage& passage;
  Match tokens;

  Words words() const {
    return Words(passage.tokens().words).subspan(tokens.begin, tokens.end - tokens.begin);
  }
  Span SpanOf(std::size_t begin, std::size_t end) const {
    return passage.SpanOf(passage.tokens().PieceOf(tokens.begin + begin, tokens.begin + end));
  }
};

bool IsPlain(const Sentence& sentence) {
  const Words words = sentence.words();
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (IsNegation(words, at)) return false;
  }
  return std::ranges::none_of(words, [](const std::string& word) {
    return IsOneOf(word, "but|only|if|unless|than|instead|although|though|while|whereas|except|or|would|might");
  });
}

class WhyCheck {
 public:
  WhyCheck(const Guide& guide, const NamedParts& named, const Question& question, RuleContext& context)
      : guide_(guide), named_(named), question_(question), context_(context) {
    if (question.proof) subjects_ = SubjectsOf(*question.proof);
    for (const Choice& choice : question.choices) names_.push_back({WordsOfName(choice.text), choice.id.value});
  }

  void Run() {
    for (const Passage& passage : PassagesOf(question_.why)) {
      const WordList& tokens = passage.tokens();
      for (std::size_t begin = 0; begin < tokens.size();) {
        const std::size_t end = std::max(SentenceAround(tokens.words, begin).end, begin);
        if (end > begin) CheckSentence({passage, {begin, end}});
        begin = end + 1;
      }
    }
  }

 private:
  void CheckSentence(const Sentence& sentence) {
    CheckRepetition(sentence);
    if (!IsPlain(sentence)) return;
    CheckPlaces(sentence);
    if (CheckEnumeration(sentence)) return;
    for (const Name& name : names_) {
      const std::size_t length = MatchName(sentence.words(), name);
      if (length == 0 || length == sentence.words().size()) continue;
      const NameWords said =
          NameWordsOf(sentence.passage.Slice(sentence.passage.tokens().PieceOf(
              sentence.tokens.begin + length, sentence.tokens.end)));
      if (!CheckTag(sentence, name, length, said)) CheckList(sentence, name, length, said);
      return;
    }
  }

  // "Rest, rest, compression and elevation".
  void CheckRepetition(const Sentence& sentence) {
    const Words words = sentence.words();
    if (!FindPhrase(words, "and|or")) return;
    for (const Name& name : Enumerated()) {
      for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const std::size_t length = MatchName(words.subspan(at), name);
        if (length == 0 || at + length >= words.size() || words[at + length] != ",") continue;
        const std::size_t your = at > 0 && words[at - 1] == "your" ? 1 : 0;
        const std::size_t next = at + length + 1;
        const Words rest = words.subspan(next + (your && next < words.size() && words[next] == "your" ? 1 : 0));
        if (MatchName(rest, name) != length) continue;
        context_.Report(sentence.SpanOf(at, at + length),
                        fmt::format("the reason names `{}` twice in a row; one of them should be another",
                                    sentence.passage.Slice(sentence.passage.tokens().PieceOf(
                                        sentence.tokens.begin + at, sentence.tokens.begin + at + length))));
        return;
      }
    }
  }

  std::vector<Name> Enumerated() const {
    std::vector<Name> names = names_;
    for (const NamedPart& part : named_.parts) {
      const bool is_subject =
          part.whole != nullptr && std::ranges::find(subjects_, part.whole->value) != subjects_.end();
      // "Pain in your groin" is "your groin" in a sentence.
      if (is_subject) names.push_back({Tokens(SpacedOut(part.id->value)).words, part.id->value});
    }
    return names;
  }

  // "Ice comes first."
  void CheckPlaces(const Sentence& sentence) {
    const auto* step = question_.proof ? std::get_if<StepProof>(&question_.proof->form) : nullptr;
    if (step == nullptr) return;
    const Words words = sentence.words();
    for (std::size_t at = 0; at < words.size(); ++at) {
      for (const Name& name : names_) {
        const std::size_t length = MatchName(words.subspan(at), name);
        if (length == 0) continue;
        const Words rest = words.subspan(at + length);
        auto verb = MatchPhrase(rest, "comes|is|goes|stands the");
        if (!verb) verb = MatchPhrase(rest, "comes|is|goes|stands");
        if (!verb || *verb >= rest.size()) continue;
        const std::size_t place = at + length + *verb;
        const bool is_end = place + 1 == words.size() || IsOneOf(words[place + 1], ",|;|and|step|stage");
        const Fact* fact = FindStep(step->protocol.value, name.id);
        if (!is_end || fact == nullptr || !IsOtherPlace(words[place], *fact)) continue;
        Report(sentence, at, at + length, fmt::format("`{}` {}", name.id, words[place]), fact->words, fact->span);
        return;
      }
    }
  }

  bool IsOtherPlace(std::string_view word, const Fact& fact) const {
    const Subject& order = guide_.facts.subjects[fact.subject];
    const auto count = static_cast<int>(guide_.facts.Of(order, FactKind::kStep).size());
    if (word == "last") return fact.step != count;
    const auto ordinal = std::ranges::find(kOrdinals, word);
    return ordinal != std::end(kOrdinals) && fact.step != ordinal - std::begin(kOrdinals) + 1;
  }

  const Fact* FindStep(std::string_view protocol, std::string_view id) const {
    const Subject* subject = guide_.facts.Find(SubjectKind::kProtocol, protocol);
    if (subject == nullptr) return nullptr;
    const auto steps = guide_.facts.Of(*subject, FactKind::kStep);
    const auto found = std::ranges::find_if(steps, [&](const Fact* fact) { return fact->value == id; });
    return found == steps.end() ? nullptr : *found;
  }

  // "Beanbags roll away", where the tag `rolls-away` is another member's.
  bool CheckTag(const Sentence& sentence, const Name& name, std::size_t length, const NameWords& said) {
    const auto* tagged = question_.proof ? std::get_if<TaggedProof>(&question_.proof->form) : nullptr;
    const NamedPart* member = tagged == nullptr ? nullptr : named_.FindPart(tagged->list.value, name.id);
    if (member == nullptr) return false;
    for (const NamedPart& other : named_.parts) {
      if (other.whole == nullptr || other.whole->value != tagged->list.value || other.tags == nullptr) continue;
      for (const Id& tag : *other.tags) {
        const auto has_tag = [&](const Id& own) { return own.value == tag.value; };
        const NameWords words = NameWordsOf(SpacedOut(tag.value));
        if (words.size() < 2 || !Contains(said, words) || std::ranges::any_of(*member->tags, has_tag)) continue;
        Report(sentence, 0, length, fmt::format("`{}` to be `{}`", name.id, tag.value),
               fmt::format("`{}` bears that tag, and `{}` does not", other.id->value, name.id), tag.span);
        return true;
      }
    }
    return false;
  }

  // "Weak legs, a trip and strong bones can cause a fall", where the bones are a wrong choice.
  bool CheckEnumeration(const Sentence& sentence) {
    const auto* in = question_.proof ? std::get_if<InProof>(&question_.proof->form) : nullptr;
    const NamedWhole* list = in == nullptr ? nullptr : named_.FindWhole(in->list.value);
    if (list == nullptr || in->negated || question_.proof->negated) return false;
    const NameWords said = NameWordsOf(
        sentence.passage.Slice(sentence.passage.tokens().PieceOf(sentence.tokens.begin, sentence.tokens.end)));
    const std::size_t shared = list->title_words.size() - Minus(list->title_words, said).size();
    if (shared < 2 || shared * 3 < list->title_words.size() * 2) return false;
    const Words words = sentence.words();
    for (const Name& name : names_) {
      if (named_.FindPart(list->id->value, name.id) != nullptr) continue;
      for (std::size_t at = 1; at < words.size(); ++at) {
        const std::size_t length = IsOneOf(words[at - 1], ",|and") ? MatchName(words.subspan(at), name) : 0;
        if (length == 0) continue;
        Report(sentence, at, at + length, fmt::format("`{}` to be in `{}`", name.id, list->id->value),
               fmt::format("list `{}` has no `{}`", list->id->value, name.id), list->id->span);
        return true;
      }
    }
    return false;
  }

  // "Beanbags are better for later", where the list of that title has none.
  void CheckList(const Sentence& sentence, const Name& name, std::size_t length, const NameWords& said) {
    for (const NamedWhole& list : named_.wholes) {
      if (list.kind != SubjectKind::kList || list.title_words.size() < 2) continue;
      if (!Contains(said, list.title_words) || named_.FindPart(list.id->value, name.id) != nullptr) continue;
      const bool is_member = std::ranges::any_of(named_.parts, [&](const NamedPart& part) {
        return part.whole != nullptr && part.id->value == name.id && part.tags != nullptr;
      });
      if (!is_member) continue;
      Report(sentence, 0, length, fmt::format("`{}` to be in `{}`", name.id, list.id->value),
             fmt::format("list `{}` has no `{}`", list.id->value, name.id), list.id->span);
      return;
    }
  }

  void Report(const Sentence& sentence, std::size_t begin, std::size_t end, const std::string& said,
              std::string fact, Span where) {
    Diagnostic& finding = context_.Report(
        sentence.SpanOf(begin, end),
        fmt::format("the reason says {}, and the guide denies it: {}; correct one of the two", said, fact));
    finding.labels.push_back({where, std::move(fact)});
  }

  const Guide& guide_;
  const NamedParts& named_;
  const Question& question_;
  RuleContext& context_;
  std::vector<std::string> subjects_;
  std::vector<Name> names_;
};

void Check(const Guide& guide, const Quiz& quiz, RuleContext& context) {
  const NamedParts& named = *guide.named_parts;
  for (const Question& question : quiz.questions) {
    if (question.why) WhyCheck(guide, named, question, context).Run();
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: first-step
    ask: What is the first step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: rest
    why: RICE is rest, rest, ice and more. Ice is last. # expect: QZ044 @ 18-22 # expect: QZ044 @ 44-47 "`ice` last"
    proof: {step: first, of: rice}
)yaml"},
    {Example::kGood, "guides/hips/quiz.yaml", R"yaml(questions:
  - id: last-step
    ask: What is the last step of RICE?
    choices: {rest: Rest, ice: Ice, elevation: Elevation}
    answer: elevation
    why: Rest is the first step, ice the second. Elevation comes last.
    proof: {step: last, of: rice}
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "QZ044",
    .name = "why-misnames",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "The reason says of a list member or a step what the guide's lists, tags and orders deny.",
    .rationale =
        R"md(A reason is read as the last word on its question. What it affirms of a choice, its place among the steps,
its tag or its list, must be what the guide's data say. A name twice in a row is one put in the place of
another.)md",
    .source = "guidec's own: what the proof names and what the key says are one fact",
    .examples = kExamples,
    .languages = kEnglish,
    .skips_damaged = true,
    .quiz = Check,
};

}  // namespace guidec::rules::why_misnames
