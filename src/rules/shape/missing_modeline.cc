#include <filesystem>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/library.h"

namespace guidec {
namespace {

constexpr std::string_view kOpening = "# yaml-language-server: $schema=";

// The schemas' folder lies beside the workspace, as it does in a checkout.
std::string ModelineOf(const Library& library, const Source& source, Kind kind) {
  const std::filesystem::path root = library.workspace.root.lexically_normal();
  const std::filesystem::path below = std::filesystem::path(source.path()).lexically_relative(root);
  std::string up = "../";
  for (auto part = below.begin(); part != below.end() && std::next(part) != below.end(); ++part) up += "../";
  return fmt::format("{}{}schema/{}.schema.json", kOpening, up, KindName(kind));
}

std::string_view AddressIn(std::string_view modeline) {
  modeline.remove_prefix(kOpening.size());
  return modeline.substr(0, modeline.find(' '));
}

void Check(const Library& library, RuleContext& context) {
  for (const File& file : library.files) {
    const Source& source = (*library.sources)[file.document.source];
    Span line = source.LineSpan(1);
    if (source.text().starts_with("\xEF\xBB\xBF")) line.begin += 3;
    const std::string_view text = source.Slice(line);
    const std::string modeline = ModelineOf(library, source, file.kind);
    if (!text.starts_with(kOpening)) {
      Diagnostic& finding =
          context.Report(line, "the first line names no schema; editors complete keys with one");
      finding.fix = Fix{fmt::format("insert `{}`", modeline),
                        {{Span{source.id(), line.begin, line.begin}, modeline + "\n"}}};
    } else if (!AddressIn(text).ends_with(fmt::format("{}.schema.json", KindName(file.kind)))) {
      Diagnostic& finding =
          context.Report(line, fmt::format("this names another schema; a file in this place is of kind `{}`",
                                           KindName(file.kind)));
      finding.fix = Fix{fmt::format("write `{}`", modeline), {{line, modeline}}};
    }
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(# yaml-language-server: $schema=../../schema/guide.schema.json
# expect: SC006 @ 1:1-63 "of kind `exercise`"
id: plank
name: Plank
kind: strength
purpose: Builds strength around your trunk.
equipment: [mat]
sides: together
dose:
  hold: {until: your hips begin to drop}
steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
stop-if: You feel sharp pain.
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(id: plank
)yaml"},
};

}  // namespace

extern const Rule missing_modeline;
constinit const Rule missing_modeline = {
    .code = "SC006",
    .name = "missing-modeline",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "The first line does not name the file's schema.",
    .rationale =
        R"md(With it, any editor that knows YAML completes keys and marks mistakes while the author types.)md",
    .source = "guidec's source format; the YAML language server's modeline",
    .examples = kExamples,
    .check = Check,
};

}  // namespace guidec
