// Faults of all kinds with their labels and fixes, and what is still read.
#include <catch2/catch.hpp>

#include "unit/syntax/parsed.h"

namespace guidec {
namespace faults_test {

constexpr SyntaxCase kCases[] = {
    {"two texts in quotes",
     R"(a: "ok" "no"
b: c
)",
     R"(1:4-13 syntax-error text goes on behind the closing quote; write an inner `"` as `\"`
)",
     R"(mapping [2:1-3:1] damaged
  b: plain "c" [2:4-2:5]
)"},
    {"a tab in a blank line within a list",
     R"(a:
  - b
	
  - c
)",
     R"(3:1-2 tab-indentation a tab stands in this blank line; leave the line empty
  safe fix delete the blanks: 3:1-2 []
)",
     R"(mapping [1:1-5:1]
  a: sequence [2:3-5:1]
    -: plain "b" [2:5-2:6]
    -: plain "c" [4:5-4:6]
)"},
    {"a tab in front of a text that goes on",
     R"(a: b
	c
d: e
)",
     R"(2:1-2 tab-indentation a tab indents this line; guidec takes only spaces there
  safe fix replace each tab by two spaces: 2:1-2 [  ]
)",
     R"(mapping [1:1-4:1]
  a: plain "b c" [1:4-2:3]
  d: plain "e" [3:4-3:5]
)"},
    {"a document behind dots",
     R"(a: b
...
c: d
)",
     R"(3:1-5 syntax-error a second YAML document starts here; keep one document a file
)",
     R"(mapping [1:1-1:5]
  a: plain "b" [1:4-1:5]
)"},
    {"an empty document in front",
     R"(---
---
a: b
)",
     R"(2:1-4 syntax-error a second YAML document starts here; keep one document a file
)",
     R"(null [1:1-4:1]
)"},
    {"three documents",
     R"(a: b
---
c: d
---
e: f
)",
     R"(2:1-4 syntax-error a second YAML document starts here; keep one document a file
)",
     R"(mapping [1:1-1:5]
  a: plain "b" [1:4-1:5]
)"},
    {"keys without values",
     R"(? a
? b
)",
     R"()",
     R"(mapping [1:1-3:1]
  a: null [1:4-1:4]
  b: null [2:4-2:4]
)"},
    {"a mapping as a key",
     R"({a: b}: c
d: e
)",
     R"(1:1-10 syntax-error a mapping cannot be a key; a key must be a plain word
)",
     R"(mapping [1:1-3:1] damaged
  d: plain "e" [2:4-2:5]
)"},
    {"an empty key and one that is null",
     R"("": a
~: b
c: d
)",
     R"(2:1-5 syntax-error the key `~` means nothing to YAML; a key must be a plain word, or in quotes
)",
     R"(mapping [1:1-4:1] damaged
  plain "a" [1:5-1:6]
  c: plain "d" [3:4-3:5]
)"},
    {"a key among items",
     R"(a: b
- c
d: e
)",
     R"(2:3-4 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-4:1] damaged
  a: plain "b" [1:4-1:5] damaged
  d: plain "e" [3:4-3:5]
)"},
    {"a key below a value",
     R"(a: b
 c: d
e: f
)",
     R"(2:5-6 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-4:1] damaged
  a: plain "b" [1:4-1:5] damaged
  e: plain "f" [3:4-3:5]
)"},
    {"a first line without a colon",
     R"(a
b: c
)",
     R"(1:1-2 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [2:1-3:1] damaged
  b: plain "c" [2:4-2:5]
)"},
    {"a last line without a colon",
     R"(b: c
a
)",
     R"(2:1-2 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-3:1] damaged
  b: plain "c" [1:4-1:5]
)"},
    {"a blank line that is too deep, and a line that is not deep enough",
     R"(a: |
   
  x: y
  z
b: c
)",
     R"(2:1-4 syntax-error this blank line is indented deeper than the text below it; delete its blanks
  safe fix delete the blanks: 2:1-4 []
4:3-4 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-6:1] damaged
  a: literal "" [1:4-1:5] damaged
  b: plain "c" [5:4-5:5]
)"},
    {"two unknown escapes",
     R"(a: "b\q"
c: "\d"
e: f
)",
     R"(1:6-8 syntax-error unknown escape behind `\`; double the backslash, or use single quotes
