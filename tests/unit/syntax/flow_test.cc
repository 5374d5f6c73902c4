// What is wrong with quotes and brackets, of one line and of several, and what is still read.
#include <catch2/catch.hpp>

#include "unit/syntax/parsed.h"

namespace guidec {
namespace flow_test {

constexpr SyntaxCase kCases[] = {
    {"an anchor, a tag and an alias in brackets",
     R"(a: &x 1
b: !!int 2
c: [*x, &y z]
)",
     R"(1:4-6 no-anchors a YAML anchor has no use here; leave it out
2:4-9 no-anchors a YAML tag has no use here; leave it out
3:5-7 no-anchors an alias has no use here; write the value out
3:9-11 no-anchors a YAML anchor has no use here; leave it out
)",
     R"(mapping [1:1-4:1]
  a: plain "1" [1:7-1:8]
  b: plain "2" [2:10-2:11]
  c: sequence [3:4-3:14]
    -: null [3:5-3:7] damaged
    -: plain "z" [3:12-3:13]
)"},
    {"a key of a flow mapping in a line of its own",
     R"(a: {b: c
  , d}
)",
     R"()",
     R"(mapping [1:1-3:1]
  a: mapping [1:4-2:7]
    b: plain "c" [1:8-1:9]
    d: null [2:6-2:6]
)"},
    {"a quote over blank lines",
     R"(a: "b


  c"
d: e
)",
     R"()",
     R"(mapping [1:1-6:1]
  a: double-quoted "b\n\nc" [1:4-4:5]
  d: plain "e" [5:4-5:5]
)"},
    {"a quote that goes on at the margin",
     R"(a: "b
c"

d: e
)",
     R"(1:4-5 syntax-error this text in quotes goes on in line 2, which must be indented deeper
)",
     R"(mapping [4:1-5:1] damaged
  d: plain "e" [4:4-4:5]
)"},
    {"a quote that is a key of two lines",
     R"(- "b
 c"
- 'd
 e': f
- g
)",
     R"(3:3-4 syntax-error a key must end in the line where it starts
)",
     R"(sequence [1:1-6:1] damaged
  -: double-quoted "b c" [1:3-2:4] damaged
  -: plain "g" [5:3-5:4]
)"},
    {"one bracket too many",
     R"(a: [b]]
c: d
)",
     R"(1:4-8 syntax-error a value that starts with `[` must be in quotes
)",
     R"(mapping [2:1-3:1] damaged
  c: plain "d" [2:4-2:5]
)"},
    {"a bracket that another closes",
     R"(a: [b}
c: d
e: {f]
g: h
)",
     R"(1:4-5 syntax-error the bracket `[` is never closed
3:4-5 syntax-error the bracket `{` is never closed
)",
     R"(mapping [2:1-5:1] damaged
  c: plain "d" [2:4-2:5]
  g: plain "h" [4:4-4:5]
)"},
    {"a bracket of two lines as a key",
     R"(a: [b,
  c]: d
e: f
)",
     R"(1:4-5 syntax-error a key must end in the line where it starts
)",
     R"(mapping [3:1-4:1] damaged
  e: plain "f" [3:4-3:5]
)"},
    {"text behind a brace of two lines",
     R"(a: {b: c,
  d: e} f
g: h
)",
     R"(1:4-5 syntax-error text goes on behind this `{ }`, in line 2; delete it, or put all in quotes
)",
     R"(mapping [3:1-4:1] damaged
  g: plain "h" [3:4-3:5]
)"},
    {"a brace that goes on at the margin with a key",
     R"(a: {b: c,
d: e}
f: g
)",
     R"(1:4-5 syntax-error the bracket `{` is never closed
)",
     R"(mapping [2:1-4:1] damaged
  d: plain "e}" [2:4-2:6]
  f: plain "g" [3:4-3:5]
)"},
    {"an item in brackets that goes on at its dash",
     R"(a:
  - [b,
  c]
d: e
)",
     R"(2:5-6 syntax-error this `[ ]` goes on in line 3, which must be indented deeper
)",
     R"(mapping [1:1-5:1] damaged
  a: null [1:3-1:3] damaged
  d: plain "e" [4:4-4:5]
)"},
    {"two colons in brackets",
     R"(a: [b, c: d: e]
f: g
)",
     R"(1:4-16 syntax-error what stands in this `[ ]` is not YAML; check its commas and quotes, put a text that )"
     R"(starts with `[` in quotes, or write each item on a line of its own, as `- item`
)",
     R"(mapping [2:1-3:1] damaged
  f: plain "g" [2:4-2:5]
)"},
    {"two colons in braces",
     R"(a: {b: c: d}
f: g
)",
     R"(1:4-13 syntax-error what stands in this `{ }` is not YAML; check its commas and quotes, put a text that )"
     R"(starts with `{` in quotes, or write each `key: value` on a line of its own, without brackets
)",
     R"(mapping [2:1-3:1] damaged
  f: plain "g" [2:4-2:5]
)"},
    {"two quotes in braces of two lines",
     R"(a: {b: c,
  d: "e" "f"}
g: h
)",
     R"(1:4-5 syntax-error what stands in this `{ }`, down to line 2, is not YAML; check its commas and quotes, )"
     R"(or write each `key: value` on a line of its own, without brackets
)",
     R"(mapping [3:1-4:1] damaged
  g: plain "h" [3:4-3:5]
)"},
    {"text behind a quote of two lines",
     R"(a: 'b
  c' d
f: g
)",
     R"(1:4-5 syntax-error the quote `'` is opened here and never closed
)",
     R"(mapping [3:1-4:1] damaged
  f: plain "g" [3:4-3:5]
)"},
    {"a comment right behind a bracket",
     R"(a: [#b
 c]
f: g
)",
     R"(1:4-5 syntax-error what stands in this `[ ]`, down to line 2, is not YAML; check its commas and quotes, )"
     R"(or write each item on a line of its own, as `- item`
)",
     R"(mapping [3:1-4:1] damaged
  f: plain "g" [3:4-3:5]
)"},
    {"a bracket within a comment",
     R"(a: [b #]
 ]
f: g
)",
     R"()",
     R"(mapping [1:1-4:1]
  a: sequence [1:4-2:3]
    -: plain "b" [1:5-1:6]
  f: plain "g" [3:4-3:5]
comment "#]" [1:7-1:9]
)"},
    {"a number sign within a word in brackets",
     R"(a: [b#]
f: g
)",
     R"()",
     R"(mapping [1:1-3:1]
  a: sequence [1:4-1:8]
    -: plain "b#" [1:5-1:7]
  f: plain "g" [2:4-2:5]
)"},
    {"an escaped quote and an inner one",
     R"(a: "b \" c"
d: 'e '' f'
g: ["h \"]", 'i '']']
)",
     R"()",
     R"(mapping [1:1-4:1]
  a: double-quoted "b \" c" [1:4-1:12]
  d: single-quoted "e ' f" [2:4-2:12]
  g: sequence [3:4-3:22]
    -: double-quoted "h \"]" [3:5-3:12]
    -: single-quoted "i ']" [3:14-3:21]
)"},
};

TEST_CASE("quotes and brackets are told where they are wrong") {
  CheckCases(kCases, &ParsedText::FaultsWhole);
}

}  // namespace flow_test
}  // namespace guidec
