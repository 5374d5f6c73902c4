// What the parser makes of healthy files: values, each with its first and last place.
#include <catch2/catch.hpp>

#include "unit/syntax/parsed.h"

namespace guidec {
namespace document_test {

struct Case {
  std::string name;
  std::string yaml;
  std::string faults;
  std::string values;
};

const Case kCases[] = {
    {"an exercise as an editor writes it",
     R"(id: plank # why
dose:
  hold: 30 s
  sets:
steps: [a, "b", {c: d}]
list:
- x
-
- y: z
  w: |
    t
# last
)",
     R"()",
     R"(mapping [1:1-13:1]
  id: plain "plank" [1:5-1:10]
  dose: mapping [3:3-4:8]
    hold: plain "30 s" [3:9-3:13]
    sets: null [4:8-4:8]
  steps: sequence [5:8-5:24]
    -: plain "a" [5:9-5:10]
    -: double-quoted "b" [5:12-5:15]
    -: mapping [5:17-5:23]
      c: plain "d" [5:21-5:22]
  list: sequence [7:1-13:1]
    -: plain "x" [7:3-7:4]
    -: null [8:1-8:2]
    -: mapping [9:3-13:1]
      y: plain "z" [9:6-9:7]
      w: literal "t\n" [10:6-11:6]
comment "# why" [1:11-1:16]
comment "# last" [12:1-12:7]
)"},
    {"keys in quotes, in other letters and set off by a question mark",
     R"("a": b
'c d': e
? f
: g
été: 🏃 café
)",
     R"()",
     R"(mapping [1:1-6:1]
  a: plain "b" [1:6-1:7]
  c d: plain "e" [2:8-2:9]
  f: plain "g" [4:3-4:4]
  été: plain "🏃 café" [5:6-5:12]
)"},
    {"a value below its key",
     R"(a:
  b
c:

  d: e
)",
     R"()",
     R"(mapping [1:1-6:1]
  a: plain "b" [2:3-2:4]
  c: mapping [5:3-6:1]
    d: plain "e" [5:6-5:7]
)"},
    {"empty values",
     R"(a:
b: ""
c: []
d: {}
e: ~
f: null
)",
     R"()",
     R"(mapping [1:1-7:1]
  a: null [1:3-1:3]
  b: double-quoted "" [2:4-2:6]
  c: sequence [3:4-3:6]
  d: mapping [4:4-4:6]
  e: null [5:4-5:5]
  f: null [6:4-6:8]
)"},
    {"a flow mapping with bare keys",
     R"(a: {hold}
b: {c, d: e}
c: [f: g]
)",
     R"()",
     R"(mapping [1:1-4:1]
  a: mapping [1:4-1:10]
    hold: null [1:9-1:9]
  b: mapping [2:4-2:13]
    c: null [2:6-2:6]
    d: plain "e" [2:11-2:12]
  c: sequence [3:4-3:10]
    -: mapping [3:5-3:9]
      f: plain "g" [3:8-3:9]
)"},
    {"a key given twice",
     R"(a: 1
b: {c: 1, c: 2, c: 3}
a: 2
)",
     R"(2:11-12 duplicate-key key `c` is given twice; keep one
2:17-18 duplicate-key key `c` is given twice; keep one
3:1-2 duplicate-key key `a` is given twice; keep one
)",
     R"(mapping [1:1-4:1]
  a: plain "1" [1:4-1:5]
  b: mapping [2:4-2:22]
    c: plain "1" [2:8-2:9]
    c: plain "2" [2:14-2:15]
    c: plain "3" [2:20-2:21]
  a: plain "2" [3:4-3:5]
)"},
    {"anchors, aliases, tags and merge keys",
     R"(a: &x 1
b: *x
c: !!str d
<<: *x
)",
     R"(1:4-6 no-anchors a YAML anchor has no use here; leave it out
2:4-6 no-anchors an alias has no use here; write the value out
3:4-9 no-anchors a YAML tag has no use here; leave it out
4:5-7 no-anchors an alias has no use here; write the value out
)",
     R"(mapping [1:1-5:1]
  a: plain "1" [1:7-1:8]
  b: null [2:4-2:6] damaged
  c: plain "d" [3:10-3:11]
  <<: null [4:5-4:7] damaged
)"},
    {"comments alone",
     R"(# nothing
  # here
)",
     R"()",
     R"(null [1:1-3:1]
comment "# nothing" [1:1-1:10]
comment "# here" [2:3-2:9]
)"},
    {"a document between markers",
     R"(---
a: b
...
)",
     R"()",
     R"(mapping [2:1-2:5]
  a: plain "b" [2:4-2:5]
)"},
    {"a directive",
     R"(%YAML 1.2
---
a: b
)",
     R"()",
     R"(mapping [3:1-4:1]
  a: plain "b" [3:4-3:5]
)"},
    {"tabs that indent",
     R"(a:
	b: c
	d: e
f:	g
)",
     R"(2:1-2 tab-indentation a tab indents this line; guidec takes only spaces there
3:1-2 tab-indentation a tab indents this line; guidec takes only spaces there
)",
     R"(mapping [1:1-5:1]
  a: mapping [2:2-3:6]
    b: plain "c" [2:5-2:6]
    d: plain "e" [3:5-3:6]
  f: plain "g" [4:4-4:5]
)"},
};

TEST_CASE("files become values with places") {
  for (const Case& c : kCases) {
    INFO(c.name);
    const ParsedText parsed(c.yaml);
    CHECK(parsed.Faults() == c.faults);
    CHECK(parsed.Values() == c.values);
  }
}

TEST_CASE("the first of two equal keys is labelled, and is the one that is found") {
  const ParsedText parsed("a: 1\nb: 2\na: 3\n");
  REQUIRE(parsed.document.faults.size() == 1);
  const Fault& fault = parsed.document.faults.front();
  REQUIRE(fault.labels.size() == 1);
  CHECK(parsed.Place(fault.labels.front().span) == "1:1-2");
  CHECK(parsed.document.root.Find("a")->text == "1");
  CHECK(parsed.document.root.pairs.size() == 3);
}

TEST_CASE("equal keys around a lost line are no duplicates") {
  const ParsedText parsed("- id: a\n- id; b\n  id: c\n");
  for (const Fault& fault : parsed.document.faults) CHECK(fault.rule.name == "syntax-error");
}

TEST_CASE("places are the same behind a byte order mark and with CR LF") {
  const ParsedText plain("a: b\nc:\n  - d\n");
  const ParsedText marked(
      "\xEF\xBB\xBF"
      "a: b\r\nc:\r\n  - d\r\n");
  const Node* item = &marked.document.root.Find("c")->items.front();
  CHECK(marked.source.Slice(item->span) == "d");
  CHECK(marked.Place(item->span) == plain.Place(plain.document.root.Find("c")->items.front().span));
  CHECK(marked.Faults() == "1:1-2 byte-order-mark the file starts with a byte order mark; remove it\n");
}

}  // namespace document_test
}  // namespace guidec
