// When guidec itself is wrong, it says so, with what is needed to fix it.
#ifndef GUIDEC_BASE_CRASH_H_
#define GUIDEC_BASE_CRASH_H_

#include <string_view>

namespace guidec {

// From here on, a signal that only a bug raises (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT) writes a report to
// standard error and ends the program with status 3, in every thread that works, even where its stack has run
// out. What was staged stays for the next run to remove. A stack that the machine has no memory for ends it
// as out of memory. Called once, by the main thread; `version` stays.
void ReportCrashes(std::string_view version);

// While it is there, reports of the thread say so: "while it was reading `exercises/plank.yaml`". Both texts
// outlive it. The one inside overrides the one around it.
class WorkingOn {
 public:
  explicit WorkingOn(std::string_view stage, std::string_view what = {});
  ~WorkingOn();
  WorkingOn(const WorkingOn&) = delete;
  WorkingOn& operator=(const WorkingOn&) = delete;

 private:
  std::string_view stage_;
  std::string_view what_;
  const WorkingOn* around_;

  friend class CrashReport;
};

}  // namespace guidec

#endif  // GUIDEC_BASE_CRASH_H_
