#include "support/byte_cases.h"

#include <algorithm>
#include <string>

namespace guidec {
namespace {

const std::string kGlossary =
    "# yaml-language-server: $schema=../schema/glossary.schema.json\n"
    "terms:\n"
    "  hip-flexors:\n"
    "    term: hip flexors\n"
    "    meaning: the muscles that lift your thigh\n";

std::string WithCrLf(const std::string& text) {
  std::string with;
  for (const char c : text) {
    if (c == '\n') with += '\r';
    with += c;
  }
  return with;
}

std::string WithLines(int count) {
  std::string text = "# yaml-language-server: $schema=../../schema/exercise.schema.json\n";
  for (int i = 1; i < count; ++i) text += "#\n";
  return text + "# expect: YM010 @ 1-37 \"32001 lines\"";
}

}  // namespace

std::vector<Fixture> ByteCases() {
  const std::string plank = "exercises/plank.yaml";
  return {
      {"byte order mark", "notes/glossary.yaml",
       "\xEF\xBB\xBF# yaml-language-server: $schema=../../schema/glossary.schema.json\n"
       "# expect: YM004 @ 1:1-2\n"
       "terms:\n"
       "  knee:\n"
       "    term: knee\n"
       "    meaning: the joint in the middle of your leg\n"},
      {"a lone continuation byte", plank, "purpose: Builds \x80strength. # expect: YM005 @ 17-18 \"0x80\"\n"},
      {"Latin-1", plank, "purpose: Builds \xE0 strength \xE7. # expect: YM005 @ 17-18 \"0xE0\"\n"},
      {"a surrogate in UTF-8", plank, "purpose: Builds \xED\xA0\x80 strength. # expect: YM005 \"0xED\"\n"},
      {"CR LF", plank,
       WithCrLf("purpose: |\n  Builds strength.\n  All round.\nequipment: mat # expect: SC003 @ 12-15\n")},
      {"CR LF in a clean file", "glossary.yaml", WithCrLf(kGlossary)},
      {"no line end at the file's end", "glossary.yaml", kGlossary.substr(0, kGlossary.size() - 1)},
      {"a column behind an emoji", plank,
       "purpose: \"\xF0\x9F\x8F\x83\" # \xF0\x9F\x8F\x83\ncautions: [\"\xF0\x9F\x8F\x83\", 12] # expect: "
       "SC003 @ 17-19\n"},
      {"more lines than the parser counts", "exercises/plank.yaml", WithLines(32'000)},
  };
}

}  // namespace guidec
