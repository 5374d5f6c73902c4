#ifndef GUIDEC_CACHE_ANSWERS_H_
#define GUIDEC_CACHE_ANSWERS_H_

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/files.h"

namespace guidec {

// What a run asked, and a digest of each answer: what the run made holds for as long as they stay the same.
template <class Question>
class Answers {
 public:
  // Any thread may note.
  void Note(Question question, std::string digest) {
    const std::scoped_lock guard(mutex_);
    const auto [known, is_new] = digests_.try_emplace(std::move(question), digest);
    is_steady_ = is_steady_ && (is_new || known->second == digest);
  }

  // To be read when nothing is noted any more.
  const std::map<Question, std::string>& digests() const { return digests_; }
  // False when something was answered in two ways, since it changed meanwhile.
  bool is_steady() const { return is_steady_; }

 private:
  std::mutex mutex_;
  std::map<Question, std::string> digests_;
  bool is_steady_ = true;
};

inline std::string DigestOf(FileKind kind) {
  return fmt::format("{}", static_cast<int>(kind));
}

}  // namespace guidec

#endif  // GUIDEC_CACHE_ANSWERS_H_
