// The tables that CMake makes of the files in this folder (src/embed.cmake).
#ifndef GUIDEC_WORDS_TABLES_H_
#define GUIDEC_WORDS_TABLES_H_

#include <span>
#include <string_view>

#include "words/words.h"

namespace guidec {

extern const std::span<const WordTable> kWordTables;
extern const std::span<const std::string_view> kWordKeys;  // as in the files, by Word

}  // namespace guidec

#endif  // GUIDEC_WORDS_TABLES_H_
