#include <algorithm>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/workspace.h"
#include "model/quiz/coverage.h"
#include "model/quiz/kind.h"
#include "model/quiz/proof.h"
#include "model/quiz/question.h"
#include "render/finding_json.h"

namespace guidec {
namespace {

namespace po = boost::program_options;

constexpr AllowedValue kProofsFormats[] = {
    {"text", "a block for each question"}, {"json", "for programs"}, {"markdown", "a page"}};

constexpr OptionSpec kProofsOptions[] = {{.name = "workspace",
                                          .takes = Takes::kFolder,
                                          .value_name = "DIR",
                                          .summary = "the folder of guidec.yaml",
                                          .otherwise = "."},
                                         {.name = "format",
                                          .takes = Takes::kText,
                                          .value_name = "FORMAT",
                                          .summary = "how the proofs are shown",
                                          .otherwise = "text",
                                          .allowed = kProofsFormats}};

struct ProofReport {
  const Guide* guide = nullptr;
  bool is_whole = false;  // no part of the guide or its quiz was lost to a syntax error
  Coverage coverage;
};

std::string_view StateName(ProofState state) {
  switch (state) {
    case ProofState::kNone:
      return "unproven";
    case ProofState::kUnread:
      return "unread";
    case ProofState::kError:
      return "unprovable";
    case ProofState::kContradicted:
      return "contradicted";
    case ProofState::kProven:
      return "proven";
  }
  return {};
}

ProofReport ReportOn(const Library& library, const Guide& guide) {
  return {.guide = &guide,
          .is_whole = !HasDamage(guide.document->root) && !HasDamage(guide.quiz->document->root),
          .coverage = CoverageOf(library, guide, ExerciseNames(library, guide.language))};
}

const std::vector<Question>& QuestionsOf(const ProofReport& report) {
  return report.guide->quiz->questions;
}

std::size_t CountOf(const ProofReport& report, ProofState state) {
  return static_cast<std::size_t>(std::ranges::count_if(
      QuestionsOf(report), [&](const Question& question) { return question.proven.state == state; }));
}

std::string Title(const ProofReport& report) {
  const std::size_t count = QuestionsOf(report).size();
  return fmt::format("{}: {} of {} question{} proven", report.guide->id.value,
                     CountOf(report, ProofState::kProven), count, count == 1 ? "" : "s");
}

std::string_view TruthName(const Verdict& verdict) {
  return verdict.truth == Truth::kHolds ? "holds" : "fails";
}

std::string QuestionText(const Question& question, const Sources& sources) {
  std::string out = fmt::format("\n{}: {}\n  answer {}\n", question.id.value,
                                StateName(question.proven.state), AnswerText(question));
  if (question.proof) {
    out += fmt::format("  proof  {}  ({})\n", WordsOf(question, *question.proof),
                       PlaceText(sources, question.proof->span));
  }
  if (question.proven.error) {
    out += fmt::format("  {}  ({})\n", question.proven.error->message,
                       PlaceText(sources, question.proven.error->span));
  }
  std::size_t width = 0;
  for (const Verdict& verdict : question.proven.verdicts) width = std::max(width, verdict.id.size());
  for (const Verdict& verdict : question.proven.verdicts) {
    out += fmt::format("  {} {:<{}}  {}  {}  ({})\n", verdict.is_answer ? "*" : " ", verdict.id, width,
                       TruthName(verdict), verdict.fact.message, PlaceText(sources, verdict.fact.span));
  }
  return out;
}

template <class Part>
std::vector<std::string> IdsOf(const std::vector<const Part*>& parts) {
  std::vector<std::string> ids;
  for (const Part* part : parts) ids.push_back(part->id.value);
  return ids;
}

std::string Unasked(std::string_view noun, const std::vector<std::string>& ids, std::size_t count) {
  return fmt::format("{} of {} {}{}{}", ids.size(), count, noun, ids.empty() ? "" : ": ",
                     fmt::join(ids, ", "));
}

std::vector<std::string> UnaskedLines(const ProofReport& report) {
  const Coverage& coverage = report.coverage;
  return {Unasked("sections", IdsOf(coverage.unasked_sections), coverage.sections.size()),
          Unasked("exercises", IdsOf(coverage.unasked_exercises), coverage.exercises.size()),
          fmt::format("{} of {} facts", coverage.unasked_facts.size(), report.guide->facts.facts.size())};
}

std::string ProofsAsText(const ProofReport& report, const Sources& sources) {
  std::string out = Title(report) + "\n";
  for (const Question& question : QuestionsOf(report)) out += QuestionText(question, sources);
  out += "\nnot asked about\n";
  for (const std::string& line : UnaskedLines(report)) out += fmt::format("  {}\n", line);
  for (const Fact* fact : report.coverage.unasked_facts) {
    out += fmt::format("    {}  ({})\n", fact->words, PlaceText(sources, fact->span));
  }
  return out;
}

std::string ProofsAsMarkdown(const ProofReport& report, const Sources& sources) {
  std::string out = fmt::format("# Proofs of {}\n", Title(report));
  for (const Question& question : QuestionsOf(report)) {
    out += fmt::format("\n## `{}`: {}\n\n", question.id.value, StateName(question.proven.state));
    if (question.stem) out += fmt::format("> {}\n\n", PlainText(question.stem.root));
    out += fmt::format("- answer: `{}`\n", AnswerText(question));
    if (question.proof) out += fmt::format("- proof: {}\n", WordsOf(question, *question.proof));
    if (question.proven.error) out += fmt::format("- {}\n", question.proven.error->message);
    for (const Verdict& verdict : question.proven.verdicts) {
      out += fmt::format("- `{}` {}: {} ({})\n", verdict.id, TruthName(verdict), verdict.fact.message,
                         PlaceText(sources, verdict.fact.span));
    }
  }
  out += "\n## Not asked about\n\n";
  for (const std::string& line : UnaskedLines(report)) out += fmt::format("- {}\n", line);
  for (const Fact* fact : report.coverage.unasked_facts) {
    out += fmt::format("  - {} ({})\n", fact->words, PlaceText(sources, fact->span));
  }
  return out;
}

Json PlaceJson(const Sources& sources, const Span& span) {
  const Source& source = sources[span.source];
  return Json{{"path", source.path()}, {"line", source.PositionOf(span.begin).line}};
}

Json FactJson(std::string_view words, const Span& span, const Sources& sources) {
  return Json{{"words", words}, {"place", PlaceJson(sources, span)}};
}

Json QuestionJson(const Question& question, const Sources& sources) {
  Json json{{"id", question.id.value},
            {"kind", question.kind->name},
            {"answer", Json()},
            {"verdict", StateName(question.proven.state)}};
  if (HasAnswer(question)) json["answer"] = AnswerText(question);
  if (question.proof)
    json["proof"] = FactJson(WordsOf(question, *question.proof), question.proof->span, sources);
  if (question.proven.error) {
    json["error"] = FactJson(question.proven.error->message, question.proven.error->span, sources);
  }
  Json& choices = json["choices"] = Json::array();
  for (const Verdict& verdict : question.proven.verdicts) {
    choices.push_back(Json{{"id", verdict.id},
                           {"answer", verdict.is_answer},
                           {"holds", verdict.truth == Truth::kHolds},
                           {"fact", FactJson(verdict.fact.message, verdict.fact.span, sources)}});
  }
  Json& facts = json["facts"] = Json::array();
  for (const Fact* fact : question.proven.used) facts.push_back(FactJson(fact->words, fact->span, sources));
  return json;
}

Json ProofsAsJson(const ProofReport& report, const Sources& sources) {
  Json json{{"guide", report.guide->id.value}, {"whole", report.is_whole}};
  Json& questions = json["questions"] = Json::array();
  for (const Question& question : QuestionsOf(report)) questions.push_back(QuestionJson(question, sources));
  const Coverage& coverage = report.coverage;
  Json facts = Json::array();
  for (const Fact* fact : coverage.unasked_facts) facts.push_back(FactJson(fact->words, fact->span, sources));
  json["coverage"] = Json{
      {"sections", {{"count", coverage.sections.size()}, {"unasked", IdsOf(coverage.unasked_sections)}}},
      {"exercises", {{"count", coverage.exercises.size()}, {"unasked", IdsOf(coverage.unasked_exercises)}}},
      {"facts", {{"count", report.guide->facts.facts.size()}, {"unasked", std::move(facts)}}}};
  return json;
}

std::string PrintedReports(const std::vector<ProofReport>& reports, const std::string& format,
                           const Sources& sources) {
  if (format == "json") {
    Json json = Json::array();
    for (const ProofReport& report : reports) json.push_back(ProofsAsJson(report, sources));
    return Dump(json);
  }
  std::string out;
  for (const ProofReport& report : reports) {
    if (!out.empty()) out += "\n";
    out += format == "markdown" ? ProofsAsMarkdown(report, sources) : ProofsAsText(report, sources);
  }
  return out;
}

int RunProofs(const po::variables_map& options, Cli& cli) {
  Sources sources;
  const std::optional<Loaded> loaded = OpenWholeWorkspace(cli, options["workspace"].as<std::string>(), sources);
  if (!loaded) return kFailed;
  const Library& library = loaded->library;
  std::vector<const Guide*> guides;
  for (const std::string& id : ArgumentsOf(options)) {
    guides.push_back(FindGuide(library, id));
    if (guides.back() == nullptr) return kFailed;
    if (!guides.back()->quiz)
      return Fail({fmt::format("the guide `{}` has no quiz", id), "a quiz lies in guides/<id>/quiz.yaml"});
  }
  if (guides.empty()) {
    for (const Guide& guide : library.guides) {
      if (guide.quiz) guides.push_back(&guide);
    }
  }
  std::vector<ProofReport> reports;
  for (const Guide* guide : guides) reports.push_back(ReportOn(library, *guide));
  if (!Print(PrintedReports(reports, options["format"].as<std::string>(), sources))) return kFailed;
  for (const ProofReport& report : reports) {
    if (report.is_whole) continue;
    PrintError(
        {fmt::format("parts of the guide `{}` or its quiz are not valid YAML, and questions may be missing",
                     report.guide->id.value),
         "`guidec lint` shows where"});
  }
  const bool is_clean = std::ranges::all_of(reports, [](const ProofReport& report) {
    return report.is_whole && CountOf(report, ProofState::kProven) + CountOf(report, ProofState::kNone) ==
                                  QuestionsOf(report).size();
  });
  return is_clean ? kClean : kFindings;
}

}  // namespace

const CommandSpec proofs_command = {
    .name = "proofs",
    .arguments = "[GUIDE...]",
    .summary = "show how quiz answers are proven, and what no question asks about",
    .details =
        "GUIDE is a guide's id; without one, every guide with a quiz is shown. A question is proven,\n"
        "contradicted by its proof, unprovable (the proof is over what the guide lacks), unproven\n"
        "(it has no proof) or unread (a part of the files is not valid). The answer bears a star.",
    .options = kProofsOptions,
    .run = RunProofs,
};

}  // namespace guidec
