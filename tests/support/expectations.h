// Fixtures and rules' examples say in `# expect:` comments what guidec finds in them.
//
//   hold: 30   # expect: HT001 @ 9-11 "has no unit"      on the faulty line
//   # expect: LG003 @ 7:12-19 "spelling"                  at the head: line 7, for block scalars
//
// Place and text may be left out; the text is part of the message. Lines count from the fixture's
// first line, columns are code points counted from 1, the end is exclusive; `12-8:5` ends on line 8.
// A line `# limits: NAME=N` sets limits (base/limits.h).
#ifndef GUIDEC_TESTS_SUPPORT_EXPECTATIONS_H_
#define GUIDEC_TESTS_SUPPORT_EXPECTATIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "lint/example.h"
#include "model/content/library.h"

namespace guidec {

// The day on which every test runs.
inline constexpr const char* kToday = kExampleDay;

struct Columns {
  std::uint32_t begin = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end = 0;
};

struct Expectation {
  std::string code;
  std::uint32_t line = 0;
  std::optional<Columns> columns;
  std::string text;
};

struct Expectations {
  std::vector<Expectation> expected;
  std::vector<std::string> malformed;  // comments that mean to expect something but cannot be read
};

Expectations ReadExpectations(std::string_view text);

// Text that is laid over `file` of the example workspace (lint/example.h).
struct Fixture {
  std::string name;
  std::string file;
  std::string text;
  std::size_t header = 0;  // bytes at its start that are not laid over
};

// The files below `folder`, sorted by name. Each opens with a line `# file: PATH`.
std::vector<Fixture> ReadFixtures(const std::string& folder);

// What guidec finds in the example workspace with a fixture in it.
struct Linted {
  explicit Linted(const Fixture& fixture);
  Linted(const Linted&) = delete;

  // "3:9-11 HT001 `30` has no unit", with the fixture's own lines where it is about them.
  std::string Describe(const Diagnostic& finding) const;
  // The same with all that an editor sees of it: its severity, its labels and its fix, each on a line of its own.
  std::string Tell(const Diagnostic& finding) const;

  Sources sources;
  Library library;
  std::vector<Diagnostic> findings;
  const Source* source;          // of the fixture's file
  std::int64_t line_offset = 0;  // from its lines to the fixture's
};

// A line for each finding that the fixture does not expect and each that it expects in vain.
std::string Differences(const Fixture& fixture);
std::string Differences(const Fixture& fixture, const Linted& linted);

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_EXPECTATIONS_H_
