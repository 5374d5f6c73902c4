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

std::string WithValues(int count) {
  std::string text = "a";
  for (int i = 1; i < count; ++i) text += ",a";
  return text;
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
      {"a line too long", plank,
       "# limits: line-length=90\npurpose: Builds strength around your trunk, your hips, your back, your "
       "legs and your shoulders.\n# expect: YM014 @ 2:1-96 \"95 bytes\"\n"},
      {"too many values", plank,
       "# limits: values=200\npurpose: [" + WithValues(201) +
           "]\n# expect: YM015 @ 2:337-338 \"more than 200 values\"\n# expect: SC003 @ 2:1-8\n"},
      {"too many findings", plank,
       "# limits: findings=2\npurpose: Builds strength. \nequipment: [mat] \nsides: together \n"
       "# expect: YM013 @ 2:26-27\n# expect: YM013 @ 3:17-18\n# expect: YM016 @ 4:16-17 \"1 more\"\n"},
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
       WithCrLf("purpose: |\n  Builds strength.\n  All round.\nequipment: mat # expect: SC003 @ 12-15\n"
                "# expect: YM012 @ 1:11-12 \"5 lines\"\n")},
      {"slips in a folded text of CR LF", plank,
       WithCrLf("purpose: >-\n  Builds \xF0\x9F\x8F\x83 strenght\n  in your\n  your trunk.\n"
                "cautions:\n  - |\n    Breathe in in.\n"
                "# expect: LG001 @ 2:12-20\n# expect: LG003 @ 4:3-7\n# expect: LG003 @ 7:16-18\n"
                "# expect: YM012 @ 1:12-13\n")},
      {"CR LF in a clean file", "glossary.yaml", WithCrLf(kGlossary + "# expect: YM012 @ 1:63-64\n")},
      {"one CR LF among others", "exercises/plank.yaml",
       "purpose: >-\n  Builds strength\r\n  around your trunk.\n# expect: YM012 @ 2:18-19 \"one line\"\n"},
      {"blanks that end a line", plank,
       "# A runner: \xF0\x9F\x8F\x83 \t\n"
       "purpose: Builds strength. # Or power. \n"
       "  \n"
       "equipment:  \n"
       "  - mat \n"
       "# expect: YM013 @ 1:14-16 \"blanks stand\"\n"
       "# expect: YM013 @ 2:38-39 \"a blank stands\"\n"
       "# expect: YM013 @ 3:1-3 \"only blanks\"\n"
       "# expect: YM013 @ 4:11-13\n"
       "# expect: YM013 @ 5:8-9\n"},
      {"blanks that end a line of a text", "guides/hips/guide.yaml",
       "introduction:\n"
       "  - text: |\n"
       "      Here the line  \n"
       "      breaks, and here \n"
       "      it does not.  \n"
       "  \n"
       "      The end of the text.   \n"
       "        \n"
       "  - text: >\n"
       "      Folded  \n"
       "        on,\n"
       "      and on. \n"
       "# expect: YM013 @ 4:23-24\n"
       "# expect: YM013 @ 5:19-21\n"
       "# expect: YM013 @ 7:27-30\n"
       "# expect: YM013 @ 12:14-15\n"},
      {"blanks that end a line of a quoted text", plank,
       "purpose: \"Builds  \n"
       "  strength \\  \n"
       "  around  your trunk.\"\n"
       "cautions:\n"
       "  - 'Breathe \n"
       "    on.'\n"
       "# expect: YM013 @ 1:17-19\n"
       "# expect: YM013 @ 5:13-14\n"},
      {"no line end at the file's end", "glossary.yaml", kGlossary.substr(0, kGlossary.size() - 1)},
      {"a column behind an emoji", plank,
       "purpose: \"\xF0\x9F\x8F\x83\" # \xF0\x9F\x8F\x83\ncautions: [\"\xF0\x9F\x8F\x83\", 12] # expect: "
       "SC003 @ 17-19\n"},
      {"more lines than the parser counts", "exercises/plank.yaml", WithLines(32'000)},
  };
}

}  // namespace guidec
