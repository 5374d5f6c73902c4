#include <fmt/format.h>

#include "model/quiz/proof_context.h"
#include "model/read/node.h"

namespace guidec {

std::optional<ClaimProof> ClaimProof::Read(const Node& node) {
  return node.Find("claim") == nullptr ? std::nullopt : std::optional(ClaimProof{ReadId(node, "claim")});
}

std::string ClaimProof::Words() const {
  return fmt::format("is what claim `{}` says", claim.value);
}

OrError<Condition> ClaimProof::ConditionOf(ProofContext& context) const {
  const OrError<const Subject*> subject = context.Find(SubjectKind::kClaim, claim);
  if (!subject) return tl::unexpected(subject.error());
  if (context.proof.subject) {
    return Fail(context.proof.subject->span, "a claim is true or false by itself; take this key away");
  }
  const Fact& fact = *context.facts.Of(**subject, FactKind::kClaim).front();
  if (fact.value.empty()) {
    return Fail(
        claim.span,
        fmt::format("claim `{}` has no truth value; write `truth: true` or `truth: false`", claim.value),
        {LabelOf(fact)});
  }
  return [&fact](const Candidate&) -> OrError<Judgement> { return DecidedBy(fact.value == "true", fact); };
}

}  // namespace guidec
