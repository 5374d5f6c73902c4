#ifndef GUIDEC_EMIT_PANDOC_ANCHOR_H_
#define GUIDEC_EMIT_PANDOC_ANCHOR_H_

#include <string>
#include <string_view>

namespace guidec::pandoc {

// An id as part of a name in XML. What is no id (with --keep-going) may be no such name: each byte that an id
// cannot have is written `__2F`. Two ids have two names.
std::string NameInXml(std::string_view id);

// The name that an author's id has in a document. It is the id's own unless a document has that name already:
// Pandoc names its contents `toc…`, notes `fn1` and `fnref1`, code `cb1`, the list of sources `refs` and each
// of them `ref-…`, an EPUB its `landmarks`, a cover its `cover-title`. Such an id gets a `_`.
std::string AnchorName(std::string_view id);

// Of a source in the list of sources.
std::string ReferenceAnchor(std::string_view id);

}  // namespace guidec::pandoc

#endif  // GUIDEC_EMIT_PANDOC_ANCHOR_H_
