#include "text/symptom.h"

#include <string_view>

namespace guidec {
namespace {

constexpr Alternatives kSymptoms[] = {
    "pain|pains|painful|hurt|hurts|ache|aches|aching|sharp|stabbing|burning|cramp|cramps|cramping|spasm|spasms",
    "numb|numbness|tingle|tingles|tingling|weakness|swelling|swollen|swells|stiffness|stiff|rash|redness",
    "dizzy|dizziness|faint|fainting|lightheaded|sick|ill|unwell|nausea|nauseous|vomiting|fever|chills|sweats",
    "breathless|breathlessness|palpitations|bleeding|blood|headache|headaches|confusion|confused|seizure",
    "severe|worse|worsens|unsteady|fall|fallen|injury|injured|lump|bruise|bruising|trouble|difficulty",
};

constexpr Phrases kRelief{
    "ease|eases|eased|easing|subside|subsides|fade|fades|lessen|lessens|settle|settles|relief|better|gone",
    "go|goes|gone|going|wear|wears away|off",
    "stop|stops|stopped|end|ends|pass|passes",
    "mild|slight|light|minor|little|less",
    "no longer|more",
};

}  // namespace

std::optional<std::size_t> FindSymptom(std::span<const std::string> words, std::size_t from) {
  for (std::size_t at = from; at < words.size(); ++at) {
    const bool is_absent = at > 0 && IsOneOf(words[at - 1], "no|without|less|not|never");
    if (is_absent) continue;
    for (const Alternatives& symptoms : kSymptoms) {
      if (IsOneOf(words[at], symptoms)) return at;
    }
    if (MatchPhrase(words.subspan(at), "gives|give|giving way")) return at;
    if (MatchPhrase(words.subspan(at), "short|out of breath")) return at;
    if (MatchPhrase(words.subspan(at), "too hard|hot|tight|much")) return at;
  }
  return std::nullopt;
}

bool SaysRelief(std::span<const std::string> words) {
  return FindAnyPhrase(words, kRelief).has_value();
}

}  // namespace guidec
