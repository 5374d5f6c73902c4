// Standard input, output and error, each of which may be closed, full or gone.
#ifndef GUIDEC_BASE_STANDARD_STREAMS_H_
#define GUIDEC_BASE_STANDARD_STREAMS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/result.h"

namespace guidec {

// What the program asks of the system before anything is opened:
//   - one of the three that is closed stays closed for every reader and writer, and no file that is opened
//     later gets its number, and with it what is meant for a terminal;
//   - a file that reaches its limit (`ulimit -f`) fails to be written, instead of ending the program while it
//     has things staged.
// False when there are not even three descriptors.
[[nodiscard]] bool PrepareStreams();

// On standard error. Where it takes nothing, the text is lost and the exit status stays what it is: there is
// nowhere left to say so.
void SayText(std::string_view text);

template <class... Arguments>
void Say(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  SayText(fmt::format(format, std::forward<Arguments>(arguments)...));
}

// All of standard input. Fails when it cannot be read or is longer than `max_bytes`, and reads no further.
Result<std::string> ReadStandardInput(std::uint64_t max_bytes);

}  // namespace guidec

#endif  // GUIDEC_BASE_STANDARD_STREAMS_H_
