// Every allocation in the program, those of libraries in C among them: most of these go on with less when
// there is no memory, so that a dictionary lacks words or a picture is at fault. Here the program ends
// instead (base/memory.h). glibc lets a program replace malloc; free stays its own. Sanitizers have replaced
// it already.
#include <cerrno>
#include <cstddef>
#include <cstdlib>

#include "base/memory.h"
#include "base/sanitizer.h"

#if defined(__GLIBC__) && !defined(GUIDEC_SANITIZED)

// NOLINTBEGIN(bugprone-reserved-identifier): glibc's names
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}
// NOLINTEND(bugprone-reserved-identifier)

namespace {

void* OrEnd(void* memory, std::size_t size) {
  if (memory == nullptr && size > 0) guidec::EndOutOfMemory();
  return memory;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) noexcept {
  return OrEnd(__libc_malloc(size), size);
}

void* calloc(std::size_t count, std::size_t size) noexcept {
  return OrEnd(__libc_calloc(count, size), count > 0 ? size : 0);
}

void* realloc(void* memory, std::size_t size) noexcept {
  return OrEnd(__libc_realloc(memory, size), size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
  return OrEnd(__libc_memalign(alignment, size), size);
}

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) noexcept {
  if (alignment % sizeof(void*) != 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  *memory = OrEnd(__libc_memalign(alignment, size), size);
  return 0;
}

}  // extern "C"

#endif
