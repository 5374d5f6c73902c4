// An entry of the cache that can be read is the same after it was written and read again; a sealed one is
// opened under its own key alone.
#include "cache/cache.h"
#include "fuzz/target.h"
#include "lint/cached_lint.h"
#include "rules/registry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const std::string_view bytes = TextOf(data, size);
  const std::string key(64, 'a');
  const std::string other(64, 'b');
  if (const auto opened = OpenEntry(key, bytes))
    Require(SealEntry(key, *opened) == bytes, "not the sealed bytes");
  const std::string sealed = SealEntry(key, bytes);
  Require(OpenEntry(key, sealed) == bytes, "a sealed entry is lost");
  Require(!OpenEntry(other, sealed), "a foreign entry is opened");
  if (const auto entry = ReadLintEntry(bytes, AllRules())) {
    const auto written = WriteLintEntry(*entry);
    Require(written.has_value(), "an entry that was read cannot be written");
    const auto again = ReadLintEntry(*written, AllRules());
    Require(again && WriteLintEntry(*again) == *written, "an entry changes when it is written");
  }
  return 0;
}
