// Every thread that the program starts, those of libraries among them: a library that cannot start one throws
// what says nothing of the reason, where no exception may pass. Here the program ends instead
// (base/memory.h). Sanitizers have replaced pthread_create already.
#include <dlfcn.h>
#include <pthread.h>

#include <cerrno>

#include "base/memory.h"
#include "base/sanitizer.h"

#if defined(__GLIBC__) && !defined(GUIDEC_SANITIZED)

namespace {

using Create = int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);

std::size_t StackSizeOf(const pthread_attr_t* attributes) {
  std::size_t size = 0;
  pthread_attr_t usual;
  if (attributes != nullptr) {
    ::pthread_attr_getstacksize(attributes, &size);
  } else if (::pthread_getattr_default_np(&usual) == 0) {
    ::pthread_attr_getstacksize(&usual, &size);
    ::pthread_attr_destroy(&usual);
  }
  return size;
}

}  // namespace

extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                              void* argument) noexcept {
  static Create* const create = reinterpret_cast<Create*>(::dlsym(RTLD_NEXT, "pthread_create"));
  const int code = create(thread, attributes, start, argument);
  if (code == EAGAIN) guidec::EndWithoutThread(StackSizeOf(attributes));
  return code;
}

#endif
