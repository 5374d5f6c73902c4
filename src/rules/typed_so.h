#ifndef GUIDEC_RULES_TYPED_SO_H_
#define GUIDEC_RULES_TYPED_SO_H_

#include "lint/rule_context.h"
#include "model/prose/passage.h"

namespace guidec {

// Whether the source has the piece as it is read: no escape, no reference to a character, and no sign in the
// place of bytes that are none.
inline bool IsTypedSo(const Passage& passage, const Piece& piece, const RuleContext& context) {
  const Span span = passage.SpanOf(piece);
  return (*context.library().sources)[span.source].Slice(span) == passage.Slice(piece);
}

}  // namespace guidec

#endif  // GUIDEC_RULES_TYPED_SO_H_
