#ifndef GUIDEC_TEXT_GARBLED_H_
#define GUIDEC_TEXT_GARBLED_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidec {

struct Garbled {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::string meant;               // empty where the character is lost
};

// What a wrong encoding has left of characters beyond ASCII: `â€™` of `’`, and U+FFFD.
std::vector<Garbled> GarbledIn(std::string_view text);

}  // namespace guidec

#endif  // GUIDEC_TEXT_GARBLED_H_
