// Files of expectations: each paragraph is a case, and in the lines behind it what comes of it.
#ifndef GUIDEC_TESTS_UNIT_MODEL_PARAGRAPHS_H_
#define GUIDEC_TESTS_UNIT_MODEL_PARAGRAPHS_H_

#include <fstream>
#include <string>

namespace guidec {

// Calls `visit(case, expected)` for each paragraph of tests/unit/model/<name>, and returns how many there are.
template <class Visit>
int ForEachParagraph(const std::string& name, const Visit& visit) {
  std::ifstream file(GUIDEC_PROJECT "/tests/unit/model/" + name);
  int count = 0;
  std::string first;
  std::string rest;
  const auto end = [&] {
    if (first.empty()) return;
    visit(first, rest);
    ++count;
    first.clear();
    rest.clear();
  };
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      end();
    } else if (first.empty()) {
      first = line;
    } else {
      rest += line + "\n";
    }
  }
  end();
  return count;
}

}  // namespace guidec

#endif  // GUIDEC_TESTS_UNIT_MODEL_PARAGRAPHS_H_
