// What a theme's templates, fonts and logo are, read once, so that what is in the manifest, what is in the
// cache's key and what Typst may read are the same bytes.
#ifndef GUIDEC_DELIVERY_THEME_FILES_H_
#define GUIDEC_DELIVERY_THEME_FILES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "model/content/library.h"

namespace guidec {

enum class ThemePart : unsigned char { kLogo, kFonts, kTemplates };

struct ThemeFile {
  ThemePart part = ThemePart::kTemplates;
  std::string name;  // from the part's folder, with forward slashes; a logo's is "logo" with its ending
  fs::path path;     // where it was read
  std::string bytes;
  std::string sha256;
};

// Every file that the theme names and its folders hold, sorted by part and name; hidden ones are left out. A
// link is read when it leads to a file within the workspace's bounds (base/bounds.h) that is not hidden, and
// is an error otherwise, as is anything else but a file or a folder. `max_bytes` holds for all of them
// together.
Result<std::vector<ThemeFile>> ReadThemeFiles(const Workspace& workspace, const FileSystem& files,
                                              std::uint64_t max_bytes);

// Of names and bytes.
std::string DigestOf(const std::vector<ThemeFile>& theme_files);

// What Typst may read, in a folder of its own: plain files, and nothing else.
struct TypstFolder {
  fs::path templates;            // guidec's, with the theme's over them
  std::vector<std::string> own;  // those of `templates` that are the theme's
  fs::path fonts;                // empty where the theme has none, as is the logo
  fs::path logo;
};

// Writes copies of the theme's files, and of the templates of guidec's in `templates` that they do not stand
// in for, into `folder`, which is not there yet.
Result<TypstFolder> StageForTypst(const std::vector<ThemeFile>& theme_files, const fs::path& templates,
                                  const fs::path& folder, FileSystem& files);

}  // namespace guidec

#endif  // GUIDEC_DELIVERY_THEME_FILES_H_
