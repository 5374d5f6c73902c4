#ifndef GUIDEC_BASE_PROCESS_MEMORY_H_
#define GUIDEC_BASE_PROCESS_MEMORY_H_

#include <sys/types.h>

#include <cstdint>

namespace guidec {

// Bytes of memory that a process and all that it started hold, swapped out or not; without pages of files,
// which the system takes back when it wants. 0 for one that has ended.
std::uint64_t MemoryOf(pid_t process);

}  // namespace guidec

#endif  // GUIDEC_BASE_PROCESS_MEMORY_H_
