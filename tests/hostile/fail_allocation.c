// Preloaded into guidec, lets its allocations fail, those of C++ and of all libraries among them. From
// main() on, they are counted:
//   GUIDEC_FAIL_AT=N    the Nth fails, and no other
//   GUIDEC_FAIL_FROM=N  the Nth fails, and every one behind it
//   GUIDEC_COUNT=FILE   none fails; FILE gets their number when main() returns
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

typedef int Main(int, char**, char**);

static atomic_long count;
static atomic_int is_on;
static long first;
static long last;
static Main* main_of_program;

static int Fails(void) {
  if (!atomic_load(&is_on)) return 0;
  const long number = atomic_fetch_add(&count, 1) + 1;
  if (number < first || number > last) return 0;
  errno = ENOMEM;
  return 1;
}

// guidec's own malloc (src/allocate.cc) calls these, for itself and for all libraries.
#define LIBC(name, parameters, arguments)                \
  static void* (*name##_of_libc)parameters;              \
  void* __libc_##name parameters {                       \
    if (name##_of_libc == NULL) FindLibc();              \
    return Fails() ? NULL : name##_of_libc arguments;    \
  }

static void FindLibc(void);
LIBC(malloc, (size_t size), (size))
LIBC(calloc, (size_t number, size_t size), (number, size))
LIBC(realloc, (void* memory, size_t size), (memory, size))
LIBC(memalign, (size_t alignment, size_t size), (alignment, size))

// All at once, before there are threads.
static void FindLibc(void) {
  *(void**)&malloc_of_libc = dlsym(RTLD_NEXT, "__libc_malloc");
  *(void**)&calloc_of_libc = dlsym(RTLD_NEXT, "__libc_calloc");
  *(void**)&realloc_of_libc = dlsym(RTLD_NEXT, "__libc_realloc");
  *(void**)&memalign_of_libc = dlsym(RTLD_NEXT, "__libc_memalign");
}

static long Number(const char* name) {
  const char* text = getenv(name);
  return text == NULL ? 0 : atol(text);
}

static int CountingMain(int argc, char** argv, char** environment) {
  const char* file = getenv("GUIDEC_COUNT");
  first = Number("GUIDEC_FAIL_AT");
  last = first;
  if (first == 0) {
    first = Number("GUIDEC_FAIL_FROM");
    last = first == 0 ? 0 : 1L << 60;
  }
  if (first == 0) first = 1;
  // Tools that it starts have memory.
  unsetenv("LD_PRELOAD");
  atomic_store(&is_on, 1);
  const int status = main_of_program(argc, argv, environment);
  atomic_store(&is_on, 0);
  if (file != NULL) {
    FILE* out = fopen(file, "w");
    if (out != NULL) {
      fprintf(out, "%ld\n", atomic_load(&count));
      fclose(out);
    }
  }
  return status;
}

int __libc_start_main(Main* main, int argc, char** argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void* stack_end) {
  int (*start)(Main*, int, char**, void (*)(void), void (*)(void), void (*)(void), void*);
  *(void**)&start = dlsym(RTLD_NEXT, "__libc_start_main");
  main_of_program = main;
  return start(CountingMain, argc, argv, init, fini, rtld_fini, stack_end);
}
