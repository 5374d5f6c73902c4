#include <algorithm>

#include <fmt/format.h>

#include "model/quiz/kind.h"
#include "model/quiz/proof_context.h"
#include "model/read/node.h"
#include "text/nearest.h"

namespace guidec {

std::optional<TaggedProof> TaggedProof::Read(const Node& node) {
  if (node.Find("tagged") == nullptr) return std::nullopt;
  return TaggedProof{ReadId(node, "tagged"), ReadId(node, "in")};
}

std::string TaggedProof::Words() const {
  return fmt::format("bears the tag `{}` in list `{}`", tag.value, list.value);
}

OrError<Condition> TaggedProof::ConditionOf(ProofContext& context) const {
  OrError<Whole> whole = context.FindList(list);
  if (!whole) return tl::unexpected(whole.error());
  std::vector<const Fact*> tags = context.facts.Of(*whole->subject, FactKind::kTag);
  std::vector<std::string> known;
  for (const Fact* fact : tags) known.push_back(fact->value);
  if (!context.question.kind->has_matches && std::ranges::find(known, tag.value) == known.end()) {
    return Fail(tag.span, fmt::format("no member of list `{}` bears the tag `{}`{}", list.value, tag.value,
                                      DidYouMean(tag.value, known)));
  }
  std::erase_if(tags, [&](const Fact* fact) { return fact->value != tag.value; });
  return [whole = *std::move(whole), tags, form = *this](const Candidate& candidate) -> OrError<Judgement> {
    const Fact* member = whole.Find(candidate.id);
    if (member == nullptr) return NotAmong(whole, candidate);
    const auto borne = std::ranges::find(tags, candidate.id, &Fact::name);
    if (borne != tags.end()) return DecidedBy(true, **borne);
    Judgement judgement = DecidedBy(false, *member);
    judgement.fact.message = fmt::format("`{}` does not bear the tag `{}`", candidate.id, form.tag.value);
    return judgement;
  };
}

}  // namespace guidec
