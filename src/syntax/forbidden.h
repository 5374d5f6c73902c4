// Characters that no output may hold (text/character.h), where they are read.
#ifndef GUIDEC_SYNTAX_FORBIDDEN_H_
#define GUIDEC_SYNTAX_FORBIDDEN_H_

#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/document.h"
#include "text/character.h"

namespace guidec {

// Takes the characters, which stand in this order, out of the text, whose runs go on telling where the rest stands.
void TakeOut(std::span<const CodePoint> characters, std::string& text, std::vector<TextRun>& runs);

// The fault of such a character, which is left out of what is read.
Fault ForbiddenCharacter(char32_t character, Span span);

}  // namespace guidec

#endif  // GUIDEC_SYNTAX_FORBIDDEN_H_
