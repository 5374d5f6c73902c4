#include "render/formats.h"

#include <algorithm>

namespace guidec {

std::span<const Format> Formats() {
  static const Format kFormats[] = {text_format,       concise_format, json_format,   jsonl_format,
                                    sarif_format,      github_format,  gitlab_format, junit_format,
                                    checkstyle_format, rdjson_format};
  return kFormats;
}

const Format* FindFormat(std::string_view name) {
  const auto found = std::ranges::find(Formats(), name, &Format::name);
  return found == Formats().end() ? nullptr : &*found;
}

}  // namespace guidec
