#include <algorithm>

#include <fmt/format.h>

#include "cli/command.h"
#include "delivery/verify.h"
#include "render/finding_json.h"
#include "render/place.h"
#include "render/tally.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kVerifyFormats[] = {{"text", "a line for each file that differs"},
                                           {"json", "for programs"}};

constexpr auto kVerifyEditionValues = AllowedValuesOf(kEditions);

constexpr OptionSpec kVerifyOptions[] = {
    {.name = "key",
     .takes = Takes::kFile,
     .value_name = "PUB",
     .summary = "the manifest must be signed with the private key of this public one, in PEM"},
    {.name = "edition",
     .takes = Takes::kText,
     .value_name = "EDITION",
     .summary = "check only what is for these, where the others' files were not handed on",
     .allowed = kVerifyEditionValues},
    {.name = "sources",
     .takes = Takes::kFolder,
     .value_name = "DIR",
     .summary = "also compare the sources in this workspace with those that the guide was made of"},
    {.name = "format",
     .takes = Takes::kText,
     .value_name = "FORMAT",
     .summary = "how the result is shown",
     .otherwise = "text",
     .allowed = kVerifyFormats}};

constexpr std::uint64_t kMaxKeyBytes = 64 << 10;

struct Verified {
  std::string folder;
  Verification result;
};

std::string DeviantLines(const std::vector<DeviantFile>& files) {
  std::string out;
  for (const DeviantFile& file : files) {
    out += fmt::format("  {:<10}  {}{}\n", DeviationName(file.deviation), Printable(file.path),
                       file.detail.empty() ? "" : fmt::format(" ({})", Printable(file.detail)));
  }
  return out;
}

std::size_t CountIntact(const Verification& result) {
  const auto is_listed = [](const DeviantFile& file) { return file.deviation != Deviation::kAdded; };
  return result.manifest.files.size() -
         static_cast<std::size_t>(std::ranges::count_if(result.files, is_listed));
}

std::string_view SignatureText(SignatureState state) {
  switch (state) {
    case SignatureState::kGood:
      return "the manifest is signed with this key";
    case SignatureState::kMissing:
      return "the manifest is not signed: manifest.json.sig is missing";
    case SignatureState::kWrong:
      break;
  }
  return "the signature does not fit: the manifest was changed, or it was signed with another key";
}

std::string AsText(const Verified& verified) {
  const Verification& result = verified.result;
  std::string out = fmt::format("{}: {} {}\n", Printable(verified.folder), Printable(result.manifest.guide),
                                Printable(result.manifest.guide_version));
  out += DeviantLines(result.files);
  out += fmt::format("  {} of {} as built\n", CountIntact(result),
                     Counted(result.manifest.files.size(), "file"));
  if (!result.older_files.empty()) {
    out += fmt::format("  {} from an earlier state of the sources than the rest:\n",
                       Counted(result.older_files.size(), "file"));
    for (const std::string& path : result.older_files) out += fmt::format("    {}\n", Printable(path));
  }
  if (result.sources) {
    out += DeviantLines(*result.sources);
    const std::size_t count = result.manifest.sources.size();
    out += fmt::format("  {} of {} as they were\n", count - result.sources->size(), Counted(count, "source"));
  }
  if (result.signature) out += fmt::format("  {}\n", SignatureText(*result.signature));
  return out + fmt::format("  the manifest's own SHA-256 is {}\n", result.manifest_sha256);
}

Json DeviantsJson(const std::vector<DeviantFile>& files) {
  Json array = Json::array();
  for (const DeviantFile& file : files) {
    Json json{{"path", file.path}, {"state", DeviationName(file.deviation)}};
    if (!file.detail.empty()) json["detail"] = file.detail;
    array.push_back(std::move(json));
  }
  return array;
}

Json AsJson(const Verified& verified) {
  const Verification& result = verified.result;
  Json json{{"folder", verified.folder},
            {"guide", result.manifest.guide},
            {"guideVersion", result.manifest.guide_version},
            {"manifestSha256", result.manifest_sha256},
            {"clean", result.IsClean()},
            {"checked", result.manifest.files.size()},
            {"files", DeviantsJson(result.files)},
            {"older", result.older_files}};
  if (result.sources) json["sources"] = DeviantsJson(*result.sources);
  if (result.signature) json["signature"] = SignatureStateName(*result.signature);
  return json;
}

int RunVerify(const po::variables_map& options, Cli& cli) {
  const std::vector<std::string> folders = ArgumentsOf(options);
  if (folders.empty()) return UsageError("name a folder that guidec built", "verify");
  VerifyOptions verify;
  if (options.contains("edition")) verify.edition = EditionNamed(options["edition"].as<std::string>());
  if (options.contains("sources")) {
    verify.workspace = options["sources"].as<std::string>();
    if (cli.files.Kind(*verify.workspace / "guidec.yaml") != FileKind::kFile) {
      return Fail({fmt::format("`{}` has no guidec.yaml", verify.workspace->string()),
                   "name the folder of the sources in which guidec.yaml lies"});
    }
  }
  std::optional<VerifyingKey> key;
  if (options.contains("key")) {
    const std::string path = options["key"].as<std::string>();
    const auto pem = cli.files.Read(path, kMaxKeyBytes);
    auto read = pem ? VerifyingKey::FromPem(*pem, fmt::format("`{}`", path)) : tl::unexpected(pem.error());
    if (!read) return Fail(read.error());
    key = *std::move(read);
    verify.key = &*key;
  }
  const bool is_json = options["format"].as<std::string>() == "json";
  int status = kClean;
  std::string text;
  Json json = Json::array();
  for (const std::string& folder : folders) {
    auto result = Verify(cli.files, folder, verify);
    if (!result) {
      PrintError({Printable(result.error().message), result.error().hint});
      status = kFailed;
      continue;
    }
    const Verified verified{folder, *std::move(result)};
    if (!verified.result.IsClean()) status = std::max<int>(status, kFindings);
    if (verified.result.Has(Deviation::kUnreadable)) status = kFailed;
    if (is_json) {
      json.push_back(AsJson(verified));
    } else {
      text += AsText(verified);
    }
  }
  if (is_json) text = Dump(json);
  return Print(text) ? status : kFailed;
}

}  // namespace

const CommandSpec verify_command = {
    .name = "verify",
    .arguments = "DIR...",
    .argument = Takes::kFolder,
    .summary = "show which files of a delivery were touched, are missing or were added",
    .details =
        "DIR is a folder with a manifest.json, as a build makes it or a pack unpacks to. Every file is\n"
        "hashed anew. Who can change the files can change the manifest too: compare its own SHA-256,\n"
        "which is shown, with one that came another way, or let --key check its signature with a public\n"
        "key that did. A signature that is missing or does not fit makes the exit status 1, like any\n"
        "other difference.",
    .options = kVerifyOptions,
    .run = RunVerify,
};

}  // namespace guidec
