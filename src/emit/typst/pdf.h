#ifndef GUIDEC_EMIT_TYPST_PDF_H_
#define GUIDEC_EMIT_TYPST_PDF_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/process.h"
#include "base/result.h"
#include "model/content/print_settings.h"
#include "model/content/theme.h"
#include "words/words.h"

namespace guidec {

struct PdfJob {
  std::string template_name;  // "handout.typ"
  std::filesystem::path output;
  std::string bundle;                              // of PdfRequest::bundles: what the template reads
  std::map<std::string, std::string> inputs = {};  // what the template reads beside the bundle
};

// A folder that Typst reads fonts from, and what messages call it.
struct FontFolder {
  std::filesystem::path folder;
  std::filesystem::path shown;
};

struct PdfRequest {
  std::filesystem::path data;  // holds templates/compile.mjs and, for node, node_modules/
  // All that a template may read besides its bundle: plain files, those of the theme named in `own`.
  std::filesystem::path templates;
  std::vector<std::string> own;
  // By name. Pictures lie where a bundle says, relative to its folder.
  std::map<std::string, std::filesystem::path> bundles;
  Wording words = Wording("en");
  Theme theme;                                // its `templates` is what messages call the folder of `own`
  std::optional<std::filesystem::path> logo;  // what to read for the theme's
  std::vector<FontFolder> fonts;
  PrintSettings print = kPrintDefaults;
  std::int64_t timestamp = 0;  // Unix seconds, written into the PDFs
  std::vector<PdfJob> jobs;
};

// Whether the theme names a font, or a text has letters that the usual one lacks.
bool NeedsSystemFonts(const Theme& theme, std::string_view text);

// Where the fonts of a request lie, first those of the theme. GUIDEC_FONT_DIR, where it is set, is all that
// there is beside these.
std::vector<std::filesystem::path> FontFolders(const Theme& theme, bool system_fonts);

// What the templates see of the theme, as JSON, without the families of its fonts.
std::string ThemeText(const Theme& theme);

// Sets all PDFs in one process of node (emit/typst/compile.mjs), and returns the version of its Typst
// package. `on_done` hears of each file as it is finished. Fails on the first template that fails, with
// Typst's message, file and line, or the letters that no font has; and when node or its Typst package is
// missing, too old, runs into a limit or answers what it never should.
Result<std::string> SetPdfs(ProcessRunner& processes, const PdfRequest& request,
                            const std::function<void(const std::filesystem::path&)>& on_done);

// The version of node, such as "18.20.4". An error says what to install.
Result<std::string> ProbeNode(ProcessRunner& processes);

}  // namespace guidec

#endif  // GUIDEC_EMIT_TYPST_PDF_H_
