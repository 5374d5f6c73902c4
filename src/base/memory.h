// What happens when there is no memory left: the program says so and ends, with the status of a machine that
// failed. Nothing catches that on its way out, so no library can turn it into something that seems to be
// wrong with a file, and nothing half done is cached or written: what guidec writes, it puts in place whole,
// at the end.
#ifndef GUIDEC_BASE_MEMORY_H_
#define GUIDEC_BASE_MEMORY_H_

#include <cstddef>

namespace guidec {

// Says that memory has run out, and ends the program with status 2. Safe in a signal handler.
[[noreturn]] void EndOutOfMemory();

// The same for a thread that cannot be started, whose stack would take so many bytes: for want of memory, or
// since there may be no more threads, which is then said.
[[noreturn]] void EndWithoutThread(std::size_t stack_size);

// From here on, `new` that finds no memory ends the program so, and so does a std::bad_alloc that nothing
// catches.
void EndWhenOutOfMemory();

}  // namespace guidec

#endif  // GUIDEC_BASE_MEMORY_H_
