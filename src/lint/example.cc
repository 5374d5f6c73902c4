#include "lint/example.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "model/read/load.h"

namespace guidec {
namespace {

struct ExampleFile {
  std::string_view path;
  std::string_view text;
};

constexpr ExampleFile kClean[] = {
    {"guidec.yaml", R"yaml(# yaml-language-server: $schema=../schema/workspace.schema.json
name: Example
language: en-US
timing:
  get-ready: 10 s
  change-sides: 5 s
  between-exercises: 15 s
  repetition: 4 s
  open-hold: 30 s
)yaml"},
    {"glossary.yaml", R"yaml(# yaml-language-server: $schema=../schema/glossary.schema.json
terms:
  hip-flexors:
    term: hip flexors
    meaning: the muscles that lift your thigh
    avoid: [hip benders]
)yaml"},
    {"exercises/hip-stretch.yaml", R"yaml(# yaml-language-server: $schema=../../schema/exercise.schema.json
id: hip-stretch
name: Hip stretch
kind: stretch
purpose: Eases the front of your hip.
targets: [hip-flexors]
equipment: [mat]
sides: each
dose:
  hold: 30 s
  sets: 2
steps:
  - Kneel on your left knee on a mat.
  - Ease your hips forward.
  - Hold for {hold}.
  - Repeat the steps on the other side.
stop-if: You feel sharp pain.
cites: [leaflet]
figures:
  - id: hold
    pose: kneeling
)yaml"},
    {"exercises/plank.yaml", R"yaml(# yaml-language-server: $schema=../../schema/exercise.schema.json
id: plank
name: Plank
kind: strength
purpose: Builds strength around your trunk.
equipment: [mat]
sides: together
dose:
  hold:
    until: your hips begin to drop
steps:
  - Rest on your forearms on a mat.
  - Lift your hips.
  - Hold {hold}.
stop-if: You feel sharp pain.
cites: [leaflet]
figures:
  - id: hold
    pose: forearm plank
)yaml"},
    {"guides/hips/guide.yaml", R"yaml(# yaml-language-server: $schema=../../../schema/guide.schema.json
id: hips
title: Hip pain
subtitle: On three days a week, a little more each time
language: en-US
version: 1.0.0
authors: [A. Writer]
licence: CC-BY-4.0
reviewed: 2026-11-22
review-every: 24 months
main-message: Rest first. Then stretch gently.
seek-help-if:
  - You cannot put weight on your leg.
disclaimer: This guide does not replace advice from your doctor.
sections:
  - id: signs
    title: What it feels like
    body:
      - list: symptoms
        title: Where it hurts
        items:
          groin: In your groin
          hip: Around your hip
        cites: [leaflet]
      - protocol: rice
        title: RICE
        steps:
          rest: Take a break from running.
          ice: Cool the sore spot.
          compression: Put gentle pressure on it.
          elevation: Raise it.
        cites: [leaflet]
      - claim: form-helps
        text: Good running form helps.
        cites: [leaflet]
  - id: exercises
    title: Exercises
    body:
      - exercises: [hip-stretch, plank]
)yaml"},
    {"guides/hips/quiz.yaml", R"yaml(# yaml-language-server: $schema=../../../schema/quiz.schema.json
id: hip-quiz
title: Check what you know
questions:
  - id: not-a-sign
    ask: Which of these is **not** a usual sign?
    choices:
      groin: Pain in your groin
      hip: Pain around your hip
      knee: Pain in your knee
    answer: knee
    why: The pain shows up around your hip and in your groin.
    proof: {not-in: symptoms}
  - id: form
    true-or-false: Good running form helps.
    answer: true
    why: It spares your hips.
    proof: {claim: form-helps}
)yaml"},
    {"guides/hips/references.yaml",
     R"yaml(# yaml-language-server: $schema=../../../schema/references.schema.json
references:
  - id: leaflet
    type: pamphlet
    title: A leaflet on hips
)yaml"},
};

// Settings that extend such settings in the next folder, and so on.
constexpr std::string_view kEndless =
    R"yaml(# yaml-language-server: $schema=https://example.org/workspace.schema.json
name: Endless
extends: further/endless.yaml
)yaml";

// A grey dot.
constexpr std::string_view kPng(
    "\x89PNG\x0D\x0A\x1A\x0A"
    "\x00\x00\x00\x0DIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9BU"
    "\x00\x00\x00\x0AIDATx\xDA\x63\xF8\x0F\x00\x01\x01\x01\x00\x1C\xB0\x8C\x99"
    "\x00\x00\x00\x00IEND\xAE\x42`\x82",
    67);
// The chunk IEND.
constexpr std::size_t kEndOfPng = 12;

// The parts of a JPEG that lies on its side, without a picture in them.
constexpr std::string_view kTurnedJpeg(
    "\xFF\xD8"
    "\xFF\xE1\x00\x22\x45xif\x00\x00"
    "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
    "\xFF\xC0\x00\x0B\x08\x00\x01\x00\x01\x01\x01\x11\x00\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00\x00\xFF\xD9",
    64);

constexpr std::string_view kSvg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>)";
constexpr std::string_view kScriptedSvg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>)";

