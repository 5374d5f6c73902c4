#ifndef GUIDEC_DELIVERY_FINISH_H_
#define GUIDEC_DELIVERY_FINISH_H_

#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "delivery/build.h"
#include "delivery/makers.h"
#include "delivery/staged_delivery.h"

namespace guidec {

// Completes a staged delivery whose artefacts are all in their places: takes over from `delivery`, the one
// that it is to replace, what earlier builds made and the guide still has; writes the manifest and its
// signature; links what is not guidec's. Returns what this build wrote.
Result<std::vector<WrittenFile>> Finish(const Recipe& recipe, const StagedDelivery& staged,
                                        const fs::path& delivery, FileSystem& files);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_FINISH_H_
