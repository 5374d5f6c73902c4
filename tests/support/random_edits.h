// Damage of the kinds that a slip of an editor's hand, or an attacker, does to a file.
#ifndef GUIDEC_TESTS_SUPPORT_RANDOM_EDITS_H_
#define GUIDEC_TESTS_SUPPORT_RANDOM_EDITS_H_

#include <random>
#include <string>
#include <string_view>

namespace guidec {

// `text` with one to four random edits; the same for the same state of `random`.
inline std::string WithRandomEdits(std::string text, std::mt19937& random) {
  static constexpr std::string_view kParts[] = {"\"",
                                                "'",
                                                "[",
                                                "]",
                                                "{",
                                                "}",
                                                ": ",
                                                ":",
                                                "- ",
                                                "\n",
                                                "\n\n",
                                                "  ",
                                                "\t",
                                                "#",
                                                " # ",
                                                "&a ",
                                                "*a ",
                                                "!t ",
                                                "|\n",
                                                ">-\n",
                                                "? ",
                                                "---\n",
                                                "\r\n",
                                                "\xC3",
                                                "\xF0\x9F\x8F\x83",
                                                "\xEF\xBB\xBF",
                                                ",",
                                                "%",
                                                "@",
                                                "`",
                                                "\\"};
  const auto below = [&](std::size_t bound) { return bound == 0 ? 0 : random() % bound; };
  for (std::size_t count = 1 + below(4); count > 0 && !text.empty(); --count) {
    const std::size_t at = below(text.size());
    switch (below(5)) {
      case 0:
        text.erase(at, 1 + below(20));
        break;
      case 1:
        text.insert(at, kParts[below(std::size(kParts))]);
        break;
      case 2:
        text[at] = static_cast<char>(random());
        break;
      case 3:
        text.insert(at, text.substr(below(text.size()), below(60)));
        break;
      default:
        if (const std::size_t line = text.rfind('\n', at); line != std::string::npos) {
          text.insert(line + 1, below(2) == 0 ? " " : "    ");
        }
    }
  }
  return text;
}

}  // namespace guidec

#endif  // GUIDEC_TESTS_SUPPORT_RANDOM_EDITS_H_