// What a file holds that an example or a case names.
Result<std::string> ContentOf(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  if (name == "endless.yaml") return std::string(kEndless);
  if (name == "scripted.svg") return std::string(kScriptedSvg);
  if (name == "cut-off.png") return std::string(kPng.substr(0, kPng.size() - kEndOfPng));
  if (name == "turned.jpg") return std::string(kTurnedJpeg);
  if (path.extension() == ".png") return std::string(kPng);
  if (path.extension() == ".svg") return std::string(kSvg);
  return Failure(fmt::format("cannot read `{}`: No such file or directory", path.string()));
}

// Takes the named top-level key away.
constexpr std::string_view kWithout = "# without: ";

// Names a link to a folder.
constexpr std::string_view kLinked = "# linked: ";

// The key of a line that opens a top-level entry, or nothing.
std::string_view TopLevelKey(std::string_view line) {
  if (line.empty() || line.front() == ' ' || line.front() == '#' || line.front() == '-') return {};
  return line.substr(0, std::min(line.find(':'), line.size()));
}

template <class Visit>
void ForEachLine(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    visit(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string Overlay(std::string_view base, std::string_view yaml) {
  if (yaml.starts_with("# yaml-language-server")) return std::string(yaml);
  std::set<std::string_view> replaced;
  ForEachLine(yaml, [&](std::string_view line) {
    if (const auto key = TopLevelKey(line); !key.empty()) replaced.insert(key);
    if (line.starts_with(kWithout)) {
      const std::string_view named = line.substr(kWithout.size());
      replaced.insert(named.substr(0, named.find_first_of("\r\n")));
    }
  });
  std::string merged;
  bool keeps = true;
  ForEachLine(base, [&](std::string_view line) {
    if (const auto key = TopLevelKey(line); !key.empty()) keeps = !replaced.contains(key);
    if (keeps) merged += line;
  });
  return merged + std::string(yaml);
}

}  // namespace

Library LoadExample(std::string_view file, std::string_view yaml, Sources& sources, const Limits& limits) {
  const NamedText piece{std::string(file), std::string(yaml)};
  return LoadExample(std::span(&piece, 1), sources, limits);
}

Library LoadExample(std::span<const NamedText> pieces, Sources& sources, const Limits& limits) {
  std::vector<NamedText> texts;
  std::vector<SkippedLink> skipped;
  for (const NamedText& piece : pieces) {
    ForEachLine(piece.text, [&](std::string_view line) {
      if (!line.starts_with(kLinked)) return;
      const std::string_view named = line.substr(kLinked.size());
      skipped.push_back({std::string(named.substr(0, named.find_first_of("\r\n"))), "is a link to a folder"});
    });
  }
  for (const ExampleFile& clean : kClean) texts.push_back({std::string(clean.path), std::string(clean.text)});
  for (const NamedText& piece : pieces) {
    const auto base = std::ranges::find(texts, piece.path, &NamedText::path);
    if (base == texts.end()) {
      texts.push_back(piece);
    } else {
      base->text = Overlay(base->text, piece.text);
    }
  }
  return LoadTexts(
      std::move(texts), ".", ContentOf, sources,
      // What a case names is there, but for what is `nowhere`.
      [](const fs::path& path) {
        if (path.generic_string().find("nowhere") != std::string::npos) return FileKind::kMissing;
        return path.has_extension() ? FileKind::kFile : FileKind::kDirectory;
      },
      limits, {}, skipped);
}

const Source* FindSource(const Sources& sources, std::string_view file) {
  for (const Source& source : sources) {
    if (source.path() == file) return &source;
  }
  return nullptr;
}

}  // namespace guidec
