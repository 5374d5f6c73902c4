#ifndef GUIDEC_DELIVERY_SOURCES_H_
#define GUIDEC_DELIVERY_SOURCES_H_

#include <vector>

#include "base/result.h"
#include "delivery/manifest.h"
#include "delivery/pictures.h"
#include "delivery/theme_files.h"
#include "model/content/library.h"

namespace guidec {

// The files that a guide is made of: its documents, the settings and what those extend, pictures, the
// theme's files. Paths count from the workspace. Fails on a logo that is not safe to read as it is.
Result<std::vector<ManifestEntry>> SourcesOf(const Library& library, const Guide& guide,
                                             const std::vector<LoadedPicture>& pictures,
                                             const std::vector<ThemeFile>& theme_files);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_SOURCES_H_
