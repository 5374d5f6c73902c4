// Reports to render: files with text, and findings at words in them.
#ifndef GUIDEC_TESTS_UNIT_RENDER_BENCH_H_
#define GUIDEC_TESTS_UNIT_RENDER_BENCH_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/formats.h"

namespace guidec {

inline constexpr Example kExamples[] = {{Example::kBad, "exercises/plank.yaml", "dose:\n  hold: 30\n"},
                                        {Example::kGood, "exercises/plank.yaml", "dose:\n  hold: 30 s\n"}};

inline constexpr Rule kRule{.code = "XX001",
                            .name = "some-rule",
                            .severity = Severity::kError,
                            .since = "0.1",
                            .summary = "Something is wrong.",
                            .rationale = "Readers of `{hold}` and [a link](#id) deserve better.",
                            .source = "Common sense.",
                            .examples = kExamples};
inline constexpr Rule kOtherRule{.code = "XX002",
                                 .name = "other-rule",
                                 .severity = Severity::kWarning,
                                 .since = "0.1",
                                 .summary = "Something else is wrong.",
                                 .rationale = "It confuses.",
                                 .source = "Common sense.",
                                 .examples = {}};
inline constexpr const Rule* kRules[] = {&kRule, &kOtherRule};

class Bench {
 public:
  const Source& Add(std::string path, std::string text) {
    const Source& source = sources_.Add(std::move(path), std::move(text));
    files_.push_back(source.id());
    return source;
  }

  // A finding at the first place of `word`. The reference holds until the next one.
  Diagnostic& Find(const Source& source, std::string_view word, const Rule& rule = kRule,
                   std::string message = "something is wrong") {
    return findings_.emplace_back(
        Diagnostic{&rule, rule.severity, SpanOf(source, word), std::move(message), {}, std::nullopt});
  }

  static Span SpanOf(const Source& source, std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(source.text().find(word));
    return {source.id(), begin, begin + static_cast<std::uint32_t>(word.size())};
  }

  const Sources& sources() const { return sources_; }

  Report MakeReport() const {
    return {.findings = findings_, .sources = sources_, .files = files_, .rules = kRules, .version = "0.1.0"};
  }
  std::string Render(std::string_view format) const { return FindFormat(format)->render(MakeReport()); }

 private:
  Sources sources_;
  std::vector<SourceId> files_;
  std::vector<Diagnostic> findings_;
};

}  // namespace guidec

#endif  // GUIDEC_TESTS_UNIT_RENDER_BENCH_H_
