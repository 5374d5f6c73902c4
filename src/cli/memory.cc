#include "cli/memory.h"

#include <cstdlib>

#include <openssl/crypto.h>
#include <unicode/uclean.h>
#include <pugixml.hpp>

#include "base/memory.h"

namespace guidec {
namespace {

void* AllocateForIcu(const void* /*context*/, std::size_t size) {
  return Allocate(size);
}

void* ReallocateForIcu(const void* /*context*/, void* memory, std::size_t size) {
  return Reallocate(memory, size);
}

void FreeForIcu(const void* /*context*/, void* memory) {
  std::free(memory);
}

void* AllocateForOpenSsl(std::size_t size, const char* /*file*/, int /*line*/) {
  return Allocate(size);
}

void* ReallocateForOpenSsl(void* memory, std::size_t size, const char* /*file*/, int /*line*/) {
  return Reallocate(memory, size);
}

void FreeForOpenSsl(void* memory, const char* /*file*/, int /*line*/) {
  std::free(memory);
}

}  // namespace

void GiveLibrariesMemory() {
  pugi::set_memory_management_functions(Allocate, std::free);
  CRYPTO_set_mem_functions(AllocateForOpenSsl, ReallocateForOpenSsl, FreeForOpenSsl);
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, AllocateForIcu, ReallocateForIcu, FreeForIcu, &status);
}

}  // namespace guidec
