#ifndef GUIDEC_DELIVERY_PACK_H_
#define GUIDEC_DELIVERY_PACK_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "delivery/manifest.h"
#include "delivery/pictures.h"

namespace guidec {

// A ZIP of all that an app needs, always under the same names: `bundle.json`, the files that it speaks
// of at the paths that it says, and a `manifest.json` of these (delivery/manifest.h), whose sources are
// those of `manifest`. The same contents give the same bytes.
Result<std::string> PackOf(const std::string& bundle, const std::vector<LoadedPicture>& pictures,
                           Manifest manifest, const Tools& tools);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_PACK_H_
