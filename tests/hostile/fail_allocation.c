// Preloaded into guidec, lets allocations of the C library fail, and with them those of C++ and of all libraries. From
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

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

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

void* malloc(size_t size) { return Fails() ? NULL : __libc_malloc(size); }

void* calloc(size_t number, size_t size) { return Fails() ? NULL : __libc_calloc(number, size); }

void* realloc(void* memory, size_t size) { return Fails() ? NULL : __libc_realloc(memory, size); }

void* aligned_alloc(size_t alignment, size_t size) { return Fails() ? NULL : __libc_memalign(alignment, size); }

int posix_memalign(void** memory, size_t alignment, size_t size) {
  void* found = Fails() ? NULL : __libc_memalign(alignment, size);
  if (found == NULL) return ENOMEM;
  *memory = found;
  return 0;
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
