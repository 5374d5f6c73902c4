#ifndef GUIDEC_BASE_RESULT_H_
#define GUIDEC_BASE_RESULT_H_

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace guidec {

// The machine failed: a file, a folder or a program. `message` names it and says what was observed;
// `hint` says what to do, and may be empty. Faults in what an author wrote are never an Error.
struct Error {
  std::string message;
  std::string hint = {};
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> Failure(std::string message, std::string hint = {}) {
  return tl::unexpected<Error>(Error{std::move(message), std::move(hint)});
}

}  // namespace guidec

#endif  // GUIDEC_BASE_RESULT_H_
