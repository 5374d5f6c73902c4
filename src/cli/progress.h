#ifndef GUIDEC_CLI_PROGRESS_H_
#define GUIDEC_CLI_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace guidec {

// "12 s", "3 min", "2 h": rounded up, so that nothing is done before its time.
std::string HumanTime(std::chrono::seconds time);

// What is left of a run that has taken `elapsed` for the first `done` of `total` steps of like length.
std::chrono::seconds TimeLeft(std::chrono::milliseconds elapsed, double done, double total);

// One line on standard error that is written over itself, when that is a terminal; nothing elsewhere. Runs
// that are over within half a second show nothing. The time left is shown from two seconds on.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine() { Clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // `done` of `total` steps; `share` of the whole run is done, from 0 to 1, and shown instead when there is
  // one step only. Between two steps, ten times a second at most.
  void Show(std::string_view what, std::size_t done, std::size_t total, double share);
  // Before anything else is printed.
  void Clear();

 private:
  bool is_terminal_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point shown_;
  std::size_t shown_done_ = 0;
};

}  // namespace guidec

#endif  // GUIDEC_CLI_PROGRESS_H_
