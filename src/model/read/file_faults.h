#ifndef GUIDEC_MODEL_READ_FILE_FAULTS_H_
#define GUIDEC_MODEL_READ_FILE_FAULTS_H_

#include <vector>

#include "diag/diagnostic.h"
#include "model/content/library.h"
#include "model/read/load.h"

namespace guidec {

// What the theme and the texts name and is not on the disk, or not to be used: pictures, a logo, folders.
std::vector<Fault> FaultsOfFiles(const Library& library, const KindOfFile& kind, const ReadText& read);

}  // namespace guidec

#endif  // GUIDEC_MODEL_READ_FILE_FAULTS_H_
