#include <fmt/format.h>

#include "lint/rule_context.h"
#include "model/content/library.h"
#include "model/prose/link.h"
#include "text/address.h"

namespace guidec::rules::malformed_link {
namespace {

std::string MessageOn(std::string_view address, std::string_view ways) {
  if (const auto hidden = HiddenIn(address)) return fmt::format("`{}` hides {}; delete that", address, *hidden);
  return fmt::format("`{}` is no address that a reader can follow; write {}", address, ways);
}

// The address of a source, which is printed as a link.
void CheckReferences(const Guide& guide, RuleContext& context) {
  for (const Reference& reference : guide.references) {
    const Node* url = reference.csl->Find("URL");
    // One that opens otherwise is of the wrong form, which the schema tells.
    if (url == nullptr || !url->text.starts_with("http") || IsWebAddress(EncodedAddress(url->text))) continue;
    context.Report(url->span, MessageOn(url->text, "`https://…`"));
  }
}

void Check(const ProseUse& use, RuleContext& context) {
  ForEachNode(use.prose->root, [&](const MarkdownNode& node) {
    // A picture on the web becomes a link; one that is no address at all is a file.
    const bool is_picture = node.type == MarkdownType::kImage && node.url.find(':') != std::string::npos;
    if (node.type != MarkdownType::kLink && !is_picture) return;
    if (IsFollowableAddress(node.url)) {
      if (IsFollowable(node)) return;
      context.Report(use.prose->SpanOf(node),
                     "the link's text holds an invisible character that turns the writing round; delete it");
      return;
    }
    if (node.url.empty()) {
      context.Report(use.prose->SpanOf(node),
                     "the link has no address; write `https://…`, `mailto:…` or `#id`");
      return;
    }
    Diagnostic& finding = context.Report(use.prose->AddressOf(node),
                                         MessageOn(node.url, is_picture ? "`https://…`, or the path of a picture"
                                                                        : "`https://…`, `mailto:…` or `#id`"));
    if (node.url.starts_with("www.") && IsWebAddress("https://" + node.url)) {
      const Span start{finding.span.source, finding.span.begin, finding.span.begin};
      finding.fix = Fix{"put `https://` before it", {{start, "https://"}}, Safety::kUnsafe};
    }
  });
}

constexpr Example kExamples[] = {
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, as in [the plan](plan.docx). # expect: RF009 @ 44-53 "no address"
)yaml"},
    {Example::kBad, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest, as in [the plan](https://me:secret@example.org). # expect: RF009 @ 38-67 "a name or a password"
)yaml"},
    {Example::kGood, "guides/hips/guide.yaml",
     R"yaml(main-message: Rest first, as in [the plan](https://example.org/plan).
)yaml"},
};

}  // namespace

extern const Rule rule;
constinit const Rule rule = {
    .code = "RF009",
    .name = "malformed-link",
    .severity = Severity::kError,
    .since = "0.1",
    .summary = "A link's address is empty, of a kind that no output can follow, or hides something.",
    .rationale =
        R"md(An EPUB, a PDF and an app know web addresses, mail addresses and places in the guide; a path on the
editor's own machine leads nowhere. A name in front of the host, as in `https://bank.example@evil.example`, looks like
the host; a line end in a mail's address adds heads to the mail, such as `Bcc`, that whoever sends it does not see.)md",
    .source =
        "RFC 3986, sections 3.2.1 and 7.6; RFC 6068, section 7; EPUB 3.3, section 3.6 (resources outside the "
        "container)",
    .examples = kExamples,
    .guide = CheckReferences,
    .prose = Check,
};

}  // namespace guidec::rules::malformed_link
