// Which line is to blame, and which others go with it, and what is still read.
#include <catch2/catch.hpp>

#include "unit/syntax/parsed.h"

namespace guidec {
namespace blame_test {

constexpr SyntaxCase kCases[] = {
    {"a key without its colon, far above",
     R"(a: b
steps
  - a
  - b
  - c
  - d
  - e
name: x
)",
     R"(2:1-6 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-9:1] damaged
  a: plain "b" [1:4-1:5] damaged
  name: plain "x" [8:7-8:8]
)"},
    {"a quote opened far above",
     R"(a: "b
  c: d
  e: f
  g: h
  i: j
k: "l"
m: n
)",
     R"(1:4-5 syntax-error the quote `"` is opened here and never closed
)",
     R"(mapping [6:1-8:1] damaged
  k: double-quoted "l" [6:4-6:7]
  m: plain "n" [7:4-7:5]
)"},
    {"an open bracket in each of two items",
     R"(- a: [b
  c: d
- e: {f
  g: h
- i
)",
     R"(1:6-7 syntax-error the bracket `[` is never closed
3:6-7 syntax-error the bracket `{` is never closed
)",
     R"(sequence [5:1-6:1] damaged
  -: plain "i" [5:3-5:4]
)"},
    {"an item that is no mapping among those that are",
     R"(l:
  - a: b
    c: d
  - e
    f: g
  - h: i
)",
     R"(5:8-9 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-7:1] damaged
  l: sequence [2:3-7:1] damaged
    -: mapping [2:5-3:9]
      a: plain "b" [2:8-2:9]
      c: plain "d" [3:8-3:9]
    -: plain "e" [4:5-4:6] damaged
    -: mapping [6:5-7:1]
      h: plain "i" [6:8-6:9]
)"},
    {"a deeper item",
     R"(l:
  - a
    - b
  - c
)",
     R"()",
     R"(mapping [1:1-5:1]
  l: sequence [2:3-5:1]
    -: plain "a - b" [2:5-3:8]
    -: plain "c" [4:5-4:6]
)"},
    {"a list under a value",
     R"(a: b
  - c
  - d
e: f
)",
     R"()",
     R"(mapping [1:1-5:1]
  a: plain "b - c - d" [1:4-3:6]
  e: plain "f" [4:4-4:5]
)"},
    {"a value at the margin",
     R"(a:
b
c: d
)",
     R"(2:1-2 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-4:1] damaged
  a: null [1:3-1:3]
  c: plain "d" [3:4-3:5]
)"},
    {"a mapping that ends too far to the right",
     R"(a:
    b: c
  d: e
f: g
)",
     R"(3:6-7 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-5:1] damaged
  a: mapping [2:5-2:9] damaged
    b: plain "c" [2:8-2:9]
  f: plain "g" [4:4-4:5]
)"},
    {"two shallow lines of a list",
     R"(a:
    - b
  - c
  - d
e: f
)",
     R"(2:7-8 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-6:1] damaged
  a: sequence [3:3-4:6] damaged
    -: plain "c" [3:5-3:6]
    -: plain "d" [4:5-4:6]
  e: plain "f" [5:4-5:5]
)"},
    {"a colon without a key in a list",
     R"(a:
  - : b
  - c
d: e
)",
     R"(2:5-8 syntax-error no key stands in front of the colon; a key must be a plain word
)",
     R"(mapping [1:1-5:1]
  a: sequence [2:3-3:6]
    -: mapping [2:5-2:8] damaged
    -: plain "c" [3:5-3:6]
  d: plain "e" [4:4-4:5]
)"},
    {"a dash without a space",
     R"(a:
  -b
  - c
d: e
)",
     R"()",
     R"(mapping [1:1-5:1]
  a: plain "-b - c" [2:3-3:6]
  d: plain "e" [4:4-4:5]
)"},
    {"a colon without a space between others",
     R"(a: b
c:d
e: f
)",
     R"(2:1-4 syntax-error put a space behind the colon: `c: d`
)",
     R"(mapping [1:1-4:1] damaged
  a: plain "b" [1:4-1:5]
  e: plain "f" [3:4-3:5]
)"},
    {"a comment between the lines of a fault",
     R"(a: b
# x
 c: d
# y
e: f
)",
     R"(3:5-6 syntax-error this line does not fit the lines above; check its indentation
)",
     R"(mapping [1:1-6:1] damaged
  a: plain "b" [1:4-1:5] damaged
  e: plain "f" [5:4-5:5]
comment "# x" [2:1-2:4]
comment "# y" [4:1-4:4]
)"},
    {"a block with its text at the margin",
     R"(a: |
b
c: d
)",
     R"(2:1-2 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-4:1] damaged
  a: literal "" [1:4-1:5]
  c: plain "d" [3:4-3:5]
)"},
    {"a block behind an indicator that is none",
     R"(a: |x
  b
c: d
)",
     R"(1:4-6 syntax-error the text of a `|` block starts on the next line, indented
)",
     R"(mapping [3:1-4:1] damaged
  c: plain "d" [3:4-3:5]
)"},
    {"text behind a block that is not deep enough",
     R"(a:
  b: |
    c
   d
  e: f
g: h
)",
     R"(4:4-5 syntax-error expected `key: value` or `- item` here, or deeper indentation if the text above goes on
)",
     R"(mapping [1:1-7:1] damaged
  a: mapping [2:3-5:7] damaged
    b: literal "c\n" [2:6-3:6] damaged
    e: plain "f" [5:6-5:7]
  g: plain "h" [6:4-6:5]
)"},
    {"an anchor without a value",
     R"(a: &b
c: d
)",
     R"(1:4-6 no-anchors a YAML anchor has no use here; leave it out
)",
     R"(mapping [1:1-3:1]
  a: null [1:4-1:6]
  c: plain "d" [2:4-2:5]
)"},
    {"an alias as a key",
     R"(*a : b
c: d
)",
     R"(1:6-7 syntax-error this is not valid YAML: the referenced anchor is not defined
)",
     R"(mapping [2:1-3:1] damaged
  c: plain "d" [2:4-2:5]
)"},
    {"a tag for a mapping",
     R"(a: !x
  b: c
d: e
)",
     R"(1:4-6 no-anchors a YAML tag has no use here; leave it out
)",
     R"(mapping [1:1-4:1]
  a: mapping [2:3-2:7]
    b: plain "c" [2:6-2:7]
  d: plain "e" [3:4-3:5]
)"},
    {"a reserved sign in a list",
     R"(- @a
- b
- `c`
- d
)",
     R"(1:3-5 syntax-error a value cannot start with `@`; put it in quotes
3:3-6 syntax-error a value cannot start with a backtick; put it in quotes
)",
     R"(sequence [2:1-5:1] damaged
  -: plain "b" [2:3-2:4] damaged
  -: plain "d" [4:3-4:4]
)"},
    {"a percent sign at the margin",
     R"(a: b
%c
d: e
)",
     R"(2:1-3 syntax-error a value cannot start with `%`; put it in quotes
)",
     R"(mapping [1:1-4:1] damaged
  a: plain "b" [1:4-1:5]
  d: plain "e" [3:4-3:5]
)"},
    {"a directive in the middle",
     R"(a: b
%YAML 1.2
d: e
)",
     R"(2:1-10 syntax-error a line that starts with `%` has no use here; delete it
)",
     R"(mapping [1:1-4:1] damaged
  a: plain "b" [1:4-1:5]
  d: plain "e" [3:4-3:5]
)"},
    {"dashes alone",
     R"(a:
  -
  -
  - b
c:
)",
     R"()",
     R"(mapping [1:1-6:1]
  a: sequence [2:3-4:6]
    -: null [2:3-2:4]
    -: null [3:3-3:4]
    -: plain "b" [4:5-4:6]
  c: null [5:3-5:3]
)"},
    {"a question mark as a value",
     R"(a: ? b
c: d
)",
     R"(1:4-7 syntax-error a value cannot start with `? `; put it in quotes
)",
     R"(mapping [2:1-3:1] damaged
  c: plain "d" [2:4-2:5]
)"},
    {"keys of one name in two mappings",
     R"(a: {x: 1}
b: {x: 2, y: 3, y: 4}
)",
     R"(2:17-18 duplicate-key key `y` is given twice; keep one
  label 2:11-12 first given here
)",
     R"(mapping [1:1-3:1]
  a: mapping [1:4-1:10]
    x: plain "1" [1:8-1:9]
  b: mapping [2:4-2:22]
    x: plain "2" [2:8-2:9]
    y: plain "3" [2:14-2:15]
    y: plain "4" [2:20-2:21]
)"},
};

TEST_CASE("the line to blame is found, and the others are read") {
  CheckCases(kCases, &ParsedText::FaultsWhole);
}

}  // namespace blame_test
}  // namespace guidec
