#include "text/address.h"

#include <algorithm>
#include <array>

namespace guidec {

bool IsWebAddress(std::string_view address) {
  static constexpr std::array<std::string_view, 3> kOpenings = {"https://", "http://", "mailto:"};
  static constexpr std::string_view kForbidden = "<>\"{}|\\^`\x7F";
  const auto opens = [&](std::string_view opening) {
    return address.starts_with(opening) && address.size() > opening.size();
  };
  const auto may_stand = [](char c) {
    return static_cast<unsigned char>(c) > ' ' && kForbidden.find(c) == std::string_view::npos;
  };
  return std::ranges::any_of(kOpenings, opens) && std::ranges::all_of(address, may_stand);
}

}  // namespace guidec
