// What is left of an SVG is clean: nothing more is taken out of it, and it is written as it is read.
#include "model/picture/svg.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidec;
  const Result<CleanSvg> clean = Sanitised(TextOf(data, size));
  if (!clean) {
    Require(!clean.error().message.empty(), "an error without words");
    return 0;
  }
  const Result<CleanSvg> again = Sanitised(clean->bytes);
  Require(again && again->removed.empty(), "a clean picture is not clean");
  Require(again->bytes == clean->bytes, "a clean picture changes");
  for (const char* mark : {"<script", "<foreignObject", "<!ENTITY", "<!DOCTYPE", "<animate", "<set"}) {
    Require(clean->bytes.find(mark) == std::string::npos, mark);
  }
  return 0;
}
