#ifndef GUIDEC_CLI_MEMORY_H_
#define GUIDEC_CLI_MEMORY_H_

namespace guidec {

// Libraries in C give up in ways of their own when there is no memory: ICU finds no word, pugixml a fault in a picture.
// From here on they end the program as out of memory (base/memory.h); tree-sitter and cmark do so by themselves. Called
// before anything else uses them.
void GiveLibrariesMemory();

}  // namespace guidec

#endif  // GUIDEC_CLI_MEMORY_H_
