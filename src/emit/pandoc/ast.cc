#include "emit/pandoc/ast.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "emit/pandoc/guide_writer.h"

namespace guidec {

nlohmann::ordered_json PandocDocument(const GuideView& view, const PandocOptions& options) {
  pandoc::GuideWriter writer(view, options.edition, options.answers);
  return nlohmann::ordered_json{
      {"pandoc-api-version", {1, 22}}, {"meta", writer.Meta()}, {"blocks", writer.Blocks()}};
}

std::string IdentifierOf(const Guide& guide, Edition edition) {
  std::string digits = Sha256(fmt::format("guidec\n{}\n{}\n{}", guide.id.value, guide.version.value,
                                          edition == Edition::kLearner ? "learner" : "instructor"));
  digits[12] = '8';
  // The variant's two bits are 10.
  const std::string_view kHexadecimal = "0123456789abcdef";
  digits[16] = kHexadecimal[8 + kHexadecimal.find(digits[16]) % 4];
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", digits.substr(0, 8), digits.substr(8, 4),
                     digits.substr(12, 4), digits.substr(16, 4), digits.substr(20, 12));
}

}  // namespace guidec
