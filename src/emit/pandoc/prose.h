// Prose → Pandoc's AST, node by node: what an author wrote is never handed on as text to be parsed.
#ifndef GUIDEC_EMIT_PANDOC_PROSE_H_
#define GUIDEC_EMIT_PANDOC_PROSE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emit/pandoc/ast.h"
#include "emit/pandoc/nodes.h"
#include "emit/view/references.h"
#include "model/content/library.h"

namespace guidec::pandoc {

class ProseWriter {
 public:
  // `anchors`: the ids that a link may lead to, each with the name that it bears in the document;
  // `references`: the sources that may be cited. Both outlive the writer.
  ProseWriter(const Library& library, const std::map<std::string, std::string>& anchors,
              const std::vector<PrintedReference>& references)
      : library_(library), anchors_(anchors), references_(references) {}

  // The prose under a heading of `level`. Placeholders print what `dose` says.
  Nodes Blocks(const Prose& prose, int level, const Dose* dose = nullptr);

  // The same for an item of a list: a paragraph alone is not set as one.
  Nodes Item(const Prose& prose, int level, const Dose* dose = nullptr);

  // The words alone, for a line that holds nothing else: paragraphs follow one another.
  Nodes Line(const Prose& prose, const Dose* dose = nullptr);

  // Cites the sources behind the last word of `blocks`.
  void AppendCites(Nodes& blocks, const std::vector<Id>& cites) const;

 private:
  Nodes BlocksOf(const MarkdownNode& parent, int level);
  Nodes InlinesOf(const MarkdownNode& parent);
  void AppendInline(const MarkdownNode& node, Nodes& inlines);
  void AppendImage(const MarkdownNode& node, Nodes& inlines);
  Json ListBlock(const MarkdownNode& node, int level);
  // The numbers of the sources in brackets, each a link; none for keys of no source.
  Nodes Citation(const std::vector<std::string>& keys) const;

  const Library& library_;
  const std::map<std::string, std::string>& anchors_;
  const std::vector<PrintedReference>& references_;
  const Prose* prose_ = nullptr;  // the one that is being written
  int headings_ = 0;
};

}  // namespace guidec::pandoc

#endif  // GUIDEC_EMIT_PANDOC_PROSE_H_
