// One reader for each kind of file, and for the parts that are long enough for a file of their own.
#ifndef GUIDEC_MODEL_READ_READERS_H_
#define GUIDEC_MODEL_READ_READERS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/content/exercise.h"
#include "model/content/glossary.h"
#include "model/content/guide.h"
#include "model/content/library.h"
#include "model/content/workspace.h"
#include "model/read/node.h"

namespace guidec {

void ReadSettings(ReadContext& in, Workspace& workspace);
// One word a line; `#` opens a comment.
std::vector<std::string> WordsOf(std::string_view dictionary);
std::vector<Term> ReadGlossary(ReadContext& in);
Exercise ReadExercise(ReadContext& in);
Dose ReadDose(ReadContext& in, const Node& exercise);
// Gives the words of every dose their meaning, with faults where they cannot be meant as they are written.
// The library is whole: what placeholders print is read, too.
void ReadWordsOfDoses(Library& library);
Guide ReadGuide(ReadContext& in);
std::vector<Block> ReadBlocks(ReadContext& in, const Node& node, std::string_view key);
std::vector<Reference> ReadReferences(ReadContext& in);
Quiz ReadQuiz(ReadContext& in);
std::optional<Proof> ReadProof(const Node& question);

}  // namespace guidec

#endif  // GUIDEC_MODEL_READ_READERS_H_
