#ifndef GUIDEC_BASE_SOURCE_DATE_H_
#define GUIDEC_BASE_SOURCE_DATE_H_

#include <cstdint>
#include <optional>

#include "base/result.h"

namespace guidec {

// SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/): seconds since 1970,
// from 0 to the end of the year 9999. Nothing where it is unset; fails on all else, an empty one among it: the
// specification wants a build to end on a value that is no number.
Result<std::optional<std::int64_t>> SourceDate();

}  // namespace guidec

#endif  // GUIDEC_BASE_SOURCE_DATE_H_
