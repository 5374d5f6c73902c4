// The movements that an English step asks for.
#ifndef GUIDEC_RULES_MOVEMENTS_H_
#define GUIDEC_RULES_MOVEMENTS_H_

#include <cstddef>
#include <vector>

#include "text/phrase.h"

namespace guidec {

// The tokens (text/tokens.h) at which a clause tells the reader to move. A movement that is named twice, by
// what it does and by how it is done, counts once.
std::vector<std::size_t> MovementsIn(const WordList& tokens);

}  // namespace guidec

#endif  // GUIDEC_RULES_MOVEMENTS_H_
