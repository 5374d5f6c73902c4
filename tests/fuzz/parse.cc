#include "fuzz/target.h"
#include "support/well_placed.h"
#include "syntax/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const Source source(SourceId{}, "a.yaml", std::string(TextOf(data, size)));
  const Document document = Parse(source);
  const std::string misplaced = FirstMisplaced(source, document);
  Require(misplaced.empty(), misplaced);
  return 0;
}