2:5-7 syntax-error unknown escape behind `\`; double the backslash, or use single quotes
)",
     R"(mapping [3:1-4:1] damaged
  e: plain "f" [3:4-3:5]
)"},
    {"an unknown escape behind a known one",
     R"(a: "\n\q"
b: c
)",
     R"(1:7-9 syntax-error unknown escape behind `\`; double the backslash, or use single quotes
)",
     R"(mapping [2:1-3:1] damaged
  b: plain "c" [2:4-2:5]
)"},
    {"halves of a character",
     R"(a: "\ud83d\ude00"
b: "x\UFFFFFFFFy"
c: d
)",
     R"(1:5-11 character-not-allowed the escape `\ud83d` names no character; write the character itself
1:11-17 character-not-allowed the escape `\ude00` names no character; write the character itself
2:6-16 character-not-allowed the escape `\UFFFFFFFF` names no character; write the character itself
)",
     R"(mapping [1:1-4:1]
  a: double-quoted "" [1:4-1:18]
  b: double-quoted "xy" [2:4-2:18]
  c: plain "d" [3:4-3:5]
)"},
    {"an escape that is cut short",
     R"(a: "\u12"
b: c
)",
     R"(1:4-10 syntax-error this is not valid YAML: bad character found while scanning hex number
)",
     R"(mapping [2:1-3:1] damaged
  b: plain "c" [2:4-2:5]
)"},
    {"equal keys around lost lines",
     R"(- id: a
- id; b
  id: c
- id: d
  id: e
)",
     R"(3:7-8 syntax-error this line does not fit the lines above; check its indentation
5:3-5 duplicate-key key `id` is given twice; keep one
  label 4:3-5 first given here
)",
     R"(sequence [1:1-6:1] damaged
  -: mapping [1:3-1:8]
    id: plain "a" [1:7-1:8]
  -: plain "id; b" [2:3-2:8] damaged
  -: mapping [4:3-6:1]
    id: plain "d" [4:7-4:8]
    id: plain "e" [5:7-5:8]
)"},
    {"conflicts one after the other",
     R"(<<<<<<< A
a: b
=======
a: c
>>>>>>> B
d: e
<<<<<<< A
f: g
||||||| O
f: h
=======
f: i
>>>>>>> B
)",
     R"(1:1-10 conflict-marker a conflict that a merge has left, down to line 5; keep one version and delete the markers
  label 3:1-8 the other version starts here
  label 5:1-10 and ends here
7:1-10 conflict-marker a conflict that a merge has left, down to line 13; keep one version and delete the markers
  label 11:1-8 the other version starts here
  label 13:1-10 and ends here
)",
     R"(mapping [2:1-14:1] damaged
  a: plain "b" [2:4-2:5]
  d: plain "e" [6:4-6:5]
  f: plain "g" [8:4-8:5]
)"},
    {"markers of no conflict",
     R"(=======
a: b
>>>>>>> B
<<<<<<< A
||||||| O
c: d
)",
     R"(1:1-8 conflict-marker a marker of a conflict that a merge has left; delete the line, and look at what is )"
     R"(around it
  label 3:1-10 another
  label 4:1-10 another
  label 5:1-10 another
)",
     R"(mapping [2:1-7:1] damaged
  a: plain "b" [2:4-2:5]
  c: plain "d" [6:4-6:5]
)"},
    {"a conflict within an open one",
     R"(<<<<<<< A
a: b
||||||| O
=======
<<<<<<< C
d: e
=======
>>>>>>> D
f: g
)",
     R"(1:1-10 conflict-marker a marker of a conflict that a merge has left; delete the line, and look at what )"
     R"(is around it
  label 3:1-10 another
  label 4:1-8 another
5:1-10 conflict-marker a conflict that a merge has left, down to line 8; keep one version and delete the markers
  label 7:1-8 the other version starts here
  label 8:1-10 and ends here
)",
     R"(mapping [2:1-10:1] damaged
  a: plain "b" [2:4-2:5]
  d: plain "e" [6:4-6:5]
  f: plain "g" [9:4-9:5]
)"},
    {"a second middle",
     R"(<<<<<<< A
a: b
=======
=======
a: c
>>>>>>> B
d: e
)",
     R"(1:1-10 conflict-marker a conflict that a merge has left, down to line 6; keep one version and delete the markers
  label 3:1-8 the other version starts here
  label 6:1-10 and ends here
4:1-8 conflict-marker a marker of a conflict that a merge has left; delete the line, and look at what is around it
)",
     R"(mapping [2:1-8:1] damaged
  a: plain "b" [2:4-2:5]
  d: plain "e" [7:4-7:5]
)"},
    {"a second base",
     R"(<<<<<<< A
a: b
||||||| O
||||||| P
=======
>>>>>>> B
d: e
)",
     R"(1:1-10 conflict-marker a conflict that a merge has left, down to line 6; keep one version and delete the markers
  label 5:1-8 the other version starts here
  label 6:1-10 and ends here
4:1-10 conflict-marker a marker of a conflict that a merge has left; delete the line, and look at what is around it
)",
     R"(mapping [2:1-8:1] damaged
  a: plain "b" [2:4-2:5]
  d: plain "e" [7:4-7:5]
)"},
    {"a base behind the middle",
     R"(<<<<<<< A
a: b
=======
||||||| P
>>>>>>> B
d: e
)",
     R"(1:1-10 conflict-marker a conflict that a merge has left, down to line 5; keep one version and delete the markers
  label 3:1-8 the other version starts here
  label 5:1-10 and ends here
4:1-10 conflict-marker a marker of a conflict that a merge has left; delete the line, and look at what is around it
)",
     R"(mapping [2:1-7:1] damaged
  a: plain "b" [2:4-2:5]
  d: plain "e" [6:4-6:5]
)"},
    {"signs that are no markers",
     R"(a: |
  <<<<<<
  <<<<<<<<
  <<<<<<<A
  ======= x
  >>>>>>>
  |||||||B
  x =======
b: c
)",
     R"()",
     R"(mapping [1:1-10:1]
  a: literal "<<<<<<\n<<<<<<<<\n<<<<<<<A\n======= x\n>>>>>>>\n|||||||B\nx =======\n" [1:4-8:12]
  b: plain "c" [9:4-9:5]
)"},
    {"a conflict without names",
     R"(<<<<<<<
a: b
=======  
a: c
>>>>>>>
d: e
)",
     R"(1:1-8 conflict-marker a conflict that a merge has left, down to line 5; keep one version and delete the markers
  label 3:1-10 the other version starts here
  label 5:1-8 and ends here
)",
     R"(mapping [2:1-7:1] damaged
  a: plain "b" [2:4-2:5]
  d: plain "e" [6:4-6:5]
)"},
    {"an item within an item",
     R"(- - a
  - b
- c: d
  e:
  - f
)",
     R"()",
     R"(sequence [1:1-6:1]
  -: sequence [1:3-2:6]
    -: plain "a" [1:5-1:6]
    -: plain "b" [2:5-2:6]
  -: mapping [3:3-6:1]
    c: plain "d" [3:6-3:7]
    e: sequence [5:3-6:1]
      -: plain "f" [5:5-5:6]
)"},
    {"a key without a colon in a list",
     R"(a:
  - b: c
    d
      e: f
  - g: h
)",
     R"(3:5-6 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-6:1] damaged
  a: sequence [2:3-6:1] damaged
    -: mapping [2:5-2:9] damaged
      b: plain "c" [2:8-2:9] damaged
    -: mapping [5:5-6:1]
      g: plain "h" [5:8-5:9]
)"},
    {"a list that lost its key's colon, deep below",
     R"(a:
  b
    - c
    - d
  e: f
)",
     R"(2:3-4 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-6:1] damaged
  a: mapping [5:3-6:1] damaged
    e: plain "f" [5:6-5:7]
)"},
    {"a text that goes on too far to the left",
     R"(a: >
  b
c d
  e
f: g
)",
     R"(3:1-4 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-6:1] damaged
  a: folded "b\n \ne\n" [1:4-4:4] damaged
  f: plain "g" [5:4-5:5]
)"},
    {"a deeper key behind a lost one",
     R"(a:
  b: c: d
  e: f
g:
  h: i
)",
     R"(2:6-10 syntax-error a value that contains `: ` must be in quotes
)",
     R"(mapping [1:1-6:1] damaged
  a: mapping [3:3-3:7] damaged
    e: plain "f" [3:6-3:7]
  g: mapping [5:3-6:1]
    h: plain "i" [5:6-5:7]
)"},
};

TEST_CASE("each kind of fault is told whole, and the rest is read") {
  CheckCases(kCases, &ParsedText::FaultsWhole);
}

TEST_CASE("the column of a fault counts characters") {
  CHECK(ParsedText("a: \"\u00e9\\ud800\"\nb: c\n").Faults() ==
        "1:6-12 character-not-allowed the escape `\\ud800` names no character; write the character itself\n");
  CHECK(ParsedText("a: \"\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\\ud800\\ud801 x\"\nb: c\n").Faults() ==
        "1:11-17 character-not-allowed the escape `\\ud800` names no character; write the character itself\n"
        "1:17-23 character-not-allowed the escape `\\ud801` names no character; write the character itself\n");
  CHECK(ParsedText("a: \"\u00e9\U0001F3C3\\q\"\nb: c\n").Faults() ==
        "1:7-9 syntax-error unknown escape behind `\\`; double the backslash, or use single quotes\n");
  CHECK(ParsedText("\uFEFFa: \"\\q\"\nb: c\n").Faults() ==
        "1:1-2 byte-order-mark the file starts with a byte order mark; remove it\n"
        "1:6-8 syntax-error unknown escape behind `\\`; double the backslash, or use single quotes\n");
  CHECK(ParsedText("\u00e9: \u00e9: \u00e9\nb: c\n").Faults() ==
        "1:4-8 syntax-error a value that contains `: ` must be in quotes\n");
}

}  // namespace faults_test
}  // namespace guidec
