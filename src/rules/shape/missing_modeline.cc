#include <filesystem>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "schema/modeline.h"

namespace guidec::rules::missing_modeline {
namespace {

namespace fs = std::filesystem;

bool IsAddress(const std::string& schema) {
  return schema.find("://") != std::string::npos;
}

// Where the schemas lie: a web address, or a folder seen from where guidec runs.
struct SchemaFolder {
  std::string path;
  bool is_address = false;
};

fs::path FolderOf(const Source& source) {
  return fs::path(source.path()).parent_path();
}

// As guidec.yaml says; else beside the workspace, as in a checkout.
SchemaFolder FindSchemaFolder(const Library& library) {
  const Source& workspace = (*library.sources)[library.workspace.document->source];
  const auto modeline = FindModeline(workspace);
  if (!modeline) return {(library.workspace.root / ".." / "schema").lexically_normal().generic_string()};
  if (IsAddress(modeline->schema)) return {modeline->schema.substr(0, modeline->schema.rfind('/')), true};
  return {(FolderOf(workspace) / modeline->schema).lexically_normal().parent_path().generic_string()};
}

std::string SchemaOf(const SchemaFolder& folder, const Source& source, Kind kind) {
  const std::string name = fmt::format("{}.schema.json", KindName(kind));
  if (folder.is_address) return folder.path + "/" + name;
  const fs::path from = ("." / FolderOf(source)).lexically_normal();
  return (fs::path(folder.path).lexically_relative(from) / name).lexically_normal().generic_string();
}

void CheckFile(const Source& source, Kind kind, const std::optional<SchemaFolder>& folder,
               RuleContext& context) {
  const std::string wanted = folder ? SchemaOf(*folder, source, kind) : std::string();
  const auto modeline = FindModeline(source);
  if (!modeline) {
    Span line = source.LineSpan(1);
    if (source.text().starts_with("\xEF\xBB\xBF")) line.begin += 3;
    Diagnostic& finding =
        context.Report(line, "no line names the schema with which editors complete and check keys");
    if (!folder) return;
    finding.message += fmt::format("; put `{}` first", WriteModeline(wanted));
    finding.fix =
        Fix{"insert the line", {{Span{source.id(), line.begin, line.begin}, WriteModeline(wanted) + "\n"}}};
    return;
  }
  const std::string name = fs::path(modeline->schema).filename().string();
  std::string message;
  if (name != fmt::format("{}.schema.json", KindName(kind))) {
    message =
        fmt::format("a file in this place is of kind `{}`, and this names another schema", KindName(kind));
  } else if (folder && !folder->is_address && !IsAddress(modeline->schema) &&
             fs::path(modeline->schema).lexically_normal() != fs::path(wanted)) {
    message = "the schema does not lie there";
  } else {
    return;
  }
  Diagnostic& finding = context.Report(modeline->span, message);
  if (!folder) return;
  finding.message += fmt::format("; write `{}`", wanted);
  finding.fix = Fix{fmt::format("write `{}`", wanted), {{modeline->span, wanted}}};
}

void Check(const Library& library, RuleContext& context) {
  std::optional<SchemaFolder> folder;
  if (library.workspace.document != nullptr) folder = FindSchemaFolder(library);
  for (const File& file : library.files) {
    CheckFile((*library.sources)[file.document.source], file.kind, folder, context);
  }
}

constexpr Example kExamples[] = {
    {Example::kBad, "exercises/plank.yaml",
     R"yaml(# yaml-language-server: $schema=../../schema/guide.schema.json
# expect: SC006 @ 1:33-63 "of kind `exercise`"
id: plank
name: Plank
kind: strength
purpose: Builds strength around your trunk.
equipment: [mat]
figures: [{id: hold, pose: forearm plank}]
sides: together
dose:
  hold: {until: your hips begin to drop}
steps:
  - Rest on your forearms on a mat.
  - Hold {hold}.
stop-if: You feel sharp pain.
cites: [leaflet]
)yaml"},
    {Example::kGood, "exercises/plank.yaml", R"yaml(id: plank
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "SC006",
    .name = "missing-modeline",
    .severity = Severity::kWarning,
    .since = "0.1",
    .summary = "No comment at the top names the file's schema, or it names the wrong one.",
    .rationale =
        R"md(With it, any editor that knows YAML completes keys and marks mistakes while the author types.)md",
    .source = "guidec's source format; the YAML language server's modeline",
    .examples = kExamples,
    .workspace = Check,
};

}  // namespace guidec::rules::missing_modeline
